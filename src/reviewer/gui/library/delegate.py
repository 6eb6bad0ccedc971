"""How the rows of the library pane are painted: two lines and a sparkline an episode."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.app.workspace import MARK_CLOSE, MARK_OPEN
from reviewer.core.wording import clock, count, length
from reviewer.gui.library.model import ITEM_ROLE, EpisodeItem, Heading, Item, PlaceItem
from reviewer.gui.plots.paint import paint
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import ring
from reviewer.spectrum.sparkline import sparkline

Index = QModelIndex | QPersistentModelIndex
MARGIN = 16
SPARKLINE = 84
HEIGHTS = {Heading: 36, EpisodeItem: 50, PlaceItem: 50}
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class LibraryDelegate(QStyledItemDelegate):
    """Paints headings, episodes and found places."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_inverse = False  # high contrast turns a selected row round

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        item = index.data(ITEM_ROLE)
        return QSize(100, self._theme.scaled(HEIGHTS.get(type(item), 50)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item | None = index.data(ITEM_ROLE)
        painter.save()
        rect: QRect = option.rect
        state = option.state
        self._is_inverse = self._theme.name == "contrast" and bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, state, item)
        match item:
            case Heading():
                self._heading(painter, rect, item)
            case EpisodeItem():
                self._episode(painter, rect, item)
            case PlaceItem():
                self._place(painter, rect, item)
            case None:
                pass
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, item: Item | None) -> None:
        if isinstance(item, Heading):
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            ring(self._theme, painter, rect, 0, is_chosen=bool(state & QStyle.StateFlag.State_Selected))

    def _heading(self, painter: QPainter, rect: QRect, item: Heading) -> None:
        line = rect.adjusted(MARGIN, 10, -MARGIN, 0)
        width = self._text(painter, line, item.text, "small_strong", "ink2")
        if item.note:
            self._text(painter, line.adjusted(width + 8, 0, 0, 0), item.note, "small", "ink3")

    def _episode(self, painter: QPainter, rect: QRect, item: EpisodeItem) -> None:
        half = rect.height() // 2
        upper = QRect(rect.left() + MARGIN, rect.top() + 5, rect.width() - 2 * MARGIN, half - 5)
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), half - 6)
        self._text(painter, upper, item.row.title, "interface_strong", "ink")
        summary = item.row.episode.summary
        drawn = min(SPARKLINE, rect.width() // 4) if summary.get("scores") else 0
        if drawn:
            self._sparkline(painter, QRect(lower.right() - drawn, lower.top(), drawn, lower.height()), summary)
        told = lower.adjusted(0, 0, -drawn - 8 if drawn else 0, 0)
        width = self._text(painter, told, _length(item), "small", "ink3")
        token = "warn" if item.row.status == "stale" else "ink3"
        self._text(painter, told.adjusted(width + 12, 0, 0, 0), item.row.next_step, "small", token)

    def _sparkline(self, painter: QPainter, place: QRect, summary: dict[str, Any]) -> None:
        scores = [
            None if band == "silent" else score for score, band in zip(summary["scores"], summary["bands"], strict=True)
        ]
        if self._is_inverse:
            painter.fillRect(place, self._theme.color("paper"))
        painter.save()
        painter.translate(place.topLeft())
        paint(sparkline(place.width(), place.height(), scores), painter, self._theme)
        painter.restore()

    def _place(self, painter: QPainter, rect: QRect, item: PlaceItem) -> None:
        half = rect.height() // 2
        upper = QRect(rect.left() + MARGIN, rect.top() + 5, rect.width() - 2 * MARGIN, half - 5)
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), half - 6)
        width = self._text(painter, upper, clock(item.found.start_ms) or f"Line {item.found.cue + 1}", "small", "ink3")
        if item.found.is_heard_only:
            self._text(painter, upper.adjusted(width + 12, 0, 0, 0), "as heard", "small", "ink3")
        self._snippet(painter, lower, item.found.snippet)

    def _snippet(self, painter: QPainter, rect: QRect, snippet: str) -> None:
        """The words round the found ones, these on `now`, from a little before the first."""
        before, _, rest = snippet.partition(MARK_OPEN)
        if len(before) > 14:
            before = "…" + before[-13:]
        x = rect.left()
        for number, part in enumerate(f"{before}{MARK_OPEN}{rest}".split(MARK_OPEN)):
            found, _, after = part.partition(MARK_CLOSE) if number else ("", "", part)
            for text, is_found in ((found, True), (after, False)):
                if text and x < rect.right():
                    place = QRect(x, rect.top(), rect.right() - x, rect.height())
                    x += self._text(painter, place, text, "quote", "on_soft" if is_found else "ink", found=is_found)

    def _text(self, painter: QPainter, rect: QRect, text: str, role: str, token: str, *, found: bool = False) -> int:
        """One line, elided at the right; the width that it took."""
        font = self._theme.font(role)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        width = min(metrics.horizontalAdvance(shown), rect.width())
        if found:
            painter.fillRect(QRect(rect.left(), rect.top() + 1, width, rect.height() - 2), self._theme.color("now"))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.color("on_soft" if self._is_inverse else token)))
        painter.drawText(rect, _ONE_LINE, shown)
        return width


def _length(item: EpisodeItem) -> str:
    """How long the episode is: in time, or in words where the transcript has no times."""
    episode = item.row.episode
    return length(episode.duration_ms) if episode.duration_ms else count(episode.word_count, "word")
