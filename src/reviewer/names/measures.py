"""What is measured of a pair of a window and a form: the evidence that ranking weighs and reasons are told from."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import log

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from reviewer.names import nearness
from reviewer.names.candidates import Wording
from reviewer.names.forms import Form, FormKind
from reviewer.names.ranking import Evidence
from reviewer.names.windows import COMMON, TextWord

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_FEWEST_FOR_CLASH = 6.0  # on the Zipf scale: an edge word as common as this ("the", "and") belongs to no name
_NO_CLASH = 0.6  # “do” for “Du”


def compare(heard: Sequence[Wording], forms: Sequence[Form], rows: Ints, columns: Ints) -> tuple[Floats, Floats]:
    """The likeness of the sounds and of the letters, pair by pair."""
    letters = cpdist(
        [heard[n].norm for n in rows],
        [forms[n].norm for n in columns],
        scorer=Levenshtein.normalized_similarity,
        dtype=np.float32,
    )
    sounds = _sounds(heard, forms, rows, columns, way=0)
    for way in range(1, max((len(f.said) for f in forms), default=0)):
        of_these = np.flatnonzero([len(forms[n].said) > way for n in columns])
        more = _sounds(heard, forms, rows[of_these], columns[of_these], way=way)
        sounds[of_these] = np.maximum(sounds[of_these], more)
    return sounds, np.asarray(letters, dtype=np.float32)


def _sounds(heard: Sequence[Wording], forms: Sequence[Form], rows: Ints, columns: Ints, way: int) -> Floats:
    left = nearness.encode([w.sound for w in heard])
    right = nearness.encode([f.said[way] if len(f.said) > way else "" for f in forms])
    whole = np.maximum(nearness.weights(left)[rows], nearness.weights(right)[columns])
    far = nearness.distances(left[rows], right[columns])
    return np.asarray(1 - np.minimum(far / np.maximum(whole, 0.1), 1), dtype=np.float32)


def evidence(words: Sequence[TextWord], form: Form, sound: float, letters: float, *, has_capitals: bool) -> Evidence:
    norms = [w.norm for w in words]
    other = [w.zipf for w in words if w.norm not in form.words] or [COMMON]
    rarities = [min(max(1 - z / 6.5, 0.0), 1.0) for z in other]
    weakest = (
        _weakest(tuple(norms), tuple(w.sound for w in words), form.words, form.sounds) if len(form.words) > 1 else 1
    )
    long = max(len(form.said[0]) if form.said else 1, 1)
    return Evidence(
        sound=sound,
        apart=(1 - sound) * long,
        letters=letters,
        weakest=weakest if len(form.words) > 1 else max(sound, letters),
        rarest=max(rarities),
        usual=sum(rarities) / len(rarities),
        length=log(long),
        anchor=float(bool(anchors(norms, form))),
        capital=_capitals(words, form) if has_capitals else 0.5,
        clause=float(any(w.ends_clause for w in words[:-1])),
        edge=float(
            _clashes(words[0], form.words[0], form.sounds[0]) + _clashes(words[-1], form.words[-1], form.sounds[-1])
        ),
        start=_start(words[0].sound, form),
        part=float(form.kind is FormKind.PART),
    )


def anchors(norms: Sequence[str], form: Form) -> list[str]:
    """The words of a name of several that were heard as they are written, small words aside."""
    if len(form.words) < 2:
        return []
    return [w for w in form.words if len(w) > 2 and w in norms and w not in _SMALL]


_SMALL = {"the", "and", "for", "from", "with", "out"}


def _clashes(word: TextWord, norm: str, sound: str) -> bool:
    return word.zipf > _FEWEST_FOR_CLASH and _word_likeness(word.norm, word.sound, norm, sound) < _NO_CLASH


def _capitals(words: Sequence[TextWord], form: Form) -> float:
    """How much of the window is written large; a name that is written small says nothing by it."""
    if not form.meant[:1].isupper():
        return 0.5
    return sum(w.is_capital for w in words) / len(words)


def _start(sound: str, form: Form) -> float:
    first = form.sounds[0] if form.sounds else ""
    if not sound or not first:
        return 0.0
    return 1 - nearness.swap(sound[0], first[0])


@lru_cache(maxsize=65_536)
def _word_likeness(norm: str, sound: str, form_norm: str, form_sound: str) -> float:
    letters = Levenshtein.normalized_similarity(norm, form_norm)
    sounds = nearness.alike(sound, form_sound)
    return max(letters, sounds, 0.5 * (letters + sounds))


def _weakest(norms: tuple[str, ...], sounds: tuple[str, ...], words: tuple[str, ...], said: tuple[str, ...]) -> float:
    """Of the best way to deal the heard words out to the name's words, the likeness of the worst."""
    if len(norms) < len(words):  # the other way round: several of the name's words were heard as one
        norms, sounds, words, said = words, said, norms, sounds
    best = 0.0
    for cuts in _ways_to_cut(len(norms), len(words)):
        parts = [("".join(norms[a:b]), "".join(sounds[a:b])) for a, b in cuts]
        worst = min(_word_likeness(n, s, w, p) for (n, s), w, p in zip(parts, words, said, strict=True))
        best = max(best, worst)
    return best


def _ways_to_cut(count: int, parts: int) -> Iterator[list[tuple[int, int]]]:
    for inner in combinations(range(1, count), parts - 1):
        edges = [0, *inner, count]
        yield list(pairwise(edges))
