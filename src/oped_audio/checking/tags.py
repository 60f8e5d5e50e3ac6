"""Language tags: whether they are valid (BCP 47). Pure.

The registry is known as far as mistakes in it are common: two letters must be a language, three
letters must not be one that has two.
"""

import re

_FORM = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*"
    r"(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+",
    re.IGNORECASE,
)
_TWO = frozenset(
    (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
        "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
        "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
        "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
        "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk "
        "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz "
        "ve vi vo wa wo xh yi yo za zh zu"
    ).split()
)
_HAVE_TWO = frozenset(
    (
        "ara ben bul cat ces chi cze dan deu dut ell eng est eus fas fin fra fre ger gle gre guj "
        "heb hin hrv hun ice ind isl ita jpn kan kor lav lit mal mar may mkd msa nld nor pan per "
        "pol por ron rum rus slk slo slv spa sqi srp swa swe tam tel tha tur ukr urd vie wel zho"
    ).split()
)
_NO_REGIONS = frozenset(("uk", "en"))


def is_valid(tag: str) -> bool:
    """Whether a tag is one of BCP 47: ``en``, ``en-GB``, ``zh-Hant-TW``, not ``english``, ``eng``
    or ``en_GB``."""
    if not _FORM.fullmatch(tag):
        return False
    primary, *others = tag.lower().split("-")
    if len(primary) == 2 and primary not in _TWO:
        return False
    region = next((part for part in others if len(part) == 2), "")
    return primary not in _HAVE_TWO and region not in _NO_REGIONS
