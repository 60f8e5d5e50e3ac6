"""Words behind which a number with a full stop is an ordinal: ``mein 11. Zug``. Data."""

GERMAN = (
    "am|im|vom|zum|zur|beim|de[rnms]|die|das|ins|[mds]?ein(?:e[rnms]?)?|kein(?:e[rnms]?)?"
    "|ihr(?:e[rnms]?)?|unser(?:e[rnms]?)?|jede[rnms]?|diese[rnms]?"
)
