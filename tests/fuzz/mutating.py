"""Valid files of our own, and what is done to them: pieces cut out, doubled, moved, put in, bytes changed."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[1] / "data" / "fuzz"
SEEDS = DATA / "seeds"
FOUND = DATA / "found"
DICTIONARY = DATA / "dictionary.txt"
_QUOTED = re.compile(r'^"(.*)"$', re.MULTILINE)
_ESCAPE = re.compile(rb'\\(?:x([0-9a-f]{2})|([\\"]))')


def seeds(format_: str) -> list[bytes]:
    """The files that hold a format as it should be, and as it often is."""
    return [path.read_bytes() for path in sorted((SEEDS / format_).iterdir())]


def pieces() -> list[bytes]:
    """The words of the dictionary."""
    quoted = _QUOTED.findall(DICTIONARY.read_text(encoding="utf-8"))
    return [_ESCAPE.sub(lambda m: bytes.fromhex(m[1].decode()) if m[1] else m[2], one.encode()) for one in quoted]


class Mutation(NamedTuple):
    """One change: at a place, over a length (both in bytes, or in lines if `by_line`), of a piece of bytes."""

    how: str  # "cut", "double", "move", "insert", "replace"
    at: int
    length: int
    to: int
    piece: bytes
    by_line: bool

    def of(self, data: bytes) -> bytes:
        units = data.splitlines(keepends=True) if self.by_line else [data[n : n + 1] for n in range(len(data))]
        return b"".join(self._of_units(units))

    def _of_units(self, units: Sequence[bytes]) -> list[bytes]:
        at = self.at % (len(units) + 1)
        before, chosen, after = list(units[:at]), list(units[at : at + self.length]), list(units[at + self.length :])
        if self.how == "move":
            rest = before + after
            to = self.to % (len(rest) + 1)
            return rest[:to] + chosen + rest[to:]
        between = {
            "cut": [], "double": chosen * 2, "insert": [self.piece, *chosen], "replace": [self.piece],
        }  # fmt: skip
        return before + between[self.how] + after


def mutated(data: bytes, mutations: Sequence[Mutation]) -> bytes:
    for mutation in mutations:
        data = mutation.of(data)
    return data
