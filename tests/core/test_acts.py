"""What acts add to the log, and what they refuse."""

import pytest
from tests.core.log_texts import cues_of, insertion, reading

from reviewer.core.acts import CorrectWords, Ground, PlaceCorrection, SetValue, Together, WithdrawEdits, trimmed
from reviewer.core.anchors import LIBRARY, Key, Place
from reviewer.core.find import find_places, place_of
from reviewer.core.history import History
from reviewer.core.reading import ReadingText
from reviewer.core.rows import ASSESSMENT, CORRECTION, GLOSSARY, WITHDRAW, Decision, Edit, Rows
from reviewer.errors import Refused

EMPTY = History()


def ground(text: ReadingText, history: History = EMPTY) -> Ground:
    return Ground("v1", text, history)


def value_history(value: object) -> History:
    edit = Edit("e1", "d1", ASSESSMENT, Key("ep", "summary"), value)
    return History(Rows((Decision("d1", "me", "r", 1, "", "x"),), (edit,)))


def test_a_correction_is_one_edit_a_place() -> None:
    text = ReadingText(cues_of("Aine and Aine.", "so Aine"))
    edits = CorrectWords(tuple(find_places(text, "Aine")), "Owain", "name").edits(ground(text), "d1")
    assert [(e.decision, e.layer, e.over) for e in edits] == [("d1", CORRECTION, ())] * 3
    assert [e.value for e in edits] == [{"words": w, "kind": "name"} for w in ("Owain", "Owain.", "Owain")]
    assert [e.anchor for e in edits] == [Place("v1", text.cues.span(n, n + 1)) for n in (0, 2, 4)]
    assert len({e.id for e in edits}) == 3


def test_correcting_corrected_words_spans_both_and_names_what_lies_under() -> None:
    cues = cues_of("with Aine Evans and others")
    text = reading(cues, (1, 3, "Owain Evans"), (3, 4, "und"))
    words = [w for w in text.words(0, 5) if w.text in {"Evans", "und"}]
    (edit,) = CorrectWords((place_of(text, words),), "Rhys").edits(ground(text), "d1")
    assert edit.anchor == Place("v1", cues.span(1, 4))
    assert edit.over == ("e1-3", "e3-4")
    assert edit.value["words"] == "Owain Rhys"


def test_an_insertion_chosen_with_its_neighbour_is_named_too() -> None:
    text = ReadingText(cues_of("a good day"), [insertion(0, 1, "very")])
    place = place_of(text, [w for w in text.words(0, 3) if w.text in {"very", "good"}])
    (edit,) = CorrectWords((place,), "fine").edits(ground(text), "d1")
    assert edit.over == ("i0-1",)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ((), ((1, 2, "Owen"),)),  # corrected meanwhile
        (((1, 2, "Owen"),), ()),  # withdrawn meanwhile
        (((1, 2, "Owen"),), ((0, 2, "Owen"),)),  # corrected over
    ],
)
def test_words_that_changed_meanwhile_are_refused(
    then: tuple[tuple[int, int, str], ...], now: tuple[tuple[int, int, str], ...]
) -> None:
    cues = cues_of("with Aine Evans")
    text = reading(cues, *then)
    place = place_of(text, [w for w in text.words(0, 3) if w.first <= 1 < w.last])
    with pytest.raises(Refused, match="changed elsewhere"):
        CorrectWords((place,), "Owain").edits(ground(reading(cues, *now)), "d1")


def test_an_inserted_word_that_went_meanwhile_is_refused() -> None:
    cues = cues_of("a good day")
    text = ReadingText(cues, [insertion(0, 1, "very")])
    place = place_of(text, [w for w in text.words(0, 3) if w.text in {"very", "good"}])
    with pytest.raises(Refused, match="changed elsewhere"):
        CorrectWords((place,), "fine").edits(ground(ReadingText(cues)), "d1")


@pytest.mark.parametrize("meant", ["Owain", ""])
def test_no_place_is_refused(meant: str) -> None:
    act = CorrectWords((), meant)
    assert act.label
    with pytest.raises(Refused, match="no place left"):
        act.edits(ground(ReadingText(cues_of("a"))), "d1")


