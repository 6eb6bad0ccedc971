"""The words of a slice as matching reads them: spoken words only, in lower case, taken apart at hyphens."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewer.core.reading import ReadingWord, bare
from reviewer.core.words import WordKind

SENTENCE_ENDS = ".?!"

_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?")  # A.I. is one word, as AI is
_MARK, _WORD = int(WordKind.MARK), int(WordKind.WORD)


# An episode has some 3,000 different words, a library some 50,000.
@lru_cache(maxsize=65_536)
def parts_of(word: str) -> tuple[str, ...]:
    """The parts of a word or phrase that can match: “X-Risks,” is x, risks; a possessive keeps its 's."""
    plain = word.casefold().replace("’", "'")
    if "." in plain:
        plain = _INITIALS.sub(lambda found: found[0].replace(".", ""), plain)
    return tuple(_PART.findall(plain))


def without_possessive(part: str) -> str:
    return part.removesuffix("'s")


class Where(NamedTuple):
    """The imported words under a word, first to last (excluded), and when it is said."""

    first: int
    last: int
    start_ms: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words in columns; where one stands is only asked for hits."""

    texts: Sequence[str]
    kinds: Sequence[int]
    where: Callable[[int], Where]

    @property
    def spoken(self) -> int:
        """How many are words: marks and events are none."""
        return sum(kind == _WORD for kind in self.kinds)

    def wording(self, first: int, last: int) -> str:
        """The words first to last (excluded) without their outer punctuation."""
        words = [self.texts[i] for i in range(first, last) if self.kinds[i] == _WORD]
        return bare(" ".join(words))


def run_of(words: Sequence[ReadingWord]) -> Run:
    def where(index: int) -> Where:
        word = words[index]
        return Where(word.first, word.last, word.start_ms)

    return Run([w.text for w in words], [w.kind for w in words], where)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a run's spoken words, in columns: text, the number of its word, the number of its sentence.

    A sentence ends with the word that ends in a full stop, question or exclamation mark, and where a mark says that
    someone else speaks.
    """

    texts: list[str]
    words: list[int]
    sentences: list[int]

    def back(self, at: int, words: int) -> int:
        """The first part of the window of so many words before the word of part `at`, inside its sentence."""
        first, word = at, self.words[at]
        while first and self.sentences[first - 1] == self.sentences[at]:
            if self.words[first - 1] != word:
                if not words:
                    break
                words, word = words - 1, self.words[first - 1]
            first -= 1
        return first

    def stands(self, phrase: tuple[str, ...], at: int) -> bool:
        """Whether the parts from `at` on are those of the phrase, in one sentence."""
        end = at + len(phrase)
        return tuple(self.texts[at:end]) == phrase and self.sentences[at] == self.sentences[end - 1]


def taken_apart(run: Run) -> Parts:
    texts: list[str] = []
    words: list[int] = []
    sentences: list[int] = []
    sentence = 0
    for number, (text, kind) in enumerate(zip(run.texts, run.kinds, strict=True)):
        if kind == _WORD:
            for part in parts_of(text):
                texts.append(part)
                words.append(number)
                sentences.append(sentence)
        if kind == _MARK or (kind == _WORD and text[-1] in SENTENCE_ENDS):
            sentence += 1
    return Parts(texts, words, sentences)
