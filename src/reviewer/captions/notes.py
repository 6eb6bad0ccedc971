"""The oddities of one file as they are found, each with its line; very many alike are told as one."""

import re
from bisect import bisect_right

from reviewer.core.cues import Oddity

# More of one kind tell nothing new: a converted track may overlap in each of its thousands of cues.
LISTED = 20
_BREAK = re.compile(r"\r\n|\r|\n")


class Notes:
    """Collects what is odd in a text; lines are counted only when there is something to tell."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts: list[int] = []
        self._found: dict[str, list[int]] = {}

    def line_at(self, offset: int) -> int:
        """The line, from 1, in which the character at `offset` stands."""
        if not self._line_starts:
            self._line_starts = [0, *(m.end() for m in _BREAK.finditer(self._text))]
        return bisect_right(self._line_starts, offset)

    def at(self, offset: int, what: str) -> None:
        self._found.setdefault(what, []).append(offset)

    def whole(self, what: str) -> None:
        """An oddity of the file as a whole."""
        self._found.setdefault(what, []).append(-1)

    def oddities(self) -> tuple[Oddity, ...]:
        """All of them in the order of their lines."""
        told: list[Oddity] = []
        for what, offsets in self._found.items():
            lines = [0 if offset < 0 else self.line_at(offset) for offset in offsets]
            told += [Oddity(line, what) for line in lines[:LISTED]]
            if lines[LISTED:]:
                told.append(Oddity(lines[LISTED], f"{what} The same in {len(lines) - LISTED:,} more places."))
        return tuple(sorted(told, key=lambda oddity: oddity.line))
