"""What travels between the stages: frozen dataclasses on the standard library, without I/O."""
