"""How far two phone strings lie apart: an edit distance that knows near sounds, for many pairs at once."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

import numpy as np
import numpy.typing as npt

from reviewer.names.sounds import PHONES

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint8]

# Vowels by height and place of the tongue (0 to 1, after the IPA chart) and by where they glide to.
_VOWELS: Final = {
    "i": (0.0, 0.0, ""), "ɪ": (0.2, 0.2, ""), "A": (0.35, 0.1, "i"), "ɛ": (0.6, 0.1, ""), "æ": (0.85, 0.1, ""),
    "ə": (0.5, 0.5, ""), "ʌ": (0.6, 0.6, ""), "ɜ": (0.55, 0.5, ""), "ɑ": (1.0, 0.8, ""), "ɔ": (0.65, 1.0, ""),
    "o": (0.35, 0.95, "u"), "ʊ": (0.2, 0.8, ""), "u": (0.0, 1.0, ""), "I": (0.9, 0.5, "i"), "O": (0.6, 0.9, "i"),
    "W": (0.9, 0.6, "u"),
}  # fmt: skip
# Consonants by place (lips 0 to throat 1), manner and voice.
_CONSONANTS: Final = {
    "p": (0.0, "stop", 0), "b": (0.0, "stop", 1), "m": (0.0, "nasal", 1), "f": (0.1, "rub", 0), "v": (0.1, "rub", 1),
    "w": (0.1, "glide", 1), "θ": (0.25, "rub", 0), "ð": (0.25, "rub", 1), "t": (0.4, "stop", 0), "d": (0.4, "stop", 1),
    "n": (0.4, "nasal", 1), "s": (0.4, "rub", 0), "z": (0.4, "rub", 1), "l": (0.4, "liquid", 1),
    "ɹ": (0.5, "liquid", 1),
    "ʃ": (0.55, "rub", 0), "ʒ": (0.55, "rub", 1), "C": (0.5, "affricate", 0), "J": (0.5, "affricate", 1),
    "j": (0.65, "glide", 1), "k": (0.8, "stop", 0), "g": (0.8, "stop", 1), "ŋ": (0.8, "nasal", 1), "h": (1.0, "rub", 0),
}  # fmt: skip
# Manners that recognisers take for one another; any other two cost the whole difference.
_NEAR_MANNERS: Final = {
    frozenset(("stop", "affricate")): 0.3, frozenset(("rub", "affricate")): 0.3, frozenset(("stop", "rub")): 0.5,
    frozenset(("liquid", "glide")): 0.3, frozenset(("stop", "nasal")): 0.5,
}  # fmt: skip
# A vowel or half-vowel that one hears for a consonant of nearly the same sound.
_ACROSS: Final = {
    frozenset("ij"): 0.3,
    frozenset("uw"): 0.3,
    frozenset("ɜɹ"): 0.4,
    frozenset("ʊw"): 0.4,
    frozenset("ol"): 0.6,
}
# Sounds that are easily not heard, or heard where there are none; the rest of the vowels 0.5, of the consonants 0.8.
_WEAK: Final = {"ə": 0.3, "ɪ": 0.4, "h": 0.4, "j": 0.4, "w": 0.6, "ɹ": 0.6, "d": 0.65, "t": 0.65, "n": 0.7, "l": 0.7}
_CHUNK: Final = 4096  # pairs at once: 4096 tables of 30 by 30 numbers are 15 MB


def _swap_cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        (high_a, back_a, glide_a), (high_b, back_b, glide_b) = _VOWELS[a], _VOWELS[b]
        return min(0.1 + 0.5 * abs(high_a - high_b) + 0.25 * abs(back_a - back_b) + 0.15 * (glide_a != glide_b), 0.7)
    if a in _CONSONANTS and b in _CONSONANTS:
        return _consonant_cost(a, b)
    return _ACROSS.get(frozenset((a, b)), 1.0)


def _consonant_cost(a: str, b: str) -> float:
    (place_a, manner_a, voice_a), (place_b, manner_b, voice_b) = _CONSONANTS[a], _CONSONANTS[b]
    manner = 0.0 if manner_a == manner_b else _NEAR_MANNERS.get(frozenset((manner_a, manner_b)), 0.7)
    return min(0.1 + 0.7 * abs(place_a - place_b) + manner + 0.15 * (voice_a != voice_b), 1.0)


# Code 0 is the padding after a string's end.
SWAP: Final[Floats] = np.array(
    [[1.0] * (len(PHONES) + 1), *([1.0, *(_swap_cost(a, b) for b in PHONES)] for a in PHONES)], dtype=np.float32
)
DROP: Final[Floats] = np.array([0.0, *(_WEAK.get(p, 0.5 if p in _VOWELS else 0.8) for p in PHONES)], dtype=np.float32)
_SWAP: Final = {(a, b): _swap_cost(a, b) for a in PHONES for b in PHONES}
_DROP: Final = dict(zip(PHONES, DROP[1:].tolist(), strict=True))
_CODE_OF: Final = {phone: code for code, phone in enumerate(PHONES, 1)}


def encode(texts: Sequence[str], longest: int = 40) -> Codes:
    """Phone strings as rows of codes, cut at `longest`, padded with 0."""
    width = max(min(max(map(len, texts), default=0), longest), 1)
    rows = np.zeros((len(texts), width), dtype=np.uint8)
    for row, text in zip(rows, texts, strict=True):
        codes = [_CODE_OF[phone] for phone in text[:width]]
        row[: len(codes)] = codes
    return rows


def weights(rows: Codes) -> Floats:
    """What it costs to drop each whole string: its length in phones, weak ones counting less."""
    return np.asarray(DROP[rows].sum(axis=1), dtype=np.float32)


def distances(left: Codes, right: Codes) -> Floats:
    """The distance of each row of `left` to the same row of `right`."""
    out = np.empty(len(left), dtype=np.float32)
    for at in range(0, len(left), _CHUNK):
        out[at : at + _CHUNK] = _distances(left[at : at + _CHUNK], right[at : at + _CHUNK])
    return out


def _distances(left: Codes, right: Codes) -> Floats:
    """Row by row of the edit table, for all pairs at once; padding is dropped for nothing, so the corner tells."""
    drop_left, drop_right = DROP[left], DROP[right]
    above = np.zeros((right.shape[1] + 1, len(left)), dtype=np.float32)
    np.cumsum(drop_right.T, axis=0, out=above[1:])
    for i in range(left.shape[1]):
        here = np.empty_like(above)
        here[0] = above[0] + drop_left[:, i]
        swapped = above[:-1] + SWAP[left[:, i][:, None], right].T
        np.minimum(swapped, above[1:] + drop_left[:, i], out=here[1:])
        for j in range(right.shape[1]):
            np.minimum(here[j + 1], here[j] + drop_right[:, j], out=here[j + 1])
        above = here
    return np.asarray(above[-1], dtype=np.float32)


def likeness(left: Sequence[str], right: Sequence[str]) -> Floats:
    """From 0 (nothing alike) to 1 (the same) for each pair of phone strings."""
    rows_left, rows_right = encode(left), encode(right)
    whole = np.maximum(weights(rows_left), weights(rows_right))
    far = distances(rows_left, rows_right)
    return np.asarray(1 - np.minimum(far / np.maximum(whole, 0.1), 1), dtype=np.float32)


@lru_cache(maxsize=65_536)
def alike(left: str, right: str) -> float:
    """The likeness of one pair; plain Python is quicker than numpy for so little."""
    above = [0.0, *accumulate(_DROP[b] for b in right)]
    whole = above[-1]
    for a in left:
        drop, here = _DROP[a], [above[0] + _DROP[a]]
        for j, b in enumerate(right):
            here.append(min(above[j] + _SWAP[a, b], above[j + 1] + drop, here[j] + _DROP[b]))
        above = here
    return float(1 - min(above[-1] / max(whole, above[0], 0.1), 1.0))


def swap(a: str, b: str) -> float:
    """What one phone for another costs, 0 to 1."""
    return _SWAP[a, b]
