"""The editor's pages on this machine: the shelf, and proofing what is spoken."""
