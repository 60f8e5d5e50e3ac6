"""Formulas on one line."""

import pytest
from lxml import etree

from oped_audio.reading.html.formulas import formula

X, N, I2 = "<mi>x</mi>", "<mn>1</mn>", "<mn>2</mn>"
SUM = "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"
PLUS = "<mo>+</mo>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<mrow>{X}<mo>=</mo>{N}</mrow>", "x = 1"),
        (
            f"<semantics><mrow>{X}<mo>=</mo>{N}</mrow>"
            '<annotation encoding="application/x-tex">x = 1</annotation></semantics>',
            "x = 1",
        ),
        (f"<mrow><mo>−</mo>{N}</mrow>", "−1"),
        (f"<mfrac>{N}{I2}</mfrac>", "1/2"),
        (f"<mrow>{X}<mo>=</mo><mfrac>{SUM}{I2}</mfrac>{X}</mrow>", "x = (a + b)/2 x"),
        (f"<msup>{X}{I2}</msup>", "x²"),
        (f"<msup>{X}<mi>k</mi></msup>", "x^k"),
        (f"<msup>{X}{SUM}</msup>", "x^(a + b)"),
        (f"<msub>{X}{N}</msub>", "x₁"),
        (f"<msub>{X}<mi>i</mi></msub>", "x_i"),
        (f"<msubsup>{X}{N}{I2}</msubsup>", "x₁²"),
        (f"<msqrt>{X}{PLUS}{N}</msqrt>", "√(x + 1)"),
        (f"<msqrt>{I2}</msqrt>", "√2"),
        (f"<mroot>{X}<mn>3</mn></mroot>", "³√x"),
        (f"<mover>{X}<mo>→</mo></mover>", "x→"),
        (f"<mi>f</mi><mo>\u2061</mo><mfenced>{X}<mi>y</mi></mfenced>", "f(x, y)"),
        (f"<munderover><mo>∑</mo>{X}<mi>n</mi></munderover>{X}", "∑_x^n x"),
        (f"<mtable><mtr><mtd>{X}</mtd><mtd>{N}</mtd></mtr><mtr><mtd>{I2}</mtd></mtr></mtable>",
         "x, 1; 2"),
        (f"<mfrac>{N}</mfrac>", "1"),
        ("plain", "plain"),
    ],
)  # fmt: skip
def test_what_a_formula_says(inside, expected):
    assert formula(etree.fromstring(f"<math>{inside}</math>")) == expected


@pytest.mark.parametrize(
    ("alternative", "expected"),
    [("x squared", "x squared"), (r"{\displaystyle x^{2}}", "x²"), ("", "x²")],
)
def test_an_alternative_in_words_is_preferred(alternative, expected):
    math = etree.fromstring(f"<math><msup>{X}{I2}</msup></math>")
    math.set("alttext", alternative)
    assert formula(math) == expected
