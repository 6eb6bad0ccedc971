"""The caret and the selection: where they stand in the page, and how keys and pointer move them."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextLayout

from reviewer.core.cues import Cues
from reviewer.core.reading import ReadingText, ReadingWord, text_of
from reviewer.gui.transcript.page import Page, Spot

Standard = QKeySequence.StandardKey


class Move(Enum):
    """A way for the caret to go."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    START = auto()
    END = auto()


# Keys that move, and those that select on the way, as the platform has them.
KEYS: Final = {
    Standard.MoveToPreviousChar: (Move.LEFT, False),
    Standard.MoveToNextChar: (Move.RIGHT, False),
    Standard.MoveToPreviousWord: (Move.WORD_LEFT, False),
    Standard.MoveToNextWord: (Move.WORD_RIGHT, False),
    Standard.MoveToPreviousLine: (Move.UP, False),
    Standard.MoveToNextLine: (Move.DOWN, False),
    Standard.MoveToPreviousPage: (Move.PAGE_UP, False),
    Standard.MoveToNextPage: (Move.PAGE_DOWN, False),
    Standard.MoveToStartOfLine: (Move.LINE_START, False),
    Standard.MoveToEndOfLine: (Move.LINE_END, False),
    Standard.MoveToStartOfDocument: (Move.START, False),
    Standard.MoveToEndOfDocument: (Move.END, False),
    Standard.SelectPreviousChar: (Move.LEFT, True),
    Standard.SelectNextChar: (Move.RIGHT, True),
    Standard.SelectPreviousWord: (Move.WORD_LEFT, True),
    Standard.SelectNextWord: (Move.WORD_RIGHT, True),
    Standard.SelectPreviousLine: (Move.UP, True),
    Standard.SelectNextLine: (Move.DOWN, True),
    Standard.SelectPreviousPage: (Move.PAGE_UP, True),
    Standard.SelectNextPage: (Move.PAGE_DOWN, True),
    Standard.SelectStartOfLine: (Move.LINE_START, True),
    Standard.SelectEndOfLine: (Move.LINE_END, True),
    Standard.SelectStartOfDocument: (Move.START, True),
    Standard.SelectEndOfDocument: (Move.END, True),
}


