"""The Corrections tab."""

from datetime import UTC, date, datetime
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import HOSTILE, group, groups

from reviewer.gui.side import CorrectionsPane
from reviewer.gui.side.correction_rows import CorrectionItem, when
from reviewer.gui.theme import Theme

TODAY = date(2026, 11, 14)
Key = Qt.Key


@pytest.fixture
def pane(theme: Theme, show: Show) -> CorrectionsPane:
    made = CorrectionsPane(theme)
    show(made)
    made.set_groups(groups(), today=TODAY)
    made.list.setFocus()
    return made


def heard_in(pane: CorrectionsPane) -> list[str]:
    return [row.group.heard for row in pane.list.rows.rows if isinstance(row, CorrectionItem)]


def test_the_head_counts_corrections_places_and_withdrawn_ones(pane: CorrectionsPane) -> None:
    assert (pane.head.text(), pane.rest.text()) == ("4\u00a0corrections", "15\u00a0places, 1 withdrawn")


@pytest.mark.parametrize(
    ("key", "signal"), [(Key.Key_Delete, "withdraw_asked"), (Key.Key_Return, "go_to"), (Key.Key_Enter, "go_to")]
)
def test_a_key_acts_on_the_open_row(pane: CorrectionsPane, qtbot: QtBot, key: Key, signal: str) -> None:
    QTest.keyClick(pane.list, Key.Key_Down)
    with qtbot.waitSignal(getattr(pane, signal)) as told:
        QTest.keyClick(pane.list, key)
    assert told.args is not None
    assert told.args[0].heard == "their for"


@pytest.mark.parametrize(("button", "signal"), [("withdraw", "withdraw_asked"), ("go_to", "go_to")])
def test_the_buttons_do_the_same(pane: CorrectionsPane, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)):
        QTest.mouseClick(getattr(pane.panel, button), Qt.MouseButton.LeftButton)


def test_what_is_withdrawn_can_not_be_withdrawn_again(pane: CorrectionsPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_Down)
    QTest.keyClick(pane.list, Key.Key_Down)
    assert pane.current is not None
    assert pane.current.is_withdrawn
    assert not pane.panel.withdraw.isVisible()
    with qtbot.assertNotEmitted(pane.withdraw_asked):
        QTest.keyClick(pane.list, Key.Key_Delete)


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("HALDEN", ["holden institute"]),
        ("ari", ["kestrel three"]),
        ("sounds alike", ["holden institute"]),
        ("was right", ["the notes"]),
        ("publisher kestrel", ["kestrel three"]),
        ("xyz", []),
        (" ", ["holden institute", "their for", "the notes", "kestrel three"]),
    ],
)
def test_the_filter_looks_at_heard_meant_who_and_why(pane: CorrectionsPane, looked_for: str, found: list[str]) -> None:
    QTest.keyClicks(pane.filter, looked_for)
    assert heard_in(pane) == found


def test_a_filter_that_finds_nothing_can_be_taken_off(pane: CorrectionsPane) -> None:
    QTest.keyClicks(pane.filter, "<i>xyz")
    assert pane.none.missing.text() == "No correction holds “<i>xyz”"
    QTest.mouseClick(pane.none.button, Qt.MouseButton.LeftButton)
    assert len(heard_in(pane)) == 4


def test_the_open_row_stays_open(pane: CorrectionsPane) -> None:
    QTest.keyClick(pane.list, Key.Key_Down)
    pane.set_groups([group("new", "New"), *groups()], today=TODAY)
    assert pane.current is not None
    assert pane.current.heard == "their for"
    row = pane.list.visualRect(pane.list.currentIndex())
    assert pane.panel.geometry() == pane.list.panel_rect(row)


def test_without_corrections_it_says_how_one_is_made(pane: CorrectionsPane) -> None:
    pane.set_groups([])
    assert pane.empty.isVisible()
    assert not pane.filter.isVisible()
    assert pane.current is None


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (group("a", "b", why="From suggestion 0.95"), "From suggestion 0.95"),
        (group("a", "b"), "Typed in the text"),
        (group("a", "b", source="publisher"), "From the publisher’s transcript"),
        (group("a", "b", why="x", withdrawn="Ari: was right"), "Withdrawn by Ari: was right"),
    ],
)
def test_a_row_says_where_it_comes_from(one: object, reason: str) -> None:
    assert CorrectionItem(one, TODAY).reason == reason  # type: ignore[arg-type]


def test_a_row_without_a_time_names_its_line(pane: CorrectionsPane) -> None:
    assert pane.panel.go_to.text() == "Go to 38:19"


@pytest.mark.parametrize(
    ("at", "told"),
    [("2026-11-11T12:00:00.000Z", "11 Nov"), ("2025-03-01T12:00:00Z", "1 Mar 2025"), ("<b>", "<b>")],
)
def test_a_day_is_told_in_english(at: str, told: str) -> None:
    assert when(at, TODAY) == told


def test_what_was_done_today_has_its_local_time() -> None:
    now = datetime.now(UTC)
    assert when(now.isoformat(timespec="milliseconds").replace("+00:00", "Z")) == f"{now.astimezone():%H:%M}"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_painted_as_text(pane: CorrectionsPane, text: str) -> None:
    pane.set_groups([group(text, text, 2, why=text, person=text), group("x", "y", withdrawn=text)], today=TODAY)
    assert pane.width() == 400
    assert not pane.grab().isNull()


def test_thousands_of_corrections_are_quick(pane: CorrectionsPane) -> None:
    start = perf_counter()
    pane.set_groups([group(f"heard {n}", "Meant") for n in range(3_000)], today=TODAY)
    QTest.keyClick(pane.list, Key.Key_Down)
    assert perf_counter() - start < 1.5  # about 0.1 s on one idle core
