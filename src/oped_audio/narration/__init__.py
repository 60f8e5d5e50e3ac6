"""Script -> Clips: what is stored is taken from the store, the rest is spoken, in parallel."""
