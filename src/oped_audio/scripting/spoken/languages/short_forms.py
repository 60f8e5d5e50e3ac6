"""What newspapers shorten in other languages than English, and what is said for it. Data."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class ShortForms:
    """The abbreviations of a language."""

    anywhere: Mapping[str, str] = field(default_factory=dict)
    """A space in one may be missing."""
    before_number: Mapping[str, str] = field(default_factory=dict)
    before_name: Mapping[str, str] = field(default_factory=dict)
    """Before a capital letter."""
    units: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Behind a number: one of it and many."""
    per: str = ""
    """Before what stands behind a slash."""
    shares: Mapping[str, str] = field(default_factory=dict)
    """What stands behind the slash: ``km/h``, ``€/ha``."""
    fractions: Mapping[str, str] = field(default_factory=dict)


SHORT_FORMS = {
    "de": ShortForms(
        anywhere={
            "z. B.": "zum Beispiel", "Z. B.": "Zum Beispiel", "d. h.": "das heißt", "D. h.": "Das heißt",
            "u. a.": "unter anderem", "U. a.": "Unter anderem", "usw.": "und so weiter", "etc.": "et cetera",
            "bzw.": "beziehungsweise", "ca.": "circa", "vgl.": "vergleiche", "Vgl.": "Vergleiche",
            "evtl.": "eventuell", "ggf.": "gegebenenfalls", "sog.": "sogenannte", "inkl.": "inklusive",
            "o. Ä.": "oder Ähnliches", "u. Ä.": "und Ähnliches", "i. d. R.": "in der Regel",
            "z. T.": "zum Teil", "v. a.": "vor allem", "u. v. m.": "und vieles mehr", "s. o.": "siehe oben",
            "p. a.": "pro Jahr", "e. V.": "E V", "i. e.": "das heißt", "a. D.": "außer Dienst",
            "i. R.": "im Ruhestand", "Mio.": "Millionen", "Mrd.": "Milliarden", "Mill.": "Millionen",
            "Bio.": "Billionen", "Tsd.": "Tausend", "geb.": "geboren", "gest.": "gestorben",
            "verh.": "verheiratet", "Jh.": "Jahrhundert", "Jhs.": "Jahrhunderts", "Jhd.": "Jahrhundert",
            "Jhdt.": "Jahrhundert", "n. Chr.": "nach Christus", "v. Chr.": "vor Christus",
            "Prof.": "Professor", "Dr.": "Doktor", "Dipl.-Ing.": "Diplomingenieur", "Hrsg.": "Herausgeber",
            "max.": "maximal", "u.": "und", "Std.": "Stunden", "Min.": "Minuten", "Sek.": "Sekunden",
            "Str.": "Straße", "Tel.": "Telefon", "einschl.": "einschließlich", "bspw.": "beispielsweise",
            "Mwst.": "Mehrwertsteuer", "MwSt.": "Mehrwertsteuer", "Jg.": "Jahrgang", "rd.": "rund", "lt.": "laut",
            "Okt.": "Oktober", "Nov.": "November", "Dez.": "Dezember", "Jan.": "Januar", "Feb.": "Februar",
            "Sept.": "September", "Aug.": "August", "Apr.": "April", "Mo.-Fr.": "Montag bis Freitag",
            "ff.": "fortfolgende", "km/h": "Kilometer pro Stunde", "Abg.": "Abgeordnete",
        },
        before_number={
            "Nr.": "Nummer", "Art.": "Artikel", "Abs.": "Absatz", "S.": "Seite", "Bd.": "Band", "Kap.": "Kapitel",
            "Abb.": "Abbildung", "mind.": "mindestens", "Mind.": "Mindestens", "§§": "Paragrafen",
            "§": "Paragraf", "Ziff.": "Ziffer", "Z.": "Zeile", "Az.": "Aktenzeichen", "Tab.": "Tabelle",
            "Rn.": "Randnummer", "~": "etwa", "Lit.": "Litera",
        },
        before_name={"Hr.": "Herr", "Hrn.": "Herrn", "Fr.": "Frau", "St.": "Sankt", "Frl.": "Fräulein"},
        units={
            "km": ("Kilometer", "Kilometer"), "m": ("Meter", "Meter"), "cm": ("Zentimeter", "Zentimeter"),
            "mm": ("Millimeter", "Millimeter"), "kg": ("Kilogramm", "Kilogramm"), "g": ("Gramm", "Gramm"),
            "mg": ("Milligramm", "Milligramm"), "t": ("Tonne", "Tonnen"), "l": ("Liter", "Liter"),
            "ha": ("Hektar", "Hektar"), "km²": ("Quadratkilometer", "Quadratkilometer"),
            "m²": ("Quadratmeter", "Quadratmeter"), "qm": ("Quadratmeter", "Quadratmeter"),
            "m³": ("Kubikmeter", "Kubikmeter"), "kWh": ("Kilowattstunde", "Kilowattstunden"),
            "MWh": ("Megawattstunde", "Megawattstunden"), "GWh": ("Gigawattstunde", "Gigawattstunden"),
            "TWh": ("Terawattstunde", "Terawattstunden"), "kW": ("Kilowatt", "Kilowatt"),
            "MW": ("Megawatt", "Megawatt"), "GW": ("Gigawatt", "Gigawatt"), "°C": ("Grad Celsius", "Grad Celsius"),
            "° C": ("Grad Celsius", "Grad Celsius"), "°": ("Grad", "Grad"), "Mio": ("Million", "Millionen"),
            "Mrd": ("Milliarde", "Milliarden"),
            "Mio.": ("Million", "Millionen"), "Mrd.": ("Milliarde", "Milliarden"), "Std.": ("Stunde", "Stunden"),
            "Min.": ("Minute", "Minuten"), "Sek.": ("Sekunde", "Sekunden"), "Std": ("Stunde", "Stunden"), "Min": ("Minute", "Minuten"),
            "ct": ("Cent", "Cent"), "dB": ("Dezibel", "Dezibel"), "GB": ("Gigabyte", "Gigabyte"),
            "µg": ("Mikrogramm", "Mikrogramm"), "μg": ("Mikrogramm", "Mikrogramm"), "PS": ("PS", "PS"),
            "Euro": ("Euro", "Euro"), "€": ("Euro", "Euro"),
        },
        per="pro",
        shares={
            "h": "Stunde", "Std.": "Stunde", "s": "Sekunde", "kg": "Kilogramm", "km": "Kilometer", "m²": "Quadratmeter",
            "qm": "Quadratmeter", "m³": "Kubikmeter", "ha": "Hektar", "l": "Liter", "Tag": "Tag", "Monat": "Monat",
            "Jahr": "Jahr", "kWh": "Kilowattstunde", "MWh": "Megawattstunde", "t": "Tonne", "Woche": "Woche",
        },
        fractions={
            "1/2": "ein halb", "1/3": "ein Drittel", "2/3": "zwei Drittel", "1/4": "ein Viertel",
            "3/4": "drei Viertel", "1/5": "ein Fünftel", "2/5": "zwei Fünftel", "1/10": "ein Zehntel",
        },
    ),
    "fr": ShortForms(
        anywhere={
            "p. ex.": "par exemple", "c.-à-d.": "c’est-à-dire", "etc.": "et cetera", "env.": "environ", "hab.": "habitants",
            "et suiv.": "et suivantes", "apr. J.-C.": "après Jésus-Christ", "av. J.-C.": "avant Jésus-Christ",
            "janv.": "janvier", "févr.": "février", "avr.": "avril", "juill.": "juillet", "juil.": "juillet",
            "sept.": "septembre", "oct.": "octobre", "nov.": "novembre", "déc.": "décembre", "cf.": "confer",
            "chap.": "chapitre", "vol.": "volume", "éd.": "édition", "Mme": "madame", "Mmes": "mesdames",
            "Mlle": "mademoiselle", "MM.": "messieurs", "bd.": "boulevard", "tél.": "téléphone", "min.": "minutes",
            "max.": "maximum", "dép.": "département", "km/h": "kilomètres à l’heure",
        },
        before_number={
            "n°": "numéro", "N°": "numéro", "nº": "numéro", "no": "numéro", "nos": "numéros", "n°s": "numéros",
            "art.": "article", "p.": "page", "pp.": "pages", "al.": "alinéa", "fig.": "figure", "§": "paragraphe",
            "env.": "environ", "~": "environ", "t.": "tome",
        },
        before_name={
            "M.": "monsieur", "Dr": "docteur", "Drs": "docteurs", "Pr": "professeur", "Mgr": "monseigneur",
            "Me": "maître", "Ste": "sainte", "St": "saint", "Vve": "veuve",
        },
        units={
            "km": ("kilomètre", "kilomètres"), "m": ("mètre", "mètres"), "cm": ("centimètre", "centimètres"),
            "mm": ("millimètre", "millimètres"), "kg": ("kilo", "kilos"), "g": ("gramme", "grammes"),
            "mg": ("milligramme", "milligrammes"), "t": ("tonne", "tonnes"), "ha": ("hectare", "hectares"),
            "l": ("litre", "litres"), "L": ("litre", "litres"), "km²": ("kilomètre carré", "kilomètres carrés"),
            "m²": ("mètre carré", "mètres carrés"), "m2": ("mètre carré", "mètres carrés"),
            "m³": ("mètre cube", "mètres cubes"), "m3": ("mètre cube", "mètres cubes"),
            "kWh": ("kilowattheure", "kilowattheures"), "MWh": ("mégawattheure", "mégawattheures"),
            "TWh": ("térawattheure", "térawattheures"), "kW": ("kilowatt", "kilowatts"),
            "MW": ("mégawatt", "mégawatts"), "GW": ("gigawatt", "gigawatts"),
            "°C": ("degré Celsius", "degrés Celsius"), "° C": ("degré Celsius", "degrés Celsius"),
            "°": ("degré", "degrés"), "M€": ("million d’euros", "millions d’euros"),
            "Md€": ("milliard d’euros", "milliards d’euros"), "Mds€": ("milliard d’euros", "milliards d’euros"),
            "Mds": ("milliard", "milliards"), "Md": ("milliard", "milliards"), "Mds d’€": ("milliard d’euros", "milliards d’euros"),
            "k€": ("mille euros", "mille euros"), "s": ("seconde", "secondes"), "min": ("minute", "minutes"),
            "mn": ("minute", "minutes"), "dB": ("décibel", "décibels"), "Go": ("gigaoctet", "gigaoctets"), "h": ("heure", "heures"),
            "hab.": ("habitant", "habitants"),
            "µg": ("microgramme", "microgrammes"), "ch": ("cheval", "chevaux"), "p.": ("page", "pages"),
        },
        per="par",
        shares={
            "h": "heure", "mois": "mois", "an": "an", "jour": "jour", "j": "jour", "semaine": "semaine", "kg": "kilo",
            "km": "kilomètre", "m²": "mètre carré", "m³": "mètre cube", "ha": "hectare", "l": "litre", "s": "seconde",
            "t": "tonne", "MWh": "mégawattheure", "kWh": "kilowattheure", "hab.": "habitant", "km²": "kilomètre carré",
        },
        fractions={
            "1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts",
            "1/5": "un cinquième", "1/10": "un dixième",
        },
    ),
    "es": ShortForms(
        anywhere={
            "p. ej.": "por ejemplo", "P. ej.": "Por ejemplo", "EE. UU.": "Estados Unidos", "EE UU": "Estados Unidos",
            "EEUU": "Estados Unidos", "RR. HH.": "recursos humanos", "FF. AA.": "Fuerzas Armadas",
            "etc.": "etcétera", "a. C.": "antes de Cristo", "d. C.": "después de Cristo", "aprox.": "aproximadamente",
            "Ud.": "usted", "Uds.": "ustedes", "Vd.": "usted", "tb.": "también", "pte.": "presidente",
            "Admón.": "Administración", "admón.": "administración", "ayto.": "ayuntamiento",
            "aytos.": "ayuntamientos", "Ayto.": "Ayuntamiento", "depto.": "departamento", "dpto.": "departamento",
            "avda.": "avenida", "Avda.": "Avenida", "Cía.": "Compañía", "cap.": "capítulo", "vol.": "volumen",
            "mill.": "millones", "máx.": "máximo", "mín.": "mínimo", "tel.": "teléfono", "izq.": "izquierda",
            "dcha.": "derecha", "km/h": "kilómetros por hora", "+/-": "más o menos", "Gral.": "general",
        },
        before_number={
            "n.º": "número", "N.º": "número", "nº": "número", "Nº": "número", "n°": "número", "núm.": "número",
            "núms.": "números", "pág.": "página", "págs.": "páginas", "p.": "página", "pp.": "páginas",
            "art.": "artículo", "arts.": "artículos", "C/": "calle", "c/": "calle", "~": "unos",
        },
        before_name={
            "D.": "don", "Dña.": "doña", "D.ª": "doña", "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita",
            "Sres.": "señores", "Dr.": "doctor", "Dra.": "doctora", "Prof.": "profesor", "Sto.": "santo",
            "Sta.": "santa", "Excmo.": "excelentísimo", "Mons.": "monseñor",
        },
        units={
            "km": ("kilómetro", "kilómetros"), "m": ("metro", "metros"), "cm": ("centímetro", "centímetros"),
            "mm": ("milímetro", "milímetros"), "kg": ("kilo", "kilos"), "g": ("gramo", "gramos"),
            "mg": ("miligramo", "miligramos"), "t": ("tonelada", "toneladas"), "ha": ("hectárea", "hectáreas"),
            "ha.": ("hectárea", "hectáreas"), "l": ("litro", "litros"), "km²": ("kilómetro cuadrado", "kilómetros cuadrados"),
            "m²": ("metro cuadrado", "metros cuadrados"), "m2": ("metro cuadrado", "metros cuadrados"),
            "m³": ("metro cúbico", "metros cúbicos"), "m3": ("metro cúbico", "metros cúbicos"),
            "hm³": ("hectómetro cúbico", "hectómetros cúbicos"), "hm3": ("hectómetro cúbico", "hectómetros cúbicos"),
            "kWh": ("kilovatio hora", "kilovatios hora"), "MWh": ("megavatio hora", "megavatios hora"),
            "kW": ("kilovatio", "kilovatios"), "MW": ("megavatio", "megavatios"), "GW": ("gigavatio", "gigavatios"),
            "ºC": ("grado Celsius", "grados Celsius"), "°C": ("grado Celsius", "grados Celsius"),
            "º C": ("grado Celsius", "grados Celsius"), "°": ("grado", "grados"),
            "M€": ("millón de euros", "millones de euros"), "min": ("minuto", "minutos"), "s": ("segundo", "segundos"),
            "dB": ("decibelio", "decibelios"), "µg": ("microgramo", "microgramos"), "h": ("hora", "horas"), "hab.": ("habitante", "habitantes"),
            "mill. de": ("millón de", "millones de"), "pp": ("punto porcentual", "puntos porcentuales"),
        },
        per="por",
        shares={
            "h": "hora", "año": "año", "mes": "mes", "día": "día", "semana": "semana", "kg": "kilo", "km": "kilómetro",
            "m²": "metro cuadrado", "m2": "metro cuadrado", "m³": "metro cúbico", "ha": "hectárea", "l": "litro",
            "s": "segundo", "t": "tonelada", "MWh": "megavatio hora", "kWh": "kilovatio hora", "hab.": "habitante",
            "km²": "kilómetro cuadrado",
        },
        fractions={
            "1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto", "3/4": "tres cuartos",
            "1/5": "un quinto", "1/10": "un décimo",
        },
    ),
}  # fmt: skip
