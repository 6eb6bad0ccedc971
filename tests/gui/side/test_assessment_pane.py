"""The Assessment tab: what is typed is told once, and what comes from outside never tells nor overwrites."""

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import HOSTILE, VALUES, heard_in_part

from reviewer.assessment.fields import FIELDS
from reviewer.assessment.ledger import Listening
from reviewer.gui.side.assessment_pane import AssessmentPane
from reviewer.gui.theme import Theme

Key = Qt.Key


class Told:
    """What the pane has told, in order."""

    def __init__(self, pane: AssessmentPane) -> None:
        self.values: list[tuple[str, Any]] = []
        pane.field_edited.connect(self._on_field_edited)

    def _on_field_edited(self, name: str, value: Any) -> None:
        self.values.append((name, value))


@pytest.fixture
def pane(theme: Theme, show: Show) -> AssessmentPane:
    made = AssessmentPane(theme)
    show(made)
    made.set_lenses(["Society", "Technical"])
    made.set_values(VALUES)
    return made


@pytest.fixture
def told(pane: AssessmentPane) -> Told:
    return Told(pane)


def test_values_are_shown_and_nothing_is_told(pane: AssessmentPane, told: Told, qtbot: QtBot) -> None:
    pane.set_values({})
    pane.set_values(VALUES)
    pane.flush()
    qtbot.wait(900)
    assert told.values == []
    assert {name: pane._keepers[name].value for name in VALUES} == VALUES


def test_every_field_has_its_place_and_its_label(pane: AssessmentPane) -> None:
    assert set(pane._keepers) == set(FIELDS)
    for name, field in FIELDS.items():
        if name != "state":
            assert getattr(pane.ui, f"{name}_label").text() == field.label


def test_the_fields_stand_in_the_page_s_order(pane: AssessmentPane) -> None:
    names = [name for name in FIELDS if name not in {"state", "confidence"}]  # confidence stands beside the mode
    tops = [getattr(pane.ui, f"{name}_label").mapTo(pane.ui.fields, QPoint(0, 0)).y() for name in names]
    assert tops == sorted(tops)


def test_typed_text_is_told_once_after_a_pause(pane: AssessmentPane, told: Told, qtbot: QtBot) -> None:
    pane.ui.editor_note.setFocus()
    with qtbot.waitSignal(pane.field_edited, timeout=3000):
        QTest.keyClicks(pane.ui.editor_note, "Long wait")
        assert told.values == []
    assert told.values == [("editor_note", "Long wait")]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("leaning", "X", "Mixed, tilting risk-forwardX"),
        ("tags", ", new ,, ", ["oversight", "evals", "new"]),
        ("summary", "X", "XVerhoeven argues that a monitor should be weaker."),
        ("claims", "One.", ["One."]),
        ("lens", "X", "SocietyX"),
    ],
)
def test_leaving_a_field_tells_it(pane: AssessmentPane, told: Told, name: str, typed: str, value: Any) -> None:
    box = getattr(pane.ui, name)
    box.setFocus()
    if name in {"leaning", "tags", "lens"}:
        QTest.keyClick(box, Key.Key_End)
    QTest.keyClicks(box, typed)
    pane.ui.write.setFocus()
    assert told.values == [(name, value)]


def test_flush_tells_what_is_not_told_yet(pane: AssessmentPane, told: Told) -> None:
    pane.ui.leaning.setFocus()
    QTest.keyClicks(pane.ui.leaning, "!")
    pane.flush()
    pane.flush()
    assert len(told.values) == 1


def test_closing_the_window_tells_it_too(pane: AssessmentPane, told: Told) -> None:
    pane.ui.leaning.setFocus()
    QTest.keyClicks(pane.ui.leaning, "!")
    pane.close()
    assert [name for name, _ in told.values] == ["leaning"]


def test_values_from_outside_do_not_overwrite_what_is_typed(pane: AssessmentPane, told: Told) -> None:
    pane.ui.leaning.setFocus()
    pane.ui.leaning.selectAll()
    QTest.keyClicks(pane.ui.leaning, "Mine")
    pane.set_values(VALUES | {"leaning": "Theirs", "summary": "Theirs"})
    assert pane.ui.leaning.text() == "Mine"
    assert pane.ui.summary.toPlainText() == "Theirs"
    pane.flush()
    assert told.values == [("leaning", "Mine")]


def test_a_trailing_space_survives_the_pause(pane: AssessmentPane, qtbot: QtBot) -> None:
    """The session trims what it keeps and hands it back while the next word is being thought of."""
    pane.field_edited.connect(lambda name, value: pane.set_values(VALUES | {name: value.strip()}))
    pane.ui.leaning.setFocus()
    pane.ui.leaning.selectAll()
    with qtbot.waitSignal(pane.field_edited, timeout=3000):
        QTest.keyClicks(pane.ui.leaning, "Mixed ")
    QTest.keyClicks(pane.ui.leaning, "again")
    assert pane.ui.leaning.text() == "Mixed again"
    QTest.keyClicks(pane.ui.leaning, " ")
    pane.ui.tags.setFocus()
    assert pane.ui.leaning.text() == "Mixed again"


