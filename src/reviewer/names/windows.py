"""The imported words as they are compared: folded, sounded, weighed by rarity; and the windows of one to four."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewer.core.reading import ReadingText
from reviewer.core.words import WordKind, take_apart
from reviewer.names.sounds import phones

LONGEST = 4  # words in a window; a name of two words is seldom heard as more
# On the Zipf scale (0 unknown, 3 once in a million words, 7 “the”): a window of nothing rarer than this is just talk.
COMMON = 5.3


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Letters and digits alone, without case and accents: “GPT-4o” is “gpt4o”."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=65_536)
def rarity_of(word: str) -> float:
    """How common a word is in English, 0 to 8 on the Zipf scale; 0 if it is in no list."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))


@lru_cache(maxsize=65_536)
def commonness(bare: str) -> float:
    """Of the parts of a hyphened word the rarest counts; bare numbers are no rarity."""
    parts = [part for part in bare.replace("’", "'").split("-") if part]
    return min((5.0 if part.isdigit() else rarity_of(part) for part in parts), default=8.0)


class TextWord(NamedTuple):
    """One imported word as it is compared; `start` and `end` are offsets into the imported text, inside punctuation."""

    flat: int
    bare: str
    start: int
    end: int
    norm: str
    sound: str
    zipf: float
    is_capital: bool
    ends_clause: bool
    ends_sentence: bool
    run: int  # windows stay inside a run: events, marks and corrected words part the text


class Window(NamedTuple):
    """Some neighbouring words, by their number in `TextWords.words`; `last` is included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TextWords:
    """The comparable words of a text, and how the text writes: a text without capitals says nothing by them."""

    words: tuple[TextWord, ...]
    has_capitals: bool

    def of(self, window: Window) -> tuple[TextWord, ...]:
        return self.words[window.first : window.last + 1]

    def wording(self, window: Window) -> str:
        """The words without their outer punctuation."""
        return " ".join(word.bare for word in self.of(window))


def text_words(text: ReadingText) -> TextWords:
    """The imported words that no shown correction covers."""
    covered = _covered(text)
    cues, words, run = text.cues, [], 0
    for flat in range(cues.word_count):
        if covered[flat] or cues.kind(flat) != WordKind.WORD:
            run += 1
            continue
        word = _text_word(cues.word(flat), flat, cues.word_starts[flat], run)
        if word.norm:
            words.append(word)
    capitals = sum(w.is_capital for w in words)
    # Capitals only at 3 % of the words and more: below, only the recogniser's "I" has one.
    return TextWords(tuple(_with_own_frequency(words)), capitals * 33 > len(words))


def _covered(text: ReadingText) -> bytearray:
    covered = bytearray(text.cues.word_count)
    for correction in text.corrections:
        first, last = text.cues.flat(correction.span.start), text.cues.flat(correction.span.end)
        covered[first:last] = b"\1" * (last - first)
    return covered


def _text_word(word: str, flat: int, at: int, run: int) -> TextWord:
    before, bare, after = take_apart(word)
    start = at + len(before)
    norm = folded(bare)
    return TextWord(
        flat, bare, start, start + len(bare), norm, phones(bare) if norm else "", commonness(bare.casefold()),
        bare[:1].isupper() and bare not in {"I", "I'm", "I'll", "I've", "I'd"},
        any(c in ",;:—" for c in after), len(norm) > 1 and any(c in ".?!…" for c in after), run,
    )  # fmt: skip


def _with_own_frequency(words: list[TextWord]) -> list[TextWord]:
    """A word that this text says again and again is less of a rarity here."""
    counts = Counter(w.norm for w in words)
    return [
        w if (n := counts[w.norm]) < 3 else w._replace(zipf=w.zipf + min(0.25 * n.bit_length(), 1.5)) for w in words
    ]


def windows(text: TextWords, blocked: bytearray) -> list[Window]:
    """All runs of one to four words, none over a sentence's end or a blocked word, at least one word of each rare."""
    words, found = text.words, []
    for first, word in enumerate(words):
        rarest = 9.0
        for last in range(first, min(first + LONGEST, len(words))):
            if words[last].run != word.run or blocked[last]:
                break
            rarest = min(rarest, words[last].zipf)
            if rarest < COMMON:
                found.append(Window(first, last))
            if words[last].ends_sentence:
                break
    return found
