"""Homographs whose reading depends on what is talked about, and the words that tell. Data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
    """A reading, and where it is meant: one of the conditions is enough."""

    ipa: str
    before: frozenset[str] = _NONE
    """The word before is one of these, or the two words before, joined by a hyphen, are."""
    after: frozenset[str] = _NONE
    """The word after is one of these."""
    near: frozenset[str] = _NONE
    """One of these is anywhere in the sentence, and the word is no verb."""
    unless_before: frozenset[str] = _NONE
    """After one of these ``near`` does not count."""
    is_verb: bool = False
    """The word is a verb."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_METALS = _set(
    "mercury arsenic zinc cadmium copper tin toxic blood drinking soil metal metals pipes"
    " poisoned poisoning ore ores smelter smelts smelted smelting petrol gasoline melted"
    " bullets roof roofs silver nickel chromium uranium paint pollution contaminated"
    " contamination antimony batteries molten neurotoxin pewter alloy"
    " microgrammes micrograms"
)
_OF_LEAD = _set(
    "pipe pipes piping paint paints poisoning contamination soldiers acetate ore ores"
    " shot smelter smelters smelting pollution acid glass plumbing bullets bullet coffin"
    " coffins content exposure levels service pellets concentrations roof roofing weights"
    " battery batteries crystal mines azide dust"
)
_NOT_METAL = _set(
    "the a an his her their its our to will would could can may might must narrow big new"
    " early this not and"
)
_SHIPS = _set(
    "ship ship's boat boat's stern vessel vessel's hull ferry ferry's tanker deck port"
    " starboard yacht submarine destroyer took take takes taking curtain final prow anchor"
    " waterline"
)
_ARROWS = _set(
    "arrow arrows ribbon violin string strings cello archer archers hunter knot tied tie wore"
)
_QUARRELS = _set(
    "over about with between erupted broke deepened escalated intensified rumbles rumbled blew"
)
_QUARRELSOME = _set(
    "diplomatic political bitter furious escalating public heated ugly trade family international"
)
_INTO = _set(
    "up down through around along back past round its his her their our itself tightly away"
)
_FLESH = _set(
    "muscle ligament knee hamstring calf cartilage cruciate meniscus tendon fabric hull"
    " achilles shoulder thigh hip retina lining sail"
)
_WEEPING = _set(
    "eye eyes cheek cheeks face shed sheds shedding wept weep wiped wipe wiping cry cried"
    " rolled brought single crocodile grief sorrow dabbed"
)
_FISH = _set(
    "sea fish fishing caught angler anglers grilled striped largemouth lake fillet"
    " fillets chef cod trout salmon fishery fisheries smallmouth stocks menu restaurant"
    " roasted trawlers"
)
_SCHOLARLY = _set(
    "judge judges friend friends counsel society societies man men scholar scholars"
    " professor professors journal journals profession professions treatise body discourse"
)
_FAMILY = _set(
    "mother father parents parent relatives relative grandmother grandfather wife husband"
    " population care aunt uncle monarch king queen man woman men women people dictator"
    " leader"
)
_GROUNDS = _set("legal theoretical moral empirical factual constitutional scientific philosophical")
_RUBBISH = _set(
    "collection collections collector collectors truck trucks bags bins dump tip disposal"
)
_IN_ROWS = _set("death front back skid top bottom each first second third middle savile in-a")
_WHO_WINDS = _set("is are was were be been being has had he she it i")

SENSES: Mapping[str, Sequence[Sense]] = {
    "lead": (
        Sense("ˈlɛd", after=_OF_LEAD, near=_METALS, unless_before=_NOT_METAL),
        Sense("ˈliːd"),
    ),
    "tear": (
        Sense("ˈtɪɹ", after=_set("gas duct ducts jerker stained gassed gassing")),
        Sense("ˈtɛɹ", is_verb=True),
        Sense("ˈtɛɹ", near=_FLESH | {"wear"}),
        Sense("ˈtɪɹ", near=_WEEPING),
        Sense("ˈtɛɹ", after=_set("in to of on off down up apart open through")),
        Sense("ˈtɪɹ"),
    ),
    "tears": (Sense("ˈtɛɹz", is_verb=True), Sense("ˈtɛɹz", near=_FLESH), Sense("ˈtɪɹz")),
    "bow": (
        Sense("ˈboʊ", after=_set("tie ties street bells")),
        Sense("ˈbaʊ", after=_set("to")),
        Sense("ˈbaʊ", is_verb=True),
        Sense("ˈbaʊ", near=_SHIPS),
        Sense("ˈboʊ"),
    ),
    "bows": (
        Sense("ˈbaʊz", is_verb=True),
        Sense("ˈboʊz", near=_ARROWS),
        Sense("ˈbaʊz"),
    ),
    "row": (
        Sense("ˈɹaʊ", near=_set("embroiled involved furore feud")),
        Sense("ˈɹoʊ", after=_set("of houses seats"), before=_IN_ROWS),
        Sense("ˈɹaʊ", after=_QUARRELS, before=_QUARRELSOME),
        Sense("ˈɹoʊ"),
    ),
    "rows": (Sense("ˈɹaʊz", after=_QUARRELS, before=_QUARRELSOME), Sense("ˈɹoʊz")),
    "sow": (Sense("ˈsoʊ", is_verb=True), Sense("ˈsaʊ")),
    "bass": (Sense("ˈbæs", near=_FISH, after=_set("fishing")), Sense("ˈbeɪs")),
    "deserts": (
        Sense("dɪˈzɝts", before=_set("just"), is_verb=True),
        Sense("ˈdɛzɚts"),
    ),
    "refuse": (
        Sense("ˈɹɛfjuːs", after=_RUBBISH),
        Sense("ɹɪˈfjuːz", is_verb=True),
        Sense("ˈɹɛfjuːs"),
    ),
    "wound": (
        Sense("ˈwuːnd", before=_set("to could would can will may might must")),
        Sense("ˈwaʊnd", after=_INTO, before=_WHO_WINDS),
        Sense("ˈwuːnd"),
    ),
    "dogged": (
        Sense("ˈdɔːɡd", after=_set("by him his the"), before=_set("have has had")),
        Sense("ˈdɔːɡɪd"),
    ),
    "learned": (Sense("ˈlɝnɪd", after=_SCHOLARLY), Sense("ˈlɝnd")),
    "aged": (
        Sense("ˈeɪdʒd", before=_set("middle")),
        Sense("ˈeɪdʒɪd", after=_FAMILY, before=_set("the")),
        Sense("ˈeɪdʒd"),
    ),
    "bases": (Sense("ˈbeɪsiːz", before=_GROUNDS), Sense("ˈbeɪsɪz")),
}  # fmt: skip
"""For each word in lower case its senses; the first that fits is meant, the last fits always."""
