"""EPUB 3.3 with Media Overlays."""
