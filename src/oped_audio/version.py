"""Which version of the program this is."""

PROGRAM_VERSION = "0.1.0"
"""As in pyproject.toml; to ask what is installed takes five milliseconds."""
