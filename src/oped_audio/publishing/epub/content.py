"""Page -> XHTML document in which every utterance, and if wanted every spoken word, has an id."""

from oped_audio.model.document import Section
from oped_audio.publishing.epub.blocks import block_elements
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.links import Links
from oped_audio.publishing.epub.markup import Markup, element, lines
from oped_audio.publishing.epub.pages import COVER, Highlight, Page
from oped_audio.publishing.epub.pronunciation import Pronunciations
from oped_audio.publishing.epub.text import Setting, leaf_text, shared_language, within
from oped_audio.publishing.epub.xhtml import part_attributes, xhtml


def content_document(
    page: Page, language: str, highlight: Highlight, links: Links, told: Pronunciations
) -> bytes:
    """The page's XHTML; ``language`` is the book's."""
    section, semantics = page.section, page.semantics
    label = labels(language).of(section)
    heading = section.heading
    own = section_language(section)
    setting = Setting(page.by_block(), highlight, links, own or language, told.in_text)
    blocks = block_elements(section.blocks, setting)
    if heading:
        blocks.insert(0, heading_element(section, section.level, setting))
    attributes = {
        "id": section.id,
        "epub:type": semantics.type,
        "role": semantics.role,
        "aria-labelledby": section.heading_id if heading else None,
        "aria-label": None if heading else label,
        **part_attributes(own, language),
    }
    body = element(
        "body",
        {"epub:type": semantics.partition},
        lines([element("section", attributes, lines(blocks))]),
    )
    return xhtml(heading or label, language, "../", body, told.hrefs)


def section_language(section: Section) -> str | None:
    """The language that all of a section is in, if it is said; otherwise None."""
    leaves = [leaf for block in section.blocks for leaf in block.leaves]
    return shared_language([section.heading_block, *leaves] if section.heading else leaves)


def heading_element(
    section: Section, rank: int, setting: Setting, style: str | None = None
) -> Markup:
    """The heading; in a book its rank is the section's depth (WCAG 1.3.1)."""
    block = section.heading_block
    language = shared_language([block])
    attributes = {"id": block.id, "class": style, **part_attributes(language, setting.language)}
    return element(f"h{rank}", attributes, leaf_text(block, within(setting, language)))


def cover_page(page: Page, language: str) -> bytes:
    """The XHTML that shows the cover, outside the reading order; the title page says the same."""
    words = labels(language)
    (block,) = page.section.blocks
    attributes = {"id": block.id, "src": f"../{COVER}", "alt": block.text, "class": "cover"}
    shown = {
        "id": page.section.id,
        "epub:type": page.semantics.type,
        "aria-label": words.cover,
        **part_attributes(words.language, language),
    }
    section = element("section", shown, lines([element("img", attributes)]))
    body = element("body", {"epub:type": page.semantics.partition}, lines([section]))
    return xhtml(words.cover, language, "../", body)
