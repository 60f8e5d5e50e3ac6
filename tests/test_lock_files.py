from pathlib import Path

import pytest

LOCK_FILES = sorted((Path(__file__).parent.parent / "requirements").glob("*.txt"))


@pytest.mark.parametrize("path", LOCK_FILES, ids=lambda path: path.stem)
def test_any_pip_can_evaluate_the_markers(path):
    """That of Python 3.13 takes the release of the kernel for a version of Python's, and fails."""
    assert "platform_release" not in path.read_text()
    assert "platform_version" not in path.read_text()


def test_there_are_lock_files():
    assert len(LOCK_FILES) > 5
