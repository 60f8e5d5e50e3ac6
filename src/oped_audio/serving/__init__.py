"""A proofing page for editors on this machine, and builds that follow what is changed."""
