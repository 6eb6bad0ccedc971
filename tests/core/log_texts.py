"""Texts and logs for the tests of core and library: small ones by hand, and any by hypothesis."""

import itertools
from collections.abc import Sequence

from hypothesis import strategies as st

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import Cues, CuesBuilder, TimedPiece
from reviewer.core.reading import Correction, ReadingText, ReadingWord
from reviewer.core.words import split_words

CUE_MS = 2_000
PAUSE_MS = 500


def cues_of(*texts: str, timed: bool = True, gap: str | None = None) -> Cues:
    """Cues of two seconds with half a second between them; without times, as plain text."""
    builder = CuesBuilder()
    for number, text in enumerate(texts):
        start = number * (CUE_MS + PAUSE_MS) if timed else None
        builder.add(start, None if start is None else start + CUE_MS, text, gap=gap)
    return builder.build()


def correction(cues: Cues, first: int, last: int, meant: str, edit: str = "") -> Correction:
    """Of the flat words first to last; an empty range inserts before `first`."""
    return Correction(edit or f"e{first}-{last}", "d", cues.span(first, last), meant)


def insertion(cue: int, word: int, meant: str) -> Correction:
    gap = Gap(cue, word)
    return Correction(f"i{cue}-{word}", "d", Span(gap, gap), meant)


def reading(cues: Cues, *changes: tuple[int, int, str]) -> ReadingText:
    return ReadingText(cues, [correction(cues, *change) for change in changes])


def texts_of(words: Sequence[ReadingWord]) -> list[str]:
    return [word.text for word in words]


_WORD = st.sampled_from(["Tom", "tom's", "(Aine", "Evans,", "and", "a", ">>", "we", "Straße", "“so”", "Tomorrow"])
_SPACE = st.sampled_from([" ", " ", " ", "\n", "  "])


@st.composite
def cue_texts(draw: st.DrawFn) -> str:
    """None to five words with white space between and sometimes round them."""
    words = draw(st.lists(_WORD, max_size=5))
    inner = "".join(word + draw(_SPACE) for word in words)
    return draw(st.sampled_from(["", "", " "])) + (inner.rstrip() if draw(st.booleans()) else inner)


@st.composite
def any_cues(draw: st.DrawFn, *, min_words: int = 0) -> Cues:
    """Cues with or without times, some of whose words have their own."""
    timed = draw(st.booleans())
    builder, at, words = CuesBuilder(), 0, 0
    texts = draw(st.lists(cue_texts(), min_size=1, max_size=6))
    if min_words and not any(text.split() for text in texts):
        texts.append("a Tom")
    for text in texts:
        at += draw(st.integers(0, 5_000))
        end = at + draw(st.integers(0, 4_000))
        gap = " " if timed else draw(st.sampled_from([" ", "\n", "\n\n"]))
        if timed and draw(st.booleans()):
            builder.add(at, end, text, _own_times(draw, text, at, end), gap=gap)
        else:
            builder.add(at if timed else None, end if timed else None, text, gap=gap)
        at, words = end, words + len(text.split())
    return builder.build()


def _own_times(draw: st.DrawFn, text: str, start: int, end: int) -> list[TimedPiece]:
    pieces = split_words(text)
    times = sorted(draw(st.integers(start, end)) for _ in pieces)
    return [
        TimedPiece(p.start, p.stop, ms if draw(st.booleans()) else None, p.kind)
        for p, ms in zip(pieces, times, strict=True)
    ]


@st.composite
def any_spans(draw: st.DrawFn, cues: Cues) -> Span:
    """A place of up to three words or none, over cues, at any gap."""
    if cues.word_count and draw(st.booleans()):
        first = draw(st.integers(0, cues.word_count - 1))
        return cues.span(first, draw(st.integers(first + 1, min(first + 3, cues.word_count))))
    cue = draw(st.integers(0, len(cues) - 1))
    gap = Gap(cue, draw(st.integers(0, len(cues.words_of(cue)))))
    return Span(gap, gap)


_MEANT = st.lists(st.sampled_from(["Owain", "Tom", "(Evans’s),", "x", "of"]), max_size=4).map(" ".join)


@st.composite
def any_readings(draw: st.DrawFn, *, min_words: int = 0) -> ReadingText:
    """A text with corrections that don't meet: replacements, deletions, insertions."""
    cues = draw(any_cues(min_words=min_words))
    kept: list[Span] = []
    for span in draw(st.lists(any_spans(cues), max_size=6)):
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return ReadingText(cues, [Correction(f"e{n}", f"d{n}", span, draw(_MEANT)) for n, span in enumerate(kept)])


@st.composite
def partitions(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    """Ranges, none empty, that cover 0 to length."""
    cuts = draw(st.sets(st.integers(1, max(length - 1, 1)), max_size=6)) if length > 1 else set()
    edges = [0, *sorted(cuts), length]
    return list(itertools.pairwise(edges))
