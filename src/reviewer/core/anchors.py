"""Places that decisions stand on: gaps and spans of imported words, or the key of a value.

Never a character offset, a paragraph's or a slice's number. Cue and word count from 0.
"""

import json
from dataclasses import dataclass
from typing import NamedTuple


class Gap(NamedTuple):
    """Before a word of a cue, or (word = number of words) at the cue's end."""

    cue: int
    word: int


class Span(NamedTuple):
    """From gap to gap; empty, it inserts. One over words begins before a word and ends after one."""

    start: Gap
    end: Gap

    @property
    def is_empty(self) -> bool:
        return self.start == self.end

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins, as none of ours does; in foreign rows it has no place."""
        return self.end < self.start

    def meets(self, other: "Span") -> bool:
        """Whether the two share a word, an empty one lies strictly inside the other, or both are empty at one gap."""
        if self.is_empty and other.is_empty:
            return self.start == other.start
        if self.is_empty:
            return other.start < self.start < other.end
        if other.is_empty:
            return self.start < other.start < self.end
        return max(self.start, other.start) < min(self.end, other.end)

    def union(self, other: "Span") -> "Span":
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one version."""

    version: str
    span: Span


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a value that has no place in the text; scope is an episode's id, or "library"."""

    scope: str
    name: str


Anchor = Place | Key | None
LIBRARY = "library"


def to_json(anchor: Anchor) -> str:
    """The form in which an anchor is kept and handed on; the same bytes for equal anchors."""
    match anchor:
        case Place(version, span):
            parts: list[str | int] = ["span", version, *span.start, *span.end]
        case Key(scope, name):
            parts = ["key", scope, name]
        case None:
            parts = ["none"]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Anchor:
    """The anchor that `to_json` wrote; an unknown form is an anchor of no place, so that its row is kept."""
    match json.loads(text):
        case ["span", str(version), int(c1), int(w1), int(c2), int(w2)]:
            return Place(version, Span(Gap(c1, w1), Gap(c2, w2)))
        case ["key", str(scope), str(name)]:
            return Key(scope, name)
        case _:
            return None
