"""Where the words of a text begin and end: runs without white space, each a word, a mark or part of an event."""

import re
import unicodedata
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
    if "[" not in text:
        return [Piece(m.start(), m.end(), kind_of(m[0])) for m in _WORD.finditer(text)]
    events = _EVENT.finditer(text)
    event, pieces = next(events, None), []
    for match in _WORD.finditer(text):
        while event is not None and event.end() <= match.start():
            event = next(events, None)
        is_inside = event is not None and event.start() <= match.start()
        pieces.append(Piece(match.start(), match.end(), WordKind.EVENT if is_inside else kind_of(match[0])))
    return pieces


def kind_of(word: str) -> WordKind:
    """What a word is that stands in no event."""
    return WordKind.MARK if word[0] == ">" and _MARK.fullmatch(word) else WordKind.WORD


class Parts(NamedTuple):
    """A word taken apart: opening punctuation, the word itself, and a possessive with closing punctuation."""

    before: str
    bare: str
    after: str


def take_apart(word: str) -> Parts:
    """“(Evans’s),” is “(”, “Evans”, “’s),”; a word of punctuation alone is bare."""
    start, stop = 0, len(word)
    while start < stop and not _is_of_word(word[start]):
        start += 1
    while stop > start and not _is_of_word(word[stop - 1]):
        stop -= 1
    if start == stop:
        return Parts("", word, "")
    if stop - start > 2 and word[stop - 2 : stop] in {"'s", "’s"}:
        stop -= 2
    return Parts(word[:start], word[start:stop], word[stop:])


def _is_of_word(sign: str) -> bool:
    """Letters, figures and what is set on letters: a vowel sign or an accent is no punctuation."""
    return sign.isalnum() or sign == "_" or (sign > "\x7f" and unicodedata.category(sign)[0] == "M")
