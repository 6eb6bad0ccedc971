"""The paragraphs one under another: laid out only where they are looked at, and the place that is scrolled to.

The place is a paragraph and how many px of it are above the view's top, so that nothing moves when estimates of what
stands above come true.
"""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reviewer.core.cues import Cues
from reviewer.core.reading import ReadingText, ReadingWord
from reviewer.core.words import WordKind
from reviewer.gui.transcript.geometry import FOOT, GAP, TURN_GAP, Setting
from reviewer.gui.transcript.heights import Heights
from reviewer.gui.transcript.kept import Held, Kept
from reviewer.gui.transcript.paragraph import Head, Inks, Paragraph

KEPT: Final = 96  # laid out paragraphs kept; three screens of a tall window


class Draft(NamedTuple):
    """Words of a paragraph with what is being typed in their place, so that the text flows round the field."""

    paragraph: int
    low: int
    high: int
    text: str


class Spot(NamedTuple):
    """A place between letters: a paragraph, and a place in its text."""

    paragraph: int
    place: int


class Page:
    """The column of paragraphs of one reading text. At least one paragraph exists, be it empty."""

    def __init__(self, setting: Setting, inks: Inks) -> None:
        self._setting, self._inks = setting, inks
        self._measure = 1
        self._made: OrderedDict[int, Paragraph] = OrderedDict()
        self._draft: Draft | None = None
        self.view_height = 0
        self.held: Held | None = None
        self.set_text(ReadingText(Cues()), ())

    @property
    def line(self) -> int:
        """The height of a line."""
        return self._setting.line

    # What it shows
    def set_text(self, text: ReadingText, starts: Sequence[int]) -> None:
        """`starts` are the flat numbers of the paragraphs' first words."""
        self.text = text
        self._starts = starts or array("q", [0])
        self._draft = None
        self.held = None
        self._heights = Heights(len(self._starts), self._letters_before)
        self._lay_out_anew()
        self.first, self.offset = 0, 0

    def _letters_before(self, number: int) -> int:
        cues = self.text.cues
        if number >= len(self._starts):
            return len(cues.text)
        return cues.word_starts[self._starts[number]] if cues.word_count else 0

    def set_setting(self, setting: Setting, inks: Inks, measure: int) -> None:
        """Other fonts, colours or another width: everything is laid out anew when it is looked at."""
        with Kept(self):
            self._setting, self._inks, self._measure = setting, inks, max(measure, 1)
            self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self._made.clear()
        self._heights.estimate_by(self._setting.estimate(self._measure))

    def update_text(self, text: ReadingText, first: int, last: int) -> range:
        """Another reading of the same cues in the words first to last; the paragraphs that it touches."""
        # One word more on both sides, since an insertion may stand with either neighbour of its gap.
        touched = range(self.paragraph_of(first - 1), self.paragraph_of(max(first, last)) + 1)
        with Kept(self):
            self.text = text
            for number in touched:
                self._forget(number)
        return touched

    def set_draft(self, draft: Draft | None) -> None:
        for each in (self._draft, draft):
            if each is not None:
                self._forget(each.paragraph)
        self._draft = draft

    @property
    def draft(self) -> Draft | None:
        return self._draft

    def _forget(self, number: int) -> None:
        self._made.pop(number, None)
        self._heights.forget(number)

    # Paragraphs
    def __len__(self) -> int:
        return len(self._starts)

    def words_of(self, number: int) -> tuple[int, int]:
        """The imported words of a paragraph, the last one excluded."""
        following = number + 1
        last = self._starts[following] if following < len(self) else self.text.cues.word_count
        return self._starts[number], last

    def paragraph_of(self, flat: int) -> int:
        return max(bisect_right(self._starts, flat) - 1, 0)

    def paragraph(self, number: int) -> Paragraph:
        """A paragraph, laid out now unless it was looked at lately."""
        made = self._made.get(number)
        if made is None:
            made = Paragraph(self._words(number), self._head(number), self._setting, self._measure, self._inks)
            self._made[number] = made
            self._heights.learn(number, made.height)
            if len(self._made) > KEPT:
                self._made.popitem(last=False)
        else:
            self._made.move_to_end(number)
        return made

    def _words(self, number: int) -> Sequence[ReadingWord]:
        words = list(self.text.words(*self.words_of(number)))
        draft = self._draft
        if draft is None or draft.paragraph != number:
            return words
        field = words[draft.low]._replace(
            text=draft.text, last=words[draft.high - 1].last, correction=None, kind=WordKind.WORD
        )
        return [*words[: draft.low], field, *words[draft.high :]]

    def _head(self, number: int) -> Head:
        cues = self.text.cues
        if not cues.word_count:
            return Head(TURN_GAP)
        first = self._starts[number]
        voice = cues.voice(cues.cue_of(first)) or ""
        if voice and number and cues.voice(cues.cue_of(self._starts[number - 1])) == voice:
            voice = ""
        begins_turn = voice or number == 0 or cues.word_kinds[first] == WordKind.MARK
        return Head(TURN_GAP if begins_turn else GAP, voice)

    def find(self, words: Sequence[ReadingWord]) -> tuple[int, int, int] | None:
        """The paragraph in which some words stand, and which of its words they are; None where they stand no more.

        Words that reach into the next paragraph are found as far as the first one goes.
        """
        if not words:
            return None
        near = self.paragraph_of(words[0].first)
        for number in (near, max(near - 1, 0)):  # an insertion at a paragraph's end has the number of the next word
            shown = self.paragraph(number).words
            if words[0] in shown:
                low = shown.index(words[0])
                part = list(words[: len(shown) - low])
                if list(shown[low : low + len(part)]) == part:
                    return number, low, low + len(part)
        return None

    def height(self, number: int) -> int:
        return self._heights.known(number) or self.paragraph(number).height

    # Scrolling
    @property
    def value(self) -> int:
        """How far it is scrolled, in px, as far as known."""
        return round(self._heights.top(self.first)) + self.offset

    @property
    def most(self) -> int:
        """How far it can be scrolled, in px, as far as known."""
        return max(0, round(self._heights.total) + FOOT - self.view_height)

    def scroll_to(self, value: int) -> None:
        """Go to a place by its estimated height."""
        self.first = self._heights.at(value)
        into = value - self._heights.top(self.first)
        guessed = self._heights.top(self.first + 1) - self._heights.top(self.first)
        share = min(max(into / guessed, 0.0), 1.0) if guessed > 0 else 0.0
        self.offset = round(share * self.height(self.first))
        self.settle()

    def scroll_by(self, distance: int) -> None:
        """Go on or back by true px, laying out what is passed."""
        self.offset += distance
        self.settle()

    def put(self, number: int, y: int, at: int) -> None:
        """Scroll so that y of a paragraph stands `at` px under the view's top."""
        self.first, self.offset = number, y - at
        self.settle()

    def settle(self) -> None:
        """Make the place a valid one: the first paragraph is in sight, and below the last only the foot is empty."""
        self._walk()
        below = self.view_height - FOOT + self.offset
        for number in range(self.first, len(self)):
            below -= self.height(number)
            if below <= 0:
                return
        self.offset -= below
        self._walk()

    def _walk(self) -> None:
        while self.offset < 0 and self.first > 0:
            self.first -= 1
            self.offset += self.height(self.first)
        self.offset = max(self.offset, 0)
        while self.first < len(self) - 1 and self.offset >= self.height(self.first):
            self.offset -= self.height(self.first)
            self.first += 1

    # What is in sight
    def in_sight(self) -> Iterator[tuple[int, int]]:
        """The paragraphs in sight and where each begins under the view's top."""
        y = -self.offset
        for number in range(self.first, len(self)):
            if y >= self.view_height:
                return
            yield number, y
            y += self.height(number)

    def y_of(self, number: int) -> int | None:
        """Where a paragraph begins under the view's top; None for one out of sight."""
        return next((y for n, y in self.in_sight() if n == number), None)

    def y_below(self, number: int) -> int:
        """The same for one out of sight too, as far as known."""
        seen = self.y_of(number)
        return seen if seen is not None else round(self._heights.top(number)) - self.value

    def at(self, y: int) -> tuple[int, int]:
        """The paragraph at a height of the view, the nearest one beyond the ends, and where it begins."""
        seen = list(self.in_sight()) or [(self.first, -self.offset)]
        return next((n for n in reversed(seen) if n[1] <= y), seen[0])

    def spot_at(self, x: float, y: int) -> Spot:
        number, top = self.at(y)
        return Spot(number, self.paragraph(number).place_at(x, y - top))

    def visible(self) -> tuple[int, int]:
        """The imported words in sight, the last one excluded."""
        seen = list(self.in_sight())
        if not seen:
            return 0, 0
        (head, y_head), (tail, y_tail) = seen[0], seen[-1]
        first = self._line_word(head, -y_head, at_end=False)
        return first, max(first, self._line_word(tail, self.view_height - 1 - y_tail, at_end=True))

    def _line_word(self, number: int, y: int, *, at_end: bool) -> int:
        paragraph = self.paragraph(number)
        low, high = paragraph.line_words(paragraph.line_at(y))
        first, last = self.words_of(number)
        if at_end:
            return max(paragraph.words[high - 1].last, first) if high else last
        return paragraph.words[low].first if low < len(paragraph.words) else first