class Caret:
    """A spot of the page, and the spot from which it selects; the two are the same while nothing is selected."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.reset()

    def reset(self) -> None:
        self.spot = self.anchor = Spot(0, 0)
        self._goal: float | None = None  # the x that Up and Down keep to

    @property
    def has_selection(self) -> bool:
        return self.spot != self.anchor

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """The selection in the order of the text."""
        return min(self.spot, self.anchor), max(self.spot, self.anchor)

    def go(self, spot: Spot, *, select: bool = False) -> None:
        self.spot = spot
        self._goal = None
        if not select:
            self.anchor = spot

    def select(self, anchor: Spot, spot: Spot) -> None:
        self.anchor, self.spot, self._goal = anchor, spot, None

    def select_all(self) -> None:
        last = len(self._page) - 1
        self.select(Spot(0, 0), Spot(last, self._page.paragraph(last).length))

    # Moving
    def move(self, move: Move, *, select: bool = False) -> None:
        goal = None
        if move in _UPRIGHT:
            goal = self._goal if self._goal is not None else self._x()
            self.go(self._upright(move, goal), select=select)
            self._goal = goal
        elif move in {Move.LEFT, Move.RIGHT} and self.has_selection and not select:
            self.go(self.ends[0 if self._is_back(move) else 1])
        else:
            self.go(self._sideways(move), select=select)

    def _x(self) -> float:
        return self._page.paragraph(self.spot.paragraph).x_of(self.spot.place)

    def _upright(self, move: Move, goal: float) -> Spot:
        page, (number, place) = self._page, self.spot
        paragraph = page.paragraph(number)
        line = paragraph.line_of(place)
        if move in {Move.UP, Move.DOWN}:
            return self._line_beside(number, line + (1 if move is Move.DOWN else -1), goal)
        step = max(page.view_height - 2 * page.line, page.line)
        return self._spot_below(number, paragraph.line_top(line) + (step if move is Move.PAGE_DOWN else -step), goal)

    def _line_beside(self, number: int, line: int, goal: float) -> Spot:
        """The place at x in a line, counted from a paragraph's first; lines beyond it are its neighbours'."""
        page = self._page
        if line < 0:
            if number == 0:
                return Spot(0, 0)
            number -= 1
            line = len(page.paragraph(number).line_starts) - 1
        elif line >= len(page.paragraph(number).line_starts):
            if number == len(page) - 1:
                return Spot(number, page.paragraph(number).length)
            number, line = number + 1, 0
        paragraph = page.paragraph(number)
        return Spot(number, paragraph.place_at(goal, paragraph.line_top(line)))

    def _spot_below(self, number: int, y: int, goal: float) -> Spot:
        """The place at x, y px under a paragraph's top; the ends of the text beyond them."""
        page = self._page
        while y < 0:
            if number == 0:
                return Spot(0, 0)
            number -= 1
            y += page.height(number)
        while y >= page.height(number):
            if number == len(page) - 1:
                return Spot(number, page.paragraph(number).length)
            y -= page.height(number)
            number += 1
        return Spot(number, page.paragraph(number).place_at(goal, y))

    def _sideways(self, move: Move) -> Spot:
        page, (number, place) = self._page, self.spot
        paragraph = page.paragraph(number)
        match move:
            case Move.START:
                return Spot(0, 0)
            case Move.END:
                return Spot(len(page) - 1, page.paragraph(len(page) - 1).length)
            case Move.LINE_START:
                return Spot(number, paragraph.line_starts[paragraph.line_of(place)])
            case Move.LINE_END:
                return Spot(number, paragraph.line_end(paragraph.line_of(place)))
        to: int = _STEPS[move](paragraph.layout, place)
        if to != place:
            return Spot(number, to)
        return self._beyond(number, back=self._is_back(move))

    def _is_back(self, move: Move) -> bool:
        """Whether a move goes towards the text's beginning: to the left, where the paragraph does not run that way."""
        to_left = move in {Move.LEFT, Move.WORD_LEFT}
        runs_left = self._page.paragraph(self.spot.paragraph).runs_left
        return to_left != (runs_left and move in {Move.LEFT, Move.RIGHT})

    def _beyond(self, number: int, *, back: bool) -> Spot:
        page = self._page
        if back:
            return Spot(number - 1, page.paragraph(number - 1).length) if number else Spot(0, 0)
        if number == len(page) - 1:
            return Spot(number, page.paragraph(number).length)
        return Spot(number + 1, 0)

    # Words
    def word(self) -> ReadingWord | None:
        """The word at the caret."""
        paragraph = self._page.paragraph(self.spot.paragraph)
        number = paragraph.number_at(self.spot.place)
        return None if number is None else paragraph.words[number]

    def flat(self) -> int:
        """The imported word at the caret."""
        word = self.word()
        return word.first if word else self._page.words_of(self.spot.paragraph)[0]

    def word_ends(self, spot: Spot) -> tuple[Spot, Spot]:
        """The ends of the word at a spot; the spot itself twice in a paragraph without words."""
        paragraph = self._page.paragraph(spot.paragraph)
        number = paragraph.number_at(spot.place)
        if number is None:
            return spot, spot
        begin, end = paragraph.place(number, number + 1)
        return Spot(spot.paragraph, begin), Spot(spot.paragraph, end)

    def put_on(self, flat: int) -> None:
        """Before an imported word."""
        number = self._page.paragraph_of(flat)
        paragraph = self._page.paragraph(number)
        words = paragraph.sounding(flat)
        self.go(Spot(number, paragraph.begins[words.start] if words else 0))

    def select_words(self, first: int, last: int) -> None:
        """Select imported words, the last excluded; of none the caret stands before the first."""
        self.put_on(first)
        if last > first:
            number = self._page.paragraph_of(last - 1)
            paragraph = self._page.paragraph(number)
            words = paragraph.sounding(last - 1)
            self.go(
                Spot(number, paragraph.place(words.start, words.stop)[1] if words else paragraph.length), select=True
            )

    def chosen_words(self, most: int) -> list[ReadingWord]:
        """The words that are selected, in part too, or the one at the caret; `most` + 1 at the most."""
        if not self.has_selection:
            word = self.word()
            return [word] if word else []
        begin, end = self.ends
        found: list[ReadingWord] = []
        for number in range(begin.paragraph, end.paragraph + 1):
            paragraph = self._page.paragraph(number)
            low = begin.place if number == begin.paragraph else 0
            high = end.place if number == end.paragraph else paragraph.length
            found += (
                w
                for w, b, e in zip(paragraph.words, paragraph.begins, paragraph.ends, strict=True)
                if b < high and e > low
            )
            if len(found) > most:
                break
        return found[: most + 1]

    def chosen_text(self) -> str:
        """The selected text, a paragraph a line block."""
        begin, end = self.ends
        if begin.paragraph == end.paragraph:
            return self._part(begin.paragraph, begin.place, end.place)
        page = self._page
        head = self._part(begin.paragraph, begin.place, page.paragraph(begin.paragraph).length)
        between = (plain(page.text, *page.words_of(n)) for n in range(begin.paragraph + 1, end.paragraph))
        return "\n\n".join([head, *between, self._part(end.paragraph, 0, end.place)])

    def _part(self, number: int, low: int, high: int) -> str:
        text = self._page.paragraph(number).text
        return text.encode("utf-16-le")[2 * low : 2 * high].decode("utf-16-le", "ignore")

    # Texts that change under it
    def kept(self) -> Callable[[], None]:
        """What puts both ends back on their words after the text was read anew."""
        ends = [self._held(spot) for spot in (self.anchor, self.spot)]

        def put_back() -> None:
            self.select(*(self._found(*held) for held in ends))

        return put_back

    def _held(self, spot: Spot) -> tuple[int, int, int]:
        paragraph = self._page.paragraph(spot.paragraph)
        number = paragraph.number_at(spot.place)
        if number is None:
            return spot.paragraph, self._page.words_of(spot.paragraph)[0], 0
        return spot.paragraph, paragraph.words[number].first, spot.place - paragraph.begins[number]

    def _found(self, number: int, flat: int, into: int) -> Spot:
        paragraph = self._page.paragraph(number)
        words = paragraph.numbers(flat, flat + 1)
        if not words:
            return Spot(number, min(into, paragraph.length))
        begin, end = paragraph.place(words.start, words.stop)
        return Spot(number, min(begin + max(into, 0), end))


