"""espeak-ng: driven for pyttsx3, in a process of its own, and as a reader for other engines."""
