"""For those who write engines: what an engine must keep to, as tests. Needs pytest."""

import pytest

pytest.register_assert_rewrite("oped_audio.testing.engine_conformance")
