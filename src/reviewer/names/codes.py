"""A lane of its own for names with letters and digits: “GPT-40” and “GPT for oh” for GPT-4o, “Lama 3” for Llama 3."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from reviewer.names import nearness
from reviewer.names.forms import Form, FormKind
from reviewer.names.sounds import spelled
from reviewer.names.windows import TextWord, TextWords, Window

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: str(n) for n, word in enumerate(_UNITS)}
_NUMBERS |= {word: f"{n}0" for n, word in enumerate(_TENS, 2)}
# Words that sound like a digit; they count only beside letters that are heard exactly.
_SOUND_ALIKES = {"for": "4", "fore": "4", "to": "2", "too": "2", "won": "1", "ate": "8", "oh": "o", "o": "o"}
_POINTS = {"point", "dot", "dash", "hyphen"}
_RUNS = re.compile(r"[a-z]+|\d+")
_LONGEST = 5  # words: “GPT three point five turbo”
_ORDINARY = 4.0  # on the Zipf scale: “got two” is no “GPT-2”
_NEAR_ENOUGH = 0.66  # “gbt” for “gpt”: one letter of three


class CodeMatch(NamedTuple):
    """A window that reads as a code of the glossary; `letters` is how like the letters are, the digits are equal."""

    window: Window
    form: Form
    letters: float
    by_sound: bool  # a digit of it was heard as another word

    @property
    def certainty(self) -> float:
        """By hand: “GPT for” may be just talk, the rest is hardly chance."""
        return 0.6 if self.by_sound else 0.97 if self.letters == 1 else 0.8


class _Code(NamedTuple):
    letters: tuple[str, ...]
    digits: tuple[str, ...]


def code_matches(text: TextWords, forms: Sequence[Form], blocked: bytearray) -> Iterator[CodeMatch]:
    """Windows whose digits are a name's and whose letters are near; what is written rightly is not among them."""
    known: dict[tuple[str, ...], list[tuple[_Code, Form]]] = {}
    for form in forms:
        code = _code(form.norm)
        if form.kind is FormKind.RIGHT and code.digits and code.letters:
            known.setdefault(code.digits, []).append((code, form))
    if not known:
        return
    for window in _windows_with_digits(text, blocked):
        words = text.of(window)
        keys = [_key(word) for word in words]
        code = _code("".join(keys))
        by_sound = any(word.norm in _SOUND_ALIKES for word in words)
        is_talk = min((word.zipf for word in words if word.norm.isalpha()), default=0.0) > _ORDINARY
        for of_form, form in known.get(code.digits, ()):
            letters = _letters_alike(code, of_form)
            if letters == 1 or (letters >= _NEAR_ENOUGH and not by_sound and not is_talk):
                yield CodeMatch(window, form, letters, by_sound)


def _code(key: str) -> _Code:
    """An “o” after a digit may be a nought: both are written 0 here."""
    runs = _RUNS.findall(re.sub(r"(?<=\d)o(?![a-z])", "0", key))
    return _Code(tuple(r for r in runs if r.isalpha()), tuple(r for r in runs if r.isdigit()))


def _key(word: TextWord) -> str:
    if word.norm in _POINTS:
        return ""
    parts = word.bare.casefold().split("-")
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _UNITS[1:10]:
        return _NUMBERS[parts[0]][0] + _NUMBERS[parts[1]]
    return _NUMBERS.get(word.norm) or _SOUND_ALIKES.get(word.norm) or word.norm


def _windows_with_digits(text: TextWords, blocked: bytearray) -> Iterator[Window]:
    keys = [_key(word) for word in text.words]
    with_digit = [any(c.isdigit() for c in key) for key in keys]
    for first in range(len(keys)):
        if not keys[first] or not keys[first][0].isalpha() or text.words[first].norm in _SOUND_ALIKES:
            continue
        for last in range(first, min(first + _LONGEST, len(keys))):
            if blocked[last] or text.words[last].run != text.words[first].run:
                break
            if with_digit[last] or (last > first and keys[last] in {"o", "k", "b"}):
                yield Window(first, last)
            if text.words[last].ends_sentence:
                break


@lru_cache(maxsize=8192)
def _letters_alike(heard: _Code, form: _Code) -> float:
    if len(heard.letters) != len(form.letters):
        return 0.0
    return min(map(_alike, heard.letters, form.letters))


def _alike(heard: str, of_form: str) -> float:
    if heard == of_form:
        return 1.0
    if min(len(heard), len(of_form)) < 3:
        return 0.0
    letters = float(Levenshtein.normalized_similarity(heard, of_form))
    return max(letters, nearness.alike(spelled(heard), spelled(of_form)) if len(heard) < 5 else 0.0)
