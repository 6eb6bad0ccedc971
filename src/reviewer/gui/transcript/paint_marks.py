"""Painting the marks over words: their grounds under the letters, their rules and frames over them.

Several marks on a word: the ground is the playing word's, then the found one's, then the term's; the rule is the
correction's, then the suggestion's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reviewer.gui.theme import Theme
from reviewer.gui.transcript.geometry import Setting
from reviewer.gui.transcript.marks import Marks, Range, TermMark, TermSide
from reviewer.gui.transcript.paragraph import Paragraph

_RULE: Final = 4  # a rule's distance from the base line at 17 px
_THICK: Final = 2
_BEYOND: Final = 2  # grounds and frames reach so far over the word's ends: half a blank, so that no letter moves


@dataclass(frozen=True, slots=True)
class Plate:
    """Where a paragraph's letters lie in the view."""

    paragraph: Paragraph
    left: int
    top: int
    setting: Setting
    sight: range | None = None  # the lines that are painted, where not all are

    def boxes(self, low: int, high: int) -> list[QRectF]:
        """The pieces of lines of a stretch of text, a line high."""
        line = self.setting.line
        return [
            QRectF(round(self.left + b.left), self._y(b.line), round(b.right) - round(b.left), line)
            for b in self.paragraph.boxes(low, high, self.sight)
        ]  # fmt: skip

    def _y(self, line: int) -> int:
        return self.top + self.paragraph.line_top(line)

    def caret(self, place: int) -> QRectF:
        line = self.paragraph.line_of(place)
        return QRectF(round(self.left + self.paragraph.x_of(place)) - 1, self._y(line) + 3, 2, self.setting.line - 6)


