"""A cue of a roll-up as it is on the screen, and which of its rows say something new."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.captions.layout import Block
from reviewer.captions.markup import plain, tidy
from reviewer.captions.notes import Notes
from reviewer.captions.swift import WORD_TIME
from reviewer.core.cues import Cues

LOOKED_AT = 200  # cues: enough to suspect that a track is a roll-up
DIFFERENT = 4  # rows that come again; a refrain does, too
NEAR_TEN = range(5, 16)  # milliseconds; files whose times were shifted or scaled are a little off

UPPER_DIFFERS = "The upper row is not the row before; it was left out as a repetition all the same."
UPPER_NEW = "The upper row is not the row before, and shares no word with it; it was read as new."
THIRD_ROW = "This cue has more than two rows; those below the second were read as new."


class Shown(NamedTuple):
    """A cue as it is on the screen: its rows as the file has them, the upper and the lower empty if they are blank."""

    at: int
    body_at: int
    start_ms: int
    end_ms: int
    rows: list[str]
    upper: str
    lower: str

    @property
    def is_short(self) -> bool:
        return self.end_ms - self.start_ms in NEAR_TEN


def shown(blocks: Sequence[Block]) -> list[Shown]:
    found = [
        shown_body(block.at, block.body_at, (block.times.start_ms or 0, block.times.end_ms or 0), block.body)
        for block in blocks[:-1]
    ]
    for block in blocks[-1:]:
        times = (block.times.start_ms or 0, block.times.end_ms or 0)
        found.append(shown_body(block.at, block.body_at, times, block.body, is_last=True))
    return found


def shown_body(at: int, body_at: int, times: tuple[int, int], body: str, *, is_last: bool = False) -> Shown:
    """A cue's rows; a number below a blank line belongs to the next cue."""
    rows = body.split("\n")
    if not rows[-1]:
        rows.pop()  # what follows the last line feed
    if not is_last and len(rows) > 2 and not rows[-2] and rows[-1].strip().isdecimal():
        rows.pop()
    if rows and not rows[-1]:
        rows.pop()  # the blank line that ends a cue
    upper = rows[0] if rows and not is_blank(rows[0]) else ""
    lower = rows[1] if len(rows) > 1 and not is_blank(rows[1]) else ""
    return Shown(at, body_at, *times, rows, upper, lower)


@dataclass
class Tally:
    """How many cues show what: by it a roll-up is known."""

    count: int = 0
    short: int = 0
    with_lower: int = 0
    short_with_lower: int = 0
    short_over_blank: int = 0

    def add(self, cue: Shown) -> None:
        self.count += 1
        self.short += cue.is_short
        self.with_lower += bool(cue.lower)
        self.short_with_lower += cue.is_short and bool(cue.lower)
        self.short_over_blank += cue.is_short and not cue.lower and len(cue.rows) == 2

    def is_roll_up(self, *, has_word_times: bool) -> bool:
        """Cues of 10 ms with a row above a blank one, and between them cues with a lower row."""
        if not self.short or self.short * 4 < self.count or self.short_with_lower * 10 > self.short:
            return False
        new_below = self.with_lower - self.short_with_lower
        others = self.count - self.short
        return has_word_times or (self.short_over_blank * 2 >= self.short and new_below * 2 >= others)


def new_rows(cue: Shown, notes: Notes, *, is_first: bool) -> list[str]:
    """The rows that say something new."""
    new = [cue.lower] if cue.lower else []
    if cue.upper and _is_upper_new(cue, is_first=is_first):
        new.insert(0, cue.upper)
    if len(cue.rows) > 2:
        below = [row for row in _below(cue.rows[2:]) if not is_blank(row)]
        if below:
            notes.at(cue.body_at, THIRD_ROW)
        new += below
    return new


def _is_upper_new(cue: Shown, *, is_first: bool) -> bool:
    """Nothing was said before the first cue, so that of a cutting repeats nothing; and a finished row has no times."""
    if is_first or (len(cue.rows) == 1 and not cue.is_short):
        return True
    return "<" in cue.upper and bool(WORD_TIME.search(cue.upper))


def _below(rows: Sequence[str]) -> list[str]:
    """The rows under the second, without comments and without an identifier of the next cue."""
    below = "\n".join(rows).split("\n\n")
    if len(below) > 1 and "\n" not in below[-1]:
        below.pop()
    return [row for part in below if not part.lstrip("\n").startswith("NOTE") for row in part.split("\n")]


def stands_twice(cues: Cues) -> bool:
    """Whether most rows of a track stand in the cue before as well."""
    rows = repeated = 0
    before = frozenset[str]()
    for number in range(len(cues)):
        own = cues.cue_text(number).split("\n")
        rows += len(own) if number else 0
        repeated += sum(row in before for row in own if row)
        before = frozenset(own)
    return repeated * 2 >= rows > 0


def seems_rolled(cues: Cues) -> bool:
    """Whether the first cues of a track show the last row of the cue before above one of their own, as a roll-up."""
    again, last = [], ""
    count = min(len(cues), LOOKED_AT)
    for number in range(count):
        rows = cues.cue_text(number).split("\n")
        if len(rows) > 1 and rows[0] == last:
            again.append(last)
        last = rows[-1]
    return len(set(again)) >= DIFFERENT and len(again) * 2 >= count


def is_said_before(upper: str, last: str) -> bool:
    """Whether an upper row is the row before it, blanks aside."""
    return last == upper or last.split() == row_text(upper).split()


def is_foreign(upper: str, last: str) -> bool:
    """Whether an upper row shares no word with the row before it: what it repeats is nowhere in the file."""
    return not set(row_text(upper).split()) & set(last.split())


def row_text(row: str) -> str:
    return tidy(plain(row))


def is_blank(row: str) -> bool:
    """Whether a row shows nothing: a blank, perhaps with the end of a colour that began in the row above."""
    return not row or row.isspace() or (("<" in row or "&" in row) and not row_text(row).strip())
