"""The key moments of an assessment: quotes with their times, each verified by ear or not yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.core.wording import clock
from reviewer.gui.labels import tip
from reviewer.gui.side.fitted_list import FittedList
from reviewer.gui.side.paint import font_of, plain, put, rule
from reviewer.gui.side.rows import ROW, Index
from reviewer.gui.side.term_list import paint_ground
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import sign

_ROW = 52
_SIGN = 26
_REMOVE = 20


@dataclass(frozen=True, slots=True)
class Moment:
    """One of them, as the document holds it."""

    start_ms: int | None
    end_ms: int | None
    quote: str
    note: str = ""
    is_verified: bool = False

    @property
    def second_line(self) -> str:
        """“38:39 to 39:06, verified by ear”."""
        times = " to ".join(filter(None, (clock(self.start_ms), clock(self.end_ms))))
        verified = "verified by ear" if self.is_verified else "not yet verified"
        return ", ".join(part for part in (times, verified, plain(self.note)) if part)

    @property
    def spoken(self) -> str:
        return f"“{plain(self.quote)}”, {self.second_line}"

    def as_value(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "quote": self.quote,
            "note": self.note,
            "verified": self.is_verified,
        }


def moment_of(value: Mapping[str, Any]) -> Moment:
    return Moment(
        value.get("start_ms"), value.get("end_ms"), value.get("quote", ""), value.get("note", ""),
        value.get("verified", False),
    )  # fmt: skip


class MomentDelegate(QStyledItemDelegate):
    """A tick that is set or not, the quote, and under it its times."""

    def __init__(self, theme: Theme, view: FittedList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self._theme.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, moment = self._theme, index.data(ROW)
        rect = QRect(option.rect)
        paint_ground(painter, theme, rect, option, has_focus=self._view.hasFocus())
        rule(painter, theme, rect.left(), rect.right() + 1, rect.bottom())
        tick, words, remove = parts(theme, rect)
        name, token = ("circle-check", "good") if moment.is_verified else ("circle", "ink3")
        sign(theme, painter, tick, name, theme.color(token))
        upper = QRect(words.left(), rect.top() + theme.scaled(6), words.width(), theme.line_height("quote"))
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), theme.line_height("small"))
        painter.setPen(theme.color("ink"))
        put(painter, upper, f"“{plain(moment.quote)}”", font_of(theme, "quote", italic=True))
        painter.setPen(theme.color("ink2"))
        put(painter, lower, moment.second_line, theme.font("small"))
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            sign(theme, painter, remove, "close", theme.color("ink2"))


def parts(theme: Theme, row: QRect) -> tuple[QRect, QRect, QRect]:
    """Where a row has its tick, its words and what removes it."""
    tick, remove = theme.scaled(_SIGN), theme.scaled(_REMOVE)
    top = QRect(row.left(), row.top() + 6, row.width(), theme.line_height("quote"))
    return (
        QRect(top.left() - 4, top.top(), tick, top.height()),
        QRect(top.left() + tick, row.top(), top.width() - tick - remove - 4, row.height()),
        QRect(top.right() + 1 - remove, top.top(), remove, top.height()),
    )


class MomentList(FittedList):
    """Space or a click on the tick verifies, Del or the cross removes, Enter or a click goes there.

    Signals:
        edited: The moments are others now, by a person's hand.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pressed = QPoint()
        self.setItemDelegate(MomentDelegate(theme, self))
        self.setAccessibleName("Key moments")

    @property
    def moments(self) -> list[dict[str, Any]]:
        return [row.as_value() for row in self.rows.rows if isinstance(row, Moment)]

    def set_moments(self, values: Sequence[Mapping[str, Any]]) -> None:
        self.set_rows([moment_of(value) for value in values])

    def add(self, quote: str, start_ms: int | None, end_ms: int | None) -> None:
        """A moment more, in its place by time, and current."""
        made = Moment(start_ms, end_ms, quote)
        rows = [row for row in self.rows.rows if isinstance(row, Moment)]
        if made not in rows:
            at = next((n for n, row in enumerate(rows) if (row.start_ms or 0) > (start_ms or 0)), len(rows))
            self._change([*rows[:at], made, *rows[at:]], at)

    def verify(self) -> None:
        """Set the tick of the current moment, or take it off."""
        number, rows = self._rows()
        if number >= 0:
            rows[number] = replace(rows[number], is_verified=not rows[number].is_verified)
            self._change(rows, number)

    def remove(self) -> None:
        number, rows = self._rows()
        if number >= 0:
            del rows[number]
            self._change(rows, min(number, len(rows) - 1))

    def _rows(self) -> tuple[int, list[Moment]]:
        return self.currentIndex().row(), [row for row in self.rows.rows if isinstance(row, Moment)]

    def _change(self, rows: list[Moment], current: int) -> None:
        self.set_rows(rows)
        if current >= 0:
            self.setCurrentIndex(self.rows.index(current))
        self.edited.emit()

    def took_key(self, event: QKeyEvent) -> bool:
        deeds = {Qt.Key.Key_Space: self.verify, Qt.Key.Key_Delete: self.remove, Qt.Key.Key_Backspace: self.remove}
        deed = deeds.get(Qt.Key(event.key()))
        if deed is not None and self.row is not None:
            deed()
            return True
        return super().took_key(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _on_clicked(self) -> None:
        tick, _, remove = parts(self.theme, self.visualRect(self.currentIndex()))
        if tick.contains(self._pressed):
            self.verify()
        elif remove.contains(self._pressed):
            self.remove()
        else:
            super()._on_clicked()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW)
        self.viewport().setToolTip(tip(row.quote) if isinstance(row, Moment) else "")
