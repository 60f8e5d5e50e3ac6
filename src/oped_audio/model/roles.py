"""The roles whose voice, pauses and announcements may be set, and what falls under each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from oped_audio.model.script import UtteranceRole

VoiceRole = Literal["title", "heading", "body", "quotation", "caption", "note", "about-author"]

VOICE_ROLES: tuple[VoiceRole, ...] = get_args(VoiceRole)

VOICE_ROLE_OF: Mapping[UtteranceRole, VoiceRole] = MappingProxyType(
    {
        "title": "title",
        "kicker": "title",
        "standfirst": "title",
        "byline": "title",
        "dateline": "title",
        "heading": "heading",
        "body": "body",
        "item": "body",
        "cell": "body",
        "quotation": "quotation",
        "caption": "caption",
        "credit": "caption",
        "alternative": "caption",
        "note": "note",
        "about-author": "about-author",
    }
)
