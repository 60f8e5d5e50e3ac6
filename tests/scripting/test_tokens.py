import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.scripting.tokens import token_spans


def tokens(sentence: str) -> list[str]:
    return [sentence[begin:end] for begin, end in token_spans(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“Yes,” he said.", ["“Yes,”", "he", "said."]),
        ("One — two", ["One", "—", "two"]),
        ("he said—and left", ["he", "said", "—", "and", "left"]),
        ("the end—“so soon”", ["the", "end", "—", "“so", "soon”"]),
        ("he said--and left --so", ["he", "said", "--", "and", "left", "--", "so"]),
        ("said— and left–right", ["said—", "and", "left–right"]),
        ("—and “—so”", ["—", "and", "“—", "so”"]),
        ("well-known 2019-2020 co-op", ["well-known", "2019-2020", "co-op"]),
        ("好——走", ["好", "——", "走"]),
        ("10\u00a0km a day", ["10", "km", "a", "day"]),
        ("他说了。", ["他", "说", "了。"]),
        ("他说：“好，走！”", ["他", "说：", "“好，", "走！”"]),
        ("在2026年的GDP", ["在", "2026", "年", "的", "GDP"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("تحيا الحرية.", ["تحيا", "الحرية."]),
        ("—", ["—"]),
    ],
)
def test_tokens(sentence, expected):
    assert tokens(sentence) == expected


@given(st.text(st.sampled_from("ab —-“”().,中々ー。ัก\u00a0"), max_size=60) | st.text(max_size=60))
def test_every_character_but_white_space_is_in_one_token(sentence):
    spans = token_spans(sentence)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(begin < end for begin, end in spans)
    assert "".join(tokens(sentence)) == "".join(sentence.split())
