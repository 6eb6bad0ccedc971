"""The scrolled area that shows the page with its marks: scrolling, resizing, themes, painting."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEasingCurve, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from reviewer.core.reading import ReadingText
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.caret import Caret
from reviewer.gui.transcript.geometry import Columns, Setting
from reviewer.gui.transcript.marks import Heard, Marks, Range, Ranges, SliceMark, Slices, TermMark
from reviewer.gui.transcript.page import Page
from reviewer.gui.transcript.paint import PagePainter, Scene
from reviewer.gui.transcript.paragraph import Inks

_GLIDE_MS: Final = 160
_NOTHING: Final = (-1, -1)


class PageArea(QAbstractScrollArea):
    """Shows a reading text in paragraphs and lays marks over it.

    Signals:
        scrolled: Other words are in sight, whoever scrolled.
        scrolled_by_hand: The user scrolled, by wheel or bar.
        slice_in_view_changed: The numbers of the first and the last slice in sight.
    """

    scrolled = Signal()
    scrolled_by_hand = Signal()
    slice_in_view_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._setting = Setting.of(theme)
        self._columns = Columns.of(0, theme)
        self._page = Page(self._setting, self._inks())
        self._caret = Caret(self._page)
        self._marks = Marks()
        self._painter = PagePainter(theme)
        self._hovered_time: int | None = None
        self._is_syncing = False
        self._slices_in_view: Range = _NOTHING
        self._glide = self._make_glide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().actionTriggered.connect(self._on_bar_moved)
        theme.changed.connect(self._on_theme_changed)

    def _make_glide(self) -> QVariantAnimation:
        glide = QVariantAnimation(self)
        glide.setDuration(_GLIDE_MS)
        glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        glide.valueChanged.connect(self._on_glide_moved)
        return glide

    def _inks(self) -> Inks:
        return Inks(self._theme.color("corrected"), self._theme.color("ink3"))

    # The text
    def set_text(self, text: ReadingText, starts: Sequence[int]) -> None:
        """Show another text from its beginning, without marks; `starts` are its paragraphs' first words."""
        self._glide.stop()
        self._page.set_text(text, starts)
        self._caret.reset()
        self._marks = Marks()
        self._sync()

    def update_text(self, text: ReadingText, first: int, last: int) -> None:
        """Show the same cues read otherwise in the words first to last; what is in sight stays where it is."""
        put_back = self._caret.kept()
        self._page.update_text(text, first, last)
        put_back()
        self._sync()

    # Marks
    def set_slices(self, slices: Sequence[SliceMark]) -> None:
        self._marks.slices = Slices(slices)
        self._marks.chosen = None
        self._sync()

    def set_chosen_slice(self, number: int | None) -> None:
        """Tint a slice; its terms come by `set_terms`."""
        self._marks.chosen = self._marks.slices.numbered(number)
        self._marks.terms = ()
        self.viewport().update()

    def set_terms(self, marks: Sequence[TermMark]) -> None:
        """The terms of the chosen slice; without one none are shown."""
        self._marks.terms = tuple(marks)
        self.viewport().update()

    def set_suggestions(self, ranges: Sequence[Range]) -> None:
        self._marks.suggestions = Ranges(ranges)
        self.viewport().update()

    def set_judged(self, judged: Range | None) -> None:
        self._marks.judged = judged
        self.viewport().update()

    def set_found(self, ranges: Sequence[Range], current: Range | None = None) -> None:
        self._marks.found = Ranges(ranges)
        self._marks.found_current = current
        self.viewport().update()

    def set_playing(self, flat: int | None) -> None:
        """The imported word that is heard now."""
        before, self._marks.playing = self._marks.playing, flat
        if before != flat:
            for each in (before, flat):
                if each is not None:
                    self.viewport().update(self._word_row(each))

    def set_heard(self, intervals: Sequence[Range]) -> None:
        """The stretches of the recording that were heard, in ms."""
        self._marks.heard = Heard(intervals)
        self.viewport().update()

    # Where things are
    @property
    def text_left(self) -> int:
        """The left edge of the text, where all plots of the pane begin too."""
        return self._columns.text_left

    def visible_range(self) -> Range:
        """The imported words in sight, the last one excluded."""
        return self._page.visible()

    def first_visible_word(self) -> int:
        return self._page.visible()[0]

    def word_rect(self, flat: int) -> QRect:
        """Where a word stands in the viewport; empty while it is out of sight."""
        number = self._page.paragraph_of(flat)
        y = self._page.y_of(number)
        paragraph = self._page.paragraph(number)
        words = paragraph.sounding(flat)
        if y is None or not words:
            return QRect()
        begin, end = paragraph.place(words.start, words.stop)
        line = paragraph.line_of(begin)
        box = paragraph.boxes(begin, end, range(line, line + 1))[0]
        left = round(self._columns.text_left + box.left)
        return QRect(left, y + paragraph.line_top(box.line), round(box.right - box.left), self._setting.line)

    def _word_row(self, flat: int) -> QRect:
        """The lines that a word may stand on, for painting anew; one more, as a correction may be broken."""
        rect = self.word_rect(flat)
        return QRect(0, rect.top() - 2, self.viewport().width(), 2 * rect.height() + 4) if rect.isValid() else rect

    # Scrolling
    def scroll_to_word(self, flat: int, animated: bool = True) -> None:
        """Bring a word's line into sight, a third from the top, unless it is well in sight already."""
        line = self._setting.line
        self._bring(flat, (line, self._page.view_height - 3 * line), animated)

    def show_from(self, flat: int) -> None:
        """Put a word's line at the top, as where one was before."""
        self._glide_to(*self._line_top(flat), at=0, animated=False)

    def follow_word(self, flat: int) -> None:
        """Keep a word's line in the middle third."""
        third = self._page.view_height // 3
        self._bring(flat, (third, 2 * third), animated=True)

    def _bring(self, flat: int, room: Range, animated: bool) -> None:
        number, top = self._line_top(flat)
        y = self._page.y_of(number)
        if y is None or not room[0] <= y + top <= room[1]:
            self._glide_to(number, top, self._page.view_height // 3, animated)

    def _line_top(self, flat: int) -> tuple[int, int]:
        """The paragraph of a word, and where its line begins in it."""
        number = self._page.paragraph_of(flat)
        paragraph = self._page.paragraph(number)
        words = paragraph.sounding(flat)
        return number, paragraph.line_top(paragraph.line_of(paragraph.begins[words.start]) if words else 0)

    def _glide_to(self, number: int, y: int, at: int, animated: bool) -> None:
        """Scroll to a place; from further away than a screen the eye sees the last screen only."""
        self._glide.stop()
        before = self._page.value
        self._page.put(number, y, at)
        self._goal = (number, y, at)
        way = max(-self._page.view_height, min(self._page.view_height, self._page.value - before))
        if animated and way and self._moves():
            self._glide.setStartValue(way)
            self._glide.setEndValue(0)
            self._glide.start()
        else:
            self._sync()

    def _moves(self) -> bool:
        """Whether things may move: in sight, and with a system that was not told to reduce motion."""
        hint = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        return self.isVisible() and hint > 0

    def _on_glide_moved(self, left: int) -> None:
        self._page.put(*self._goal)
        self._page.scroll_by(-left)
        self._sync()

    def _on_bar_moved(self, _action: int) -> None:
        self._glide.stop()
        self.scrolled_by_hand.emit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if self._is_syncing:
            return
        value = self.verticalScrollBar().value()
        way = value - self._page.value
        if abs(way) <= 2 * self._page.view_height and not self.verticalScrollBar().isSliderDown():
            self._page.scroll_by(way)
        else:
            self._page.scroll_to(value)
        self._sync()

    def _sync(self) -> None:
        """Tell the bar what is known now, and the others what is in sight."""
        page, bar = self._page, self.verticalScrollBar()
        page.settle()
        self._is_syncing = True
        bar.setPageStep(page.view_height)
        bar.setSingleStep(page.line)
        bar.setRange(0, max(page.most, page.value))
        if not bar.isSliderDown():
            bar.setValue(page.value)
        self._is_syncing = False
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        self.scrolled.emit()
        numbers = self._marks.slices.numbers(*self._page.visible()) or _NOTHING
        if numbers != self._slices_in_view:
            self._slices_in_view = numbers
            if numbers != _NOTHING:
                self.slice_in_view_changed.emit(*numbers)

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.view_height = self.viewport().height()
        if self.viewport().width() != self._columns.width:
            self._set_anew()
        self._sync()

    def _set_anew(self) -> None:
        self._columns = Columns.of(self.viewport().width(), self._theme)
        self._page.set_setting(self._setting, self._inks(), self._columns.measure)

    def _on_theme_changed(self) -> None:
        self._setting = Setting.of(self._theme)
        self._set_anew()
        self._sync()

    def sizeHint(self) -> QSize:
        return QSize(760, 560)  # the pane at 1440 px

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self._scene(), QRectF(event.rect()))
        painter.end()

    def _scene(self) -> Scene:
        return Scene(
            self._page, self._marks, self._caret, self._columns, self._setting, self.hasFocus(), self._hovered_time
        )
