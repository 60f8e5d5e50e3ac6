"""Amounts of money: the currency is said behind the amount and its scale. Pure."""

import re
from dataclasses import dataclass

from oped_audio.scripting.spoken.english.grammar import is_before_noun
from oped_audio.scripting.spoken.english.numbers import (
    DASH,
    NUMBER,
    SCALE,
    SHORT_SCALES,
    cardinal,
    number,
    plural,
    value,
)
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole


@dataclass(frozen=True, slots=True)
class _Currency:
    one: str
    many: str
    cent: str = ""
    cents: str = ""


def _of(name: str) -> _Currency:
    """Dollars of a country."""
    return _Currency(f"{name} dollar", f"{name} dollars", "cent", "cents")


_DOLLAR = _Currency("dollar", "dollars", "cent", "cents")
_EURO = _Currency("euro", "euros", "cent", "cents")
_POUND = _Currency("pound", "pounds", "penny", "pence")
_YUAN = _Currency("yuan", "yuan")
_RUPEE = _Currency("rupee", "rupees", "paisa", "paise")
_FRANC = _Currency("Swiss franc", "Swiss francs", "centime", "centimes")
_CURRENCIES = {
    "$": _DOLLAR, "US$": _of("U S"), "U.S.$": _of("U S"), "A$": _of("Australian"),
    "AU$": _of("Australian"), "C$": _of("Canadian"), "CA$": _of("Canadian"),
    "HK$": _of("Hong Kong"), "NZ$": _of("New Zealand"), "S$": _of("Singapore"),
    "NT$": _of("New Taiwan"), "R$": _Currency("real", "reais", "centavo", "centavos"),
    "€": _EURO, "£": _POUND, "¥": _Currency("yen", "yen"),
    "JP¥": _Currency("yen", "yen"), "CN¥": _YUAN,
    "₩": _Currency("won", "won"), "₹": _RUPEE, "Rs": _RUPEE, "Rs.": _RUPEE,
    "₽": _Currency("ruble", "rubles", "kopek", "kopeks"), "₺": _Currency("lira", "lira"),
    "₪": _Currency("shekel", "shekels", "agora", "agorot"), "₦": _Currency("naira", "naira"),
    "₴": _Currency("hryvnia", "hryvnias"), "₫": _Currency("dong", "dong"),
    "₱": _Currency("Philippine peso", "Philippine pesos"), "฿": _Currency("baht", "baht"),
    "kr": _Currency("krone", "kroner"), "zł": _Currency("zloty", "zlotys"), "Tk": _Currency("taka", "taka"),
}  # fmt: skip
_CODES = {
    "USD": _of("U S"), "EUR": _EURO, "GBP": _POUND, "CNY": _YUAN, "RMB": _YUAN, "INR": _RUPEE,
    "CHF": _FRANC, "JPY": _Currency("yen", "yen"), "KRW": _Currency("won", "won"),
    "AUD": _of("Australian"), "CAD": _of("Canadian"), "NZD": _of("New Zealand"),
    "HKD": _of("Hong Kong"), "SGD": _of("Singapore"), "NTD": _of("New Taiwan"),
    "RUB": _Currency("ruble", "rubles"), "SEK": _Currency("Swedish krona", "Swedish kronor"),
    "NOK": _Currency("Norwegian krone", "Norwegian kroner"),
    "CLP": _Currency("Chilean peso", "Chilean pesos"), "BRL": _Currency("real", "reais"),
    "ZAR": _Currency("rand", "rand"), "PLN": _Currency("zloty", "zlotys"), "CZK": _Currency("koruna", "korunas"),
    "HUF": _Currency("forint", "forints"), "ILS": _Currency("shekel", "shekels"), "THB": _Currency("baht", "baht"),
    "IDR": _Currency("rupiah", "rupiah"), "NGN": _Currency("naira", "naira"), "VND": _Currency("dong", "dong"),
    "KES": _Currency("Kenyan shilling", "Kenyan shillings"), "PKR": _Currency("Pakistani rupee", "Pakistani rupees"),
    "EGP": _Currency("Egyptian pound", "Egyptian pounds"), "AED": _Currency("dirham", "dirhams"),
    "DKK": _Currency("Danish krone", "Danish kroner"), "MXN": _Currency("Mexican peso", "Mexican pesos"),
}  # fmt: skip
_CODE = "|".join(_CODES)
_BEFORE = _CURRENCIES | _CODES
_SIGN = "|".join(sorted(map(re.escape, _BEFORE), key=len, reverse=True))
_SHORT = "|".join(sorted(SHORT_SCALES, key=len, reverse=True))
_PER = {
    "mo": "month", "month": "month", "yr": "year", "year": "year", "y": "year", "wk": "week",
    "week": "week", "d": "day", "day": "day", "hr": "hour", "h": "hour", "hour": "hour",
    "kg": "kilogram", "lb": "pound", "bbl": "barrel", "b": "barrel", "barrel": "barrel", "ton": "ton",
    "tonne": "tonne", "gallon": "gallon", "gal": "gallon", "MWh": "megawatt hour",
    "kWh": "kilowatt hour", "oz": "ounce", "litre": "litre", "liter": "liter", "person": "person",
    "night": "night", "share": "share", "head": "head", "qtr": "quarter", "ha": "hectare",
    "sqft": "square foot", "sqm": "square meter",
}  # fmt: skip


