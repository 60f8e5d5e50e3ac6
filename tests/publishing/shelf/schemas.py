"""What the specifications ask of their JSON, as schemas of our own, each with its section."""

from typing import Any

from jsonschema import Draft202012Validator

URL = {"type": "string", "pattern": "^https://"}
NAME = {"type": "string", "minLength": 1}
DATE_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
DURATION = {"type": "string", "pattern": r"^PT\d+(\.\d+)?S$"}
HAS_SELF = {"contains": {"properties": {"rel": {"const": "self"}}}}

LINK = {  # Readium Web Publication Manifest, 2.4
    "type": "object",
    "required": ["href"],
    "properties": {
        "href": {"type": "string", "pattern": r"^[!-~]+$"},
        "type": {"type": "string", "pattern": "^[a-z]+/[a-z0-9.+-]+$"},
        "title": NAME,
        "rel": {"type": "string"},
        "duration": {"type": "number", "exclusiveMinimum": 0},
        "width": {"type": "integer", "exclusiveMinimum": 0},
        "height": {"type": "integer", "exclusiveMinimum": 0},
        "size": {"type": "integer", "exclusiveMinimum": 0},
        "alternate": {"type": "array", "items": {"$ref": "#/$defs/link"}},
        "children": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/link"}},
    },
    "additionalProperties": False,
}
MODE = {"enum": ["auditory", "tactile", "textual", "visual"]}
ACCESSIBILITY = {  # Readium's default context, accessibility metadata
    "type": "object",
    "required": ["summary", "accessMode", "accessModeSufficient", "feature", "hazard"],
    "properties": {
        "conformsTo": {"type": "array", "items": URL},
        "certification": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"certifiedBy": NAME, "credential": NAME, "report": URL},
        },
        "summary": NAME,
        "accessMode": {"type": "array", "minItems": 1, "items": MODE},
        "accessModeSufficient": {
            "type": "array",
            "minItems": 1,
            "items": {"oneOf": [MODE, {"type": "array", "minItems": 2, "items": MODE}]},
        },
        "feature": {"type": "array", "minItems": 1, "items": NAME},
        "hazard": {"type": "array", "minItems": 1, "items": NAME},
    },
    "additionalProperties": False,
}
METADATA = {  # Readium Web Publication Manifest, 2.2
    "type": "object",
    "required": ["title", "@type", "identifier", "language", "modified", "accessibility"],
    "properties": {
        "@type": {"enum": ["http://schema.org/Audiobook", "http://schema.org/Book"]},
        "conformsTo": URL,
        "title": NAME,
        "identifier": {"type": "string", "pattern": "^urn:"},
        "author": NAME,
        "narrator": {"type": "array", "minItems": 1, "items": NAME},
        "publisher": NAME,
        "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "readingProgression": {"enum": ["ltr", "rtl"]},
        "published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "modified": DATE_TIME,
        "description": NAME,
        "duration": {"type": "number", "exclusiveMinimum": 0},
        "accessibility": ACCESSIBILITY,
    },
    "additionalProperties": False,
}
TYPED_LINKS = {"type": "array", "items": {"$ref": "#/$defs/link", "required": ["type"]}}
ABSOLUTE_LINKS = {"type": "array", "items": {"$ref": "#/$defs/link", "properties": {"href": URL}}}

