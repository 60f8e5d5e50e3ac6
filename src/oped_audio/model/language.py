"""What a BCP 47 tag says."""


def primary(tag: str) -> str:
    """The language alone, in lower case, without script and region: ``zh`` for ``zh-Hant-TW``."""
    return tag.partition("-")[0].casefold()
