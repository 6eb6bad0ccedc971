from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.pictured_episode import DURATION_MS, STATISTICS, pictured_figures, scores_of

from reviewer.gui.plots.plots import Plots
from reviewer.gui.plots.row import GUTTER, MARGIN
from reviewer.gui.theme import Theme

Left = Qt.MouseButton.LeftButton
PEAKS = [(-0.5, 0.5)] * 400


@pytest.fixture
def listening() -> Iterator[None]:
    """As if a screen reader were there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def numbers(spy: QSignalSpy) -> list[int]:
    return [spy.at(n)[0] for n in range(spy.count())]


def rows(plots: Plots) -> list[tuple[int, int]]:
    """Top and height of each row in sight."""
    every = (plots.strip, plots.legend, plots.arc, plots.waveform, plots.heard, plots.axis_row, plots.statistics)
    return [(row.y(), row.height()) for row in every if row.isVisible()]


def button(plots: Plots, text: str) -> QPushButton:
    return next(b for b in plots.legend.findChildren(QPushButton) if b.text() == text)


def test_rows_have_the_heights_of_the_layout(plots: Plots) -> None:
    assert rows(plots) == [(0, 52), (52, 38), (90, 88), (178, 14), (192, 18), (210, 36)]


def test_the_clock_brings_the_waveform(plots: Plots, qtbot: QtBot) -> None:
    plots.set_peaks(PEAKS)
    assert not plots.waveform.isVisible()
    plots.set_mode("clock")
    qtbot.waitUntil(lambda: rows(plots)[-1] == (250, 36))
    assert plots.waveform.height() == 40


def test_collapsed_the_arc_is_left(plots: Plots, qtbot: QtBot) -> None:
    plots.collapse(True)
    qtbot.waitUntil(lambda: rows(plots) == [(0, 48)])
    plots.collapse(False)
    qtbot.waitUntil(lambda: len(rows(plots)) == 6)


@pytest.mark.parametrize(("x", "number"), [(-1, None), (0, 1), (234, 38), (236, 38), (655, 104), (656, None)])
def test_the_slice_under_the_pointer(plots: Plots, x: float, number: int | None) -> None:
    assert plots.arc.slice_at(x) == number


def test_a_click_on_a_bar_chooses_its_slice(plots: Plots) -> None:
    clicked = QSignalSpy(plots.slice_clicked)
    QTest.mouseClick(plots.arc, Left, pos=QPoint(GUTTER + 236, 80))
    assert numbers(clicked) == [38]
    assert plots.arc.chosen == 38


def test_a_double_click_opens_the_text(plots: Plots) -> None:
    activated = QSignalSpy(plots.slice_activated)
    QTest.mouseDClick(plots.arc, Left, pos=QPoint(GUTTER + 236, 80))
    assert numbers(activated) == [38]


@pytest.mark.parametrize("x", [GUTTER - 1, 760 - MARGIN])
def test_a_click_beside_the_floor_chooses_nothing(plots: Plots, x: int) -> None:
    clicked = QSignalSpy(plots.slice_clicked)
    QTest.mouseClick(plots.arc, Left, pos=QPoint(x, 40))
    assert numbers(clicked) == []


@pytest.mark.parametrize(
    ("x", "y", "number"),
    [
        (203, 6, 39),
        (198, 20, 39),
        (417, 6, 62),
        (328, 20, 1),
        (250, 22, 29),
        (640, 22, 62),
        (250, 45, None),
        (100, 6, None),
    ],
)
def test_clicks_on_the_strip_lead_to_slices(plots: Plots, x: int, y: int, number: int | None) -> None:
    clicked = QSignalSpy(plots.slice_clicked)
    QTest.mouseClick(plots.strip, Left, pos=QPoint(GUTTER + x, y))
    assert numbers(clicked) == ([number] if number is not None else [])


@pytest.mark.parametrize(
    ("start", "keys", "reached"),
    [
        (None, [Qt.Key.Key_Right], [38]),
        (38, [Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left], [39, 40, 39]),
        (1, [Qt.Key.Key_Left], [1]),
        (104, [Qt.Key.Key_Right], [104]),
        (50, [Qt.Key.Key_Home, Qt.Key.Key_End], [1, 104]),
        (38, [Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up], [71, 71, 38, 28, 28]),
    ],
)
def test_keys_walk_slices_and_stretches(
    plots: Plots, start: int | None, keys: list[Qt.Key], reached: list[int]
) -> None:
    clicked = QSignalSpy(plots.slice_clicked)
    plots.set_chosen(start)
    for key in keys:
        QTest.keyClick(plots.arc, key)
    assert numbers(clicked) == reached


def test_enter_on_the_arc_opens_the_chosen_slice(plots: Plots) -> None:
    activated = QSignalSpy(plots.slice_activated)
    QTest.keyClick(plots.arc, Qt.Key.Key_Return)
    plots.set_chosen(40)
    QTest.keyClick(plots.arc, Qt.Key.Key_Enter)
    assert numbers(activated) == [40]


def test_keys_with_modifiers_are_left_to_the_window(plots: Plots) -> None:
    clicked = QSignalSpy(plots.slice_clicked)
    QTest.keyClick(plots.arc, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert numbers(clicked) == []


def test_keys_walk_the_markers_of_the_strip(plots: Plots) -> None:
    activated = QSignalSpy(plots.slice_activated)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(plots.strip, key)
    assert numbers(activated) == [39, 62]
    assert plots.arc.chosen == 62


def test_the_switch_sets_the_axis_of_all_plots(plots: Plots) -> None:
    changed = QSignalSpy(plots.mode_changed)
    QTest.mouseClick(button(plots, "Clock"), Left)
    assert [changed.at(0)[0], plots.mode] == ["clock", "clock"]
    assert {plots.arc.axis.mode, plots.heard.axis.mode, plots.axis_row.axis.mode} == {"clock"}


def test_without_times_there_is_no_clock(plots: Plots) -> None:
    plots.set_mode("clock")
    plots.set_figures(pictured_figures(scores_of([5, None, -30], slice_ms=None)))
    assert plots.mode == "slices"
    assert not button(plots, "Clock").isEnabled()


def test_the_playhead_moves_without_painting_the_bars_anew(plots: Plots) -> None:
    plots.grab()
    kept = plots.arc._kept
    plots.set_position(2_311_000)
    plots.grab()
    assert plots.arc._kept is kept
    assert plots.arc.position_x() == pytest.approx(plots.heard.position_x())


def test_the_line_says_it_all_in_its_tooltip(show: Callable[[int], Plots]) -> None:
    plots = show(420)
    line = plots.statistics
    assert line.text == (
        "Mixed, tilting risk-forward, −5 (−8 to −3) · medium confidence · 104\u00a0slices, −38 to 27 (p10–p90 −26 to 0)"
    )
    assert line.text in line.toolTip()


def test_stale_figures_show_no_number(plots: Plots) -> None:
    asked = QSignalSpy(plots.rescore_asked)
    plots.set_stale("Scored with general-ai 1.1.", can_rescore=True)
    assert plots.statistics.text == "Scored with general-ai 1.1."
    QTest.mouseClick(plots.statistics.findChildren(QPushButton)[0], Left)
    assert asked.count() == 1
    plots.set_stale(None)
    assert plots.statistics.text.startswith("Mixed")


@pytest.mark.parametrize(
    ("slices", "text"),
    [(0, "No slices"), (1, "Mixed, tilting risk-forward, −5 · medium confidence · one slice")],
)
def test_fewer_than_two_slices_have_no_interval(plots: Plots, slices: int, text: str) -> None:
    plots.set_figures(pictured_figures(scores_of([5] * slices), replace(STATISTICS, slices=slices)))
    assert plots.statistics.text == text
    plots.grab()


def test_hostile_words_of_a_lexicon_are_no_markup(plots: Plots) -> None:
    plots.set_stale("Scored with <b>x</b>.")
    assert "<b>" not in plots.statistics.toolTip()


def test_an_episode_without_figures_is_an_empty_picture(plots: Plots) -> None:
    plots.set_figures(None)
    QTest.keyClick(plots.arc, Qt.Key.Key_Right)
    QTest.mouseClick(plots.arc, Left, pos=QPoint(200, 40))
    QTest.keyClick(plots.strip, Qt.Key.Key_Return)
    plots.grab()
    assert (plots.arc.chosen, plots.statistics.text) == (None, "")


def test_the_card_shows_the_slice_under_the_pointer(plots: Plots, qtbot: QtBot) -> None:
    asked: list[int] = []
    plots.set_first_words(lambda number: asked.append(number) or "Because I can <i>check</i> the guard")  # type: ignore[func-returns-value]
    QTest.mouseMove(plots.arc, QPoint(GUTTER + 236, 40))
    qtbot.waitUntil(plots.arc._card.isVisible)
    assert asked == [38]
    assert "".join(plots.arc._card._quote).startswith("“Because I can")
    QTest.mouseMove(plots.arc, QPoint(GUTTER - 20, 40))
    qtbot.waitUntil(lambda: not plots.arc._card.isVisible())


def test_the_ring_shows_for_the_keyboard_only(plots: Plots) -> None:
    QTest.mouseClick(plots.arc, Left, pos=QPoint(200, 40))
    assert not plots.arc._has_ring
    QTest.keyClick(plots.arc, Qt.Key.Key_Right)
    assert plots.arc._has_ring
    plots.strip.setFocus(Qt.FocusReason.TabFocusReason)
    assert (plots.strip._has_ring, plots.arc._has_ring) == (True, False)
    plots.grab()


@pytest.mark.usefixtures("listening")
def test_screen_readers_find_every_slice(plots: Plots) -> None:
    plots.set_chosen(38)
    plots.arc.setFocus()
    found = QAccessible.queryAccessibleInterface(plots.arc)
    assert found.childCount() == 104
    assert found.child(37).text(QAccessible.Text.Name) == plots.arc.accessibleDescription()
    assert plots.arc.accessibleDescription().endswith("minus 32, risk-forward")
    assert found.child(37).parent().text(QAccessible.Text.Name) == "Arc"
    assert found.childAt(*_middle(found.child(70))).text(QAccessible.Text.Name).startswith("Slice 71 of 104")
    assert found.child(104) is None


@pytest.mark.usefixtures("listening")
def test_screen_readers_find_the_markers(plots: Plots) -> None:
    found = QAccessible.queryAccessibleInterface(plots.strip)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert names == ["lowest minus 38, slice 39", "median 0, slice 1", "highest plus 27, slice 62"]


@pytest.mark.usefixtures("listening")
def test_a_child_of_fewer_slices_is_valid_no_longer(plots: Plots) -> None:
    last = QAccessible.queryAccessibleInterface(plots.arc).child(103)
    plots.set_figures(pictured_figures(scores_of([1, 2])), DURATION_MS)
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_larger_text_makes_taller_rows(plots: Plots, theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(150)
    qtbot.waitUntil(lambda: plots.strip.height() == 68)
    assert plots.arc.height() == 88
    plots.grab()


def _middle(found: object) -> tuple[int, int]:
    center = found.rect().center()  # type: ignore[attr-defined]
    return center.x(), center.y()