WEBPUB = {  # Readium Web Publication Manifest, 2.1; audiobook profile, 2
    "$defs": {"link": LINK},
    "type": "object",
    "required": ["@context", "metadata", "links", "readingOrder", "resources", "toc"],
    "properties": {
        "@context": {"const": "https://readium.org/webpub-manifest/context.jsonld"},
        "metadata": {**METADATA, "required": [*METADATA["required"], "conformsTo", "duration"]},
        "links": {**TYPED_LINKS, **HAS_SELF},
        "readingOrder": {
            **TYPED_LINKS,
            "minItems": 1,
            "contains": {"required": ["duration"], "properties": {"type": {"pattern": "^audio/"}}},
        },
        "resources": TYPED_LINKS,
        "toc": {"type": "array", "items": {"$ref": "#/$defs/link", "required": ["title"]}},
    },
    "additionalProperties": False,
}
GUIDED = {  # Readium Guided Navigation, 1.1 and 1.2
    "$defs": {
        "link": LINK,
        "object": {
            "type": "object",
            "anyOf": [{"required": ["audioref"]}, {"required": ["children"]}],
            "properties": {
                "role": {
                    "type": "array",
                    "items": {
                        "enum": ["chapter", "complementary", "endnotes", "header", "introduction"]
                    },
                },
                "audioref": {"pattern": r"^\.\./audio/[\w.-]+#t=\d+(\.\d+)?,\d+(\.\d+)?$"},
                "textref": {"pattern": r"^\.\./read-along/index\.html#[\w-]+$"},
                "text": NAME,
                "children": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/object"}},
            },
            "additionalProperties": False,
        },
    },
    "type": "object",
    "required": ["guided"],
    "properties": {
        "links": TYPED_LINKS,
        "guided": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/object"}},
    },
    "additionalProperties": False,
}
ACQUISITION = {
    "contains": {"properties": {"rel": {"pattern": "^http://opds-spec.org/acquisition"}}}
}
PUBLICATION = {  # OPDS 2.0, publications and images
    "type": "object",
    "required": ["metadata", "links", "images"],
    "properties": {
        "metadata": METADATA,
        "links": {"allOf": [ABSOLUTE_LINKS, TYPED_LINKS, HAS_SELF, ACQUISITION]},
        "images": {
            **ABSOLUTE_LINKS,
            "minItems": 1,
            "contains": {"properties": {"type": {"const": "image/jpeg"}}},
        },
    },
    "additionalProperties": False,
}
OPDS_PUBLICATION = {"$defs": {"link": LINK}, **PUBLICATION}
OPDS_FEED = {  # OPDS 2.0, pagination
    "$defs": {"link": LINK},
    "type": "object",
    "required": ["metadata", "links", "publications"],
    "properties": {
        "metadata": {
            "required": ["title", "numberOfItems", "itemsPerPage", "currentPage"],
            "properties": {
                "title": NAME,
                "description": NAME,
                "modified": DATE_TIME,
                "numberOfItems": {"type": "integer", "minimum": 0},
                "itemsPerPage": {"type": "integer", "minimum": 1},
                "currentPage": {"type": "integer", "minimum": 1},
            },
            "additionalProperties": False,
        },
        "links": {"allOf": [ABSOLUTE_LINKS, TYPED_LINKS, HAS_SELF]},
        "publications": {"type": "array", "items": PUBLICATION},
    },
    "additionalProperties": False,
}
LOCALIZABLE = {
    "oneOf": [
        NAME,
        {"type": "object", "required": ["value"], "properties": {"value": NAME, "language": NAME}},
    ]
}
RESOURCE = {  # Publication Manifest, 2.7.3
    "type": "object",
    "required": ["type", "url", "encodingFormat"],
    "properties": {
        "type": {"const": "LinkedResource"},
        "url": {"type": "string", "pattern": r"^[!-~]+$"},
        "encodingFormat": {"type": "string"},
        "rel": {"type": "array", "items": NAME},
        "name": {"type": "array", "items": LOCALIZABLE},
        "duration": DURATION,
    },
    "additionalProperties": False,
}
STRINGS = {"type": "array", "minItems": 1, "items": NAME}
AUDIOBOOK = {  # Audiobooks, 3 and 4; Publication Manifest, 2
    "type": "object",
    "required": [
        "@context", "conformsTo", "type", "id", "name", "author", "readBy", "inLanguage",
        "abridged", "dateModified", "duration", "readingOrder", "resources", "accessMode",
        "accessModeSufficient", "accessibilityFeature", "accessibilityHazard",
        "accessibilitySummary",
    ],
    "properties": {
        "@context": {
            "type": "array",
            "prefixItems": [
                {"const": "https://schema.org"},
                {"const": "https://www.w3.org/ns/pub-context"},
                {"required": ["language", "direction"]},
            ],
        },
        "conformsTo": {"const": "https://www.w3.org/TR/audiobooks/"},
        "type": {"const": "Audiobook"},
        "url": URL,
        "name": STRINGS,
        "author": STRINGS,
        "readBy": STRINGS,
        "inLanguage": STRINGS,
        "duration": DURATION,
        "abridged": {"const": False},
        "dateModified": DATE_TIME,
        "accessMode": STRINGS,
        "accessModeSufficient": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"type": {"const": "ItemList"}, "itemListElement": STRINGS},
                "required": ["type", "itemListElement"],
            },
        },
        "accessibilityFeature": STRINGS,
        "accessibilityHazard": STRINGS,
        "readingOrder": {
            "type": "array",
            "minItems": 1,
            "items": {
                **RESOURCE,
                "required": [*RESOURCE["required"], "name", "duration"],
                "properties": {**RESOURCE["properties"], "encodingFormat": {"pattern": "^audio/"}},
            },
        },
        "resources": {
            "allOf": [
                {"type": "array", "items": RESOURCE},
                {"contains": {"properties": {"rel": {"const": ["cover"]}}, "required": ["rel"]}},
                {"contains": {"properties": {"rel": {"const": ["contents"]}}, "required": ["rel"]}},
            ],
        },
    },
}  # fmt: skip
CHAPTERS = {  # Podcasting 2.0, JSON chapters 1.2
    "type": "object",
    "required": ["version", "chapters"],
    "properties": {
        "version": {"const": "1.2.0"},
        "chapters": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["startTime", "title"],
                "properties": {"startTime": {"type": "number", "minimum": 0}, "title": NAME},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def wrong(content: Any, schema: dict[str, Any]) -> list[str]:
    """Where the content is not as the schema says."""
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema).iter_errors(content)
    return [f"{error.json_path}: {error.message}" for error in found]