class MarkPainter:
    """The marks of one paragraph, which stands on the imported words `words`."""

    def __init__(self, theme: Theme, painter: QPainter, plate: Plate, marks: Marks, words: Range) -> None:
        self._theme, self._painter, self._plate = theme, painter, plate
        self._paragraph = plate.paragraph
        self._marks = marks
        self._terms = [(t, self._boxes((t.first, t.last))) for t in marks.terms_meeting(*words)]
        self._found = marks.found.meeting(*words)
        self._words = words

    def _place(self, mark: Range) -> tuple[int, int] | None:
        numbers = self._paragraph.numbers(*mark)
        return self._paragraph.bare_place(numbers.start, numbers.stop) if numbers else None

    def _boxes(self, mark: Range) -> list[QRectF]:
        place = self._place(mark)
        return self._plate.boxes(*place) if place else []

    def _playing(self) -> tuple[int, int] | None:
        flat = self._marks.playing
        if flat is None or not self._words[0] <= flat < self._words[1]:
            return None
        numbers = self._paragraph.sounding(flat)
        return self._paragraph.place(numbers.start, numbers.stop) if numbers else None

    # Grounds
    def on_ground(self) -> list[tuple[int, int]]:
        """The stretches of text whose letters stand on `now` or `accent_soft`."""
        places = [self._playing(), *(self._place(mark) for mark in self._found)]
        return [place for place in places if place]

    def paint_grounds(self) -> None:
        for term, boxes in self._terms:
            for box in boxes:
                self._paint_term_ground(term, box)
        if self._marks.judged:
            self._fill(self._boxes(self._marks.judged), "suggest_soft", _BEYOND, 3)
        for mark in self._found:
            self._fill(self._boxes(mark), "accent_soft", _BEYOND, 2)
        playing = self._playing()
        if playing:
            self._fill(self._plate.boxes(*playing), "now", _BEYOND, 3)

    def _fill(self, boxes: list[QRectF], token: str, beyond: int, radius: int) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color(token))
        for box in boxes:
            self._painter.drawRoundedRect(box.adjusted(-beyond, 0, beyond, 0), radius, radius)

    def _paint_term_ground(self, term: TermMark, box: QRectF) -> None:
        if term.side is TermSide.RISK:
            self._fill([self._term_box(box)], "risk_soft", 0, 2)
        elif term.side is TermSide.OPPORTUNITY:
            self._fill([self._term_box(box)], "paper", 0, 2)

    def _term_box(self, box: QRectF) -> QRectF:
        """A term's frame is lower than the line, so that a term above another leaves a gap."""
        base = box.top() + self._plate.setting.baseline
        return QRectF(
            box.left() - _BEYOND, base - self._scaled(17), box.width() + 2 * _BEYOND, self._scaled(17) + self._scaled(6)
        )

    def _scaled(self, px: int) -> int:
        return round(px * self._plate.setting.line / 27)

    # Rules and frames
    def paint_rules(self) -> None:
        for term, boxes in self._terms:
            for box in boxes:
                _TERM_RULES[term.side](self, box)
        if self._marks.judged:
            self._frame(self._boxes(self._marks.judged), "suggest")
        if self._marks.found_current in self._found and self._marks.found_current:
            # In high contrast the accent is the found words' ground itself.
            token = "ink" if self._theme.color("accent") == self._theme.color("accent_soft") else "accent"
            self._frame(self._boxes(self._marks.found_current), token)
        corrected = list(self._corrected())
        for begin, end in corrected:
            for box in self._plate.boxes(begin, end):
                self._rule(box, "corrected")
        self._paint_suggestions(corrected)

    def _corrected(self) -> Iterator[tuple[int, int]]:
        """The stretches of the corrections, each as a whole."""
        words = self._paragraph.words
        low = 0
        for number, word in enumerate(words):
            if word.correction is None:
                continue
            is_last = number + 1 == len(words) or words[number + 1].correction is not word.correction
            if number == 0 or words[number - 1].correction is not word.correction:
                low = number
            if is_last:
                yield self._paragraph.bare_place(low, number + 1)

    def _paint_suggestions(self, corrected: list[tuple[int, int]]) -> None:
        for mark in self._marks.suggestions.meeting(*self._words):
            place = self._place(mark)
            if place is None or mark == self._marks.judged:
                continue
            if not any(begin < place[1] and place[0] < end for begin, end in corrected):
                for box in self._plate.boxes(*place):
                    self._dotted(box)

    def _under(self, box: QRectF) -> QRectF:
        return QRectF(box.left(), box.top() + self._plate.setting.baseline + self._scaled(_RULE), box.width(), _THICK)

    def _rule(self, box: QRectF, token: str) -> None:
        self._painter.fillRect(self._under(box), self._theme.color(token))

    def _dotted(self, box: QRectF) -> None:
        self._dashes(self._under(box), "suggest", on=2, off=2)

    def _dashes(self, rule: QRectF, token: str, *, on: int, off: int) -> None:
        color = self._theme.color(token)
        x = rule.left()
        while x < rule.right():
            self._painter.fillRect(QRectF(x, rule.top(), min(on, rule.right() - x), rule.height()), color)
            x += on + off

    def _frame(self, boxes: list[QRectF], token: str) -> None:
        self._painter.setPen(QPen(self._theme.color(token), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in boxes:
            self._painter.drawRoundedRect(box.adjusted(0.5 - _BEYOND, 0.5, _BEYOND - 0.5, -0.5), 3, 3)

    # Terms
    def risk(self, box: QRectF) -> None:
        """A rule along the foot of the ground."""
        frame = self._term_box(box)
        self._painter.fillRect(
            QRectF(frame.left(), frame.bottom() - 2, frame.width(), _THICK), self._theme.color("risk_edge")
        )

    def opportunity(self, box: QRectF) -> None:
        """A frame with a heavy rule along its head."""
        frame = self._term_box(box)
        self._painter.setPen(QPen(self._theme.color("opp_edge"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        self._painter.fillRect(QRectF(frame.left(), frame.top(), frame.width(), 3), self._theme.color("opp_edge"))

    def not_counted(self, box: QRectF) -> None:
        """Struck through in a broken frame."""
        base = box.top() + self._plate.setting.baseline
        pen = QPen(self._theme.color("ink3"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(
            box.left() - _BEYOND, base - self._scaled(18), box.width() + 2 * _BEYOND, self._scaled(18) + self._scaled(6)
        )
        self._painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        strike = QRectF(box.left(), base - self._scaled(6), box.width(), _THICK)
        self._painter.fillRect(strike, self._theme.color("ink2"))

    def shifter(self, box: QRectF) -> None:
        """A broken rule below the word that changes what a term counts."""
        self._dashes(self._under(box), "ink2", on=6, off=3)


_TERM_RULES: Final = {
    TermSide.RISK: MarkPainter.risk,
    TermSide.OPPORTUNITY: MarkPainter.opportunity,
    TermSide.NOT_COUNTED: MarkPainter.not_counted,
    TermSide.SHIFTER: MarkPainter.shifter,
}
