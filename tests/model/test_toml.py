import time

import pytest

from oped_audio.model.toml import TomlError, toml


def test_values():
    assert toml('a.b."c.d" = 1\n[e]\nf = "1.2.3"') == {"a": {"b": {"c.d": 1}}, "e": {"f": "1.2.3"}}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"[{'a.' * 500_000}b]", "a key has too many parts"),
        (f"""{"'a' . " * 100_000}b = 1""", "a key has too many parts"),
        (f"""x = {{{'"a".' * 100_000}b = 1}}""", "a key has too many parts"),
        (f"a = {'[' * 1_000_000}", "nested too deeply"),
        (f"a = {'{a=' * 300_000}", "nested too deeply"),
        (f"a = {'9' * 500_000}", "Exceeds the limit"),
        (f"a = {'a' * 500_000}", "Invalid value"),
        (f"[a]\n[{'a' * 500_000}", "Expected ']'"),
        (f"['{'a' * 500_000}']\n" * 2, "Cannot declare .*…"),
        ('"' * 500_000, "at line 1"),
        ("a" * 500_000, "Expected '='"),
    ],
)
def test_what_nobody_would_write_is_refused_at_once_and_in_few_words(text, reason):
    begun = time.process_time()
    with pytest.raises(TomlError, match=reason) as caught:
        toml(text)
    assert len(str(caught.value)) <= 121
    assert time.process_time() - begun < 2
