"""What the words around a homograph tell by themselves. Data.

Each class is named by what stands in it; ``CLASSES`` gives the class of a word in lower case.
"""

from collections.abc import Mapping, Sequence

_MEMBERS = {
    "link": (
        "become becomes became get gets got getting seem seems seemed remain remains remained"
        " feel feels felt look looks looked appear appears appeared stay stays stayed make makes"
        " made keep keeps kept"
    ),
    "article": "a an the any every another each no neither either",
    "possessive": "my our your their its his whose",
    "her": "her",
    "this": "this",
    "these": "these those",
    "that": "that",
    "which": "which",
    "who": "who whoever",
    "quantity": "some many several few both all most more less enough much fewer such half others",
    "plural_subject": "i we they you",
    "single_subject": (
        "he she it nobody everyone everybody someone somebody anyone nothing everything"
    ),
    "object": "me us them him themselves himself herself itself ourselves myself yourself oneself",
    "modal": (
        "will would can could shall should may might must cannot won't can't wouldn't couldn't"
        " shouldn't mustn't i'll we'll you'll they'll he'll she'll it'll i'd we'd they'd you'd"
        " he'd she'd that'll needn't let's"
    ),
    "do": "do does did don't doesn't didn't",
    "be": (
        "is are was were be been being am isn't aren't wasn't weren't it's that's they're we're"
        " you're i'm there's he's she's"
    ),
    "have": "has have had having hasn't haven't hadn't i've we've you've they've",
    "to": "to",
    "of": "of",
    "preposition": (
        "in for with by on from at into onto about against during under over between among"
        " without through after before since until despite within amid across behind beyond near"
        " around upon via per outside inside towards toward off throughout like beside beneath"
        " above below along regarding unlike post versus"
    ),
    "than": "than as",
    "and": "and or nor &",
    "but": "but yet",
    "when": (
        "when where how why if because while although though unless whether whenever wherever"
        " once whereas so what"
    ),
    "frequency": "never always often also usually rarely seldom frequently regularly",
    "adverb": (
        "not very quite still now then just even ever soon sometimes already again further only"
        " too almost rather well otherwise today tomorrow yesterday perhaps instead largely"
        " merely together thus therefore better far simply up down"
    ),
    "help": "help helps helped let lets please dare need helping",
    "adjective": (
        "stolen broken hidden written frozen chosen unknown proven forgotten known independent"
        " different important significant permanent efficient other various particular possible"
        " past present distinct opaque new old big small high low good bad great large long short"
        " young early late main major minor local national federal public private human social"
        " free full real true own same last next first second third recent current former strong"
        " weak hard soft rich poor white black red green blue top best worst key final fresh cold"
        " hot dry wet heavy light fair open due whole certain clear cheap foreign modern senior"
        " joint chief secret central northern southern eastern western friendly orderly"
        " disorderly daily weekly monthly yearly likely unlikely deadly costly elderly ugly"
        " lonely unfriendly timely outright stark sharp steep rare armed mixed raw"
    ),
    "other": (
        "polish publish finish establish punish wish fish dish abolish vanish furnish"
        " music traffic topic fabric logic epidemic critic republic clinic panic pandemic"
        " academic mechanic hospital capital trial proposal rival festival journal criminal"
        " official animal metal individual general arrival approval survival withdrawal deal goal"
        " coal signal family supply assembly reply july italy bully rally"
    ),
    "number": (
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty"
        " fifty hundred thousand million billion dozen"
    ),
    "plural": (
        "larvae species bacteria folk cattle staff data people men women children police media"
        " majority thousands millions dozens hundreds mps politicians"
    ),
    "finite": (
        "said says say shows show showed suggests suggest fell rose grew began begins came comes"
        " come went goes go took takes take left led leads ran lost won held met found brought"
        " stood told broke spread hit cost costs reveal reveals indicate indicates needs include"
        " includes continue continues happened happen mean means meant sent saw paid drew grow"
        " grows rise rises fall falls put set cut"
    ),
}

CLASSES: Mapping[str, str] = {
    word: name for name, members in _MEMBERS.items() for word in members.split()
}

_OF_ADJECTIVES = "ful ive able ible ical less al que ic ish ary est"

TIMES = frozenset(
    "day days night week month year years morning evening afternoon time summer winter"
    " spring autumn weekend monday tuesday wednesday thursday friday saturday sunday"
    " century decade hour".split()
)
"""After *every*, *this*, *last* and *next* they say when."""
WHEN = frozenset("every each this last next that one all".split())

ENDINGS: Sequence[tuple[str, str]] = (
    ("'s", "possessive"),
    ("ly", "adverb"),
    ("ing", "ing"),
    ("eed", "other"),
    ("ed", "ed"),
    ("ss", "other"),
    ("ous", "adjective"),
    ("us", "other"),
    ("is", "other"),
    ("s", "plural"),
    *((ending, "adjective") for ending in _OF_ADJECTIVES.split()),
)
"""The class of a word that ends so; the first that fits."""

TAKES_TO = frozenset(
    "mild low light slight according due subject close opposed committed led lead leads"
    " leading access response thanks key compared prior next contrary contribute contributed"
    " return returned returning objected objection addition relation regard similar equal"
    " related linked belongs belong reaction answer limited exposed exposure attention"
    " approach alternative threat damage end accustomed devoted dedicated addicted rose risen"
    " rising fell fallen falling rise fall dropped climbed jumped surged soared grew shift"
    " transition contribution resistance back opposition vulnerable listen listened listening"
    " adds added add reference".split()
)
"""Words whose *to* has a noun after it: access to, due to, rose to."""
