"""Where the words of a text begin and end: runs without white space, each a word, a mark or part of an event."""

import re
from enum import IntEnum
from typing import NamedTuple


class WordKind(IntEnum):
    """What stands in a word's place: a spoken word, a mark (`>>`) or part of an event (`[Music]`)."""

    WORD = 0
    MARK = 1
    EVENT = 2


class Piece(NamedTuple):
    """One word's place in a text, in characters."""

    start: int
    stop: int
    kind: WordKind


_WORD = re.compile(r"\S+")
_MARK = re.compile(r">>+")
# An event is bracketed from white space to white space; 60 characters are more than any recogniser's event.
_EVENT = re.compile(r"(?<!\S)\[[^\[\]\n]{1,60}\](?!\S)")


def split_words(text: str) -> list[Piece]:
    """The words of a text in order; the words inside a bracketed event are one event's parts."""
    events = [m.span() for m in _EVENT.finditer(text)] if "[" in text else []
    return [Piece(m.start(), m.end(), _kind(m, events)) for m in _WORD.finditer(text)]


def _kind(match: re.Match[str], events: list[tuple[int, int]]) -> WordKind:
    if _MARK.fullmatch(match.group()):
        return WordKind.MARK
    inside = any(start <= match.start() and match.end() <= stop for start, stop in events)
    return WordKind.EVENT if inside else WordKind.WORD


_OUTER = re.compile(r"^(\W*)(.*?)((?:['’]s)?\W*)$", re.DOTALL)


class Parts(NamedTuple):
    """A word taken apart: opening punctuation, the word itself, and a possessive with closing punctuation."""

    before: str
    bare: str
    after: str


def take_apart(word: str) -> Parts:
    """“(Evans’s),” is “(”, “Evans”, “’s),”; a word of punctuation alone is bare."""
    match = _OUTER.match(word)
    if match is None or not match[2]:
        return Parts("", word, "")
    return Parts(match[1], match[2], match[3])
