import pytest

from reviewer.gui.transcript.marks import Heard, Marks, Ranges, SliceMark, Slices, TermMark, TermSide

THREE = Slices([SliceMark(n + 1, n * 100, n * 100 + 100, "−12", "mixed") for n in range(3)])


@pytest.mark.parametrize(
    ("first", "last", "met"),
    [(0, 3, []), (0, 4, [(3, 9)]), (8, 9, [(3, 9)]), (9, 10, []), (4, 30, [(3, 9), (12, 13)]), (13, 99, [])],
)
def test_ranges_are_found_by_the_words_they_meet(first: int, last: int, met: list[tuple[int, int]]) -> None:
    assert Ranges([(12, 13), (3, 9)]).meeting(first, last) == met


@pytest.mark.parametrize(
    ("first", "last", "numbers"), [(0, 50, (1, 1)), (99, 101, (1, 2)), (250, 299, (3, 3)), (0, 300, (1, 3))]
)
def test_slices_in_sight(first: int, last: int, numbers: tuple[int, int]) -> None:
    assert THREE.numbers(first, last) == numbers


def test_no_slices_are_in_sight_without_slices() -> None:
    assert Slices().numbers(0, 100) is None


def test_a_slice_is_shown_where_it_begins() -> None:
    assert [s.number for s in THREE.beginning(100, 201)] == [2, 3]
    assert THREE.numbered(2) == SliceMark(2, 100, 200, "−12", "mixed")
    assert THREE.numbered(None) is THREE.numbered(9) is None


@pytest.mark.parametrize(("ms", "held"), [(0, False), (5, True), (19, True), (20, False), (30, True), (40, False)])
def test_heard_stretches_that_touch_are_one(ms: int, held: bool) -> None:
    assert Heard([(30, 40), (5, 10), (10, 20), (6, 8)]).holds(ms) is held


def test_terms_are_shown_in_a_chosen_slice_only() -> None:
    marks = Marks(terms=(TermMark(3, 5, TermSide.RISK),))
    assert marks.terms_meeting(0, 10) == []
    marks.chosen = THREE.numbered(1)
    assert marks.terms_meeting(0, 10) == [TermMark(3, 5, TermSide.RISK)]
    assert marks.terms_meeting(5, 10) == []
