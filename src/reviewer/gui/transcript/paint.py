"""Painting the transcript: the text in sight, what stands beside it, the caret; the marks are in paint_marks.py."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from reviewer.core.reading import ReadingWord
from reviewer.core.wording import clock
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.caret import Caret
from reviewer.gui.transcript.geometry import BAR, HEARD_LEFT, MARGIN, NAME_GAP, Columns, Setting
from reviewer.gui.transcript.glyphs import paint_band
from reviewer.gui.transcript.marks import Marks, SliceMark
from reviewer.gui.transcript.page import Page
from reviewer.gui.transcript.paint_marks import MarkPainter, Plate
from reviewer.gui.transcript.paragraph import Paragraph

_HEARD_ABOVE: Final = 8  # the heard bar begins so far under the paragraph before, and ends so far above the line's end
_HEARD_BELOW: Final = 4
_SCORE_ROOM: Final = 29  # from the score's right end to the glyph's; "−32" and a space
_GLYPH: Final = 12
_MORE_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one painting shows."""

    page: Page
    marks: Marks
    caret: Caret
    columns: Columns
    setting: Setting
    has_focus: bool
    hovered_time: int | None  # the paragraph whose time is under the pointer


class PagePainter:
    """Paints a scene with the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, scene: Scene, clip: QRectF) -> None:
        painter.fillRect(clip, self._theme.color("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, y in scene.page.in_sight():
            paragraph = scene.page.paragraph(number)
            if y + paragraph.height > clip.top() and y < clip.bottom():
                _ParagraphPainter(self._theme, painter, scene, number, paragraph, y).paint(clip)


class _ParagraphPainter:
    """One paragraph whose top is at y."""

    def __init__(
        self, theme: Theme, painter: QPainter, scene: Scene, number: int, paragraph: Paragraph, y: int
    ) -> None:  # fmt: skip
        self._theme, self._painter, self._scene = theme, painter, scene
        self._number, self._paragraph, self._y = number, paragraph, y
        self._left = scene.columns.text_left
        self._first, self._last = scene.page.words_of(number)
        self._sight = range(len(paragraph.line_starts))

    def _lines_in(self, clip: QRectF) -> range:
        """The lines that are painted; some more, since what is rounded has its ends beyond the clip."""
        first, last = (self._paragraph.line_at(y - self._y) for y in (clip.top(), clip.bottom()))
        return range(max(first - _MORE_LINES, 0), min(last + _MORE_LINES + 1, len(self._paragraph.line_starts)))

    def paint(self, clip: QRectF) -> None:
        self._sight = self._lines_in(clip)
        plate = Plate(self._paragraph, self._left, self._y, self._scene.setting, self._sight)
        marks = MarkPainter(self._theme, self._painter, plate, self._scene.marks, (self._first, self._last))
        selected = self._selected()
        self._paint_chosen()
        self._paint_beside()
        if selected:
            self._paint_selection(plate, *selected)
        marks.paint_grounds()
        self._paint_text(marks.on_ground(), selected, clip)
        marks.paint_rules()
        self._paint_caret(plate)

    # The chosen slice
    def _paint_chosen(self) -> None:
        chosen = self._scene.marks.chosen
        if chosen is None or chosen.first >= self._last or chosen.last <= self._first:
            return
        ground = self._theme.color("slice_tint")
        for row in self._chosen_rows(chosen):
            self._painter.fillRect(row, ground)
        rows = list(self._chosen_rows(chosen))
        if rows:
            top, bottom = rows[0].top(), rows[-1].bottom()
            self._painter.fillRect(QRectF(0, top, BAR, bottom - top), self._theme.color("accent"))

    def _chosen_rows(self, chosen: SliceMark) -> Iterator[QRectF]:
        """The slice's part of this paragraph: whole lines, but of the lines at its ends its own words' part."""
        paragraph, width = self._paragraph, self._scene.columns.width
        numbers = paragraph.numbers(chosen.first, chosen.last)
        if not numbers:
            return
        begin, end = paragraph.place(numbers.start, numbers.stop)
        first, last = paragraph.line_of(begin), paragraph.line_of(max(end - 1, begin))
        for line in range(max(first, self._sight.start), min(last + 1, self._sight.stop)):
            top = 0 if line == 0 and numbers.start == 0 else paragraph.line_top(line)
            left, right = 0.0, float(width)
            if line == first and begin > paragraph.line_starts[line] and not paragraph.is_mixed:
                left = self._left + paragraph.x_of(begin, line) - 2
            if line == last and end < paragraph.line_end(line) and not paragraph.is_mixed:
                right = self._left + paragraph.x_of(end, line) + 2
            yield QRectF(left, self._y + top, right - left, paragraph.line_top(line + 1) - top)

    # Beside the text
    def _paint_beside(self) -> None:
        baseline = self._y + self._paragraph.body + self._scene.setting.baseline
        self._paint_heard()
        self._paint_time(baseline)
        name = self._paragraph.head.name
        if name:
            above = self._y + self._paragraph.body - NAME_GAP - self._scene.setting.name_line / 4
            self._write(self._left, above, name, "small_strong", "ink2")
        taken = -1
        for mark in self._scene.marks.slices.beginning(self._first, self._last):
            taken = max(taken + 1, self._line_of(mark.first))
            self._paint_slice(mark, baseline + taken * self._scene.setting.line)

    def _line_of(self, flat: int) -> int:
        numbers = self._paragraph.numbers(flat, flat + 1)
        return self._paragraph.line_of(self._paragraph.begins[numbers.start]) if numbers else 0

    def _paint_time(self, baseline: float) -> None:
        is_hovered = self._scene.hovered_time == self._number
        self._write(MARGIN, baseline, clock(self._paragraph.start_ms), "small", "accent" if is_hovered else "ink3")

    def _paint_slice(self, mark: SliceMark, baseline: float) -> None:
        is_chosen = self._scene.marks.chosen == mark
        right = self._scene.columns.right
        role, token = ("small_strong", "accent") if is_chosen else ("small", "ink2")
        width = QFontMetricsF(self._theme.font(role)).horizontalAdvance(mark.score)
        self._write(right - width, baseline, mark.score, role, token)
        right -= max(self._theme.scaled(_SCORE_ROOM), round(width) + 4)
        paint_band(self._painter, self._theme, mark, QPointF(right - _GLYPH, baseline))
        number = str(mark.number)
        width = QFontMetricsF(self._theme.font("small")).horizontalAdvance(number)
        self._write(right - _GLYPH - 7 - width, baseline, number, "small", "ink3")

    def _write(self, x: float, baseline: float, text: str, role: str, token: str) -> None:
        self._painter.setFont(self._theme.font(role))
        self._painter.setPen(self._theme.color(token))
        self._painter.drawText(QPointF(x, baseline), text)

    def _paint_heard(self) -> None:
        """A bar along the lines of which at least the middle word was heard."""
        heard, paragraph = self._scene.marks.heard, self._paragraph
        run: list[int] = []
        for line in self._sight:
            if _line_is_heard(paragraph, line, heard.holds):
                run.append(line)
            elif run:
                self._paint_heard_run(run[0], run[-1])
                run = []
        if run:
            self._paint_heard_run(run[0], run[-1])

    def _paint_heard_run(self, first: int, last: int) -> None:
        paragraph = self._paragraph
        top = _HEARD_ABOVE if first == 0 else paragraph.line_top(first)
        below = _HEARD_BELOW if last + 1 == len(paragraph.line_starts) else 0
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("heard"))
        bar = QRectF(HEARD_LEFT, self._y + top, BAR, paragraph.line_top(last + 1) - below - top)
        self._painter.drawRoundedRect(bar, 1.5, 1.5)

    # Text
    def _selected(self) -> tuple[int, int] | None:
        begin, end = self._scene.caret.ends
        if not begin.paragraph <= self._number <= end.paragraph or begin == end:
            return None
        low = begin.place if begin.paragraph == self._number else 0
        return low, end.place if end.paragraph == self._number else self._paragraph.length

    def _paint_selection(self, plate: Plate, low: int, high: int) -> None:
        for box in plate.boxes(low, high):
            self._painter.fillRect(box, self._theme.color("accent_soft"))

    def _paint_text(self, on_ground: list[tuple[int, int]], selected: tuple[int, int] | None, clip: QRectF) -> None:
        self._painter.setPen(self._theme.color("ink"))
        # Only high contrast has other letters on a ground than on paper; drawing them apart costs.
        ink = self._theme.color("on_soft")
        pieces = [*on_ground, selected] if selected else on_ground
        ranges = [] if ink == self._theme.color("ink") else [_inked(low, high, ink) for low, high in pieces]
        origin = QPointF(self._left, self._y + self._paragraph.body)
        self._paragraph.layout.draw(self._painter, origin, ranges, clip.adjusted(-40, -40, 40, 40))

    def _paint_caret(self, plate: Plate) -> None:
        caret = self._scene.caret
        if not self._scene.has_focus or caret.spot.paragraph != self._number:
            return
        place = caret.spot.place
        number = self._paragraph.number_at(place)
        if number is not None and not caret.has_selection:
            self._painter.setPen(QPen(self._theme.color("edge"), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in plate.boxes(*self._paragraph.place(number, number + 1)):
                self._painter.drawRoundedRect(box.adjusted(-1.5, 1.5, 1.5, -1.5), 2, 2)
        self._painter.fillRect(plate.caret(place), self._theme.color("ink"))


def _line_is_heard(paragraph: Paragraph, line: int, holds: Callable[[int], bool]) -> bool:
    low, high = paragraph.line_words(line)
    word: ReadingWord | None = paragraph.words[(low + high) // 2] if low < high else None
    return word is not None and word.start_ms is not None and holds(word.start_ms)


def _inked(low: int, high: int, ink: QColor) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length = low, high - low
    piece.format = QTextCharFormat()
    piece.format.setForeground(ink)
    return piece
