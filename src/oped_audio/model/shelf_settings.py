"""What a user may choose about the shelf; a build reads it without the rest of the shelf."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class ShelfSettings:
    """What a user may choose about the shelf."""

    title: str = "Articles to listen to"
    base_url: str = ""
    """Where the site will be on the web; empty if that is not known, or it is not on the web."""
    description: str = ""
    """What the site is about, in a sentence, for the podcast and the catalogues."""
    publisher: str = ""
    """Who publishes it; empty for its title."""
    language: str = ""
    """BCP 47 tag of the podcast; empty for that of most articles."""

    def __post_init__(self) -> None:
        if self.base_url and not self.base_url.startswith(("https://", "http://")):
            raise ValueError("base_url must be an address that begins with https:// or http://")
        if any(sign in self.base_url for sign in "?#"):
            raise ValueError("base_url must have neither ? nor # in it")
        if not self.title.strip():
            raise ValueError("title must not be empty")

    def url(self, path: str = "") -> str:
        """The address of a file of the site; relative to its root where that has none."""
        return f"{self.base_url.rstrip('/')}/{quote(path)}" if self.base_url else quote(path)
