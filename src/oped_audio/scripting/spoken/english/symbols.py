"""Signs that are said: ``&``, ``%``, ``+``, emoji. Pure."""

import re
import unicodedata

from oped_audio.scripting.spoken.english.letters import among_words
from oped_audio.scripting.spoken.english.numbers import cardinal
from oped_audio.scripting.spoken.english.units import UNITS
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole

_NAMES = {
    "&": "and", "%": "percent", "+": "plus", "=": "equals", "@": "at", "#": "hash", "$": "dollar",
    "€": "euro", "¶": "paragraph", "£": "pound", "¥": "yen", "₩": "won", "₹": "rupee", "₽": "ruble", "§": "section",
    "°": "degrees", "×": "times", "÷": "divided by", "±": "plus or minus", "≈": "about", "~": "about",
    "≥": "at least", "≤": "at most", "≠": "is not", "<": "less than", ">": "more than", "→": "to",
    "µ": "micro", "π": "pi", "√": "square root of", "∞": "infinity", "¢": "cents", "‰": "per thousand",
}  # fmt: skip
_BOUNDS = {">=": "least", "<=": "most"}
_COMPARED = {">": "greater than", "<": "less than"}
_SILENT = "©®™℠"
_EMOJI = (
    "\U0001f1e6-\U0001f1ff\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f680-\U0001f6ff"
    "\U0001f7e0-\U0001f7eb\U0001f900-\U0001f9ff\U0001fa70-\U0001faff\u2600-\u2604\u260e\u2611\u2614-\u2615"
    "\u2618\u261d\u2620\u2622-\u2623\u262a\u262e-\u262f\u2638-\u263a\u2648-\u2653\u2660\u2663\u2665-\u2666"
    "\u267b\u267f\u2692-\u2697\u26a0-\u26a1\u26bd-\u26be\u26c4-\u26c5\u26ce\u26d4\u26ea\u26fa\u26fd\u2702"
    "\u2705\u2708-\u270d\u2728\u274c\u2753-\u2755\u2757\u2764\u2795-\u2797\u2b50\u2b55"
)
_JOINED = "\u200d\ufe0f\U0001f3fb-\U0001f3ff\u20e3"
_OPPOSITES = frozenset(
    "either/or neither/nor on/off pass/fail win/win lose/lose love/hate input/output boom/bust".split()
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


def _sign(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, f" {_NAMES[match[0]]}")


def _silent(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, "")


def _power(match: re.Match[str]) -> tuple[Said, ...]:
    """``E = mc²``."""
    return whole(match, " squared" if match[0] == "²" else " cubed")


def _unit_alone(match: re.Match[str]) -> tuple[Said, ...]:
    """``Flow (m³/s)`` -> ``Flow, cubic meters per second``."""
    measured, _, time = match["unit"].partition("/")
    one, many = UNITS[measured]
    return groups(match, unit=f"{one if match['per'] else many} per {_SHARED.get(time, time)}")


_SHARED = {"s": "second", "h": "hour", "m³": "cubic meter"}


def _between(match: re.Match[str]) -> tuple[Said, ...]:
    """``he/she`` -> ``he or she``."""
    return (Said(match.start("sign"), match.end("sign"), " or "),)


def _or_both(match: re.Match[str]) -> tuple[Said, ...]:
    """``writer/director`` -> ``writer slash director``; ``pass/fail`` is heard with a pause."""
    if match[0] in _OPPOSITES:
        return ()
    return tuple(
        Said(match.start() + at, match.start() + at + 1, " slash ")
        for at, char in enumerate(match[0])
        if char == "/"
    )


def _one_of(match: re.Match[str]) -> tuple[Said, ...]:
    return (Said(match.start("sign"), match.end("sign"), " "),)


def _emoji(match: re.Match[str]) -> tuple[Said, ...]:
    """Their Unicode names, once if one is repeated."""
    names = list(dict.fromkeys(_name(found) for found in _ONE_EMOJI.findall(match[0])))
    return whole(match, f" {', '.join(filter(None, names))}")


def _name(emoji: str) -> str:
    if _FLAG.fullmatch(emoji):
        letters = " ".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in emoji)
        return f"flag {among_words(letters)}"
    named = (
        unicodedata.name(char, "").lower()
        for char in emoji
        if not re.fullmatch(f"[{_JOINED}]", char)
    )
    return " ".join(named).removesuffix(" sign")


_ONE_EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[{_EMOJI}][{_JOINED}]*(?:(?<=\u200d)[{_EMOJI}][{_JOINED}]*)*"
)

_ACCIDENTALS = {"♭": " flat", "♯": " sharp"}
_MODES = {"min": "minor", "maj": "major"}
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta", "θ": "theta", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega", "Δ": "delta", "Σ": "sigma", "Ω": "omega", "Γ": "gamma", "Λ": "lambda",
}  # fmt: skip
_ELEMENTS = {
    "C": "carbon", "U": "uranium", "Pu": "plutonium", "Sr": "strontium", "Cs": "cesium", "I": "iodine",
    "K": "potassium", "Co": "cobalt", "Pb": "lead", "Th": "thorium", "O": "oxygen", "N": "nitrogen",
    "He": "helium", "H": "hydrogen", "Be": "beryllium", "Ra": "radium", "Rn": "radon", "Xe": "xenon",
}  # fmt: skip
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LETTERS = ("", "", "double ", "triple ")


