"""Takes -> a takes.toml. Pure."""

import json
from collections.abc import Mapping

_COMMENT = """\
# Which rendition of a sentence is narrated, where the first one went wrong: `oped-audio check
# --retry` wrote it and `oped-audio build` reads it. A sentence that is changed is narrated anew;
# its line may go.
"""


def takes_toml(takes: Mapping[str, Mapping[str, int]]) -> str:
    """A table an article, sorted, with a line a sentence, sorted."""
    lines = [_COMMENT]
    for article, chosen in sorted(takes.items()):
        lines.append(f"\n[{_quoted(article)}]\n")
        lines += [f"{_quoted(sentence)} = {take}\n" for sentence, take in sorted(chosen.items())]
    return "".join(lines)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL, which JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
