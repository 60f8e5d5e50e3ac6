"""HTML files, saved pages and fetched ones -> Draft."""
