"""Clips -> Tracks: laid on a timeline, joined, encoded."""
