"""What there is in the vocabulary of a language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All in lower case, unless said otherwise."""

    about_author: str
    """The heading given to an author's note that has none, written as it is shown."""
    about_author_headings: frozenset[str]
    bylines: tuple[str, ...]
    """What stands before the author's name, longest first."""
    the_author: tuple[str, ...]
    """How an author's note begins that gives no name."""
    present_verbs: frozenset[str]
    past_verbs: frozenset[str]
    be: frozenset[str]
    after_be: frozenset[str]
    """With which ``is`` says what a person is."""
    adverbs: frozenset[str]
    roles: frozenset[str]
    """What authors are; in the singular."""
    first_person: frozenset[str]
    """Words that an author's note never has; written as they are."""
    note_starts: tuple[str, ...]
    """Of a publisher's paragraph after the author's note."""
    not_standfirst_starts: tuple[str, ...]
    continuations: frozenset[str]
    """First words of a sentence that goes on from the one before."""
    conjunction: str
    name_suffixes: frozenset[str]
    titles: frozenset[str]
    """Before names, with or without a full stop."""
    particles: frozenset[str]
    small_words: frozenset[str]
    """That a heading with capitals leaves small."""
    abbreviations: frozenset[str]
    """After which a full stop ends no sentence; without it."""
    months: frozenset[str]
    calendar: frozenset[str]
    """Other words in a line that gives a date."""
    furniture: tuple[str, ...]
    """How lines begin that belong to a web page or a table, not to the article."""
    salutations: tuple[str, ...]
    questions: frozenset[str]
    """First words of a question."""
    pointing: frozenset[str]
    """Words that mean something said before, which a heading has no need of."""
    answers: frozenset[str]
    """First words of a paragraph that answers the question before it."""
    pictures: tuple[str, ...]
    """What a credit calls the picture; singular and plural."""
    sources: tuple[str, ...]
    """Between it and the name of who made it."""
    bare_sources: tuple[str, ...]
    """The same where the picture is not mentioned."""
    picture_kinds: tuple[str, ...]
    """What may stand before the name of the picture."""
    agencies: frozenset[str]
    undescribed: str
    """The text alternative of a picture that has none, written as it is shown."""
    notes: str
    """The heading given to notes that have none, written as it is shown."""
    notes_headings: frozenset[str]
    editors_notes: tuple[str, ...]
    """How a note by the editor begins, before a colon or dash."""
    left_out: tuple[str, ...]
    """How lines begin that lead away from the article."""
    debris: frozenset[str]
    """Lines that are buttons, and the words in rows of them."""
    reading_time: tuple[str, ...]
    """Patterns of lines that say how long reading takes."""
    kickers: frozenset[str]
    dateline_words: tuple[str, ...]
    """Before the date in a line that says when an article was published."""
    parts: frozenset[str]
    """Before the number in a numbered heading."""
    ordinals: frozenset[str]
    """Numbers in words that may follow them."""


def words(text: str) -> frozenset[str]:
    """What stands between white space."""
    return frozenset(text.split())


def lines(text: str) -> tuple[str, ...]:
    """A text a line."""
    return tuple(line.strip() for line in text.strip().splitlines())


def ordered(text: str) -> tuple[str, ...]:
    """What stands between white space, in its order."""
    return tuple(text.split())
