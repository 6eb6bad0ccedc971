from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from tests.gui.transcript.transcript_texts import (
    correction,
    flat_of,
    insertion,
    long_text,
    sample,
    starts_of,
    text_of_cues,
)

from reviewer.core.reading import Correction, ReadingText
from reviewer.gui.theme import Theme
from reviewer.gui.theme.choice import Choice
from reviewer.gui.transcript import SliceMark, TermMark, TermSide, TranscriptView
from reviewer.gui.transcript.paragraph import Box, Paragraph

HOSTILE = [
    "مرحبا بالعالم how are you שלום 123 (عالم)",
    "👩‍👩‍👧‍👦 👍🏽 family 🇩🇪",
    "e\u0301 Z\u0351\u036b\u0343\u032a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f algo a\u20dd",
    "x" * 8000,
    "\u202eright to left override\u202c and \u200b\ufeff nothing \x00\x07 bell",
    "<b>bold</b> &amp; <img src=x onerror=alert(1)>",
    "日本語の文字列" * 300,
    ">> [Music] >> yes",
    "\ud83d half",
]


def test_a_word_of_two_million_letters_is_painted_a_screen_at_a_time(
    empty: TranscriptView, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = text_of_cues("x" * 2_000_000)
    measured = []
    line_boxes = Paragraph._line_boxes

    def counted(self: Paragraph, line: int, low: int, high: int) -> list[Box]:
        measured.append(line)
        return line_boxes(self, line, low, high)

    monkeypatch.setattr(Paragraph, "_line_boxes", counted)
    empty.set_text(text, starts_of(text))
    empty.setFocus()
    empty.put_caret(0)
    empty.grab()
    assert len(measured) < 200


@pytest.fixture
def long_view(empty: TranscriptView) -> TranscriptView:
    text = long_text(3301)
    empty.set_text(text, starts_of(text))
    return empty


@pytest.mark.parametrize("animated", [True, False])
@pytest.mark.parametrize("flat", [0, 40, 11_000, 23_100])
def test_a_word_is_brought_into_sight(long_view: TranscriptView, qtbot: QtBot, flat: int, animated: bool) -> None:
    long_view.scroll_to_word(flat, animated)
    qtbot.waitUntil(lambda: long_view._glide.state() == long_view._glide.State.Stopped)
    rect = long_view.word_rect(flat)
    assert rect.isValid()
    assert 0 <= rect.top() <= long_view.viewport().height() - rect.height()
    assert long_view.visible_range()[0] <= flat < long_view.visible_range()[1]


def test_a_word_well_in_sight_stays_where_it_is(long_view: TranscriptView) -> None:
    long_view.scroll_to_word(9_000, False)
    before = long_view.word_rect(9_000)
    long_view.scroll_to_word(9_030, False)
    assert long_view.word_rect(9_000) == before


def test_a_place_is_found_again(long_view: TranscriptView) -> None:
    long_view.scroll_to_word(9_000, False)
    first = long_view.first_visible_word()
    long_view.scroll_to_word(0, False)
    long_view.show_from(first)
    assert long_view.first_visible_word() == first
    assert long_view.word_rect(first).top() == 0


def test_a_followed_word_stays_in_the_middle_third(long_view: TranscriptView, qtbot: QtBot) -> None:
    for flat in range(5_000, 5_200, 10):
        long_view.follow_word(flat)
        qtbot.waitUntil(lambda: long_view._glide.state() == long_view._glide.State.Stopped)
        assert 180 <= long_view.word_rect(flat).top() <= 380


def test_a_button_leads_back_to_what_is_heard(long_view: TranscriptView, qtbot: QtBot) -> None:
    long_view.set_playing(9_000)
    long_view.set_back_to(2_311_000)
    assert long_view._back.text() == "Back to 38:31"
    assert long_view.viewport().rect().contains(long_view._back.geometry())
    with qtbot.waitSignal(long_view.back_asked):
        QTest.mouseClick(long_view._back, Qt.MouseButton.LeftButton)
    long_view.resize(700, 400)
    assert long_view._back.geometry().bottom() < 400
    long_view.set_back_to(None)
    assert long_view._back.isHidden()


def test_a_change_does_not_move_what_is_in_sight(long_view: TranscriptView) -> None:
    text = text_shown_by(long_view)
    long_view.scroll_to_word(9_000, False)
    before = long_view.word_rect(9_000)
    longer = Correction("e", "d", text.cues.span(50, 52), "so many more words than there were " * 30)
    long_view.update_text(text.with_corrections([longer]), 50, 52)
    assert long_view.word_rect(9_000) == before
    long_view.update_text(text, 50, 52)
    assert long_view.word_rect(9_000) == before


def text_shown_by(view: TranscriptView) -> ReadingText:
    return view._page.text


def test_a_change_keeps_the_caret_on_its_word(view: TranscriptView) -> None:
    text = sample()
    view.put_caret(flat_of(text.cues, "reads")[0])
    fix = correction(text.cues, "holden institute", "Halden Institute of Technology")
    view.update_text(text.with_corrections([fix]), *flat_of(text.cues, "holden institute"))
    word = view.caret_word()
    assert word is not None
    assert word.text == "reads"


def test_an_inserted_word_is_shown_and_taken_back(view: TranscriptView) -> None:
    text = sample()
    view.update_text(text.with_corrections([insertion(text.cues, 3, "hard")]), 3, 3)
    assert view._page.paragraph(0).text.startswith("So let me hard push")
    view.update_text(text, 3, 3)
    assert view._page.paragraph(0).text.startswith("So let me push")


def test_another_width_keeps_the_first_word(long_view: TranscriptView) -> None:
    long_view.scroll_to_word(9_000, False)
    first = long_view.first_visible_word()
    for width in (700, 640, 500, 560, 730):
        long_view.resize(width, 560)
        assert abs(long_view.first_visible_word() - first) <= 14
    long_view.resize(760, 560)
    assert long_view.first_visible_word() == first


@pytest.mark.parametrize(("width", "measure"), [(760, 580), (696, 516), (792, 612), (1400, 680)])
def test_the_measure_is_the_panes_rest(view: TranscriptView, width: int, measure: int) -> None:
    view.resize(width, 560)
    assert (view._columns.measure, view.text_left) == (measure, 80)


def test_zoom_lays_out_anew_around_the_first_word(long_view: TranscriptView, theme: Theme) -> None:
    long_view.scroll_to_word(9_000, False)
    first = long_view.first_visible_word()
    theme.set_zoom(150)
    assert long_view.word_rect(first + 14).height() > 27
    assert abs(long_view.first_visible_word() - first) <= 14


def test_the_bar_scrolls_to_both_ends(long_view: TranscriptView) -> None:
    bar = long_view.verticalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())
    assert long_view.visible_range()[1] == text_shown_by(long_view).cues.word_count
    bar.setValue(0)
    assert long_view.first_visible_word() == 0


