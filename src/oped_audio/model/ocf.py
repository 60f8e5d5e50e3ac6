"""Names that an EPUB's container goes by (EPUB 3.3, 4.2), and what of it may be hidden. Pure."""

from collections.abc import Iterable

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
PACKAGE_TYPE = "application/oebps-package+xml"
ENCRYPTION_METHODS = ".//{*}EncryptedData/{*}EncryptionMethod"
"""Where ENCRYPTION says how each file is hidden, as ElementPath; the attribute is ``Algorithm``."""
_OBFUSCATION = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))


def is_protected(algorithms: Iterable[str | None]) -> bool:
    """Whether more is hidden than fonts, which readers of text need not see (EPUB 3.3, 4.3)."""
    return any(algorithm not in _OBFUSCATION for algorithm in algorithms)
