"""The Slice tab."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import HOSTILE, hit, slice_score

from reviewer.gui.side import SlicePane
from reviewer.gui.side.term_list import TermRow
from reviewer.gui.theme import Theme
from reviewer.spectrum.figures import SliceScore

WHAT_IF = [("Set “loss of control” aside", -13, "mixed"), ("Set “benefits” aside", -41, "risk-forward")]


def show_slice(pane: SlicePane, score: SliceScore | None, what_if: list[tuple[str, int, str]] = WHAT_IF) -> None:
    pane.set_slice(score, 104, what_if=what_if, lexicon_line="Lexicon general-ai 1.2", stretch_text="38 to 40.")


@pytest.fixture
def pane(theme: Theme, show: Show) -> SlicePane:
    made = SlicePane(theme)
    show(made)
    show_slice(made, slice_score())
    return made


def terms_of(pane: SlicePane) -> list[str]:
    return [row.hit.text for row in pane.terms.rows.rows if isinstance(row, TermRow)]


def test_the_number_its_band_and_its_extent(pane: SlicePane) -> None:
    shown = [part.text() for part in (pane.number, pane.score, pane.band, pane.extent)]
    assert shown == ["Slice 38 of 104", "−32", "Risk-forward", "38:14 to 39:06, 204\u00a0words"]


def test_the_heaviest_terms_come_first_and_those_not_counted_last(pane: SlicePane) -> None:
    assert terms_of(pane) == ["loss of control", "deceive", "benefits", "dangerous"]


@pytest.mark.parametrize(
    ("term", "weight", "counts", "second"),
    [
        (hit("deceive", -3, -3.0), "−3", "−3.0", "38:43"),
        (hit("benefits", 2.5, 1.5, "hedged by “may”, × 0.6"), "+2.5", "+1.5", "38:43, hedged by “may”, × 0.6"),
        (hit("dangerous", -2, 0.0, "negated", is_counted=False), "−2", "0", "38:43, negated"),
    ],
)
def test_a_term_says_its_weight_and_what_it_counts(term: object, weight: str, counts: str, second: str) -> None:
    row = TermRow(term)  # type: ignore[arg-type]
    assert (row.weight, row.counts, row.second_line) == (weight, counts, second)


def test_the_sum_is_written_out(pane: SlicePane) -> None:
    assert pane.amounts.text() == "Opportunity 1.2, risk 7.0, damping 10.2"
    assert pane.sum.text() == "100 × (1.2 − 7.0) ÷ (1.2 + 7.0 + 10.2)"
    assert pane.result.text() == "−32"


def test_a_term_is_chosen_by_keys(pane: SlicePane, qtbot: QtBot) -> None:
    pane.setFocus()
    QTest.keyClick(pane.terms, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.term_chosen) as told:
        QTest.keyClick(pane.terms, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].text == terms_of(pane)[pane.terms.currentIndex().row()]


def test_a_term_is_chosen_by_a_click(pane: SlicePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.term_chosen) as told:
        QTest.mouseClick(pane.terms.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 70))
    assert told.args is not None
    assert told.args[0].text == "deceive"


@pytest.mark.parametrize(("button", "signal"), [("previous", "previous_asked"), ("next", "next_asked")])
def test_the_arrows_ask_for_the_neighbours(pane: SlicePane, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)):
        QTest.mouseClick(getattr(pane, button), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("number", "before", "after"), [(1, False, True), (104, True, False), (50, True, True)])
def test_the_first_slice_has_none_before_it(pane: SlicePane, number: int, before: bool, after: bool) -> None:
    show_slice(pane, slice_score(number=number))
    assert (pane.previous.isEnabled(), pane.next.isEnabled()) == (before, after)


def test_a_slice_without_terms_says_so(pane: SlicePane) -> None:
    show_slice(pane, slice_score(()), [])
    assert pane.no_terms.isVisible()
    assert not pane.terms.isVisible()
    assert not pane.amounts.isVisible()
    assert not pane.changes.isVisible()


def test_without_a_slice_it_says_what_to_do(pane: SlicePane) -> None:
    show_slice(pane, None)
    assert pane.empty.isVisible()
    assert pane.empty.remedy.text() == "Click a bar of the arc, or walk along it with the arrow keys."


def test_the_table_is_as_high_as_its_rows(pane: SlicePane, theme: Theme, qtbot: QtBot) -> None:
    show_slice(pane, slice_score([hit(f"term {n}", -1, -1.0) for n in range(40)]))
    assert pane.terms.height() == 40 * 50
    theme.set_zoom(150)
    qtbot.wait(1)
    assert pane.terms.height() == 40 * 75
    pane.terms.setFocus()
    QTest.keyClick(pane.terms, Qt.Key.Key_End)
    assert pane.area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_as_text(pane: SlicePane, text: str) -> None:
    pane.set_slice(
        slice_score([hit(text, -1, -1.0, text)]),
        104,
        what_if=[(text, 1, "mixed")],
        lexicon_line=text,
        stretch_text=text,
    )
    assert pane.width() == 400
    assert pane.area.horizontalScrollBar().maximum() == 0
    assert all(part.textFormat() == Qt.TextFormat.PlainText for part in pane.findChildren(QLabel) if part.text())
    assert not pane.grab().isNull()
