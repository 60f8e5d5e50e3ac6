"""The neural engines: one module each, and what they share between text and sound."""
