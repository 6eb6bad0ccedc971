"""Suggestions: places where a name of the glossary was probably mis-heard, best first, each with its reasons."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reviewer.core.cues import Cues
from reviewer.core.reading import ReadingText
from reviewer.names import ranking
from reviewer.names.candidates import pairs, wordings
from reviewer.names.codes import code_matches
from reviewer.names.echoes import Believed, accepted, echoes, entered
from reviewer.names.forms import Form, FormKind, RightPlaces, forms_of
from reviewer.names.glossary import Name, NameKind
from reviewer.names.inflections import is_inflection
from reviewer.names.measures import anchors, compare, evidence
from reviewer.names.ranking import LEAST
from reviewer.names.sites import site_matches
from reviewer.names.spacing import spacing_matches
from reviewer.names.suggestion import Suggestion, is_style, plain, without_overlaps
from reviewer.names.windows import TextWord, TextWords, Window, text_words, windows

_ROUGHLY = 1.05  # the likeness of sounds and letters, added; what has less is never right
_RIVALS = 3  # forms that are weighed for one window
_SAME_SOUND = 0.9  # “eighty thousand hours”
_EVIDENT = 0.6  # a whole name suggested with this score makes its parts likely


@dataclass(frozen=True, slots=True)
class _Found:
    """A window with the form that was likely said there."""

    window: Window
    form: Form
    meant: str
    score: float
    reasons: tuple[str, ...]


def suggest(text: ReadingText, names: Sequence[Name], *, never: Collection[tuple[str, str]] = ()) -> list[Suggestion]:
    """Where the imported words probably hold one of the names mis-heard, best first, none overlapping another.

    Words under a shown correction are left alone. `never` are pairs of heard and meant that a person refused; case
    does not matter.
    """
    words, forms = text_words(text), forms_of(names)
    right = RightPlaces(words, forms)
    taught = accepted(text, forms)
    right.names.update(one.form.name.id for one in taught)
    refused = _Refused(text.cues, words, never)
    found = refused.without([*_lanes(words, forms, right), *_sound_alikes(words, forms, right)])
    echoed = refused.without(_echoes(words, found, [*entered(forms), *taught], right))
    found = _without_halves([*_with_evident_parts(found, right), *echoed])
    suggestions = (_suggestion(text.cues, words, one) for one in found)
    return without_overlaps(s for s in suggestions if not is_style(s))


class _Refused:
    """Pairs of heard and meant that a person refused, and the places where they were found."""

    def __init__(self, cues: Cues, words: TextWords, never: Collection[tuple[str, str]]) -> None:
        self._cues, self._words = cues, words
        self._pairs = {(plain(heard), plain(meant)) for heard, meant in never}

    def without(self, found: Iterable[_Found]) -> list[_Found]:
        """All but the refused pairs and, in their places, the same name for a little more or less of the text."""
        every = list(found)
        places: set[tuple[str, int]] = set()
        for one in every if self._pairs else ():
            if (plain(_heard(self._cues, self._words, one.window)), plain(one.meant)) in self._pairs:
                places.update((one.form.name.id, at) for at in _numbers(one.window))
        return [one for one in every if places.isdisjoint((one.form.name.id, at) for at in _numbers(one.window))]


def _heard(cues: Cues, words: TextWords, window: Window) -> str:
    return cues.text[words.words[window.first].start : words.words[window.last].end]


def _numbers(window: Window) -> range:
    return range(window.first, window.last + 1)


# What is found
def _lanes(words: TextWords, forms: Sequence[Form], right: RightPlaces) -> Iterator[_Found]:
    """Codes, web addresses and names that were only written apart or together."""
    for code in code_matches(words, forms, right.blocked):
        if not right.is_held(code.window):
            told = "model code" if code.letters == 1 else "near a model code"
            yield _Found(code.window, code.form, code.form.meant, code.certainty, (told,))
    for site in site_matches(words, forms):
        reasons = ("web address", f"sounds alike {site.alike:.2f}")
        yield _Found(site.window, site.form, site.form.meant, site.certainty, reasons)
    for window, form, certainty in spacing_matches(words, forms):
        yield _Found(window, form, form.meant, certainty, ("only written otherwise",))


def _sound_alikes(words: TextWords, forms: Sequence[Form], right: RightPlaces) -> Iterator[_Found]:
    heard = wordings(words, windows(words, right.blocked))
    rows, columns = pairs(heard, forms)
    sounds, letters = compare(heard, forms, rows, columns)
    for at in _best_rivals(rows, sounds + letters):
        form = forms[columns[at]]
        for window in heard[rows[at]].places:
            yield from _weighed(words, window, form, (float(sounds[at]), float(letters[at])), right)


def _best_rivals(rows: np.ndarray, alike: np.ndarray) -> Iterator[int]:
    """The numbers of each window's likeliest few pairs."""
    seen: dict[int, int] = {}
    for at in np.argsort(-alike, kind="stable").tolist():
        if alike[at] < _ROUGHLY:
            return
        seen[rows[at]] = seen.get(rows[at], 0) + 1
        if seen[rows[at]] <= _RIVALS:
            yield at


