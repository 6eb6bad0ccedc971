from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from tests.gui.transcript.transcript_texts import flat_of, sample, starts_of, text_of_cues

from reviewer.core.reading import ReadingText
from reviewer.gui.transcript import TranscriptView
from reviewer.gui.transcript.accessible import ParagraphText, TranscriptAccessible


def test_a_screen_reader_finds_a_text_with_a_name(view: TranscriptView) -> None:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.EditableText
    assert found.text(QAccessible.Text.Name) == "Transcript"
    assert isinstance(found, TranscriptAccessible)
    assert found.interface_cast(QAccessible.InterfaceType.ValueInterface) is not None


def test_it_reads_the_paragraph_at_the_caret_line_by_line(view: TranscriptView) -> None:
    view.put_caret(flat_of(sample().cues, "Because")[0])
    read = ParagraphText(view)
    text = read.text(0, read.characterCount())
    assert text.startswith("Because I can check the guard. kestrel for writes its own lab notes now,\n")
    assert read.cursorPosition() == 0
    read.setCursorPosition(8)
    word = view.caret_word()
    assert word is not None
    assert word.text == "I"


def test_letters_have_places_on_the_screen(view: TranscriptView) -> None:
    read = ParagraphText(view)
    rect = read.characterRect(1)
    assert rect.height() == 27
    assert read.offsetAtPoint(rect.center()) in {1, 2}
    below = view.viewport().mapToGlobal(view.word_rect(flat_of(sample().cues, "notice")[0]).center())
    assert read.offsetAtPoint(below) == -1


def test_an_empty_text_is_read_as_nothing(empty: TranscriptView) -> None:
    text: ReadingText = text_of_cues("")
    empty.set_text(text, starts_of(text))
    read = ParagraphText(empty)
    assert (read.characterCount(), read.text(0, 5), read.characterRect(0).isValid()) == (0, "", False)


def test_views_come_and_go_while_a_reader_listens(view: TranscriptView) -> None:
    QAccessible.setActive(True)
    try:
        QAccessible.queryAccessibleInterface(view)
        view.put_caret(5)
        QTest.keyClicks(view, " ")
        view.close()
    finally:
        QAccessible.setActive(False)
