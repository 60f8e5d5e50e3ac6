"""Turns an article into a talking book."""