def _weighed(
    words: TextWords, window: Window, form: Form, alike: tuple[float, float], right: RightPlaces
) -> Iterator[_Found]:
    spoken = words.of(window)
    anchored = anchors([w.norm for w in spoken], form)
    if (
        _is_right(window, spoken, right, anchored)
        or is_inflection(spoken, form)
        or _numbers_differ(spoken, form, alike[0])
    ):
        return
    told = evidence(spoken, form, *alike, has_capitals=words.has_capitals)._replace(
        named=float(form.name.id in right.names)
    )
    score = ranking.score(told)
    if score >= LEAST:
        yield _Found(window, form, form.meant, score, ranking.reasons(told, spoken, form, anchored))


def _is_right(window: Window, spoken: Sequence[TextWord], right: RightPlaces, anchored: Sequence[str]) -> bool:
    """Whether the window is a name or a part of one already, or holds one and nothing ties it to the form."""
    if len(spoken) == 1:
        return right.is_held(window) or spoken[0].norm in right.parts
    return right.holds(window) and not anchored


def _numbers_differ(spoken: Sequence[TextWord], form: Form, sound: float) -> bool:
    """GPT-5 is no GPT-4; a number in words is one only where it sounds the same."""
    digits, of_form = ("".join(filter(str.isdigit, norm)) for norm in ("".join(w.norm for w in spoken), form.norm))
    return bool(of_form) and (digits != of_form if digits else sound < _SAME_SOUND)


def _with_evident_parts(found: Sequence[_Found], right: RightPlaces) -> Iterator[_Found]:
    """A first or last name alone is believed only where the whole name stands elsewhere, right or likely."""
    whole = (f for f in found if f.form.kind is not FormKind.PART and f.score >= _EVIDENT)
    evident = right.names | {f.form.name.id for f in whole}
    return (f for f in found if f.form.kind is not FormKind.PART or f.form.name.id in evident)


def _echoes(
    words: TextWords, found: Iterable[_Found], taught: Sequence[Believed], right: RightPlaces
) -> Iterator[_Found]:
    believed = [
        Believed(tuple(w.norm for w in words.of(f.window)), words.wording(f.window), f.form, f.score, "")
        for f in found
        if f.score >= _EVIDENT and f.form.name.kind is NameKind.PERSON and f.form.kind is FormKind.RIGHT
    ]
    for echo in echoes(words, [*believed, *taught], right):
        yield _Found(echo.window, echo.form, echo.meant, echo.score, (echo.why,))


def _without_halves(found: Sequence[_Found]) -> list[_Found]:
    """Of a name that may be whole in a place, no part is offered there: “Lee Liffland” rather than “Liffland”."""
    covered: dict[int, set[str]] = {}
    for one in found:
        if one.meant == one.form.meant and one.form.kind is not FormKind.PART:
            for at in _numbers(one.window):
                covered.setdefault(at, set()).add(one.form.name.id)
    return [one for one in found if not (_is_part(one) and one.form.name.id in covered.get(one.window.first, ()))]


def _is_part(one: _Found) -> bool:
    return one.form.kind is FormKind.PART or one.meant != one.form.meant


# How it is handed out
def _suggestion(cues: Cues, words: TextWords, found: _Found) -> Suggestion:
    spoken = words.of(found.window)
    first, start, end = spoken[0].flat, spoken[0].start, spoken[-1].end
    heard = _heard(cues, words, found.window)
    return Suggestion(
        first, spoken[-1].flat + 1, start, end, heard, found.meant, round(found.score, 3), ranking.lane(found.score),
        found.reasons, cues.cue_of(first), cues.word_time(first)[0], found.form.name.id,
    )  # fmt: skip
