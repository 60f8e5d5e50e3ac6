import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.address import address


@pytest.mark.parametrize(
    "written",
    [
        "https://example.com",
        "HTTP://example.com:8080/a%20b?c=d&e=(f)#g/h",
        "https://éxample.com/é?ü=ß#ñ",
        "http://192.168.0.1/~a/",
        "http://[2001:db8::1]:80/",
        "https://a_b.example./x;y=1,2!$'*+",
        "mailto:jane@example.com?subject=Hello%20there",
    ],
)
def test_what_is_an_address_stays_as_it_is_written(written):
    assert address(written) == written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('https://e.com/a b<c>"d"', "https://e.com/a%20b%3Cc%3E%22d%22"),
        ("https://e.com/100%", "https://e.com/100%25"),
        ("https://e.com/a%zz|^`{}", "https://e.com/a%25zz%7C%5E%60%7B%7D"),
        ("https://e.com?a[]=1#b#c", "https://e.com?a%5B%5D=1#b%23c"),
        ("https://e.com/..\\x", "https://e.com/..%5Cx"),
        ("https://e.com/\u202egpj", "https://e.com/%E2%80%AEgpj"),
        ("https://e.com/\ud800", "https://e.com/%3F"),
        ("mailto:x@y?body=<b>", "mailto:x@y?body=%3Cb%3E"),
    ],
)
def test_what_is_unfit_in_one_is_encoded(written, expected):
    assert address(written) == expected
    assert address(expected) == expected


@pytest.mark.parametrize(
    "written",
    [
        *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//e.com", "a/b", ""),
        *("http://", "http:///a", "https://?q", "http://[::1", "http://[x]/", "http://a b/"),
        *(
            "http://e.com:99999/",
            "http://e.com:0/",
            "http://e.com:x/",
            "http://a..b/",
            "http://-a/",
        ),
        *(
            "http://1.2.3.4.5/",
            "http://999.1.1.1/",
            "http://0x7f.1/",
            "http://a<b>/",
            "mailto:",
            "https://e.com\\x",
        ),
        *("https://bank.example@evil.example/", "https://u:p@e.com/", "http://xn--zzzz/"),
        f"https://e.com/{'x' * 2000}",
    ],
)
def test_what_leads_nowhere_is_none(written):
    assert address(written) is None


@given(st.text(max_size=40), st.sampled_from(["http://", "https://e.com/", "mailto:", ""]))
def test_what_is_given_is_an_address_of_itself(text, before):
    found = address(before + text)
    assert found is None or address(found) == found
