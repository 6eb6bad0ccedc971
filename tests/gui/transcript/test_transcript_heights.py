from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.transcript.heights import Estimate, Heights

ESTIMATE = Estimate(by_letter=0.5, by_paragraph=10.0)


def heights_of(letters: list[int]) -> Heights:
    before = [0, *accumulate(letters)]
    heights = Heights(len(letters), before.__getitem__)
    heights.estimate_by(ESTIMATE)
    return heights


LETTERS = st.lists(st.integers(0, 900), min_size=1, max_size=40)


@given(LETTERS, st.data())
def test_a_paragraph_stands_where_those_above_it_end(letters: list[int], data: st.DataObject) -> None:
    heights = heights_of(letters)
    expected = [n * 0.5 + 10 for n in letters]
    numbers = st.integers(0, len(letters) - 1)
    for number, height in data.draw(st.lists(st.tuples(numbers, st.integers(0, 500)))):
        if height:
            heights.learn(number, height)
            expected[number] = height
        else:
            heights.forget(number)
            expected[number] = letters[number] * 0.5 + 10
    tops = [0, *accumulate(expected)]
    assert [heights.top(n) for n in range(len(letters) + 1)] == pytest.approx(tops)
    assert heights.total == pytest.approx(tops[-1])


@given(LETTERS, st.floats(-100, 20_000))
def test_the_paragraph_at_a_height_holds_it(letters: list[int], y: float) -> None:
    heights = heights_of(letters)
    number = heights.at(y)
    assert heights.top(number) <= y or number == 0
    assert y < heights.top(number + 1) or number == len(letters) - 1


def test_another_measure_forgets_what_was_laid_out() -> None:
    heights = heights_of([100, 100])
    heights.learn(0, 99)
    heights.estimate_by(Estimate(1.0, 0.0))
    assert (heights.known(0), heights.total) == (0, 200)
