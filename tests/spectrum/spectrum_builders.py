"""Small transcripts, and the shipped lexicon, for the tests of this room."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from reviewer.core.cues import Cues, CuesBuilder
from reviewer.core.reading import Correction, ReadingText
from reviewer.paths import resource
from reviewer.spectrum.figures import Band, Hit, Slice, SliceScore
from reviewer.spectrum.lexicon import Lexicon
from reviewer.spectrum.lexicon_file import load_lexicon
from reviewer.spectrum.scores import score_slice

LEXICON_FILE = resource("lexicons", "ai-discourse-en-0.2.1.json")


@cache
def lexicon() -> Lexicon:
    return load_lexicon(LEXICON_FILE)


@cache
def swapped() -> Lexicon:
    """The lexicon with its two sides exchanged."""
    return replace(lexicon(), terms=tuple(replace(term, weight=-term.weight) for term in lexicon().terms))


def cues_of(texts: Iterable[str], *, timed: bool = True) -> Cues:
    """A cue of two seconds for each text."""
    builder = CuesBuilder()
    for number, text in enumerate(texts):
        builder.add(number * 2_000 if timed else None, number * 2_000 + 2_000 if timed else None, text)
    return builder.build()


def corrected(cues: Cues, *changes: tuple[int, int, str]) -> ReadingText:
    """The text with the words first to last (excluded) replaced."""
    corrections = [Correction(f"e{n}", "d", cues.span(a, b), meant) for n, (a, b, meant) in enumerate(changes)]
    return ReadingText(cues, corrections)


def score_of(text: str, using: Lexicon | None = None) -> SliceScore:
    """The score of a text as one slice."""
    cues = cues_of([text])
    part = Slice(1, 0, cues.word_count, 0, 0, 0, 2_000)
    return score_slice(part, list(ReadingText(cues).slice_words(0, cues.word_count)), using or lexicon())


def hits_of(text: str) -> list[Hit]:
    return list(score_of(text).hits)


def scores(numbers: Sequence[int], *, timed: bool = True, counted: int = 0) -> list[SliceScore]:
    """Scores with given numbers, ten seconds each; 0 is silent. Each has so many counted hits."""
    hit = Hit("danger", "danger*", "risk", -2, -2, True, "", 0, 1, 0)
    made = []
    for n, score in enumerate(numbers, 1):
        times = (n * 10_000 - 10_000, n * 10_000) if timed else (None, None)
        band: Band = (
            "silent"
            if score == 0
            else "risk-forward"
            if score <= -20
            else "opportunity-forward"
            if score >= 20
            else "mixed"
        )
        part = Slice(n, n, n + 1, n, n, *times)
        made.append(SliceScore(part, 200, score, band, 0.0, 0.0, 10.0, None, (hit,) * counted))
    return made
