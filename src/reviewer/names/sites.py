"""A lane of its own for web addresses: “XRP.net”, “axrp dot net” and “patreon.com/axrp podcast”."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from reviewer.names import nearness
from reviewer.names.forms import Form, FormKind
from reviewer.names.glossary import NameKind
from reviewer.names.sounds import phones
from reviewer.names.windows import TextWords, Window, folded

_SPOKEN = {"dot": ".", "slash": "/", "dash": "-", "hyphen": "-", "underscore": "_"}
_LONGEST = 6  # words: “patreon dot com slash ax podcast”
_NEAR_ENOUGH = 0.6


class SiteMatch(NamedTuple):
    """A window that reads as an address of the glossary, with the likeness of all but the ending, which is equal."""

    window: Window
    form: Form
    alike: float

    @property
    def certainty(self) -> float:
        """By hand: nothing but an address has a dot and such an ending."""
        return 0.35 + 0.6 * self.alike


class _Address(NamedTuple):
    stem: str
    ending: str
    path: str


def site_matches(text: TextWords, forms: Sequence[Form]) -> Iterator[SiteMatch]:
    """Windows with a dot, written or said, before an ending that an address of the glossary has."""
    known = [
        (address, form)
        for form in forms
        if form.kind is FormKind.RIGHT and form.name.kind is NameKind.SITE and (address := _address(form.meant))
    ]
    endings, right = {address.ending for address, _ in known}, {form.meant.casefold() for _, form in known}
    for window in _windows_with_ending(text, endings) if known else ():
        if any(word.bare.casefold() in right for word in text.of(window)):
            continue
        heard = _address(_written(text, window), endings)
        for address, form in known if heard else ():
            if heard and heard.ending == address.ending:
                alike = min(_alike(heard.stem, address.stem), _alike(heard.path, address.path))
                if alike >= _NEAR_ENOUGH:
                    yield SiteMatch(window, form, alike)


def _address(written: str, endings: Collection[str] = ()) -> _Address | None:
    """The parts of an address; one of `endings` ends the host where no slash was heard."""
    host, slash, path = written.casefold().removeprefix("https://").partition("/")
    stem, dot, ending = host.rpartition(".")
    if not slash and ending not in endings:
        known = max((e for e in endings if ending.startswith(e)), key=len, default=ending)
        ending, path = known, ending[len(known) :]
    return _Address(folded(stem), ending, folded(path)) if dot and folded(stem) else None


def _written(text: TextWords, window: Window) -> str:
    """The words as one address: “axrp dot net” and “axrp. net” are “axrp.net”."""
    parts: list[str] = []
    for word in text.of(window):
        parts.append(_SPOKEN.get(word.norm, word.bare))
        if word.ends_sentence and word.flat < text.words[window.last].flat:
            parts.append(".")
    return "".join(parts)


def _windows_with_ending(text: TextWords, endings: set[str]) -> Iterator[Window]:
    words = text.words
    for at, word in enumerate(words):
        if not any(word.norm.endswith(ending) for ending in endings) and "/" not in word.bare:
            continue
        for first in range(max(at - 3, 0), at + 1):
            for last in range(at, min(first + _LONGEST, len(words))):
                edges = {words[first].norm, words[last].norm}
                if words[first].run == words[last].run and edges.isdisjoint(_SPOKEN):
                    yield Window(first, last)


def _alike(heard: str, of_form: str) -> float:
    if heard == of_form:
        return 1.0
    if not heard or not of_form:
        return 0.0
    letters = float(Levenshtein.normalized_similarity(heard, of_form))
    return max(letters, nearness.alike(phones(heard), phones(of_form)))
