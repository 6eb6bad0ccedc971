from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.command_line import TALK

from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.core.find import place_of
from reviewer.errors import NotFound, Refused
from reviewer.spectrum.scores import score_text


def cues(session: ReviewSession) -> list[str]:
    return [session.text.cue_text(number) for number in range(len(session.version.cues))]


def correct(session: ReviewSession, heard: str, meant: str) -> None:
    places, put = session.to_correct(heard, meant)
    session.correct(places, put)


def test_another_window_sees_what_was_decided(workspace: Workspace, session: ReviewSession) -> None:
    with Workspace(workspace.library.path, "owain") as elsewhere:
        other = elsewhere.session("talk")
        assert not elsewhere.has_changed_elsewhere()
        correct(session, "catastrophe", "disaster")
        assert elsewhere.has_changed_elsewhere()
        (moved,) = other.refresh()
        assert [word.text for word in other.text.words(*moved)] == ["disaster."]
        assert other.refresh() == ()
        assert other.figures == session.figures


def test_what_was_changed_elsewhere_meanwhile_is_refused(workspace: Workspace, session: ReviewSession) -> None:
    with Workspace(workspace.library.path, "owain") as elsewhere:
        places, meant = elsewhere.session("talk").to_correct("catastrophe", "weather")
        correct(session, "catastrophe", "disaster")
        other = elsewhere.session("talk")
        with pytest.raises(Refused, match="meanwhile"):
            other.correct(places, meant)
        assert cues(other)[2] == "you wrote about existential risk and disaster."


def test_undo_never_takes_back_another_persons_work(workspace: Workspace, session: ReviewSession) -> None:
    correct(session, "catastrophe", "disaster")
    with Workspace(workspace.library.path, "owain") as elsewhere:
        other = elsewhere.session("talk")
        with pytest.raises(Refused, match="Nothing to undo"):
            other.undo()
        other.withdraw(other.corrections(), "not so")
    (row,) = session.corrections()
    assert (row.is_shown, row.withdrawn) == (False, "owain: not so")
    session.refresh()
    assert cues(session) == list(TALK)


@pytest.mark.parametrize(
    ("heard", "meant", "cue", "error"),
    [
        ("Nobody", "x", None, NotFound), ("Evans", "x", 2, NotFound), ("catastrophe", "catastrophe", None, Refused),
        ("", "x", None, NotFound), ("welcome,", "welcome,", None, Refused),
    ],
)  # fmt: skip
def test_nothing_to_correct(session: ReviewSession, heard: str, meant: str, cue: int | None, error: type) -> None:
    with pytest.raises(error):
        session.to_correct(heard, meant, cue)


def test_a_typed_mark_is_not_doubled_in_the_window(session: ReviewSession) -> None:
    (place,) = session.places("catastrophe")
    session.correct([place], "disaster.")
    assert cues(session)[2] == "you wrote about existential risk and disaster."


def test_fields_that_say_so_already_are_no_decision(session: ReviewSession) -> None:
    assert session.set_field("summary", "") is None
    assert session.set_fields({"summary": "Good", "tags": ["a"]}) is not None
    assert session.set_fields({"summary": "Good", "tags": ["a"]}) is None
    session.undo()
    assert session.values() == {}


words = st.integers(0, 39)
wordings = st.sampled_from(["", "x", "Owain Evans", "risk", "great opportunity", "catastrophe, and extinction"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(words, st.integers(1, 5), wordings), min_size=1, max_size=6))
def test_after_any_corrections_figures_are_those_of_the_text_and_undoing_all_gives_the_import(
    session: ReviewSession, decided: Sequence[tuple[int, int, str]]
) -> None:
    done = 0
    assert session.scores
    for first, length, meant in decided:
        chosen = list(session.text.words(first, first + length))
        if not chosen:
            continue
        try:
            session.correct([place_of(session.text, chosen, keep_punctuation=True)], meant)
        except Refused:
            continue
        done += 1
        assert session.scores == score_text(session.text, session.lexicon)
    for _ in range(done):
        session.undo()
        assert session.scores == score_text(session.text, session.lexicon)
    assert cues(session) == list(TALK)