def _amount(match: re.Match[str]) -> tuple[Said, ...]:
    """``$3.5 million`` -> ``three point five``, ``million dollars``: a token each."""
    currency = _BEFORE[match["sign"]]
    scale = match["scale"] or SHORT_SCALES.get(match["short"] or "", "")
    exact = "" if scale else _exact(match["amount"], currency)
    amount = exact or number(match["amount"])
    unit = "" if exact else _unit(match, currency, f"{match['amount']} {scale}".strip())
    per = (
        f"per {_PER.get(match['per'].strip('/'), match['per'].strip('/'))}" if match["per"] else ""
    )
    minus = "minus " if match["minus"] or match["minus_after"] else ""
    begin = match.start()
    said = []
    if match["to"]:
        first = f"{minus}{_first(match, currency, scale, exact=bool(exact))}"
        said = [
            Said(begin, match.start("to"), first),
            Said(match.start("to"), match.end("to"), " to "),
        ]
        begin, minus = match.end("to"), ""
    if match["scale"]:
        said.append(Said(begin, match.end("amount"), f"{minus}{amount}"))
        begin, minus, amount = match.start("gap"), " ", ""
    rest = " ".join(filter(None, (amount, scale, unit, per)))
    return (*said, Said(begin, match.end(), f"{minus}{rest}"))


def _first(match: re.Match[str], currency: _Currency, scale: str, *, exact: bool) -> str:
    """The first amount of a range, with what differs from the second one, or is written."""
    own_scale = match["first_scale"] or SHORT_SCALES.get(match["first_short"] or "", "")
    if own_scale and own_scale != scale:
        return f"{number(match['first'])} {own_scale}"
    if not scale and (exact or match["second_sign"]):
        return _exact(match["first"], currency) or f"{number(match['first'])} {currency.many}"
    return number(match["first"])


def _exact(amount: str, currency: _Currency) -> str:
    """``20.50`` -> ``twenty dollars and fifty cents``; empty if it is no such amount."""
    if not re.fullmatch(r"[\d,]*\.\d{1,3}", amount) or not currency.cent:
        return ""
    whole, _, decimals = amount.replace(",", "").partition(".")
    if len(decimals) == 3:
        if decimals[2] != "0":
            return ""
        decimals = decimals[:2]
    units, cents = int(whole or 0), int(decimals.ljust(2, "0"))
    of_cents = f"{cardinal(cents)} {currency.cent if cents == 1 else currency.cents}"
    of_units = f"{cardinal(units)} {currency.one if units == 1 else currency.many}"
    if not units and cents:
        return of_cents
    return f"{of_units} and {of_cents}" if cents else of_units


def _unit(match: re.Match[str], currency: _Currency, amount: str) -> str:
    """``dollar`` where the amount stands before what costs it: ``a $5 fee``."""
    if amount in ("1", "1.00"):
        return currency.one
    if match["gap"] == "-" or is_before_noun(match):
        return currency.one
    return currency.many


def _shared(match: re.Match[str]) -> tuple[Said, ...]:
    """``between $1.5 and $2 billion``: the first has the scale of the second, if it is less."""
    if value(match["lower"]) >= value(match["upper"]):
        return ()
    return (Said(match.start("sign"), match.end("lower"), number(match["lower"])),)


def _scaled_once(match: re.Match[str]) -> tuple[Said, ...]:
    """``$3 to 4 billion`` -> ``three to four billion dollars``."""
    if value(match["lower"]) >= value(match["upper"]):
        return ()
    scale = match["scale"] or SHORT_SCALES[match["short"]]
    return (
        Said(match.start(), match.end("lower"), number(match["lower"])),
        Said(match.start("upper"), match.end("upper"), number(match["upper"])),
        Said(match.end("upper"), match.end(), f" {scale} {_BEFORE[match['sign']].many}"),
    )


def _notes(match: re.Match[str]) -> tuple[Said, ...]:
    """``in $20s`` -> ``in twenties``."""
    return whole(match, plural(cardinal(int(match["worth"]))).removeprefix("one "))


def _named(match: re.Match[str]) -> tuple[Said, ...]:
    """``US $76 trillion``: the country is heard before the amount."""
    return groups(match, country="U S")


def _code(match: re.Match[str]) -> tuple[Said, ...]:
    """``5 million USD`` -> ``five``, ``million``, ``U S dollars``."""
    currency = _CODES[match["code"]]
    one = match["amount"] == "1" and not match["scale"]
    return groups(
        match, amount=number(match["amount"]), code=currency.one if one else currency.many
    )