def test_only_a_hand_on_the_bar_counts_as_one(long_view: TranscriptView, qtbot: QtBot) -> None:
    bar = long_view.verticalScrollBar()
    with qtbot.assertNotEmitted(long_view.scrolled_by_hand):
        long_view.scroll_to_word(9_000, False)
    with qtbot.waitSignals([long_view.scrolled_by_hand, long_view.scrolled]):
        bar.triggerAction(bar.SliderAction.SliderPageStepAdd)


def test_the_slices_in_sight_are_told(long_view: TranscriptView, qtbot: QtBot) -> None:
    slices = [SliceMark(n + 1, n * 200, n * 200 + 200, "0", "silent") for n in range(110)]
    with qtbot.waitSignal(long_view.slice_in_view_changed) as told:
        long_view.set_slices(slices)
    assert told.args == [1, 2]
    with qtbot.waitSignal(long_view.slice_in_view_changed) as told:
        long_view.scroll_to_word(9_000, False)
    assert told.args is not None
    assert told.args[0] <= 46 <= told.args[1]


@pytest.mark.parametrize("cue", HOSTILE)
def test_hostile_text_is_shown_walked_and_selected(empty: TranscriptView, cue: str) -> None:
    text = text_of_cues("before", cue, "after")
    empty.set_text(text, starts_of(text))
    empty.set_found([(1, text.cues.word_count - 1)])
    empty.grab()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
        for _ in range(12):
            QTest.keyClick(empty, key)
            QTest.keyClick(empty, key, Qt.KeyboardModifier.ShiftModifier)
    for x in range(80, 660, 60):
        QTest.mouseClick(empty.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 40))
    QTest.keyClick(empty, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert empty.selected_text().split()[0] == "before"
    empty.grab()


def test_a_corrected_word_says_what_was_heard(view: TranscriptView) -> None:
    text = sample()
    fix = correction(text.cues, "holden institute", "Halden Institute")
    first, last = flat_of(text.cues, "holden institute")
    view.update_text(text.with_corrections([fix]), first, last)
    view.set_hover_text(lambda c: f"Heard: <b>holden institute</b>. {c.person}.")
    at = view.word_rect(first).center()
    help_event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), help_event)
    assert "Heard: &lt;b&gt;holden institute&lt;/b&gt;. Noor." in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_all_marks_are_painted(view: TranscriptView, theme: Theme, tmp_path: Path, name: Choice) -> None:
    """The picture is an artefact to look at; here it must only differ from the one without marks."""
    theme.set_choice(name)
    plain = view.grab().toImage()
    dress(view)
    marked = view.grab()
    marked.save(str(tmp_path / f"transcript-{name}.png"))
    assert marked.toImage() != plain


