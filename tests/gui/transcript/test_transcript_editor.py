import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.transcript.transcript_texts import flat_of, sample

from reviewer.core.reading import ReadingWord
from reviewer.gui.theme import Theme
from reviewer.gui.transcript import TranscriptView

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
INFO = "Heard “holden institute”. In the glossary: organisation."


def words_of(heard: str) -> list[ReadingWord]:
    text = sample()
    return list(text.words(*flat_of(text.cues, heard)))


@pytest.fixture
def correcting(view: TranscriptView, qtbot: QtBot) -> TranscriptView:
    view.activateWindow()
    view.setFocus()
    view.put_caret(flat_of(sample().cues, "holden")[0])
    view.open_correction(words_of("holden institute"), "holden institute", INFO, ["Halden Institute", "Holden"], 11)
    qtbot.waitUntil(view._editor.field.hasFocus)
    return view


def test_the_field_stands_on_the_words(correcting: TranscriptView) -> None:
    field, popup = correcting._editor.field.geometry(), correcting._editor.popup.geometry()
    heard = flat_of(sample().cues, "holden institute")[0]
    assert field.contains(correcting.word_rect(heard).center())
    assert popup.top() > field.bottom()
    assert correcting.viewport().rect().contains(popup)
    assert correcting._editor.popup.info.text() == INFO


def test_the_text_flows_round_what_is_typed(correcting: TranscriptView) -> None:
    reads = flat_of(sample().cues, "reads")[0]
    before = correcting.word_rect(reads)
    QTest.keyClick(correcting._editor.field, Key.Key_End)
    QTest.keyClicks(correcting._editor.field, " of T")
    after = correcting.word_rect(reads)
    assert (after.top(), after.left()) > (before.top(), before.left())
    assert correcting._editor.field.width() > 150
    QTest.keyClick(correcting._editor.field, Key.Key_Escape)
    assert correcting.word_rect(reads).left() < before.left()


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Key.Key_Return, PLAIN, "correction_accepted"),
        (Key.Key_Return, CTRL, "correction_checked"),
        (Key.Key_Return, CTRL | SHIFT, "all_places_asked"),
    ],
)
def test_a_key_gives_the_wording(
    correcting: TranscriptView, qtbot: QtBot, key: Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    QTest.keyClicks(correcting._editor.field, "Halden ")
    with qtbot.waitSignal(getattr(correcting, signal)) as given:
        QTest.keyClick(correcting._editor.field, key, modifier)
    assert given.args == ["Halden"]
    assert not correcting.is_correcting
    assert correcting.hasFocus()


def test_escape_leaves_everything_as_it_was(correcting: TranscriptView, qtbot: QtBot) -> None:
    shown = correcting._page.paragraph(1)
    QTest.keyClicks(correcting._editor.field, " typed")
    with qtbot.waitSignal(correcting.correction_cancelled):
        QTest.keyClick(correcting._editor.field, Key.Key_Escape)
    assert correcting._page.paragraph(1).text == shown.text.replace(
        "\u00a0holden\u00a0institute\u00a0", "holden institute"
    )
    assert correcting._editor.field.isHidden()
    assert correcting._editor.popup.isHidden()
    assert correcting.hasFocus()
    word = correcting.caret_word()
    assert word is not None
    assert word.text == "holden"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ([Key.Key_Down], "Halden Institute"),
        ([Key.Key_Down] * 2, "Holden"),
        ([Key.Key_Down] * 5, "Holden"),
        ([Key.Key_Down, Key.Key_Up], "holden institute"),
        ([Key.Key_Up], "holden institute"),
    ],
)
def test_down_and_up_take_a_proposal(correcting: TranscriptView, qtbot: QtBot, keys: list[Key], text: str) -> None:
    for key in keys:
        QTest.keyClick(correcting._editor.field, key)
    with qtbot.waitSignal(correcting.correction_accepted) as given:
        QTest.keyClick(correcting._editor.field, Key.Key_Return)
    assert given.args == [text]


@pytest.mark.parametrize("button", ["here", "all_places", "cancel"])
def test_the_buttons_do_what_their_keys_do(correcting: TranscriptView, qtbot: QtBot, button: str) -> None:
    signals = {
        "here": correcting.correction_accepted,
        "all_places": correcting.all_places_asked,
        "cancel": correcting.correction_cancelled,
    }
    with qtbot.waitSignal(signals[button]):
        QTest.mouseClick(getattr(correcting._editor.popup, button), Qt.MouseButton.LeftButton)
    assert not correcting.is_correcting


def test_one_place_offers_no_others(view: TranscriptView, qtbot: QtBot) -> None:
    view.open_correction(words_of("kestrel for"), "K", "", (), 1)
    assert view._editor.popup.all_places.isHidden()
    with qtbot.assertNotEmitted(view.all_places_asked):
        QTest.keyClick(view._editor.field, Key.Key_Return, CTRL | SHIFT)
    assert view.is_correcting


def test_a_click_beside_it_does_not_lose_what_was_typed(correcting: TranscriptView) -> None:
    aside = QPoint(300, 40)
    QTest.keyClick(correcting._editor.field, Key.Key_End)
    QTest.keyClicks(correcting._editor.field, "!")
    QTest.mouseClick(correcting.viewport(), Qt.MouseButton.LeftButton, pos=aside)
    assert correcting.is_correcting
    QTest.keyClick(correcting._editor.field, Key.Key_Backspace)
    QTest.mouseClick(correcting.viewport(), Qt.MouseButton.LeftButton, pos=aside)
    assert not correcting.is_correcting


def test_a_long_wording_takes_the_whole_line(correcting: TranscriptView) -> None:
    correcting._editor._take("a wording that is far longer than a line of the text can hold " * 3)
    field = correcting._editor.field.geometry()
    assert (field.left(), field.width()) == (80, 580)


def test_a_change_elsewhere_leaves_the_field_open(correcting: TranscriptView) -> None:
    text = sample()
    correcting.update_text(text, 0, 3)
    assert correcting.is_correcting
    correcting.update_text(text, *flat_of(text.cues, "holden institute"))
    assert correcting.is_correcting


def test_the_popup_stands_above_where_there_is_no_room_below(view: TranscriptView) -> None:
    view.resize(760, 300)
    view.scroll_to_word(flat_of(sample().cues, "Thomas")[0], False)
    last = sample().words(*flat_of(sample().cues, "him?"))
    view.open_correction(list(last), "him?", INFO, (), 2)
    assert view._editor.popup.geometry().bottom() < view._editor.field.geometry().top()


def test_an_open_field_follows_the_theme(correcting: TranscriptView, theme: Theme) -> None:
    height = correcting._editor.field.height()
    theme.set_zoom(150)
    assert correcting._editor.field.height() > height
    assert correcting.is_correcting


def test_a_letter_that_was_typed_is_gone_on_with(view: TranscriptView, qtbot: QtBot) -> None:
    view.open_correction(words_of("holden institute"), "H", INFO)
    QTest.keyClicks(view._editor.field, "alden")
    with qtbot.waitSignal(view.correction_accepted) as given:
        QTest.keyClick(view._editor.field, Key.Key_Return)
    assert given.args == ["Halden"]


def test_words_that_are_not_shown_open_nothing(view: TranscriptView) -> None:
    gone = words_of("holden institute")[0]._replace(text="other")
    view.open_correction([gone], "x", INFO)
    assert not view.is_correcting
