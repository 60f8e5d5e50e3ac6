"""Names for what is made, by all that it is made of. Pure."""

import hashlib
import json
from collections.abc import Mapping


def digest(made_of: Mapping[str, object]) -> str:
    """A hexadecimal sha256 of what JSON can hold."""
    canonical = json.dumps(made_of, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
