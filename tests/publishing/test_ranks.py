import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.publishing.ranks import ranks

LEVELS = st.lists(st.integers(1, 12), min_size=1, max_size=30)


@given(LEVELS)
def test_ranks_have_no_gaps_and_keep_what_is_deeper_deeper(levels):
    found = ranks(levels)
    assert found[0] == 1
    assert all(1 <= rank <= 6 for rank in found)
    for index in range(1, len(levels)):
        assert found[index] <= found[index - 1] + 1
        if levels[index] <= levels[index - 1]:
            assert found[index] <= found[index - 1]
        elif found[index - 1] < 6:
            assert found[index] == found[index - 1] + 1


@pytest.mark.parametrize(
    ("levels", "found"),
    [([1, 1, 2, 1], (1, 1, 2, 1)), ([1, 3, 3, 2], (1, 2, 2, 2)), ([2, 1], (1, 1))],
)
def test_examples_of_ranks(levels, found):
    assert ranks(levels) == found
