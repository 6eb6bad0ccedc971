"""What becomes of a decision when the captions change under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.core.anchors import Gap, Key, Place, Span
from reviewer.core.carry import Carrier, Outcome
from reviewer.core.cues import Cues, CuesBuilder
from reviewer.core.history import History
from reviewer.core.rows import CORRECTION, Decision, Edit, Rows

OLD = "so I talked with|Aine Evans about evals|and then Aine Evans left"


def cues_of(text: str) -> Cues:
    builder = CuesBuilder()
    for number, line in enumerate(text.split("|")):
        builder.add(number * 1000, number * 1000 + 900, line)
    return builder.build()


def correction(cues: Cues, first: int, last: int, meant: str) -> Edit:
    span = cues.span(first, last)
    return Edit("e", "d", CORRECTION, Place("old", span), {"words": meant, "kind": "name"})


@pytest.mark.parametrize(
    ("new", "outcome", "there"),
    [
        (OLD, Outcome.CARRIED, (4, 6)),
        ("well so I talked with Aine Evans about evals|and then Aine Evans left", Outcome.CARRIED, (5, 7)),
        ("so I talked|with Aine|Evans about evals and then Aine Evans left", Outcome.CARRIED, (4, 6)),
        ("so I talked with|Owain Evans about evals|and then Aine Evans left", Outcome.SETTLED, None),
        ("so I talked with|aine Evans about evals|and then Aine Evans left", Outcome.UNFIT, None),
        ("so I talked with|Aine Evans, about evals|and then Aine Evans left", Outcome.UNFIT, None),
        ("so I talked with|Ann Evans about evals|and then Aine Evans left", Outcome.UNFIT, None),
        ("so I talked with|about evals|and then Aine Evans left", Outcome.UNFIT, None),
        ("", Outcome.UNFIT, None),
        ("quite another text", Outcome.UNFIT, None),
    ],
)
def test_a_correction_in_the_new_words(new: str, outcome: Outcome, there: tuple[int, int] | None) -> None:
    old, other = cues_of(OLD), cues_of(new)
    carried = Carrier(old, other).carry(correction(old, 4, 6, "Owain Evans"))
    assert carried.outcome is outcome
    assert carried.span == (other.span(*there) if there else None)


def test_the_place_of_one_that_fits_no_longer_is_told_where_its_neighbours_stand() -> None:
    old, new = cues_of(OLD), cues_of("so I talked with|Aine, Evans about evals|and then Aine Evans left")
    carried = Carrier(old, new).carry(correction(old, 4, 6, "Owain Evans"))
    assert carried.near == new.span(4, 6)


@pytest.mark.parametrize(
    ("new", "outcome", "gap"),
    [
        (OLD, Outcome.CARRIED, Gap(0, 3)),
        ("oh so I talked with|Aine Evans", Outcome.CARRIED, Gap(0, 4)),
        ("so I talked briefly with|Aine Evans", Outcome.SETTLED, None),
        ("so I talked often with|Aine Evans", Outcome.CARRIED, Gap(0, 4)),
        ("something else", Outcome.UNFIT, None),
    ],
)
def test_inserted_words_go_before_the_same_word(new: str, outcome: Outcome, gap: Gap | None) -> None:
    old = cues_of(OLD)
    edit = Edit("e", "d", CORRECTION, Place("old", Span(Gap(0, 3), Gap(0, 3))), {"words": "briefly", "kind": "text"})
    carried = Carrier(old, cues_of(new)).carry(edit)
    assert carried.outcome is outcome
    assert carried.span == (Span(gap, gap) if gap else None)


def test_words_inserted_at_a_cues_end_stay_with_the_word_before() -> None:
    old, new = cues_of("one two|three"), cues_of("zero|one two|and three")
    edit = Edit("e", "d", CORRECTION, Place("old", Span(Gap(0, 2), Gap(0, 2))), {"words": "more", "kind": "text"})
    assert Carrier(old, new).carry(edit).span == Span(Gap(1, 2), Gap(1, 2))


def test_a_deletion_that_the_file_made_too_is_settled() -> None:
    old, new = cues_of("so um I went"), cues_of("so I went")
    assert Carrier(old, new).carry(correction(old, 1, 2, "")).outcome is Outcome.SETTLED


@pytest.mark.parametrize("anchor", [None, Key("ep", "title"), Place("old", Span(Gap(7, 0), Gap(9, 2)))])
def test_what_has_no_place_in_the_old_words_has_none_in_the_new(anchor: Key | Place | None) -> None:
    old = cues_of(OLD)
    edit = Edit("e", "d", CORRECTION, anchor, {"words": "x"})
    assert Carrier(old, old).carry(edit).outcome is Outcome.UNFIT


TEXT = st.lists(st.lists(st.sampled_from(["ab", "c", "d", "e"]), max_size=6).map(" ".join), max_size=6).map("|".join)


@given(TEXT, TEXT, st.data())
def test_what_is_carried_stands_on_the_same_words(one: str, other: str, data: st.DataObject) -> None:
    old, new = cues_of(one), cues_of(other)
    first = data.draw(st.integers(0, old.word_count))
    last = data.draw(st.integers(first, old.word_count))
    carried = Carrier(old, new).carry(correction(old, first, last, "zz"))
    if carried.span is not None:
        assert new.has_span(carried.span)
        there = range(new.flat(carried.span.start), new.flat(carried.span.end))
        assert [new.word(n) for n in there] == [old.word(n) for n in range(first, last)]
    assert (carried.span is not None) == (carried.outcome is Outcome.CARRIED)
    assert carried.near is None or new.has_span(carried.near)


@given(TEXT, st.data())
def test_to_the_same_words_everything_is_carried_to_its_own_place(text: str, data: st.DataObject) -> None:
    cues = cues_of(text)
    first = data.draw(st.integers(0, max(cues.word_count - 1, 0)))
    last = data.draw(st.integers(first, cues.word_count))
    if first == last:
        return
    edit = correction(cues, first, last, "zz")
    assert isinstance(edit.anchor, Place)
    assert Carrier(cues, cues).carry(edit).span == edit.anchor.span


def test_carried_heads_take_their_place_among_those_of_the_version() -> None:
    cues = cues_of(OLD)
    here = Edit("here", "d2", CORRECTION, Place("new", cues.span(5, 6)), {"words": "Evens"})
    there = Edit("there", "d1", CORRECTION, Place("old", cues.span(0, 2)), {"words": "Owain Evans"})
    decisions = (Decision("d1", "a", "r", 1, "", ""), Decision("d2", "a", "r", 2, "", ""))
    history = History(Rows(decisions, (here, there)))
    assert history.placed(CORRECTION, "new").shown == (here,)
    placed = history.placed(CORRECTION, "new", {"there": cues.span(4, 6)})
    assert placed.shown == (here,)
    assert placed.yielded == ((there, here),)
    placed = history.placed(CORRECTION, "new", {"there": cues.span(9, 11)})
    assert placed.shown == (here, there)
    assert placed.spans == (cues.span(5, 6), cues.span(9, 11))
