"""The reading text as the page and the plain text show it: paragraphs of runs, each run marked in one way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.core.paragraphs import paragraph_starts
from reviewer.core.reading import Correction, ReadingText, ReadingWord, text_of
from reviewer.core.words import WordKind
from reviewer.spectrum.figures import Hit, SliceScore


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that are marked alike; `begins` are the slices whose first word this run begins with."""

    text: str
    correction: Correction | None
    hit: Hit | None
    begins: tuple[SliceScore, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; `speaker` only where the file names one and it is another than before."""

    start_ms: int | None
    speaker: str
    runs: tuple[Run, ...]


def paragraphs(text: ReadingText) -> Iterator[tuple[int, list[ReadingWord]]]:
    """The shown words of each paragraph with the flat number of its first imported word; marks (`>>`) left out."""
    starts = [*paragraph_starts(text.cues), text.cues.word_count]
    for first, last in pairwise(starts):
        words = [word for word in text.words(first, last) if word.kind is not WordKind.MARK]
        if words:
            yield first, words


def plain_text(text: ReadingText) -> str:
    """The paragraphs, each on one line, a blank line between them."""
    return "\n\n".join(text_of(words, one_line=True) for _, words in paragraphs(text)) + "\n"


def first_words(text: ReadingText, score: SliceScore, limit: int = 16) -> str:
    """How a slice begins, as a card quotes it."""
    shown = [w.text for w in text.slice_words(score.slice.first, score.slice.last) if w.kind is not WordKind.MARK]
    return " ".join(shown[:limit]) + (" …" if len(shown) > limit else "")


def passages(text: ReadingText, scores: Sequence[SliceScore]) -> list[Passage]:
    """The paragraphs with their corrections, counted terms and the places where slices begin."""
    hits = {
        flat: hit for score in scores for hit in score.hits if hit.is_counted for flat in range(hit.first, hit.last)
    }
    waiting = sorted(scores, key=lambda score: (score.slice.first, score.slice.number), reverse=True)
    made, speaker = [], ""
    for first, words in paragraphs(text):
        voice = text.cues.voice(text.cues.cue_of(first)) or ""
        runs = tuple(_runs(words, hits, waiting))
        made.append(Passage(words[0].start_ms, voice if voice != speaker else "", runs))
        speaker = voice
    return made


def _runs(words: Sequence[ReadingWord], hits: Mapping[int, Hit], waiting: list[SliceScore]) -> Iterator[Run]:
    """Takes from `waiting`, whose last is the next, the slices that begin here.

    One whose first word lies under a correction begun earlier is shown from the word after it.
    """
    gathered: list[ReadingWord] = []
    run = Run("", None, None, ())
    for word in words:
        begins = []
        while waiting and waiting[-1].slice.first <= word.first:
            begins.append(waiting.pop())
        hit = next((hits[flat] for flat in range(word.first, word.last) if flat in hits), None)
        if gathered and not begins and word.correction is run.correction and hit is run.hit:
            gathered.append(word)
            continue
        if gathered:
            yield _finished(run, gathered)
        gathered, run = [word], Run("", word.correction, hit, tuple(begins))
    yield _finished(run, gathered)


def _finished(run: Run, words: Sequence[ReadingWord]) -> Run:
    return Run(" ".join(word.text for word in words), run.correction, run.hit, run.begins)
