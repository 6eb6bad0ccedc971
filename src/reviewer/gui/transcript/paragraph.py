"""One paragraph laid out: its words, its lines, and where in it a word or a point lies."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from reviewer.core.reading import ReadingWord, imported_at, shown_at
from reviewer.core.words import WordKind, take_apart
from reviewer.gui.transcript.geometry import NAME_GAP, Setting

_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI", "AN"})
LONG_WORD = 500  # letters; a longer one is broken anywhere, since Qt looks for its end anew at each line
_BLANK_PX = 6  # pieces nearer than a blank's width belong together


class Inks(NamedTuple):
    """The colours of words that are not simply `ink`."""

    corrected: QColor
    quiet: QColor  # marks and events


class Box(NamedTuple):
    """A piece of a line: its number and its ends in px from the text's left edge."""

    line: int
    left: float
    right: float


class Head(NamedTuple):
    """What stands before a paragraph's lines: the distance to the one before it, and the voice that begins here."""

    gap: int
    name: str = ""


def units(text: str) -> int:
    """How many places a text takes in Qt, which counts UTF-16 units."""
    return len(text) if text.isascii() else len(text) + sum(c > "\uffff" for c in text)


def whole(text: str) -> str:
    """The text as Qt takes it: half a surrogate pair, which a broken JSON file can hold, would shift all places."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Paragraph:
    """Words set to a measure. Places in its text count UTF-16 units, as Qt does; y counts from the head's top."""

    def __init__(self, words: Sequence[ReadingWord], head: Head, setting: Setting, measure: int, inks: Inks) -> None:
        self.words = words
        self.head = head
        self._setting = setting
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.text = self._joined()
        directions = [] if self.text.isascii() else [unicodedata.bidirectional(c) for c in self.text]
        self.is_mixed = not _RIGHT_TO_LEFT.isdisjoint(directions)
        # The first letter with a direction gives the paragraph's, as Qt has it.
        self.runs_left = next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"
        self.body = head.gap + (setting.name_line + NAME_GAP if head.name else 0)
        self.layout = QTextLayout(self.text, setting.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_option(runs_left=self.runs_left))
        self.layout.setFormats(self._formats(inks))
        self.line_starts = self._set_lines(measure)
        self.height = self.body + len(self.line_starts) * setting.line

    def _joined(self) -> str:
        parts: list[str] = []
        at = 0
        for word in self.words:
            if parts and word.glue:
                parts.append(" ")
                at += 1
            text = whole(word.text)
            self.begins.append(at)
            at += units(text)
            self.ends.append(at)
            parts.append(text)
        return "".join(parts)

    def _formats(self, inks: Inks) -> list[QTextLayout.FormatRange]:
        formats = []
        for number, word in enumerate(self.words):
            if word.correction is not None:
                begin, end = self.bare_place(number, number + 1)
                formats.append(_format(begin, end, inks.corrected))
            elif word.kind is not WordKind.WORD:
                formats.append(_format(self.begins[number], self.ends[number], inks.quiet))
                if word.kind is WordKind.EVENT:
                    formats[-1].format.setFontItalic(True)
        return formats

    def _set_lines(self, measure: int) -> list[int]:
        """Lay the lines out, base lines at equal distances whatever letters stand on them; where each begins."""
        starts: list[int] = []
        has_long = self._has_long
        self.layout.beginLayout()
        line = self.layout.createLine()
        while line.isValid():
            if has_long:
                is_inside = self._is_in_long_word(line.textStart())
                self.layout.setTextOption(_option(runs_left=self.runs_left, anywhere=is_inside))
            line.setLineWidth(measure)
            line.setPosition(QPointF(0, len(starts) * self._setting.line + self._setting.baseline - line.ascent()))
            starts.append(line.textStart())
            line = self.layout.createLine()
        self.layout.endLayout()
        return starts or [0]

    @property
    def _has_long(self) -> bool:
        return len(self.text) > LONG_WORD and any(
            e - b > LONG_WORD for b, e in zip(self.begins, self.ends, strict=True)
        )

    def _is_in_long_word(self, place: int) -> bool:
        number = bisect_right(self.begins, place) - 1
        return number >= 0 and self.ends[number] - max(self.begins[number], place) > LONG_WORD

    # Words
    @property
    def first(self) -> int | None:
        """The first imported word under it; None where every word was deleted."""
        return self.words[0].first if self.words else None

    @property
    def length(self) -> int:
        return self.ends[-1] if self.ends else 0

    @property
    def start_ms(self) -> int | None:
        return self.words[0].start_ms if self.words else None

    def numbers(self, first: int, last: int) -> range:
        """Which of its words stand on the imported words first to last."""
        low = bisect_right(self.words, first, key=lambda w: w.last)
        high = bisect_left(self.words, last, key=lambda w: w.first)
        return range(low, max(low, high))

    def sounding(self, flat: int) -> range:
        """Which words are spoken while an imported word is: of a correction, those on its share."""
        numbers = self.numbers(flat, flat + 1)
        if len(numbers) < 2:
            return numbers
        head = self.words[numbers.start]
        new = len(head.correction.words) if head.correction else 1
        under, into = head.last - head.first, flat - head.first
        share = [n for n in numbers if imported_at(self.words[n].number, under, new) == into]
        if share:
            return range(share[0], share[-1] + 1)
        at = numbers.start + min(shown_at(into, under, new), new - 1) - head.number
        at = min(max(at, numbers.start), numbers.stop - 1)
        return range(at, at + 1)

    def number_at(self, place: int) -> int | None:
        """The word at a place between letters: the one that holds it, at its end too; in white space the next."""
        if not self.words:
            return None
        return min(bisect_left(self.ends, place), len(self.words) - 1)

    def place(self, low: int, high: int) -> tuple[int, int]:
        """Where the words low to high begin and end."""
        return self.begins[low], self.ends[high - 1]

    def bare_place(self, low: int, high: int) -> tuple[int, int]:
        """The same without opening and closing punctuation, which marks leave out."""
        head, tail = self.words[low].text, self.words[high - 1].text
        begin = self.begins[low] + units(take_apart(head).before)
        end = self.ends[high - 1] - units(take_apart(tail).after)
        return (begin, end) if begin < end else self.place(low, high)

    # Lines
    def line_of(self, place: int) -> int:
        return max(bisect_right(self.line_starts, place) - 1, 0)

    def line_top(self, line: int) -> int:
        return self.body + line * self._setting.line

    def line_at(self, y: float) -> int:
        """The line at a height, the nearest one beyond the ends."""
        return min(max(int((y - self.body) // self._setting.line), 0), len(self.line_starts) - 1)

    def line_end(self, line: int) -> int:
        """The place behind a line's last letter, before the blank at which it was broken."""
        if line + 1 >= len(self.line_starts):
            return self.length
        following = self.line_starts[line + 1]
        number = bisect_left(self.begins, following) - 1
        return min(self.ends[number], following) if number >= 0 else following

    def line_words(self, line: int) -> tuple[int, int]:
        """The numbers of the words that begin in a line, the last one excluded."""
        ends = self.line_starts[line + 1] if line + 1 < len(self.line_starts) else self.length + 1
        return bisect_left(self.begins, self.line_starts[line]), bisect_left(self.begins, ends)

    def x_of(self, place: int, line: int | None = None) -> float:
        """Where the caret stands at a place; a place at which a line was broken is on the line asked for."""
        number = self.line_of(place) if line is None else line
        return _x(self.layout, number, place)

    def place_at(self, x: float, y: float) -> int:
        """The place between letters nearest to a point; on the point's line."""
        line = self.line_at(y)
        place: int = self.layout.lineAt(line).xToCursor(x)
        return max(min(place, self.line_end(line)), self.line_starts[line])

    def number_under(self, x: float, y: float) -> int | None:
        """The word under a point; None beside the words."""
        if not self.body <= y < self.height:
            return None
        line = self.line_at(y)
        low, high = self.line_words(line)
        for number in range(max(low - 1, 0), high):
            if any(b.left <= x < b.right for b in self.boxes(*self.place(number, number + 1), range(line, line + 1))):
                return number
        return None

    def boxes(self, begin: int, end: int, within: range | None = None) -> list[Box]:
        """The pieces of lines that a stretch of text covers, in order; of the lines `within`, where not of all."""
        found = []
        first, last = self.line_of(begin), self.line_of(max(begin, end - 1))
        if within is not None:
            first, last = max(first, within.start), min(last, within.stop - 1)
        for line in range(first, last + 1):
            low, high = max(begin, self.line_starts[line]), min(end, self.line_end(line))
            if low < high:
                found += self._line_boxes(line, low, high)
        return found

    def _line_boxes(self, line: int, low: int, high: int) -> list[Box]:
        if not self.is_mixed:
            return [Box(line, _x(self.layout, line, low), _x(self.layout, line, high))]
        # In two directions a stretch may lie in several pieces; the runs of glyphs know where.
        runs = [run.boundingRect() for run in self.layout.lineAt(line).glyphRuns(low, high - low)]
        ends = sorted((r.left(), r.right()) for r in runs)
        return [Box(line, *piece) for piece in _joined_pieces(ends)]


def _joined_pieces(ends: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Pieces that touch, as one."""
    pieces = list(ends[:1])
    for left, right in ends[1:]:
        if left - pieces[-1][1] < _BLANK_PX:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], right))
        else:
            pieces.append((left, right))
    return pieces


def _x(layout: QTextLayout, line: int, place: int) -> float:
    x: tuple[float, int] = layout.lineAt(line).cursorToX(place)  # type: ignore[assignment]
    return x[0]


def _format(begin: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length = begin, end - begin
    piece.format = QTextCharFormat()
    piece.format.setForeground(ink)
    return piece


def _make_option(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection, wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption(alignment)
    option.setTextDirection(direction)
    option.setWrapMode(wrap)
    return option


_RIGHTWARD, _LEFTWARD = (
    [
        _make_option(alignment, direction, wrap)
        for wrap in (
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere,
            QTextOption.WrapMode.WrapAnywhere,
        )
    ]
    for alignment, direction in (
        (Qt.AlignmentFlag.AlignLeft, Qt.LayoutDirection.LeftToRight),
        (Qt.AlignmentFlag.AlignRight, Qt.LayoutDirection.RightToLeft),
    )
)


def _option(*, runs_left: bool, anywhere: bool = False) -> QTextOption:
    return (_LEFTWARD if runs_left else _RIGHTWARD)[anywhere]