def _isotope(match: re.Match[str]) -> tuple[Said, ...]:
    """``¹⁴C`` -> ``carbon fourteen``."""
    mass = cardinal(int(match["mass"].translate(_FIGURES)))
    return whole(match, f"{_ELEMENTS[match['element']]} {mass}")


def _rating(match: re.Match[str]) -> tuple[Said, ...]:
    """``BBB-`` -> ``triple B minus``."""
    letters = match["letters"]
    sign = "plus" if match["sign"] == "+" else "minus"
    return whole(match, f"{_LETTERS[len(letters)]}{letters[0]} {sign}")


def _grades(match: re.Match[str]) -> tuple[Said, ...]:
    """``A*AB`` -> ``A star A B``."""
    said = " ".join(match[0]).replace("*", "star")
    return whole(match, said.replace("star s", "stars"))


def _mode(match: re.Match[str]) -> tuple[Said, ...]:
    """``D min.``: a key, after a letter that is one."""
    return groups(match, mode=_MODES[match["mode"].rstrip(".")])


LETTER_RULES = (
    Rule(re.compile(r"(?<![\w*-])(?:A\*){1,4}(?:[A-E]{1,3}|s)?(?![\w*])"), _grades),
    Rule(
        re.compile(
            r"(?<![\w&+-])(?P<letters>A{2,3}|B{2,3}|C{2,3}|[A-DF])(?P<sign>[+−–-])(?=[\s,.;:)]|$)(?! (?:and|or|to) [A-Z]-)"
        ),
        lambda match: _rating(match) if match["sign"] != "+" or len(match["letters"]) > 1 else (),
    ),
    Rule(
        re.compile(
            r"\b[A-G](?:[♭♯]|[- ](?:flat|sharp))? (?P<mode>(?:min|maj)\b\.?)(?=[\s,.;:)]|$)"
        ),
        _mode,
    ),
)
RULES = (
    Rule(
        re.compile(r"(?<=\b[A-G])[♭♯]"),
        lambda match: whole(match, _ACCIDENTALS[match[0]]),
    ),
    Rule(
        re.compile(rf"(?<!\w)(?P<mass>[¹²³⁴-⁹⁰]{{1,3}})(?P<element>{'|'.join(_ELEMENTS)})(?!\w)"),
        _isotope,
    ),
    Rule(
        re.compile(rf"(?<!\w)[{''.join(_GREEK)}](?![A-Za-zα-ωΑ-Ω])"),
        lambda match: whole(match, _GREEK[match[0]]),
    ),
    Rule(re.compile(rf"(?:{_ONE_EMOJI.pattern})+"), _emoji),
    Rule(re.compile(r"\+/[-−–]"), lambda match: whole(match, " plus or minus ")),
    Rule(
        re.compile(r"(?:(?<=\()|\b(?P<per>per) )(?P<unit>m³/s|l/s|m/s|km/h|kg/m³)(?![\w/])"),
        _unit_alone,
    ),
    Rule(re.compile(r"(?<=[A-Za-z\dα-ωΑ-Ω])[²³]"), _power),
    Rule(re.compile("§§"), lambda match: whole(match, "sections")),
    Rule(re.compile("¶¶"), lambda match: whole(match, "paragraphs")),
    Rule(re.compile(r"(?<=\b[ACFG])#(?!\w)"), lambda match: whole(match, " sharp")),
    Rule(re.compile(r"[<>]="), lambda match: whole(match, f" at {_BOUNDS[match[0]]}")),
    Rule(re.compile(r"(?<=\w )>(?= [A-Z])"), lambda match: whole(match, "then")),
    Rule(
        re.compile(r"(?<=\w )[<>](?= [a-z])|(?<=\b[A-Za-z] )[<>](?=\s?[\d.])"),
        lambda match: whole(match, _COMPARED[match[0]]),
    ),
    Rule(re.compile(f"[{_SILENT}]"), _silent),
    Rule(re.compile(r"\band(?P<sign>/)or\b"), _one_of),
    Rule(re.compile(r"(?<!\w)s/he\b"), lambda match: whole(match, "she or he")),
    Rule(
        re.compile(
            r"\b(?:he|she|his|her|him|hers|yes|either|or|father|mother)(?P<sign>/)(?=(?:she|he|her|his|him|hers|no|they|their|them|mother|father|herself)\b)"
        ),
        _between,
    ),
    Rule(
        re.compile(r"(?<![^\s(“\"‘])[a-z]{2,}(?:/[a-z]{2,})+(?=[\s)”\"’,.;:!?]|$)"),
        _or_both,
    ),
    Rule(re.compile(r"[~<>](?=\s?[\d$€£])|[&%+=@#$€£¥₩₹₽§¶°×÷±≈≥≤≠→µπ√∞¢‰]"), _sign),
)
