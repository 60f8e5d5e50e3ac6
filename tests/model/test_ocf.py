import pytest

from oped_audio.model.ocf import is_protected

FONTS = "http://www.idpf.org/2008/embedding"
ADOBE = "http://ns.adobe.com/pdf/enc#RC"
AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"


@pytest.mark.parametrize(
    ("algorithms", "expected"),
    [([], False), ([FONTS, ADOBE], False), ([FONTS, AES], True), ([None], True)],
)
def test_only_fonts_may_be_hidden(algorithms, expected):
    assert is_protected(algorithms) == expected
