"""The desk: what is open, how it is changed, and what others write meanwhile."""

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.controllers.two_talks import BRIDGES, LAMPS, Desktop, said, session_of

from reviewer.app.workspace import Workspace
from reviewer.core.acts import SetValue
from reviewer.core.anchors import LIBRARY
from reviewer.core.rows import GLOSSARY
from reviewer.errors import Refused
from reviewer.gui.application import Program
from reviewer.gui.controllers import desk
from reviewer.spectrum.scores import score_text


def test_opening_the_open_episode_again_changes_nothing(program: Program, qtbot: QtBot) -> None:
    session = session_of(program)
    with qtbot.assertNotEmitted(program.desk.leaving), qtbot.assertNotEmitted(program.desk.opened):
        assert program.desk.open(LAMPS) is session


def test_an_episode_that_is_not_there_is_told_and_the_open_one_stays(program: Program, qtbot: QtBot) -> None:
    session = session_of(program)
    with qtbot.waitSignal(program.desk.failed) as failed:
        assert program.desk.open("nowhere") is None
    assert "nowhere" in failed.args[0]
    assert program.desk.session is session


def test_a_decision_is_told_and_undo_takes_it_back(program: Program, qtbot: QtBot) -> None:
    session, before = session_of(program), said(program)
    with qtbot.waitSignals([program.desk.text_changed, program.desk.saved, program.desk.told]):
        program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"), "{label}.")
    assert "a lantern that" in said(program)
    with qtbot.waitSignal(program.desk.told) as told:
        program.desk.undo()
    assert told.args == ["Undone: Correct “lantern”.", False]
    assert said(program) == before


def test_what_goes_wrong_is_one_line_and_changes_nothing(program: Program, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refused("Not like this.")

    with qtbot.waitSignal(program.desk.failed) as failed, qtbot.assertNotEmitted(program.desk.text_changed):
        assert program.desk.decide(refuse) is None
    assert failed.args == ["Not like this."]


def test_what_another_window_writes_is_seen_at_the_next_look(program: Program, desktop: Desktop, qtbot: QtBot) -> None:
    with Workspace(desktop.library, "Ari") as other:
        session = other.session(LAMPS)
        session.correct(session.places("lamp"), "lantern")
    with qtbot.waitSignals([program.desk.text_changed, program.desk.changed_elsewhere]):
        program.desk.look()
    assert "a lantern that" in said(program)
    with qtbot.assertNotEmitted(program.desk.changed_elsewhere):
        program.desk.look()


def test_a_long_text_is_scored_between_other_events_and_no_figure_shows_until_it_is(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "LONG_TEXT", 10)
    shown, plots = [], program.window.plots

    def correct() -> None:
        session = session_of(program)
        shown.append((plots.statistics.text, program.desk.scores, session.is_scored))
        program.desk.decide(lambda: session.correct(session.places("bridges"), "existential risk"))
        shown.append((plots.statistics.text, program.desk.scores, session.is_scored))

    program.desk.scoring.connect(correct)
    with qtbot.waitSignal(program.desk.scored):
        program.desk.open(BRIDGES)
    session = session_of(program)
    assert shown == [("Scoring…", (), False)] * 2
    qtbot.waitUntil(lambda: session.is_scored)
    assert program.desk.scores == score_text(session.text, session.lexicon)
    assert "slice" in plots.statistics.text


def test_undo_takes_back_only_what_was_decided_in_this_episode(program: Program, desktop: Desktop) -> None:
    session = session_of(program)
    program.desk.decide(lambda: session.set_field("leaning", "Cautious"))
    desktop.go_to(program, BRIDGES)
    program.desk.undo()
    assert program.window.toast.text == "Nothing to undo."
    assert session.values() == {"leaning": "Cautious"}


def test_a_decision_on_the_glossary_is_undone_where_it_was_made(program: Program) -> None:
    name = {"canonical": "Fladda"}
    program.desk.do(SetValue(GLOSSARY, LIBRARY, "fladda", name, "Add “Fladda”"))
    assert "fladda" in program.workspace.library.held(GLOSSARY)
    program.desk.undo()
    assert "fladda" not in program.workspace.library.held(GLOSSARY)


def test_who_works_here_from_now_on_stands_beside_decisions_and_what_is_heard(program: Program) -> None:
    program.desk.set_person("Ari")
    session = session_of(program)
    session.correct(session.places("lamp"), "lantern")
    assert {row.person for row in session.corrections()} == {"Ari"}
    assert session.hearing._person == "Ari"


def test_a_closed_desk_does_nothing_more(program: Program, desktop: Desktop, qtbot: QtBot) -> None:
    """Nor do its timers, an activated window, or a search that was due."""
    window, desk = program.window, program.desk
    window.library.search.setText("bridge")
    desktop.shut(program)
    desk.look()
    desk._settle()
    window.activated.emit()
    qtbot.wait(200)
    assert desk.open(BRIDGES) is None
    assert desk.session is None
    window.deleteLater()


@pytest.mark.parametrize("slug", [LAMPS, BRIDGES])
def test_the_list_shows_the_next_step_of_an_episode_that_was_left(
    program: Program, desktop: Desktop, slug: str
) -> None:
    desktop.go_to(program, slug)
    session = session_of(program)
    program.window.side.show_tab("assessment", focus=True)
    program.window.side.assessment.ui.leaning.setFocus()
    desktop.type("Open")
    desktop.go_to(program, LAMPS if slug == BRIDGES else BRIDGES)
    assert session.values() == {"leaning": "Open"}
    model = program.window.library.model
    assert "Assessment begun" in model.data(model.index_of(slug))
    assert program.window.side.assessment.ui.leaning.text() == ""