def dress(view: TranscriptView) -> None:
    cues = sample().cues
    view.set_slices(
        [
            SliceMark(37, 0, flat_of(cues, "Because")[0], "12", "mixed"),
            SliceMark(38, flat_of(cues, "Because")[0], flat_of(cues, "Thomas")[0], "−32", "risk-forward"),
            SliceMark(39, flat_of(cues, "Thomas")[0], cues.word_count, "+27", "opportunity-forward"),
        ]
    )
    view.set_chosen_slice(38)
    view.set_terms(
        [
            TermMark(*flat_of(cues, "loss of control"), TermSide.RISK),
            TermMark(*flat_of(cues, "dangerous"), TermSide.NOT_COUNTED),
            TermMark(*flat_of(cues, "may"), TermSide.SHIFTER),
            TermMark(*flat_of(cues, "benefits"), TermSide.OPPORTUNITY),
        ]
    )
    view.set_suggestions([flat_of(cues, "kestrel for"), flat_of(cues, "holden institute")])
    view.set_judged(flat_of(cues, "holden institute"))
    view.set_found([flat_of(cues, "case")], flat_of(cues, "case"))
    view.set_playing(flat_of(cues, "notice")[0])
    view.set_heard([(0, 2_330_000)])


def test_the_word_being_played_lies_on_its_ground(view: TranscriptView, theme: Theme) -> None:
    flat = flat_of(sample().cues, "notice")[0]
    rect = view.word_rect(flat)
    view.set_playing(flat)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(rect.left() - 1, rect.center().y()) == theme.color("now")
    view.set_playing(None)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(rect.left() - 1, rect.center().y()) == theme.color("paper")


def test_the_chosen_slice_is_tinted_across_the_pane(view: TranscriptView, theme: Theme) -> None:
    dress(view)
    image = view.viewport().grab().toImage()
    y = view.word_rect(flat_of(sample().cues, "kestrel")[0]).center().y()
    assert image.pixelColor(1, y) == theme.color("accent")
    assert image.pixelColor(759, y) == image.pixelColor(70, y) == theme.color("slice_tint")
    assert image.pixelColor(759, 40) == theme.color("paper")
