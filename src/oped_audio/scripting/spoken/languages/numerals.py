"""How numbers are written and said, language by language: one table each. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NONE = re.compile(r"(?!)")
_ALL = re.compile(r"\d+")
_ONE = re.compile(r"1|\d*[02-9]1")
_ENDS_IN_ONE = re.compile(r"\d*[02-9]1")
_ONE_OR_HUNDREDS = re.compile(r"1|\d*[02-9]1|\d*[2-9]\d\d(?:\d{3})?")
_ONE_TWO_OR_HUNDREDS = re.compile(r"1|2(?:\d{3})?|\d*[02-9][12](?:\d{3})?|\d*[2-9]\d\d(?:\d{3})?")


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """What num2words cannot tell about the numbers of a language."""

    converter: str
    """The name that num2words has for it."""
    point: str
    """The word for the comma before decimals."""
    to: str
    """Between the ends of a range."""
    per_cent: str
    one: str
    """Before a masculine or common noun."""
    euro: tuple[str, str]
    """One and many."""
    dollar: tuple[str, str]
    minus: str = "minus"
    thousands: str = "."
    """What may stand between thousands, besides spaces and apostrophes."""
    point_too: str = ""
    """The word for a full stop before decimals, where both are in use; empty where only one is."""
    decimals_are_a_number: bool = True
    """``12,75`` is said "seventy-five", not "seven five"."""
    one_per_cent: str = ""
    """If it is not ``one``."""
    and_cents: str = " "
    """Between ``3 €`` and ``50``."""
    hundred: str = ""
    """Within years up to 1999; empty where years are cardinals."""
    and_years: str = ""
    """After ``hundred``, if years follow."""
    of: str = ""
    """Between millions and a currency."""
    scales: str = ""
    """Pattern of the words that a currency stands after or before, such as millions."""
    full_scales: Mapping[str, str] = field(default_factory=dict)
    """Those that are abbreviations, in full."""
    gendered: re.Pattern[str] = _NONE
    """Figures whose words follow the gender of what is counted: left to the engine."""
    shortened: re.Pattern[str] = _NONE
    """Figures, besides 1, whose words are others before a currency: left to the engine there."""
    wrong: re.Pattern[str] = _NONE
    """Figures for which num2words has no good words."""
    highest: int = 10**12 - 1
    """The highest number that is said in words."""
    respelled: tuple[tuple[str, str], ...] = ()
    """Patterns in what num2words says, and what engines read better."""
    day: str = ""
    """What makes a number an ordinal before a month: a pattern after its figures."""
    months: str = ""
    days_and: str = ""
    """Words between two days of a month."""
    marks: str = ""
    """Pattern of what makes a number an ordinal."""
    feminine_marks: str = ""
    feminine: tuple[str, str] = ("", "")
    """The end of an ordinal, and the end of its feminine."""
    highest_ordinal: int = 0
    full_stop_is_ordinal: bool = False
    """Whether ``5.`` within a sentence is an ordinal."""
    declined: bool = False
    """Whether ordinals have the endings of German."""
    tens_ending: str = ""
    """``80er`` is said as the number with this ending."""


_SCANDINAVIAN_MONTHS = (
    "januar[iy]?|februar[iy]?|mars|marts|april|maj|mai|jun[iy]|jul[iy]|august[iy]?|september|oktober"
    "|november|december|desember"
)

NUMERALS = {
    "de": Numerals(
        converter="de", point="Komma", to="bis", per_cent="Prozent", one="ein",
        euro=("Euro", "Euro"), dollar=("Dollar", "Dollar"), decimals_are_a_number=False,
        hundred="hundert", gendered=re.compile(r"1|\d+01"), shortened=re.compile(r"\d+01"),
        wrong=re.compile(r"\d+01\d{3}"),
        full_scales={"Mio.": "Millionen", "Mrd.": "Milliarden"}, scales=r"Mio\.|Mrd\.|Million(?:en)?|Milliarden?|Billion(?:en)?",
        day=r"\.", days_and="und(?: dem| den)?|bis(?: zum)?|oder",
        months="Jan(?:uar|\\.)|Jänner|Feb(?:ruar|\\.)|März|Apr(?:il|\\.)|Mai|Juni|Juli|Aug(?:ust|\\.)"
        "|Sept(?:ember|\\.)|Okt(?:ober|\\.)|Nov(?:ember|\\.)|Dez(?:ember|\\.)|Jahrhunderts?|Jhd?t?s?\\.",
        full_stop_is_ordinal=True, declined=True, tens_ending="er", highest_ordinal=31,
    ),
    "fr": Numerals(
        converter="fr", point="virgule", to="à", per_cent="pour cent", one="un", minus="moins",
        euro=("euro", "euros"), dollar=("dollar", "dollars"), thousands="", of="d’|de ",
        scales="millions?|milliards?", gendered=re.compile(r"1|\d*[02-68]1"),
        marks="ers?|res?|es?|èmes?", feminine_marks="res?", feminine=("ier", "ière"),
        highest_ordinal=999,
    ),
    "es": Numerals(
        converter="es", point="coma", point_too="punto", to="a", per_cent="por ciento", one="un",
        one_per_cent="uno", minus="menos", euro=("euro", "euros"), dollar=("dólar", "dólares"),
        of="de ", scales="millón|millones|billón|billones", gendered=_ONE_OR_HUNDREDS,
        shortened=_ENDS_IN_ONE, wrong=re.compile(r"\d*[02-9]1(?:\d{3})+"),
        marks="\\.?[ºª]|\\.?er", feminine_marks="\\.?ª", feminine=("o", "a"), highest_ordinal=10,
    ),
    "it": Numerals(
        converter="it", point="virgola", to="a", per_cent="per cento", one="un", minus="meno",
        one_per_cent="uno", euro=("euro", "euro"), dollar=("dollaro", "dollari"), of="di ",
        and_cents=" e ", scales="milion[ei]|miliard[oi]", gendered=re.compile("1"),
        marks="[ºª]|°(?= [a-z])", feminine_marks="ª", feminine=("o", "a"), highest_ordinal=99,
    ),
    "pt": Numerals(
        converter="pt", point="vírgula", to="a", per_cent="por cento", one="um", minus="menos",
        euro=("euro", "euros"), dollar=("dólar", "dólares"), of="de ", and_cents=" e ",
        scales="milhão|milhões|bilhão|bilhões|mil milhões", gendered=_ONE_TWO_OR_HUNDREDS,
        highest=10**9 - 1, marks="\\.?[ºª]", feminine_marks="\\.?ª", feminine=("o", "a"),
        highest_ordinal=99,
    ),
    "nl": Numerals(
        converter="nl", point="komma", to="tot", per_cent="procent", one="één", minus="min",
        euro=("euro", "euro"), dollar=("dollar", "dollar"), hundred=" honderd ",
        scales="miljoen|miljard|biljoen|mln\\.?|mld\\.?",
        respelled=(
            (r"(?<=\w)(?=honderd|duizend)|(?<=honderd|duizend)(?=\w)", " "),
            (r"(?<=\w)[eë]n(?=(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)", " en "),
        ),
        marks="e|de|ste", highest_ordinal=999,
    ),
    "sv": Numerals(
        converter="sv", point="komma", to="till", per_cent="procent", one="en",
        euro=("euro", "euro"), dollar=("dollar", "dollar"), hundred="hundra",
        scales="miljon(?:er)?|miljard(?:er)?|biljon(?:er)?", gendered=_ONE,
        shortened=_ENDS_IN_ONE, highest=999_999, respelled=(("ttt", "tt"),),
        day="(?=\\s)", months=_SCANDINAVIAN_MONTHS, days_and="och|eller",
        marks=":[ae]", highest_ordinal=99,
    ),
    "da": Numerals(
        converter="da", point="komma", to="til", per_cent="procent", one="en",
        euro=("euro", "euro"), dollar=("dollar", "dollar"), wrong=_ALL,
        scales="million(?:er)?|milliard(?:er)?|billion(?:er)?|mio\\.|mia\\.",
        day=r"\.", months=_SCANDINAVIAN_MONTHS, days_and="og|eller", highest_ordinal=31,
        respelled=(("tredivete", "tredivte"),), full_stop_is_ordinal=True,
    ),
    "no": Numerals(
        converter="no", point="komma", to="til", per_cent="prosent", one="en",
        euro=("euro", "euro"), dollar=("dollar", "dollar"), hundred=" hundre ", and_years="og ",
        scales="million(?:er)?|milliard(?:er)?|billion(?:er)?|mill\\.|mrd\\.",
        gendered=_ONE, wrong=re.compile(r"\d*[02-9]1\d{3}"), highest=999_999,
        respelled=((r"\ben (?=hundre|tusen)", "ett "), ("trettførste", "trettende")),
        day=r"\.", months=_SCANDINAVIAN_MONTHS, days_and="og|eller", highest_ordinal=31,
        full_stop_is_ordinal=True,
    ),
    "ca": Numerals(
        converter="ca", point="coma", to="a", per_cent="per cent", one="un", minus="menys",
        euro=("euro", "euros"), dollar=("dòlar", "dòlars"), of="d’|de ",
        scales="milió|milions|bilió|bilions", gendered=_ONE_TWO_OR_HUNDREDS,
    ),
    "ro": Numerals(
        converter="ro", point="virgulă", to="până la", per_cent="la sută", one="un",
        one_per_cent="unu", euro=("euro", "euro"), dollar=("dolar", "dolari"), of="de ",
        scales="milion|milioane|miliard|miliarde",
        gendered=re.compile(r"\d*[02-9][12]|[12]|\d*12"),
        shortened=re.compile(r"\d*[2-9]\d|\d+00"),
    ),
    "id": Numerals(
        converter="id", point="koma", to="sampai", per_cent="persen", one="satu",
        euro=("euro", "euro"), dollar=("dolar", "dolar"), decimals_are_a_number=False,
        scales="juta|miliar|triliun",
    ),
}  # fmt: skip
NUMERALS["nb"] = NUMERALS["nn"] = NUMERALS["no"]