def plain(text: ReadingText, first: int, last: int) -> str:
    """The words first to last as one line; the imported ones, where nothing is corrected, at once."""
    cues: Cues = text.cues
    if first >= last:
        return ""
    # One word more on both sides, since an insertion stands in the gap beside them.
    if text.corrections_meeting(cues.span(max(first - 1, 0), min(last + 1, cues.word_count))):
        return text_of(text.words(first, last), one_line=True)
    return " ".join(cues.text[cues.word_starts[first] : cues.word_stops[last - 1]].split())


_UPRIGHT: Final = frozenset({Move.UP, Move.DOWN, Move.PAGE_UP, Move.PAGE_DOWN})
_WORDS: Final = QTextLayout.CursorMode.SkipWords
_STEPS: Final[dict[Move, Callable[[QTextLayout, int], int]]] = {
    Move.LEFT: lambda layout, place: layout.leftCursorPosition(place),
    Move.RIGHT: lambda layout, place: layout.rightCursorPosition(place),
    Move.WORD_LEFT: lambda layout, place: layout.previousCursorPosition(place, _WORDS),
    Move.WORD_RIGHT: lambda layout, place: layout.nextCursorPosition(place, _WORDS),
}


def move_of(event: QKeyEvent) -> tuple[Move, bool] | None:
    """What a key does to the caret, and whether it selects; None for a key that does not move it."""
    return next((move for standard, move in KEYS.items() if event.matches(standard)), None)
