"""Text -> Clip: one module an engine, all behind the Protocol in engine.py."""
