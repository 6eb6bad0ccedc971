"""F6 walks through the parts that are shown, and comes back to where it began."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui.controllers.two_talks import Desktop, session_of

from reviewer.gui.application import Program
from reviewer.gui.controllers.window import TABS

SHIFT = Qt.KeyboardModifier.ShiftModifier


def part_of(program: Program, focused: QWidget | None) -> str:
    window = program.window
    parts = {
        "library": window.library, "strip": window.plots.strip, "arc": window.plots.arc,
        "transcript": window.transcript, "tabs": window.side.tabs, "names": window.side.names,
        "slice": window.side.slice, "assessment": window.side.assessment, "corrections": window.side.corrections,
        "player": window.player_bar,
    }  # fmt: skip
    assert focused is not None
    return next(name for name, part in parts.items() if focused is part or part.isAncestorOf(focused))


def walk(program: Program, desktop: Desktop, steps: int, *held: Qt.KeyboardModifier) -> list[str]:
    seen = []
    for _ in range(steps):
        desktop.press(program.window, Qt.Key.Key_F6, *held)
        seen.append(part_of(program, QApplication.focusWidget()))
    return seen


def test_f6_reaches_every_part_and_comes_back(program: Program, desktop: Desktop) -> None:
    session = session_of(program)
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"))
    for tab in TABS:
        program.window.side.show_tab(tab)
        program.window.transcript.setFocus()
        pane = [tab] if tab != "slice" else []  # no slice is chosen: there is nothing to go to
        round_trip = ["tabs", *pane, "player", "library", "strip", "arc", "transcript"]
        assert walk(program, desktop, len(round_trip)) == round_trip
        back = [*reversed(round_trip[:-1]), "transcript"]
        assert walk(program, desktop, len(back), SHIFT) == back


def test_hidden_parts_are_passed_over(program: Program, desktop: Desktop) -> None:
    program.window.transcript.setFocus()
    for name in ("library_pane", "side_pane", "plots"):
        program.window.actions_[name].setChecked(False)
    assert walk(program, desktop, 3) == ["player", "arc", "transcript"]
