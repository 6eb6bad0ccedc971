"""A recogniser's words with their times laid over the text that it wrote of them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.captions.found import owners
from reviewer.core.align import Run, align
from reviewer.core.words import take_apart


class Timed(NamedTuple):
    """A word or a part of one as the recogniser lists it, perhaps with a blank before it."""

    text: str
    ms: int | None
    confidence: float | None = None
    speaker: str = ""


def joined(pieces: Sequence[Timed]) -> str:
    """The text of the pieces: they bring their blanks with them, or none of them does."""
    glue = "" if any(piece.text[:1].isspace() for piece in pieces[1:]) else " "
    return glue.join(piece.text for piece in pieces)


def laid_over(words: Sequence[str], pieces: Sequence[Timed]) -> tuple[list[Timed | None], bool]:
    """By word of a text what the pieces say of it, and whether they are the same words but for punctuation."""
    own = _grouped(words, pieces)
    if own is not None:
        return list(own), True
    heard = joined(pieces).split()
    grouped = _grouped(heard, pieces) or []
    runs = align([_bare(word) for word in words], [_bare(word) for word in heard])
    laid: list[Timed | None] = [None] * len(words)
    for word, other in _pairs(runs, len(words), len(heard)):
        laid[word] = grouped[other]
    return laid, runs == [Run(0, 0, len(words))] and len(words) == len(heard)


def _pairs(runs: Sequence[Run], words: int, heard: int) -> list[tuple[int, int]]:
    """Equal words, and between them those of which there are as many on both sides: one word written otherwise."""
    pairs: list[tuple[int, int]] = []
    for before, run in pairwise([Run(0, 0, 0), *runs, Run(words, heard, 0)]):
        old, new = before.old + before.length, before.new + before.length
        if run.old - old == run.new - new:
            pairs += zip(range(old, run.old), range(new, run.new), strict=True)
        pairs += zip(range(run.old, run.old + run.length), range(run.new, run.new + run.length), strict=True)
    return pairs


def _grouped(words: Sequence[str], pieces: Sequence[Timed]) -> list[Timed] | None:
    """What the pieces of each word say of it together; None where the pieces hold another text."""
    first = owners(words, [piece.text for piece in pieces])
    if first is None:
        return None
    return [_together(pieces[begin : max(end, begin + 1)]) for begin, end in pairwise([*first, len(pieces)])]


def _together(pieces: Sequence[Timed]) -> Timed:
    """A word is as doubtful as the most doubtful of its parts, punctuation aside."""
    spoken = [piece for piece in pieces if any(sign.isalnum() for sign in piece.text)] or pieces
    told = [piece.confidence for piece in spoken if piece.confidence is not None]
    return pieces[0]._replace(confidence=min(told, default=None))


def _bare(word: str) -> str:
    return take_apart(word).bare.casefold()
