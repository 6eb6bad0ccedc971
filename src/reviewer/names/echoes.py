"""What is known already: mis-hearings that a person entered or accepted, and what one place tells of others.

Where “Aine Evans” was Owain Evans, a bare “Aine” is Owain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.core.reading import ReadingText, bare
from reviewer.names.forms import Form, FormKind, RightPlaces
from reviewer.names.windows import TextWord, TextWords, Window, folded

_COMMON = 4.6  # on the Zipf scale: a word as common as this is mostly just itself
_FADES = 0.9  # an echo is believed a little less than what it echoes
# A form that a person has entered or accepted is right but for a chance homonym; everyday words may be just themselves.
_KNOWN, _KNOWN_BUT_COMMON = 0.97, 0.5


class Believed(NamedTuple):
    """Folded heard words that stand for a form of the glossary, as they are shown, and how sure that is."""

    heard: tuple[str, ...]
    shown: str
    form: Form
    score: float
    why: str
    is_known: bool = False  # by a person


@dataclass(frozen=True, slots=True)
class Echo:
    """A window that reads like an earlier mis-hearing or like one word of it; `meant` may be a part of the form."""

    window: Window
    form: Form
    meant: str
    score: float
    why: str


def accepted(text: ReadingText, forms: Iterable[Form]) -> list[Believed]:
    """The shown corrections by which a name of the glossary was put in."""
    by_meant = {form.meant.casefold(): form for form in forms if form.kind is FormKind.RIGHT}
    found = []
    for correction in text.corrections:
        form, heard = by_meant.get(bare(correction.meant).casefold()), bare(text.heard(correction))
        words = tuple(norm for word in heard.split() if (norm := folded(word)))
        if form and words and words != form.words:
            found.append(Believed(words, heard, form, _KNOWN, f"“{heard}” was corrected elsewhere", is_known=True))
    return found


def entered(forms: Iterable[Form]) -> list[Believed]:
    """The mis-hearings that the glossary knows."""
    return [
        Believed(f.words, " ".join(f.words), f, _KNOWN, f"known to be heard for “{f.meant}”", is_known=True)
        for f in forms
        if f.kind is FormKind.MISHEARD
    ]


def echoes(text: TextWords, believed: Iterable[Believed], right: RightPlaces) -> Iterator[Echo]:
    """Other places of the same words, and of single rare words of them that stand for one word of the name."""
    known: dict[tuple[str, ...], tuple[Believed, str]] = {}
    for one in sorted(believed, key=lambda b: b.score):
        known |= {(word,): (one, meant) for word, meant in _single_words(one)}
        known[one.heard] = one, one.form.meant
    longest = max(map(len, known), default=0)
    for first in range(len(text.words)):
        for last in range(first, min(first + longest, len(text.words))):
            window = Window(first, last)
            words = text.of(window)
            found = known.get(tuple(w.norm for w in words))
            if found and words[0].run == words[-1].run and (found[0].is_known or _is_free(words, window, right)):
                yield from _echo(window, words, *found)


def _echo(window: Window, words: tuple[TextWord, ...], one: Believed, meant: str) -> Iterator[Echo]:
    is_rare = min(w.zipf for w in words) < _COMMON
    if one.is_known and len(words) == len(one.heard):
        yield Echo(window, one.form, meant, one.score if is_rare else _KNOWN_BUT_COMMON, one.why)
    elif is_rare:
        yield Echo(window, one.form, meant, one.score * _FADES, f"“{one.shown}” stands for “{one.form.meant}”")


def _single_words(one: Believed) -> Iterator[tuple[str, str]]:
    meant = one.form.meant.split()
    if 1 < len(one.heard) == len(meant) == len(one.form.words):
        for heard, wanted, norm in zip(one.heard, meant, one.form.words, strict=True):
            if heard != norm:
                yield heard, wanted


def _is_free(words: tuple[TextWord, ...], window: Window, right: RightPlaces) -> bool:
    if any(right.blocked[window.first : window.last + 1]) or right.is_held(window):
        return False
    return len(words) > 1 or words[0].norm not in right.parts
