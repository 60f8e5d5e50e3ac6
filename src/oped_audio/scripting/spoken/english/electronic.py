"""Web addresses, e-mail addresses, handles and hashtags. Pure."""

import re
from collections.abc import Iterator

from oped_audio.scripting.spoken.english.initialisms import INITIALISMS
from oped_audio.scripting.spoken.english.letters import among_words
from oped_audio.scripting.spoken.english.numbers import cardinal, digits
from oped_audio.scripting.spoken.rewriting import Rule, Said, whole

_DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|io|ai|co|tv|me|news|uk|us|eu|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pl"
    "|cz|ru|ua|cn|jp|kr|tw|hk|sg|in|au|nz|ca|mx|br|ar|cl|za|ng|ke|eg|il|tr|ir|sa|ae|qa|pk|id|my|th|vn|ph|ie|pt|gr|sm|abc"
)
_SAID_AS_WORDS = frozenset(("com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "news"))
_SIGNS = {
    ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "@": "at", "&": "ampersand",
    "?": "question mark", "=": "equals", "%": "percent", "+": "plus", "~": "tilde", "#": "hash",
    ":": "colon",
}  # fmt: skip
_PIECES = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z’']+|\d+|[^\W\dA-Za-z_]+")
_FILES = (
    "pdf|docx?|xlsx?|pptx?|csv|txt|json|ya?ml|toml|xml|html?|php|py|js|ts|exe|zip|jpe?g|png|gif|mp[34]|md"
    "|ini|cfg|conf|log|sh|sql|epub"
)
_PATH = r"(?:/[^\s<>\"“”()\[\]]*[\w/])?"
_LETTERS = frozenset(("www", "http", "https", "html", "pdf", "php", "ftp"))


def _address(match: re.Match[str]) -> tuple[Said, ...]:
    """``https://www.example.org/news-1`` -> ``W W W dot example dot org slash news dash one``."""
    text = match["address"]
    said = among_words(" ".join(_spoken(text.rstrip("/"))))
    return (Said(match.start(), match.end("address"), said),)


def _spoken(text: str) -> Iterator[str]:
    host = text.partition("/")[0]
    last = host.rpartition(".")[2].lower()
    for piece in _PIECES.finditer(text):
        part = piece[0]
        if part in _SIGNS:
            yield _SIGNS[part]
        elif part.isdecimal():
            of_host = piece.end() <= len(host)
            is_name = of_host and len(part) < 3 and part[0] != "0"
            yield cardinal(int(part)) if is_name else digits(part)
        elif part.lower() in _LETTERS or (
            piece.end() <= len(host) and _is_spelled(part, last, mail="@" in text)
        ):
            yield " ".join(part.upper())
        else:
            yield part


def _is_spelled(part: str, last: str, *, mail: bool) -> bool:
    """``uk`` at the end of a host; ``bbc`` and ``un`` in that of a web address."""
    if part.lower() == last:
        return len(part) < 4 and last not in _SAID_AS_WORDS
    vowels = set(part.lower()) & set("aeiouy")
    return not mail and (part.upper() in INITIALISMS or (len(part) < 5 and not vowels))


def _hashtag(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, f"hashtag {_camel(match['name'])}")


def _handle(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, f"at {_camel(match['name'])}")


def _camel(name: str) -> str:
    """``MeToo`` -> ``Me Too``; ``bbc_news24`` -> ``bbc underscore news twenty-four``."""
    said = []
    for part in _PIECES.findall(name):
        if part.isdecimal():
            said.append(cardinal(int(part)) if len(part) < 3 else _year_like(part))
        elif part == "_":
            said.append("underscore")
        else:
            said += [" ".join(p) if _is_letters(p) else p for p in _CAMEL.findall(part)]
    return among_words(" ".join(said))


def _is_letters(part: str) -> bool:
    return part.isupper() and 1 < len(part) < 4


def _year_like(part: str) -> str:
    return (
        f"{cardinal(int(part[:2]))} {cardinal(int(part[2:]))}" if len(part) == 4 else digits(part)
    )


def _domain(match: re.Match[str]) -> tuple[Said, ...]:
    """``a .ru domain`` -> ``dot R U``; ``.NET``."""
    name = match["name"].lower()
    spelled = name not in _SAID_AS_WORDS
    return whole(match, f" dot {' '.join(name.upper()) if spelled else name}")


RULES = (
    Rule(re.compile(rf"(?<![\w.…)”’\"'])\.(?P<name>NET|(?i:{_DOMAINS}))(?![\w.-])"), _domain),
    Rule(
        re.compile(
            r"(?<![\w@.])(?:https?://|ftp://|file:///?)(?P<address>[^\s<>\"“”()\[\]]*[\w/])",
            re.IGNORECASE,
        ),
        _address,
    ),
    Rule(
        re.compile(rf"(?<![\w+&-])(?P<address>\w(?:[\w.+&-]*\w)?@\w[\w-]*(?:\.\w[\w-]*)+{_PATH})"),
        _address,
    ),
    Rule(
        re.compile(
            rf"(?<![\w@./])(?P<address>(?:www\.[\w-]+(?:\.[\w-]+)+|[a-zA-Z][\w-]*(?:\.[a-z][\w-]*)*\.(?:{_DOMAINS}))"
            rf"{_PATH})(?![\w@]|\.[a-z])"
        ),
        _address,
    ),
    Rule(
        re.compile(rf"(?<![\w@./-])(?P<address>\w[\w-]*(?:\.[\w-]+)*\.(?:{_FILES}))(?![\w@]|\.\w)"),
        _address,
    ),
    Rule(re.compile(r"(?<![\w&#/])#(?P<name>[^\W\d]\w*|\d+[^\W\d]\w*)"), _hashtag),
    Rule(re.compile(r"(?<![\w@/])@(?P<name>[A-Za-z_]\w{0,30})"), _handle),
)