@pytest.mark.parametrize(
    ("heard", "meant", "label"),
    [
        ("Aine", "Owain", "Correct “Owain” in 2 places"),
        ("said", "says", "Correct “says”"),
        ("said", "", "Delete “said”"),
        ("Aine", "", "Delete “Aine” in 2 places"),
    ],
)
def test_undo_calls_a_correction_by_what_it_did(heard: str, meant: str, label: str) -> None:
    text = ReadingText(cues_of("Aine said Aine"))
    assert CorrectWords(tuple(find_places(text, heard)), meant).label == label


def test_a_withdraw_names_what_still_counts() -> None:
    history = value_history("x")
    (edit,) = WithdrawEdits(("e1", "gone"), "x").edits(ground(ReadingText(cues_of("a")), history), "d2")
    assert (edit.layer, edit.anchor, edit.value, edit.over) == (WITHDRAW, None, None, ("e1",))
    with pytest.raises(Refused, match="withdrawn already"):
        WithdrawEdits(("gone",), "x").edits(ground(ReadingText(cues_of("a")), history), "d2")


def test_a_value_replaces_the_one_that_holds() -> None:
    text = ReadingText(cues_of("a"))
    (edit,) = SetValue(ASSESSMENT, "ep", "summary", "new", "Summary").edits(ground(text, value_history("old")), "d2")
    assert (edit.anchor, edit.value, edit.over) == (Key("ep", "summary"), "new", ("e1",))


def test_acts_together_are_one_decision() -> None:
    text = ReadingText(cues_of("Aine said"))
    name = SetValue(GLOSSARY, LIBRARY, "owain", {"canonical": "Owain"}, "Add")
    act = Together((CorrectWords(tuple(find_places(text, "Aine")), "Owain"), name), "Correct and add")
    assert [(e.layer, e.decision) for e in act.edits(ground(text), "d7")] == [(CORRECTION, "d7"), (GLOSSARY, "d7")]


@pytest.mark.parametrize(
    ("heard", "meant", "shown"),
    [
        ("(Aine),", "(Owain),", ("Aine", "Owain")),
        ("Aine’s", "Owain’s", ("Aine", "Owain")),
        ("Aine,", "Owain", ("Aine,", "Owain")),
        ("Aine", "", ("Aine", "")),
        ("“Aine Evans”", "“Owain Evans”", ("Aine Evans", "Owain Evans")),
    ],
)
def test_lists_leave_out_the_punctuation_that_did_not_change(heard: str, meant: str, shown: tuple[str, str]) -> None:
    assert trimmed(heard, meant) == shown


def lost_correction() -> History:
    """A correction on the words of another version."""
    place = Place("v0", cues_of("Aine said").span(0, 1))
    edit = Edit("e1", "d1", CORRECTION, place, {"words": "Owain", "kind": "name"})
    return History(Rows((Decision("d1", "me", "r", 1, "", "x"),), (edit,)))


def test_a_correction_that_fits_no_longer_is_laid_on_chosen_words() -> None:
    text = ReadingText(cues_of("and Anya said"))
    span = text.cues.span(1, 2)
    (edit,) = PlaceCorrection("e1", span, "Owain").edits(ground(text, lost_correction()), "d2")
    assert (edit.layer, edit.anchor, edit.over) == (CORRECTION, Place("v1", span), ("e1",))
    assert edit.value == {"words": "Owain", "kind": "name"}


def test_words_that_are_corrected_already_take_no_lost_correction() -> None:
    text = reading(cues_of("and Anya said"), (1, 2, "Anna"))
    with pytest.raises(Refused, match="corrected already"):
        PlaceCorrection("e1", text.cues.span(1, 2), "Owain").edits(ground(text, lost_correction()), "d2")


def test_a_correction_that_was_taken_back_is_not_laid_anywhere() -> None:
    text = ReadingText(cues_of("and Anya said"))
    with pytest.raises(Refused, match="withdrawn or undone"):
        PlaceCorrection("e1", text.cues.span(1, 2), "Owain").edits(ground(text, EMPTY), "d2")
