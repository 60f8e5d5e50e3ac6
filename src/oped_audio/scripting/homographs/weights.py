"""How much each class of neighbour says for a verb (above zero) or against it. Data."""

from collections.abc import Mapping

BEFORE_PLAIN: Mapping[str, float] = {
    "start": -1.0, "break": -0.3, "hyphen": -6.0, "article": -6.0, "possessive": -6.0, "her": -4.0,
    "this": -4.0, "these": -2.5, "that": -0.5, "which": 2.0, "who": 4.0, "quantity": -1.0,
    "plural_subject": 5.0, "single_subject": -0.5, "object": 2.5, "modal": 6.0, "do": 6.0,
    "be": -4.0, "have": -4.0, "link": -4.0, "to": 5.0, "of": -6.0, "preposition": -4.0,
    "than": -2.0, "but": 0.0, "when": -2.0, "help": 3.0, "number": -5.0, "plural": 3.0,
    "finite": -2.0, "verb_in_s": -2.5, "ed": -2.5, "ing": -2.0, "name": -1.0, "adjective": -4.0,
    "other": -2.0, "adverb": 1.0, "frequency": 2.5,
}  # fmt: skip
"""The class of the word before *record*, *use* …"""

BEFORE_S: Mapping[str, float] = {
    "start": -1.5, "break": 0.0, "hyphen": -6.0, "article": -6.0, "possessive": -6.0, "her": -4.0,
    "this": 3.0, "these": -5.0, "that": 1.0, "which": 4.0, "who": 5.0, "quantity": -3.0,
    "plural_subject": -1.0, "single_subject": 5.0, "object": -0.5, "modal": -3.0, "do": -3.0,
    "be": -3.0, "have": -3.0, "link": -3.0, "to": -4.0, "of": -6.0, "preposition": -4.0,
    "than": -2.0, "but": 0.0, "when": -2.0, "help": -3.0, "number": -6.0, "plural": -1.5,
    "finite": -2.0, "verb_in_s": -3.0, "ed": -2.5, "ing": -1.5, "name": 0.5, "adjective": -3.0,
    "other": 0.0, "adverb": 2.0, "frequency": 3.0,
}  # fmt: skip
"""The class of the word before *records*, *uses* …"""

AFTER: Mapping[str, float] = {
    "end": -1.5, "break": -1.0, "hyphen": -5.0, "article": 4.0, "possessive": 4.0, "her": 4.0,
    "this": 4.0, "these": 4.0, "that": -0.5, "which": -1.0, "who": -1.0, "quantity": 1.5,
    "plural_subject": -0.5, "single_subject": -0.5, "object": 4.0, "modal": -4.0, "do": -3.0,
    "be": -4.0, "have": -4.0, "link": -2.0, "to": 0.0, "of": -4.0, "preposition": -0.5,
    "than": -0.5, "and": -0.5, "but": -0.5, "when": 0.5, "help": -1.0, "number": 0.7, "plural": 1.0,
    "finite": -2.0, "ed": -0.5, "ing": 0.0, "name": 0.7, "adjective": 1.2, "other": 0.5,
    "adverb": 0.5, "frequency": 0.0,
}  # fmt: skip
"""The class of the word after it."""

LEANING: Mapping[str, float] = {
    "abuse": -0.5, "advocate": -0.5, "aggregate": -1.0, "allies": -3.0, "ally": -3.0,
    "alternate": -1.0, "appropriate": -1.5, "approximate": -1.0, "associate": -1.0, "combine": 2.0,
    "combines": 1.5, "compact": -3.0, "conduct": 0.5, "contract": -1.5, "convert": 2.0,
    "converts": 1.0, "deliberate": -1.0, "desert": -1.5, "desolate": -3.0, "diffuse": -1.0,
    "elaborate": -0.5, "exploit": 2.0, "exploits": 0.5, "frequent": -3.0, "house": -3.0,
    "increase": 0.5, "intimate": -2.0, "invite": 2.5, "invites": 2.0, "legitimate": -3.0,
    "insert": 1.0, "live": 1.0, "lives": 0.8,
    "moderate": -1.5, "object": -1.0, "objects": -1.0, "perfect": -2.0,
    "present": -0.7, "proceeds": 1.5, "produce": 2.0, "produces": 3.0, "project": -1.5,
    "record": -1.5, "refuse": 3.0, "refuses": 3.0, "reject": 3.0, "rejects": 3.0, "resume": 3.0,
    "resumes": 3.0, "separate": -1.0, "subordinate": -2.0, "suspect": 0.5, "use": 0.5, "uses": 1.5,
    "wind": -1.5, "winds": -0.7,
}  # fmt: skip
"""What the word itself says."""

GOES_WITH: Mapping[str, frozenset[str]] = {
    word: frozenset(after.split())
    for word, after in {
        "alternate": "with between", "associate": "with", "conflict": "with", "conflicts": "with",
        "contrast": "with", "contrasts": "with", "delegate": "to", "desert": "in",
        "elaborate": "on", "estimate": "that", "estimates": "that", "graduate": "with from in",
        "live": "in on with near at by without under through among",
        "lives": "in on with near at by alone", "object": "to that", "objects": "to that",
        "project": "that", "projects": "that", "protest": "against", "rebel": "against",
        "refuse": "to", "suspect": "that", "suspects": "that", "transfer": "to",
        "wind": "down up back through past around", "winds": "down up back through past around",
    }.items()
}  # fmt: skip
"""The words that follow the verb and seldom the noun."""

SELDOM_WITH: Mapping[str, frozenset[str]] = {
    "present": frozenset(("in", "within", "at", "on", "during", "when", "throughout")),
    "subject": frozenset(("to",)),
}
"""The words that follow the adjective and seldom the verb."""
