"""What became of each file of an import, as a list shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout

from reviewer.core.wording import count
from reviewer.errors import printable
from reviewer.gui.dialogs.row_list import in_figures
from reviewer.gui.labels import button, label
from reviewer.gui.side.opening_list import OpeningList, Panel, RowDelegate
from reviewer.gui.side.paint import ink, plain, put, rule, write
from reviewer.gui.side.rows import ROW, Index, Row
from reviewer.gui.side.term_list import paint_ground
from reviewer.gui.side.views import Heading
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import sign

Became = Literal["refused", "version", "track", "imported", "known", "passed"]
HEADINGS: Final[dict[Became, str]] = {
    "refused": "Refused",
    "version": "New versions",
    "track": "Further tracks",
    "imported": "Imported",
    "known": "Known already",
    "passed": "Passed over",
}
_SIGNS: Final[dict[Became, tuple[str, str]]] = {
    "refused": ("error", "bad"),
    "version": ("captions", "ink2"),
    "track": ("captions", "ink2"),
    "imported": ("check", "good"),
    "known": ("info", "ink3"),
    "passed": ("info", "ink3"),
}
EDGE: Final = 20  # from the dialog's edge to its words
_SIGN = 28  # from there to the words beside a sign
_ROW, _TOP = 56, 9


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file: `told` is what came of it, or the reason for which it was refused, and `remedy` what to do."""

    became: Became
    file: str
    told: str
    figure: str = ""
    line: int | None = None
    remedy: str = ""
    episode: str = ""
    can_be_text: bool = False

    @property
    def called(self) -> str:
        """“interview-07.vtt, line 412”."""
        name = printable(PurePath(self.file).name)
        return f"{name}, line {self.line:,}" if self.line is not None else name

    @property
    def whole(self) -> str:
        return f"{self.told} {self.remedy}".strip()

    @property
    def spoken(self) -> str:
        return plain(f"{HEADINGS[self.became]}: {self.called}. {self.whole}")

    @property
    def copied(self) -> str:
        return plain(f"{self.file}{f', line {self.line:,}' if self.line is not None else ''}: {self.whole}")


def in_groups(lines: Sequence[FileLine]) -> list[Row]:
    """The files under headings, those that need someone first."""
    rows: list[Row] = []
    for became, words in HEADINGS.items():
        some = [line for line in lines if line.became == became]
        if some:
            rows += [Heading(words, len(some)), *some]
    return rows


def summary(lines: Sequence[FileLine]) -> str:
    """“3 imported, 1 new version, 2 known already, 1 refused.”"""
    number = {became: sum(line.became == became for line in lines) for became in HEADINGS}
    told = [
        f"{number['imported']:,} imported" if number["imported"] else "",
        count(number["version"], "new version") if number["version"] else "",
        count(number["track"], "further track") if number["track"] else "",
        f"{number['known']:,} known already" if number["known"] else "",
        f"{number['passed']:,} passed over" if number["passed"] else "",
        f"{number['refused']:,} refused" if number["refused"] else "",
    ]
    return ", ".join(part for part in told if part) + "." if any(told) else "No file was read."


class ReportPanel(Panel):
    """The whole message of the open row, and what can be done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.message = label(theme, "interface", "ink2", wraps=True)
        self.open = button("Open", keycap="Enter")
        self.as_text = button("Read as plain text")
        self.copy = button("Copy message", "link")  # a quiet one alone would stand inwards of the text
        line, column = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(8)
        for part in (self.open, self.as_text, self.copy):
            line.addWidget(part)
        line.addStretch()
        column.setContentsMargins(EDGE + _SIGN, 0, EDGE, 12)
        column.setSpacing(10)
        column.addWidget(self.message)
        column.addLayout(line)

    def fill(self, row: object) -> None:
        assert isinstance(row, FileLine)
        self.message.setText(plain(row.whole))
        self.open.setVisible(bool(row.episode))
        self.as_text.setVisible(row.can_be_text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_ground(self._theme)


class ReportDelegate(RowDelegate):
    """Two lines a file; of the open one the second is the panel's."""

    def height_of(self, row: Row, number: int) -> int:
        if isinstance(row, Heading):
            return self.theme.scaled(34 if number == 0 else 42)
        return self.theme.scaled(_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), QRect(option.rect)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
            return
        paint_ground(painter, self.theme, rect, option, has_focus=self.view.hasFocus())
        rule(painter, self.theme, rect.left(), rect.right() + 1, rect.bottom())
        self._paint_file(painter, rect, row, is_current=bool(option.state & QStyle.StateFlag.State_Selected))

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        height = self.theme.line_height("small")
        line = QRect(rect.left() + EDGE, rect.bottom() - height - 6, rect.width() - 2 * EDGE, height)
        taken = write(painter, self.theme, line, heading.text, ("small_strong", "ink2"))
        write(painter, self.theme, line.adjusted(taken + 6, 0, 0, 0), f"{heading.count:,}", ("small", "ink3"))
        rule(painter, self.theme, rect.left(), rect.right() + 1, rect.bottom())

    def _paint_file(self, painter: QPainter, rect: QRect, row: FileLine, *, is_current: bool) -> None:
        theme = self.theme
        name, token = _SIGNS[row.became]
        upper = QRect(rect.left() + EDGE, rect.top() + theme.scaled(_TOP), 0, theme.line_height("interface"))
        place = QRect(upper.left(), upper.top(), 16, upper.height())
        sign(theme, painter, place, name, ink(theme, token, is_current=is_current))
        upper.setLeft(upper.left() + _SIGN)
        upper.setRight(rect.right() - EDGE)
        painter.setPen(ink(theme, "ink2", is_current=is_current))
        taken = put(painter, upper, row.figure, theme.font("small"), right=True)
        painter.setPen(ink(theme, "ink", is_current=is_current))
        put(painter, upper.adjusted(0, 0, -taken - 12, 0), plain(row.called), theme.font("heading"))
        if not is_current:
            lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), theme.line_height("small"))
            write(painter, theme, lower, in_figures(plain(row.told)), ("small", "ink2"))


class ReportList(OpeningList):
    """Enter opens the episode of the open row.

    Signals:
        open_asked: Of the open row.
    """

    open_asked = Signal()

    def __init__(self, theme: Theme, panel: ReportPanel) -> None:
        super().__init__(theme, panel, (Heading,))
        self.setItemDelegate(ReportDelegate(theme, self))
        self.setAccessibleName("Files")

    def took_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row is not None:
            self.open_asked.emit()
            return True
        return super().took_key(event)

    def _head(self) -> int:
        """What is painted of an open row, before the panel."""
        return self.theme.scaled(_TOP) + self.theme.line_height("interface") + 2

    def open_height(self, closed: int) -> int:  # noqa: ARG002 - the second line is the panel's
        return self._head() + self.panel.height_at(self.viewport().width())

    def panel_rect(self, row: QRect) -> QRect:
        return row.adjusted(0, self._head(), 0, -1)
