import pytest

from oped_audio.model.language import is_tag


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "EN-gb",
        "zh-Hant-TW",
        "de-DE-1901-x-abc",
        "sl-rozaj-biske",
        "es-419",
        "qaa",
        "en-u-ca-roc",
    ],
)
def test_tags(tag):
    assert is_tag(tag)


@pytest.mark.parametrize(
    "text",
    [
        *("", "e", "x", "en_GB", "en-", "-en", "en--GB", "en-a", "en GB", "en\n", "english!", "a1"),
        *(
            "../../x",
            "<script>",
            "\0",
            "zz-ZZ-ZZZZZZZZZZZ-1",
            "en-x",
            "e\u0301n",
            f"en{'-abcde' * 20}",
        ),
    ],
)
def test_what_is_no_tag(text):
    assert not is_tag(text)
