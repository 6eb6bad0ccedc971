"""Which windows could be which forms: a quick sieve by the letters and sounds they have in common."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from reviewer.names.forms import Form
from reviewer.names.windows import TextWords, Window

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Sounds that are taken for one another count as one.
_CLASSES: Final = ("pb", "td", "kg", "CJʃʒ", "fv", "θðsz", "m", "nŋ", "l", "ɹ", "w", "jh", "iɪAɛæəʌɜɑɔoʊuIOW")
_CLASS_OF: Final = {phone: number for number, phones in enumerate(_CLASSES) for phone in phones}
_TO_CLASS: Final = str.maketrans({phone: chr(ord("a") + number) for phone, number in _CLASS_OF.items()})
_LETTER_OF: Final = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}
_TIMES: Final = 3  # a letter that occurs more often than this in both is counted so often
# The share of letters and of sounds in common, added: lower pairs are never right (measured on the development set).
_ENOUGH: Final = 1.3
# The same of letters and sounds in their order; sounds of one class are alike here, so that exact measures are lower.
_ENOUGH_IN_ORDER: Final = 1.05
_CHUNK: Final = 1024


class Wording(NamedTuple):
    """A distinct window text: its letters and sounds in one piece, and every window that reads so."""

    norm: str
    sound: str
    places: list[Window]


def wordings(text: TextWords, windows: Sequence[Window]) -> list[Wording]:
    """The windows put together by what they read, in the order of their first places."""
    found: dict[str, Wording] = {}
    for window in windows:
        words = text.of(window)
        key = " ".join(w.norm for w in words)
        if key in found:
            found[key].places.append(window)
        else:
            found[key] = Wording(key.replace(" ", ""), "".join(w.sound for w in words), [window])
    return list(found.values())


def pairs(heard: Sequence[Wording], forms: Sequence[Form]) -> tuple[Ints, Ints]:
    """The numbers of wordings and of forms, pair by pair, that have enough in common to be measured exactly."""
    none = np.zeros(0, dtype=np.int64)
    if not heard or not forms:
        return none, none
    order = np.argsort([len(w.norm) for w in heard], kind="stable")
    sieve = _Sieve(forms)
    found: list[tuple[Ints, Ints]] = []
    for at in range(0, len(order), _CHUNK):
        chunk = order[at : at + _CHUNK]
        rows, columns = sieve.pass_through([heard[n] for n in chunk])
        found.append((chunk[rows], columns))
    rows, columns = np.concatenate([r for r, _ in found]), np.concatenate([c for _, c in found])
    alike = _in_order(heard, forms, rows, columns)
    return rows[alike], columns[alike]


def _in_order(heard: Sequence[Wording], forms: Sequence[Form], rows: Ints, columns: Ints) -> Ints:
    """Of the pairs with common letters and sounds those that have them in like order too."""
    norms, sounds = [w.norm for w in heard], [w.sound.translate(_TO_CLASS) for w in heard]
    of_norms, of_sounds = [f.norm for f in forms], ["".join(f.sounds).translate(_TO_CLASS) for f in forms]
    of_spelled = [f.said[-1].translate(_TO_CLASS) if f.said else "" for f in forms]
    alike = _alike(sounds, of_sounds, rows, columns)
    if of_spelled != of_sounds:
        alike = np.maximum(alike, _alike(sounds, of_spelled, rows, columns))
    return np.flatnonzero(_alike(norms, of_norms, rows, columns) + alike >= _ENOUGH_IN_ORDER)


def _alike(left: Sequence[str], right: Sequence[str], rows: Ints, columns: Ints) -> Floats:
    return np.asarray(
        cpdist(
            [left[n] for n in rows],
            [right[n] for n in columns],
            scorer=Levenshtein.normalized_similarity,
            dtype=np.float32,
        )
    )


class _Sieve:
    """The forms' counts of letters and sounds, laid out so that one matrix product gives what a pair shares."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._letters = _counts([f.norm for f in forms], _LETTER_OF)
        self._sounds = _counts(["".join(f.sounds) for f in forms], _CLASS_OF)
        spelled = _counts([f.said[-1] if f.said else "" for f in forms], _CLASS_OF)
        self._spelled = spelled if not np.array_equal(spelled, self._sounds) else None
        self._lengths = self._letters.sum(axis=1)

    def pass_through(self, heard: Sequence[Wording]) -> tuple[Ints, Ints]:
        """Row and column numbers of the pairs that pass."""
        letters = _counts([w.norm for w in heard], _LETTER_OF)
        sounds = _counts([w.sound for w in heard], _CLASS_OF)
        lengths = letters.sum(axis=1)
        near = np.flatnonzero((self._lengths >= lengths.min() * 0.55) & (self._lengths <= lengths.max() * 1.8))
        alike = _share(sounds, self._sounds[near])
        if self._spelled is not None:
            alike = np.maximum(alike, _share(sounds, self._spelled[near]))
        rows, columns = np.nonzero(_share(letters, self._letters[near]) + alike >= _ENOUGH)
        return rows, near[columns]


def _counts(texts: Sequence[str], number_of: dict[str, int]) -> Floats:
    """For each text a row with a 1 for the first, second … occurrence of each letter."""
    size = max(number_of.values()) + 1
    known = ["".join(filter(number_of.__contains__, text)) for text in texts]
    numbers = np.array([number_of[letter] for letter in "".join(known)], dtype=np.int64)
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in known])
    counts = np.bincount(rows * size + numbers, minlength=len(texts) * size).reshape(len(texts), size, 1)
    return np.asarray(counts > np.arange(_TIMES), dtype=np.float32).reshape(len(texts), size * _TIMES)


def _share(left: Floats, right: Floats) -> Floats:
    common = left @ right.T
    longer = np.maximum(left.sum(axis=1)[:, None], right.sum(axis=1)[None, :])
    return np.asarray(common / np.maximum(longer, 1), dtype=np.float32)
