from typing import get_args

from oped_audio.model.roles import VOICE_ROLE_OF, VOICE_ROLES
from oped_audio.model.script import UtteranceRole


def test_everything_that_is_said_falls_under_one_role():
    assert {*VOICE_ROLE_OF} == {*get_args(UtteranceRole)}
    assert {*VOICE_ROLE_OF.values()} == {*VOICE_ROLES}
    assert all(VOICE_ROLE_OF[role] == role for role in VOICE_ROLES)