def _behind(match: re.Match[str]) -> tuple[Said, ...]:
    """``5 €``, as the continent writes it."""
    currency = _CURRENCIES[match["sign"]]
    one = match["amount"] == "1" and not match["scale"]
    return groups(
        match, amount=number(match["amount"]), sign=f" {currency.one if one else currency.many}"
    )


def _said_twice(match: re.Match[str]) -> tuple[Said, ...]:
    """``$5 USD``: the code says what the sign has said."""
    return groups(match, code="")


def _cents(match: re.Match[str]) -> tuple[Said, ...]:
    one, many = {"¢": ("cent", "cents"), "c": ("cent", "cents"), "p": ("penny", "pence")}[
        match["sign"]
    ]
    amount = match["amount"]
    single = amount == "1" or (one == "cent" and is_before_noun(match))
    return (Said(match.start(), match.end(), f"{number(amount)} {one if single else many}"),)


def _old_money(match: re.Match[str]) -> tuple[Said, ...]:
    """``1s. 6d.`` -> ``one shilling``, ``and six pence``."""
    shillings, pence = (re.sub(r"\D", "", match[name]) for name in ("shillings", "pence"))
    return groups(
        match,
        shillings=f"{number(shillings)} {'shilling' if shillings == '1' else 'shillings'}",
        pence=f"and {number(pence)} {'penny' if pence == '1' else 'pence'}",
    )


def _shillings_or_pence(match: re.Match[str]) -> tuple[Said, ...]:
    """``40s. in``, ``8d. a day``: a small letter behind the full stop ends no sentence."""
    amount = match["amount"]
    one, many = {"s": ("shilling", "shillings"), "d": ("penny", "pence")}[match["coin"]]
    return whole(match, f"{number(amount)} {one if amount == '1' else many}")


_FIRST = (
    rf"(?:(?P<first>{NUMBER})\s?(?:(?P<first_scale>{SCALE})|(?P<first_short>{_SHORT}))?"
    rf"(?P<to>\s?(?:{DASH})\s?)(?P<second_sign>{_SIGN})?)?"
)
_LOWER = rf"(?P<sign>{_SIGN})\s?(?P<lower>{NUMBER})"
_UPPER = rf"(?P=sign)\s?(?P<upper>{NUMBER})(?:[\s-](?:{SCALE})|{_SHORT})\b"
RULES = (
    Rule(
        re.compile(r"(?<![\w.,£])(?P<shillings>\d{1,2}s\.?,?) (?P<pence>\d{1,2}½?d)\b(?!\w)"),
        _old_money,
    ),
    Rule(
        re.compile(r"(?<![\w.,$£€’'])(?P<amount>\d{1,2})(?P<coin>[sd])\.(?= [a-z])"),
        _shillings_or_pence,
    ),
    Rule(re.compile(r"(?<![\w$])[$£€](?P<worth>\d+)s(?!\w)"), _notes),
    Rule(re.compile(rf"(?<![\w$]){_LOWER}(?= (?:to|or) {_UPPER})"), _shared),
    Rule(re.compile(rf"\b[Bb]etween {_LOWER}(?= and {_UPPER})"), _shared),
    Rule(
        re.compile(
            rf"(?<![\w$]){_LOWER} (?:to|or) (?P<upper>{NUMBER})(?: (?P<scale>{SCALE})\b|(?P<short>{_SHORT})\b)"
        ),
        _scaled_once,
    ),
    Rule(
        re.compile(
            rf"(?<![\w])(?P<minus>[-−–](?=\D))?(?P<sign>{_SIGN})\s?(?P<minus_after>[-−])?{_FIRST}(?P<amount>{NUMBER})(?!\d)"
            rf"(?:(?P<gap>[\s-])(?P<scale>{SCALE})\b|\s?(?P<short>{_SHORT})\b)?"
            rf"(?P<per>/(?:{'|'.join(sorted(_PER, key=len, reverse=True))}|[a-z]{{3,}})\b)?"
        ),
        _amount,
    ),
    Rule(re.compile(r"(?<![\w.])(?P<country>US)(?= \$\d)"), _named),
    Rule(
        re.compile(
            rf"[$€£¥₹]\s?(?:{NUMBER})(?:[\s-](?:{SCALE})|{_SHORT})?(?P<code>\s(?:{_CODE}))(?!\w)"
        ),
        _said_twice,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,$€£¥₹/])(?P<amount>{NUMBER})(?P<scale>\s(?:{SCALE}))?\s?(?P<sign>[€£$])(?![\w$])"
        ),
        _behind,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,$€£¥₹])(?P<amount>{NUMBER})(?P<scale>[\s-](?:{SCALE}))?\s(?P<code>{_CODE})(?![\w$])"
        ),
        _code,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$€£-])(?!(?:240|360|480|720|1080|1440|2160)p)(?P<amount>\d{1,4}(?:\.\d{1,2})?)"
            r"(?P<sign>¢|p|c(?=(?: a\b| per\b|[.,;]?$| (?:in|on|to|from)\b)))(?!\w)"
        ),
        _cents,
    ),
)
