"""A file of settings and a change -> the file changed, and nothing in it but that. Pure."""
