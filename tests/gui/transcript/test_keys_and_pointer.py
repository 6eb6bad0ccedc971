"""Real keys and a real pointer on the shown view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.transcript.transcript_texts import flat_of, long_text, sample, starts_of, text_of_cues

from reviewer.core.reading import ReadingWord
from reviewer.gui.transcript import SliceMark, TranscriptView

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def middle(view: TranscriptView, flat: int) -> QPoint:
    return view.word_rect(flat).center()


def flat(words: str) -> int:
    return flat_of(sample().cues, words)[0]


def shown(words: list[ReadingWord]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ([(Key.Key_Right, PLAIN)], "So"),
        ([(Key.Key_Right, PLAIN)] * 3, "let"),
        ([(Key.Key_Right, CTRL)] * 2, "me"),
        ([(Key.Key_Right, CTRL)] * 2 + [(Key.Key_Left, CTRL)], "let"),
        ([(Key.Key_End, PLAIN)], "than"),
        ([(Key.Key_End, PLAIN), (Key.Key_Home, PLAIN)], "So"),
        ([(Key.Key_Down, PLAIN)], "the"),
        ([(Key.Key_Down, PLAIN)] * 3, "Because"),
        ([(Key.Key_Down, PLAIN)] * 3 + [(Key.Key_Up, PLAIN)], "want"),
        ([(Key.Key_Up, PLAIN)], "So"),
        ([(Key.Key_End, CTRL)], "him?"),
        ([(Key.Key_End, CTRL), (Key.Key_Down, PLAIN), (Key.Key_Right, PLAIN)], "him?"),
        ([(Key.Key_End, CTRL), (Key.Key_Home, CTRL)], "So"),
        ([(Key.Key_Down, PLAIN)] * 3 + [(Key.Key_Left, PLAIN)], "less?"),
    ],
)
def test_keys_move_the_caret(view: TranscriptView, keys: list[tuple[Key, Qt.KeyboardModifier]], word: str) -> None:
    for key, modifier in keys:
        QTest.keyClick(view, key, modifier)
    at = view.caret_word()
    assert at is not None
    assert at.text == word


def test_left_goes_on_in_text_that_runs_left(empty: TranscriptView) -> None:
    text = text_of_cues("before", "שלום עולם", "after")
    empty.set_text(text, starts_of(text))
    empty.put_caret(1)
    for _ in range(5):
        QTest.keyClick(empty, Key.Key_Left)
    assert shown(empty.chosen_words()) == "עולם"
    for _ in range(5):
        QTest.keyClick(empty, Key.Key_Left)
    assert shown(empty.chosen_words()) == "after"
    QTest.keyClick(empty, Key.Key_Left)
    assert shown(empty.chosen_words()) == "עולם"


def test_up_and_down_keep_to_their_column(view: TranscriptView) -> None:
    view.put_caret(flat("watches,"))
    for _ in range(2):
        QTest.keyClick(view, Key.Key_Down)
    assert shown(view.chosen_words()) != "watches,"
    for _ in range(2):
        QTest.keyClick(view, Key.Key_Up)
    assert shown(view.chosen_words()) == "watches,"


def test_pages_move_caret_and_view_together(empty: TranscriptView, qtbot: QtBot) -> None:
    text = long_text(700)
    empty.set_text(text, starts_of(text))
    with qtbot.waitSignal(empty.caret_moved):
        QTest.keyClick(empty, Key.Key_PageDown)
    first = view_flat(empty)
    QTest.keyClick(empty, Key.Key_PageDown)
    assert view_flat(empty) > first > 30
    assert empty.word_rect(view_flat(empty)).isValid()
    for _ in range(3):
        QTest.keyClick(empty, Key.Key_PageUp)
    assert view_flat(empty) == 0


def view_flat(view: TranscriptView) -> int:
    word = view.caret_word()
    assert word is not None
    return word.first


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ([(Key.Key_Right, SHIFT)] * 2, "So"),
        ([(Key.Key_Right, CTRL | SHIFT)] * 2, "So let "),
        ([(Key.Key_End, SHIFT)], "So let me push on that. When you say the monitor should be weaker than"),
        ([(Key.Key_Right, SHIFT)] * 3 + [(Key.Key_Left, PLAIN)], ""),
    ],
)
def test_shift_selects(view: TranscriptView, keys: list[tuple[Key, Qt.KeyboardModifier]], text: str) -> None:
    for key, modifier in keys:
        QTest.keyClick(view, key, modifier)
    assert view.selected_text() == text


def test_all_is_selected_and_copied(view: TranscriptView) -> None:
    QTest.keyClick(view, Key.Key_A, CTRL)
    QTest.keyClick(view, Key.Key_C, CTRL)
    blocks = QGuiApplication.clipboard().text().split("\n\n")
    assert [b.split()[0] for b in blocks] == ["So", "Because", "And", "Thomas"]
    assert blocks[2].endswith("It may bring real benefits for a year before you do.")


@pytest.mark.parametrize(
    ("key", "modifier", "typed"),
    [(Key.Key_Return, PLAIN, ""), (Key.Key_F2, PLAIN, ""), (Key.Key_H, PLAIN, "h"), (Key.Key_H, SHIFT, "H")],
)
def test_a_key_asks_for_a_correction(
    view: TranscriptView, qtbot: QtBot, key: Key, modifier: Qt.KeyboardModifier, typed: str
) -> None:
    view.put_caret(flat("holden"))
    QTest.keyClick(view, Key.Key_Right, CTRL | SHIFT)
    QTest.keyClick(view, Key.Key_Right, CTRL | SHIFT)
    with qtbot.waitSignal(view.correction_asked) as asked:
        if typed:
            QTest.keyClicks(view, typed)
        else:
            QTest.keyClick(view, key, modifier)
    assert asked.args is not None
    assert (shown(asked.args[0]), asked.args[1]) == ("holden institute", typed)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_H, CTRL), (Key.Key_H, ALT), (Key.Key_Return, CTRL), (Key.Key_Return, SHIFT), (Key.Key_Delete, PLAIN)],
)
def test_the_windows_keys_ask_for_nothing(
    view: TranscriptView, qtbot: QtBot, key: Key, modifier: Qt.KeyboardModifier
) -> None:
    with qtbot.assertNotEmitted(view.correction_asked):
        QTest.keyClick(view, key, modifier)


def test_what_an_input_method_commits_asks_for_a_correction(view: TranscriptView, qtbot: QtBot) -> None:
    event = QInputMethodEvent()
    event.setCommitString("哈")
    with qtbot.waitSignal(view.correction_asked) as asked:
        QApplication.sendEvent(view, event)
    assert asked.args is not None
    assert asked.args[1] == "哈"


def test_one_correction_takes_so_many_words(empty: TranscriptView, qtbot: QtBot) -> None:
    text = long_text(200)
    empty.set_text(text, starts_of(text))
    QTest.keyClick(empty, Key.Key_A, CTRL)
    with qtbot.assertNotEmitted(empty.correction_asked):
        QTest.keyClick(empty, Key.Key_Return)
    assert len(empty.chosen_words()) == 200


def test_space_plays(view: TranscriptView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.play_pause_asked), qtbot.assertNotEmitted(view.correction_asked):
        QTest.keyClick(view, Key.Key_Space)


def test_a_click_puts_the_caret_and_plays_nothing(view: TranscriptView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.play_asked), qtbot.waitSignal(view.caret_moved):
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, flat("notice")))
    assert shown(view.chosen_words()) == "notice"
    assert view.selected_text() == ""


def test_ctrl_and_click_play_from_the_word(view: TranscriptView, qtbot: QtBot) -> None:
    view.put_caret(3)
    with qtbot.waitSignal(view.play_asked) as asked:
        QTest.mouseClick(view.viewport(), LEFT, CTRL, middle(view, flat("notice")))
    ms, _ = sample().cues.word_time(flat("notice"))
    assert asked.args == [ms, flat("notice")]
    assert view_flat(view) == 3


def test_a_click_on_a_time_plays_from_there(view: TranscriptView, qtbot: QtBot) -> None:
    at = QPoint(40, view.word_rect(flat("Because")).center().y())
    with qtbot.waitSignal(view.play_asked) as asked:
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
    assert asked.args == [2_294_000, flat("Because")]


def test_words_without_times_are_not_played(empty: TranscriptView, qtbot: QtBot) -> None:
    text = text_of_cues("no times here", timed=False)
    empty.set_text(text, starts_of(text))
    with qtbot.assertNotEmitted(empty.play_asked):
        QTest.mouseClick(empty.viewport(), LEFT, CTRL, middle(empty, 1))
        QTest.mouseClick(empty.viewport(), LEFT, pos=QPoint(40, middle(empty, 0).y()))


def test_a_click_on_a_score_names_its_slice(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_slices([SliceMark(1, 0, flat("push"), "0", "silent"), SliceMark(2, flat("monitor"), 90, "−32", "mixed")])
    with qtbot.waitSignal(view.slice_clicked) as clicked:
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(720, middle(view, 0).y()))
    assert clicked.args == [1]


def test_a_drag_selects_whole_words(view: TranscriptView) -> None:
    begin, end = middle(view, flat("holden")), middle(view, flat("reads"))
    QTest.mousePress(view.viewport(), LEFT, pos=begin)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert view.selected_text() == "holden institute reads"
    assert shown(view.chosen_words()) == "holden institute reads"


def test_a_drag_backwards_keeps_the_word_it_began_on(view: TranscriptView) -> None:
    QTest.mousePress(view.viewport(), LEFT, pos=middle(view, flat("institute")))
    QTest.mouseMove(view.viewport(), middle(view, flat("nobody")))
    QTest.mouseRelease(view.viewport(), LEFT)
    assert view.selected_text() == "nobody at the holden institute"


def test_a_double_click_selects_the_word(view: TranscriptView) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle(view, flat("institute")))
    assert view.selected_text() == "institute"


def test_shift_and_click_select_to_there(view: TranscriptView) -> None:
    view.put_caret(flat("nobody"))
    at = view.word_rect(flat("institute"))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, QPoint(at.right() + 1, at.center().y()))
    assert view.selected_text() == "nobody at the holden institute"


def test_the_word_under_the_pointer_is_told(view: TranscriptView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.word_hovered) as hovered:
        QTest.mouseMove(view.viewport(), middle(view, flat("notice")))
    assert hovered.args == [flat("notice")]
    QTest.mouseMove(view.viewport(), QPoint(40, view.word_rect(flat("Because")).center().y()))
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_an_empty_text_takes_all_keys(empty: TranscriptView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(empty.correction_asked):
        for key in (Key.Key_Down, Key.Key_End, Key.Key_PageDown, Key.Key_Return, Key.Key_A, Key.Key_Left):
            QTest.keyClick(empty, key)
        QTest.mouseClick(empty.viewport(), LEFT, pos=QPoint(200, 200))
        QTest.mouseDClick(empty.viewport(), LEFT, pos=QPoint(200, 200))
    assert empty.chosen_words() == []
