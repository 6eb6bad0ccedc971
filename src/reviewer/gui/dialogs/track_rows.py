"""The tracks of an episode and their oddities, as lists show them."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from reviewer.core.wording import count, length
from reviewer.errors import printable
from reviewer.gui.dialogs.row_list import PaintedRows, in_figures
from reviewer.gui.formats import encoding_words, format_words
from reviewer.gui.side.paint import PANE, ink, plain, put
from reviewer.gui.theme.look import sign


@dataclass(frozen=True, slots=True)
class OddityItem:
    """What is odd in a line of a file, and the line as the file has it; line 0 is the whole file."""

    line: int
    what: str
    text: str = ""

    @property
    def where(self) -> str:
        return f"line {self.line:,}" if self.line else "file"

    @property
    def spoken(self) -> str:
        return plain(f"{self.where}: {self.what}" + (f" The line: {self.text}" if self.text else ""))


@dataclass(frozen=True, slots=True)
class TrackItem:
    """A version of an episode's captions; `imported` is a moment as people say it."""

    id: str
    label: str
    file_name: str
    format: str
    encoding: str
    cues: int
    words: int
    duration_ms: int
    imported: str
    leads: bool
    is_assumed: bool = False  # its encoding
    oddities: tuple[OddityItem, ...] = ()

    @property
    def contents(self) -> str:
        whole = f", {length(self.duration_ms)}" if self.duration_ms else ""
        return f"{count(self.cues, 'cue')}, {count(self.words, 'word')}{whole}"

    @property
    def encoding_told(self) -> str:
        words = encoding_words(self.encoding)
        return f"{words}, assumed: the file does not say" if self.is_assumed else words

    @property
    def format_told(self) -> str:
        return format_words(self.format)

    @property
    def told_apart(self) -> str:
        """What two versions of one track don't have in common: “today 21:14 · Windows-1252 · 153 cues”."""
        return plain(f"{self.imported} · {encoding_words(self.encoding)} · {count(self.cues, 'cue')}")

    @property
    def called(self) -> str:
        """As a choice between tracks names it."""
        return plain(f"{self.label}, {self.imported}") + (", leads" if self.leads else "")

    @property
    def spoken(self) -> str:
        leads = ", leads" if self.leads else ""
        odd = f", {count(len(self.oddities), 'oddity', 'oddities')}" if self.oddities else ""
        return plain(f"{self.label}{leads}. {self.file_name}, {self.told_apart}{odd}")


class TrackDelegate(PaintedRows):
    """What the track is, whether it leads, and its file."""

    height = 56

    def paint_row(self, painter: QPainter, rect: QRect, row: Any, *, is_current: bool) -> None:
        assert isinstance(row, TrackItem)
        theme = self.theme
        upper = QRect(rect.left() + PANE, rect.top() + theme.scaled(9), 0, theme.line_height("interface"))
        upper.setRight(rect.right() - PANE)
        lower = QRect(upper.left(), upper.bottom() + 2, upper.width(), theme.line_height("small"))
        if row.leads:
            painter.setPen(ink(theme, "good", is_current=is_current))
            taken = put(painter, upper, "Leads", theme.font("small_strong"), right=True)
            place = QRect(upper.right() - taken - 20, upper.top(), 16, upper.height())
            sign(theme, painter, place, "check", ink(theme, "good", is_current=is_current))
            upper.setRight(place.left() - 8)
        painter.setPen(ink(theme, "ink", is_current=is_current))
        put(painter, upper, plain(row.label), theme.font("heading"))
        painter.setPen(ink(theme, "ink2", is_current=is_current))
        put(painter, lower, in_figures(row.told_apart), theme.font("small"))


class OddityDelegate(PaintedRows):
    """The line's number, what is odd, and under it the line itself."""

    height = 54

    def paint_row(self, painter: QPainter, rect: QRect, row: Any, *, is_current: bool) -> None:
        assert isinstance(row, OddityItem)
        theme, small = self.theme, self.theme.font("small")
        column = QFontMetrics(small).horizontalAdvance("line 88,888") + 12
        line = theme.line_height("interface")
        top = theme.scaled(7) if row.text else (rect.height() - line) // 2
        upper = QRect(rect.left() + PANE, rect.top() + top, column, line)
        painter.setPen(ink(theme, "ink3", is_current=is_current))
        put(painter, upper, row.where, small)
        words = QRect(upper.right() + 1, upper.top(), rect.right() - PANE - upper.right(), upper.height())
        painter.setPen(ink(theme, "ink", is_current=is_current))
        put(painter, words, plain(row.what), theme.font("interface"))
        words.moveTop(words.bottom() + 1)
        painter.setPen(ink(theme, "ink2", is_current=is_current))
        put(painter, words, printable(row.text.expandtabs(4)) if row.text else "", theme.font("quote"))
