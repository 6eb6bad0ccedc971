"""The transcript: the text in which people read, listen, mark and correct."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.core.reading import Correction, ReadingText, ReadingWord, bare
from reviewer.gui.theme import Theme
from reviewer.gui.transcript import accessible
from reviewer.gui.transcript.back import BackButton
from reviewer.gui.transcript.page import Draft
from reviewer.gui.transcript.pointer_area import PointerArea

if TYPE_CHECKING:
    from reviewer.gui.transcript.editor import CorrectionEditor

_BLANK = "\u00a0"  # keeps what is typed in one piece, and makes room for the field's ends


class TranscriptView(PointerArea):
    """Takes a reading text and marks, gives what the user wishes. Knows no session.

    Signals:
        correction_accepted: The wording meant, here.
        correction_checked: The wording meant, here, and the paragraph is checked.
        all_places_asked: The wording meant, here and wherever the same was heard.
        correction_cancelled: Nothing is to change.
        correction_lost: What was typed when someone else changed the words; the field is closed.
        back_asked: The button that leads back to what is heard was pressed.
    """

    correction_accepted = Signal(str)
    correction_checked = Signal(str)
    all_places_asked = Signal(str)
    correction_cancelled = Signal()
    correction_lost = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hover_text: Callable[[Correction], str] | None = None
        self._corrected: list[ReadingWord] = []  # the words under the open correction
        self._back = BackButton(self.viewport())
        self._back.clicked.connect(self.back_asked)
        self.scrolled.connect(self._on_scrolled)
        self.caret_moved.connect(self._on_caret_told)
        accessible.install()
        self.setAccessibleName("Transcript")
        self.setAccessibleDescription("Enter corrects the word at the caret, Space plays.")

    @cached_property
    def _editor(self) -> "CorrectionEditor":
        """Made when the first correction is opened: reading needs none of it."""
        from reviewer.gui.transcript.editor import CorrectionEditor

        editor = CorrectionEditor(self._theme, self.viewport())
        editor.typed.connect(self._on_correction_typed)
        editor.closed.connect(self._on_correction_closed)
        editor.accepted.connect(self.correction_accepted)
        editor.checked.connect(self.correction_checked)
        editor.all_places.connect(self.all_places_asked)
        editor.cancelled.connect(self.correction_cancelled)
        return editor

    def _cancel_correction(self) -> None:
        if self.is_correcting:
            self._editor.cancel()

    def set_hover_text(self, hover_text: Callable[[Correction], str]) -> None:
        """What is said of a corrected word under the pointer."""
        self._hover_text = hover_text

    def set_back_to(self, ms: int | None) -> None:
        """Offer the way back to a moment while following is off; None while it is on."""
        self._back.offer(ms)
        self._place_back()

    def _place_back(self) -> None:
        playing = self._marks.playing
        column = QRect(self.text_left, 0, self._columns.measure, self.viewport().height())
        self._back.place(column, is_above=playing is not None and playing < self.first_visible_word())

    def set_text(self, text: ReadingText, starts: Sequence[int]) -> None:
        self._cancel_correction()
        super().set_text(text, starts)

    def update_text(self, text: ReadingText, first: int, last: int) -> None:
        self._page.set_draft(None)
        super().update_text(text, first, last)
        if self.is_correcting and not self._set_draft(self._editor.text):
            typed, has_changes = self._editor.text, self._editor.has_changes
            self._editor.cancel()  # someone else changed the very words
            if has_changes:
                self.correction_lost.emit(typed)

    # Correcting in place
    @property
    def is_correcting(self) -> bool:
        return "_editor" in self.__dict__ and self._editor.is_open

    @property
    def unaccepted(self) -> str:
        """What is typed in the open field and not accepted yet; empty where nothing is."""
        return self._editor.text if self.is_correcting and self._editor.has_changes else ""

    def open_correction(
        self,
        words: Sequence[ReadingWord],
        initial_text: str,
        info: str,
        proposals: Sequence[str] = (),
        count_places: int = 1,
    ) -> None:
        """Open a field over some words of the text that is shown; below it what is known of them.

        With `count_places` of 2 or more it also offers to correct all of them.
        """
        from reviewer.gui.transcript.editor import Offer

        self._cancel_correction()
        self._corrected = list(words)
        if self._set_draft(initial_text):
            is_whole = bare(initial_text) == bare(" ".join(word.text for word in words))
            self._editor.open(Offer(initial_text, info, tuple(proposals), count_places, is_whole))
            self._place_editor()

    def _set_draft(self, text: str) -> bool:
        """Make room in the line for what is typed; False where the words stand no more."""
        found = self._page.find(self._corrected)
        if found is None:
            return False
        shown = _BLANK + (text.replace(" ", _BLANK) or _BLANK * 4) + _BLANK
        self._page.set_draft(Draft(*found, shown))
        self._sync()
        return True

    def _on_correction_typed(self, text: str) -> None:
        self._page.set_draft(None)
        self._set_draft(text)
        self._place_editor()

    def _on_correction_closed(self) -> None:
        self._page.set_draft(None)
        self._sync()
        self.setFocus()

    def _on_scrolled(self) -> None:
        if self.is_correcting:
            self._place_editor()
        if self._back.isVisibleTo(self.viewport()):
            self._place_back()

    def _on_caret_told(self) -> None:
        accessible.tell_caret(self)

    def _place_editor(self) -> None:
        self._editor.place(self._draft_rect(), QRect(QPoint(), self.viewport().size()))

    def _draft_rect(self) -> QRect:
        """Where the field stands; a whole line where what is typed takes several."""
        draft = self._page.draft
        if draft is None:
            return QRect()
        paragraph = self._page.paragraph(draft.paragraph)
        begin, end = paragraph.place(draft.low, draft.low + 1)
        line = paragraph.line_of(begin)
        boxes = paragraph.boxes(begin, end, range(line, line + 2))
        y = self._page.y_below(draft.paragraph) + paragraph.line_top(boxes[0].line)
        left, right = (boxes[0].left, boxes[0].right) if len(boxes) == 1 else (0, self._columns.measure)
        return QRect(round(self.text_left + left), y, round(right - left), self._setting.line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the open field keeps what was typed: it closes only a field that says nothing new."""
        if self.is_correcting and self._editor.has_changes:
            self._editor.take_focus()
            return
        self._cancel_correction()
        super().mousePressEvent(event)

    # Hover
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_hover(event)
            return True
        return bool(super().viewportEvent(event))

    def _show_hover(self, event: QHelpEvent) -> None:
        word = self.hit(event.pos()).word
        if word is None or word.correction is None or self._hover_text is None:
            QToolTip.hideText()
            return
        from html import escape

        # Escaped and wrapped, since Qt takes plain text that looks like HTML for HTML.
        text = f"<p>{escape(self._hover_text(word.correction))}</p>"
        QToolTip.showText(event.globalPos(), text, self.viewport(), self.word_rect(word.first))
