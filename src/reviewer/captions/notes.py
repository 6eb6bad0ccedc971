"""The oddities of one file as they are found, each with its line; very many alike are told as one."""

import re
from bisect import bisect_right

from reviewer.core.cues import Oddity

# More of one kind tell nothing new: a converted track may overlap in each of its thousands of cues.
LISTED = 20
_BREAK = re.compile(r"\n")


def on_line(line: int) -> int:
    """The place of something of which only the line is known: taken wherever an offset is."""
    return -1 - line


class Notes:
    """Collects what is odd in a text whose line ends are all one line feed.

    Lines are counted only when there is something to tell.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._line_starts: list[int] = []
        self.found: dict[str, list[int]] = {}

    def line_at(self, offset: int) -> int:
        """The line, from 1, in which the character at `offset` stands; 0 for the whole file."""
        if offset < 0:
            return -1 - offset
        if not self._line_starts:
            self._line_starts = [0, *(m.end() for m in _BREAK.finditer(self.text))]
        return bisect_right(self._line_starts, offset)

    def at(self, offset: int, what: str) -> None:
        self.found.setdefault(what, []).append(offset)

    def take_over(self, others: "Notes") -> None:
        """Add what another reading of the same text has found."""
        for what, offsets in others.found.items():
            self.found.setdefault(what, []).extend(offsets)

    def whole(self, what: str) -> None:
        """An oddity of the file as a whole."""
        self.at(on_line(0), what)

    def oddities(self) -> tuple[Oddity, ...]:
        """All of them in the order of their lines, however they were come upon."""
        told: list[Oddity] = []
        for what, offsets in self.found.items():
            lines = sorted(map(self.line_at, offsets))
            told += [Oddity(line, what) for line in lines[:LISTED]]
            if lines[LISTED:]:
                told.append(Oddity(lines[LISTED], f"{what} The same in {len(lines) - LISTED:,} more places."))
        return tuple(sorted(told, key=lambda oddity: (oddity.line, oddity.what)))
