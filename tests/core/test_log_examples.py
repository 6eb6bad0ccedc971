"""The examples of the log's description that are tests, with people who decide and merge."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.log_texts import cues_of
from tests.core.logs import VERSION, Desk

from reviewer.core.rows import CORRECTION

FIFTY = cues_of(*(f"so Aine said w{n}" for n in range(50)))


def test_a_correction_of_fifty_places_withdrawn_under_another_of_one() -> None:
    desk = Desk(FIFTY)
    a = desk.correct("Aine", "Owain")
    b = desk.correct_words(4 * 7 + 1, 4 * 7 + 2, "Owen")
    before = desk.reads
    assert sum("Owain" in cue for cue in before) == 49
    desk.withdraw(a)
    assert desk.reads == [f"so {'Owen' if n == 7 else 'Aine'} said w{n}" for n in range(50)]
    under = desk.history.edits[desk.history.edits_of(b.id)[0].over[0]]
    assert under.decision == a.id  # “stands under B”
    assert under.id not in desk.history.counting
    desk.switch(b, on=False)
    assert desk.reads == Desk(FIFTY).reads


def test_undo_of_the_withdraw_brings_the_fifty_back() -> None:
    desk = Desk(FIFTY)
    desk.correct("Aine", "Owain")
    desk.correct_words(1, 2, "Owen")
    before = desk.reads
    desk.withdraw(desk.history.decisions["ann1"])
    desk.undo()
    assert desk.reads == before
    desk.redo()
    assert sum("Aine" in cue for cue in desk.reads) == 49


def overlapping() -> tuple[Desk, Desk]:
    cues = cues_of("with Aine Evans and others")
    ann, ben = Desk(cues, "ann"), Desk(cues, "ben")
    ann.correct("Aine Evans", "Owain Evans")
    ben.correct_words(2, 4, "Evans, and")
    return ann, ben


def test_overlapping_packs_show_one_and_list_one_in_both_orders() -> None:
    ann, ben = overlapping()
    ann.merge(ben)
    ben.merge(ann)
    assert ann.reads == ben.reads == ["with Aine Evans, and others"]  # ben is later in the total order
    for desk in (ann, ben):
        placed = desk.history.placed(CORRECTION, VERSION)
        assert [(len(placed.shown), len(placed.yielded))] == [(1, 1)]


def test_who_corrects_over_both_settles_the_conflict() -> None:
    ann, ben = overlapping()
    ann.merge(ben)
    words = ann.correct_words(1, 4, "Owain Evans, and")
    shown = ann.history.edits_of(words.id)[0]
    assert len(shown.over) == 1  # the one shown; the one that yielded still does, to the new one
    assert ann.reads == ["with Owain Evans, and others"]


def test_what_another_built_on_stays_when_its_ground_is_withdrawn() -> None:
    cues = cues_of("with Aine Evans and others")
    ann, ben = Desk(cues, "ann"), Desk(cues, "ben")
    a = ann.correct("Aine Evans", "Owain Evans")
    ben.merge(ann)
    ben.correct_words(1, 3, "Owain Rhys Evans")
    ann.withdraw(a)
    for first, second in ((ann, ben), (ben, ann)):
        both = Desk(cues, "cat")
        both.merge(first, second)
        assert both.reads == ["with Owain Rhys Evans and others"]
        (top,) = both.history.placed(CORRECTION, VERSION).shown
        assert not set(top.over) & both.history.counting  # “built on a withdrawn correction”


def test_two_who_correct_a_word_differently_conflict_and_the_later_shows() -> None:
    cues = cues_of("with Aine")
    desks = [Desk(cues, name) for name in ("ann", "ben", "cat")]
    for desk, meant in zip(desks, ("Owain", "Owen", "Ian"), strict=True):
        desk.correct("Aine", meant)
    for order in permutations(desks):
        merged = Desk(cues, "dan")
        merged.merge(*order, *order)
        assert merged.reads == ["with Ian"]
        assert len(merged.history.placed(CORRECTION, VERSION).yielded) == 2


def test_undo_redo_undo_does_not_drift() -> None:
    desk = Desk(cues_of("Aine and Bob"))
    states = [desk.reads]
    for heard, meant in (("Aine", "Owain"), ("Bob", "Rob"), ("Rob", "Robert")):
        desk.correct(heard, meant)
        states.append(desk.reads)
    for _ in range(3):
        for expected in reversed(states[:-1]):
            desk.undo()
            assert desk.reads == expected
        assert desk.undo() is None
        for expected in states[1:]:
            desk.redo()
            assert desk.reads == expected
        assert desk.redo() is None


def test_after_a_new_decision_nothing_older_is_redone() -> None:
    desk = Desk(cues_of("Aine and Bob"))
    desk.correct("Aine", "Owain")
    desk.correct("Bob", "Rob")
    desk.undo()
    third = desk.correct("and", "or")
    assert desk.redo() is None
    desk.undo()
    assert desk.redo() == third
    assert desk.redo() is None
    assert desk.reads == ["Owain or Bob"]


def test_another_person_s_work_is_not_in_my_undo() -> None:
    cues = cues_of("Aine and Bob")
    ann, ben = Desk(cues, "ann"), Desk(cues, "ben")
    ann.correct("Aine", "Owain")
    ben.merge(ann)
    ben.correct("Owain", "Owen")
    ann.merge(ben)
    ann.undo()
    assert ann.reads == ["Owen and Bob"]
    assert ann.undo() is None
    ann.redo()
    assert ann.reads == ["Owen and Bob"]


STEPS = st.lists(
    st.tuples(st.sampled_from(["correct", "withdraw", "undo", "redo", "merge"]), st.integers(0, 11)), max_size=14
)


@given(STEPS, STEPS)
def test_two_people_who_work_and_merge_see_the_same(
    of_ann: list[tuple[str, int]], of_ben: list[tuple[str, int]]
) -> None:
    cues = cues_of("with Aine Evans", "and others here", "so Bob said it")
    ann, ben = Desk(cues, "ann"), Desk(cues, "ben")
    for mine, other, steps in ((ann, ben, of_ann), (ben, ann, of_ben)):
        for step, number in steps:
            _step(mine, other, step, number)
    ann.merge(ben)
    ben.merge(ann)
    assert ann.reads == ben.reads
    assert ann.history.counting == ben.history.counting
    for decision in ann.history.decisions.values():
        ann.switch(decision, on=False)
    assert ann.reads == Desk(cues).reads


def _step(mine: Desk, other: Desk, step: str, number: int) -> None:
    words = mine.cues.word_count
    first, last = number % words, min(number % words + 2, words)
    corrections = mine.text.corrections
    if step == "correct" and any(w.first < last and first < w.last for w in mine.text.words(0, words)):
        mine.correct_words(first, last, ["Owain", "x y z", "", "a b"][number % 4])
    elif step == "withdraw" and corrections:
        mine.withdraw(mine.history.decisions[corrections[number % len(corrections)].decision])
    elif step == "undo":
        mine.undo()
    elif step == "redo":
        mine.redo()
    elif step == "merge":
        mine.merge(other)


@pytest.mark.parametrize("merge_first", [True, False])
def test_a_merge_is_no_decision(merge_first: bool) -> None:
    ann, ben = overlapping()
    if merge_first:
        ann.merge(ben)
    assert ann.undo() is not None
    assert ann.undo() is None