def test_another_episode_s_values_are_shown_whatever_was_typed(pane: AssessmentPane, told: Told) -> None:
    pane.ui.leaning.setFocus()
    QTest.keyClicks(pane.ui.leaning, "!")
    pane.flush()
    told.values.clear()
    pane.set_values({"leaning": "Another"}, is_other=True)
    assert pane.ui.leaning.text() == "Another"
    assert pane.ui.summary.toPlainText() == ""
    pane.flush()
    assert told.values == []


def test_ctrl_z_is_the_field_s_own(pane: AssessmentPane) -> None:
    pane.ui.summary.setFocus()
    before = pane.ui.summary.toPlainText()
    QTest.keyClicks(pane.ui.summary, "abc")
    QTest.keyClick(pane.ui.summary, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.ui.summary.toPlainText() == before
    QTest.keyClick(pane.ui.summary, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.ui.summary.toPlainText() == before


@pytest.mark.parametrize(("button", "state"), [("draft", "draft"), ("approved", "approved")])
def test_the_state_is_chosen_with_one_click(pane: AssessmentPane, told: Told, button: str, state: str) -> None:
    QTest.mouseClick(getattr(pane.ui, button), Qt.MouseButton.LeftButton)
    assert told.values == [("state", state)]


@pytest.mark.parametrize(("name", "value"), [("evidence_mode", "interview"), ("confidence", "")])
def test_a_choice_is_told_at_once(pane: AssessmentPane, told: Told, name: str, value: str) -> None:
    box = getattr(pane.ui, name)
    box.setCurrentIndex(box.findData(value))
    assert told.values == [(name, value)]


@pytest.mark.parametrize(
    ("key", "position"),
    [
        (Key.Key_Right, -13), (Key.Key_Left, -15), (Key.Key_PageUp, -4), (Key.Key_PageDown, -24),
        (Key.Key_Home, -100), (Key.Key_End, 100), (Key.Key_Delete, None), (Key.Key_Backspace, None),
    ],
)  # fmt: skip
def test_the_knob_is_moved_by_keys(pane: AssessmentPane, told: Told, key: Key, position: int | None) -> None:
    pane.position.setFocus()
    QTest.keyClick(pane.position, key)
    pane.flush()
    assert told.values == [("position", position)]


def test_the_knob_is_set_by_a_click_and_taken_off_by_the_link(pane: AssessmentPane, told: Told) -> None:
    where = QPoint(round(pane.position.x_at(40)), 5)
    QTest.mouseClick(pane.position, Qt.MouseButton.LeftButton, pos=where)
    pane.flush()
    QTest.mouseClick(pane.ui.position_clear, Qt.MouseButton.LeftButton)
    pane.flush()
    assert told.values == [("position", 40), ("position", None)]
    assert not pane.ui.position_clear.isVisible()


@pytest.mark.parametrize(("position", "mean"), [(-100, -99), (100, 98), (0, 0), (-14, -5), (None, 3), (7, None)])
def test_the_labels_of_the_strip_never_touch_nor_leave_it(
    pane: AssessmentPane, theme: Theme, position: int | None, mean: float | None
) -> None:
    pane.position.set_position(position)
    pane.set_lexicon_mean(mean)
    spans = []
    for x, text, style in pane.position.labels():
        label = QLabel(text)
        label.setFont(theme.font(style[0]))
        spans.append((x, x + label.fontMetrics().horizontalAdvance(text)))
    spans.sort()
    assert spans[0][0] >= 0
    assert spans[-1][1] <= pane.position.width() + 1
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_the_wheel_changes_no_judgement(pane: AssessmentPane, told: Told) -> None:
    for box in (pane.ui.confidence, pane.ui.evidence_mode, pane.position, pane.ui.lens):
        box.setFocus()
        at = QPointF(5, 5)
        none, wheel = Qt.MouseButton.NoButton, QPoint(0, -240)
        event = QWheelEvent(
            at, box.mapToGlobal(at), QPoint(), wheel, none, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, event)
    pane.flush()
    assert told.values == []


def test_a_quote_becomes_a_moment_in_its_place(pane: AssessmentPane, told: Told) -> None:
    pane.quote("In  between\n", 2_350_000, 2_355_000)
    (told_name, moments) = told.values[0]
    assert told_name == "moments"
    assert [moment["quote"] for moment in moments] == ["It learns", "In between", "We both want it"]
    assert moments[1] == {
        "start_ms": 2_350_000, "end_ms": 2_355_000, "quote": "In between", "note": "", "verified": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "left"),
    [
        (Key.Key_Space, [("It learns", False), ("We both want it", False)]),
        (Key.Key_Delete, [("We both want it", False)]),
    ],
)
def test_moments_are_verified_and_removed_by_keys(
    pane: AssessmentPane, told: Told, key: Key, left: list[tuple[str, bool]]
) -> None:
    pane.moments.setFocus()
    QTest.keyClick(pane.moments, Key.Key_Home)
    QTest.keyClick(pane.moments, key)
    assert [(m["quote"], m["verified"]) for m in told.values[0][1]] == left


def test_the_transcript_goes_to_a_moment(pane: AssessmentPane, qtbot: QtBot) -> None:
    pane.moments.setFocus()
    QTest.keyClick(pane.moments, Key.Key_End)
    with qtbot.waitSignal(pane.moment_chosen) as chosen:
        QTest.keyClick(pane.moments, Key.Key_Return)
    assert chosen.args == [2_360_000]


@pytest.mark.parametrize(("x", "left", "verified"), [(8, 2, False), (-8, 1, False)])
def test_moments_are_verified_and_removed_by_clicks(
    pane: AssessmentPane, told: Told, x: int, left: int, verified: bool
) -> None:
    where = QPoint(x % pane.moments.width(), 16)
    QTest.mouseClick(pane.moments.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert len(told.values[0][1]) == left
    assert told.values[0][1][0]["verified"] is verified


@pytest.mark.parametrize(("button", "signal"), [("quote", "quote_asked"), ("write", "write_asked")])
def test_buttons_ask(pane: AssessmentPane, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)):
        getattr(pane.ui, button).click()


def test_evidence_says_what_was_heard(pane: AssessmentPane) -> None:
    heard = heard_in_part()
    pane.set_listening(heard)
    assert pane.ui.evidence_wording.text() == "Partly heard, 40\u00a0%"
    assert pane.ui.evidence_hint.text() == heard.hint
    assert pane.ui.evidence_lengths.text() == "44\u00a0min of 1\u00a0h\u00a048"
    pane.set_listening(Listening(None))
    assert pane.ui.evidence_wording.text() == "Not heard"
    assert pane.ui.evidence_lengths.text() == ""


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("why_this_matters", "7\u00a0words, usual 20 to 45"),
        ("editor_note", "0\u00a0words, usual 15 to 60"),
        ("tags", "2\u00a0entries, parted by commas"),
        ("moments", "2"),
        ("claims", "one a line"),
    ],
)
def test_a_field_says_how_long_it_is(pane: AssessmentPane, name: str, hint: str) -> None:
    assert getattr(pane.ui, f"{name}_hint").text() == hint


