"""A slice's sum written out: who counts it anew gets the number that stands beside it."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spectrum.spectrum_builders import lexicon, score_of

from reviewer.spectrum.explaining import amounts, decimals, explain, sum_written_out
from reviewer.spectrum.figures import Slice, SliceScore
from reviewer.spectrum.scores import band_of, shown_score

_MODIFIERS = (1.0, 0.6, 1.3, 0.6 * 1.3)
_pattern = st.lists(st.tuples(st.sampled_from([2.0, 3.0]), st.sampled_from(_MODIFIERS)), min_size=1, max_size=5)
_side = st.lists(_pattern, max_size=6).map(
    lambda patterns: sum(sum((weight * factor) ** 2 for weight, factor in hits) ** 0.5 for hits in patterns)
)


def scored(risk: float, opportunity: float, words: int) -> SliceScore:
    formula = lexicon().formula
    score = shown_score(risk, opportunity, words, formula)
    damping = formula.damping(words)
    part = Slice(1, 0, words, 0, 0, None, None)
    return SliceScore(part, words, score, band_of(score, lexicon().bands), risk, opportunity, damping, None, ())


def recounted(written: str) -> int:
    """The sum as a reader counts it, exactly, with halves away from zero."""
    match = re.fullmatch(r"100 × \((.+) − (.+)\) ÷ \((.+) \+ (.+) \+ (.+)\)", written)
    assert match is not None
    up, down, same_up, same_down, damping = map(Fraction, match.groups())
    assert (up, down) == (same_up, same_down)
    exact = 100 * (up - down) / (up + down + damping)
    whole = int(abs(exact) + Fraction(1, 2))
    return whole if exact >= 0 else -whole


@given(_side, _side, st.integers(0, 2_000))
def test_the_written_sum_gives_the_shown_score(risk: float, opportunity: float, words: int) -> None:
    score = scored(risk, opportunity, words)
    assert recounted(sum_written_out(score)) == score.score


@given(st.floats(0, 60), st.floats(0, 60), st.integers(0, 2_000))
def test_few_decimals_are_enough(risk: float, opportunity: float, words: int) -> None:
    assert decimals(scored(risk, opportunity, words)) <= 8


@pytest.mark.parametrize(
    ("risk", "opportunity", "words", "written"),
    [
        (6.0, 0.0, 200, "100 × (0.0 − 6.0) ÷ (0.0 + 6.0 + 10.0)"),
        (0.0, 0.0, 0, "100 × (0.0 − 0.0) ÷ (0.0 + 0.0 + 9.5)"),
        (4.84, 3.0, 190, "100 × (3.00 − 4.84) ÷ (3.00 + 4.84 + 9.50)"),  # −10.6; with one decimal −10.4
    ],
)
def test_there_are_as_many_decimals_as_are_needed(risk: float, opportunity: float, words: int, written: str) -> None:
    assert sum_written_out(scored(risk, opportunity, words)) == written


def test_the_amounts_have_the_decimals_of_the_sum() -> None:
    assert amounts(scored(4.84, 3.0, 190)) == "Opportunity 3.00, risk 4.84, damping 9.50"


def test_a_sum_is_written_out_as_it_is_reckoned() -> None:
    text = "We had loss of control, and they deceive; it may benefit us. It is not dangerous. " + "word " * 188
    assert explain(score_of(text)) == (
        "Opportunity 1.2, risk 5.0, damping 10.2\n100 × (1.2 − 5.0) ÷ (1.2 + 5.0 + 10.2) = −23"
    )
    assert explain(score_of("so it is")) == "No term of the lexicon counts here."
