"""Which voices have weights, where those lie, and how they are installed."""