def test_a_refused_text_stays_until_it_is_typed_anew(pane: AssessmentPane, told: Told) -> None:
    pane.ui.leaning.setFocus()
    QTest.keyClicks(pane.ui.leaning, "!")
    pane.flush()
    pane.show_problem("leaning", "Too long.")
    text = pane.ui.leaning.text()
    pane.ui.tags.setFocus()
    pane.set_values(VALUES)
    assert pane.ui.leaning.text() == text
    assert pane._problems["leaning"].isVisible()
    QTest.keyClicks(pane.ui.leaning, "?")
    pane.flush()
    assert told.values[-1] == ("leaning", f"{text}?")
    assert not pane._problems["leaning"].isVisible()


def test_a_field_is_as_high_as_its_text(pane: AssessmentPane, theme: Theme) -> None:
    note = pane.ui.editor_note
    low = note.height()
    note.setFocus()
    for _ in range(12):
        QTest.keyClick(note, Key.Key_Return)
    assert abs(note.height() - low - 10 * theme.line_height("quote")) <= 8
    assert note.toPlainText() == "\n" * 12
    assert note.verticalScrollBar().maximum() == 0


def test_pasted_markup_is_text(pane: AssessmentPane) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("<b>bold</b>")
    pane.ui.editor_note.insertFromMimeData(mime)
    assert pane.ui.editor_note.toPlainText() == "<b>bold</b>"


def test_tab_goes_on_to_the_next_field(pane: AssessmentPane) -> None:
    pane.ui.why_this_matters.setFocus()
    QTest.keyClick(pane.ui.why_this_matters, Key.Key_Tab)
    assert pane.ui.summary.hasFocus()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(pane: AssessmentPane, text: str) -> None:
    moment = {"start_ms": None, "end_ms": None, "quote": text, "note": text, "verified": False}
    pane.set_values({"summary": text, "leaning": text, "tags": [text], "claims": [text], "moments": [moment]})
    pane.set_saved_by("Noor")
    assert pane.width() == 400
    assert pane.ui.area.horizontalScrollBar().maximum() == 0
    assert not pane.grab().isNull()
    plain = Qt.TextFormat.PlainText
    assert all(part.textFormat() == plain for part in pane.findChildren(QLabel) if part.text())


@pytest.mark.parametrize("zoom", [70, 150])
def test_nothing_is_cut_at_other_text_sizes(pane: AssessmentPane, theme: Theme, zoom: int) -> None:
    theme.set_zoom(zoom)
    assert pane.ui.summary.verticalScrollBar().maximum() == 0
    assert pane.ui.area.horizontalScrollBar().maximum() == 0
