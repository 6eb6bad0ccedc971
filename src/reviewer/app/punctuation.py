"""Outer punctuation when words are replaced: what stood round them stays, nothing is doubled, nothing hangs alone.

HEARD is found whatever punctuation stands round it (core.find). Where MEANT says something else about that
punctuation than HEARD does, it is replaced too, and only the places that have it are meant: who writes “Evans,” and
means “Owens” wants the comma gone.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from reviewer.core.find import FoundPlace
from reviewer.core.words import Parts, take_apart

_SENTENCE_ENDS: Final = ".?!…。？！"


class _Side(NamedTuple):
    """The punctuation that is replaced with the chosen words; None on a side where it stays, whatever it is."""

    before: str | None
    after: str | None


def wanted(places: Sequence[FoundPlace], heard: str, meant: str) -> tuple[list[FoundPlace], str]:
    """Of the places of `heard` those that `meant` is for, and `meant` without the punctuation that both have."""
    said, now = _outer(heard), _outer(meant)
    side = _Side(*(_replaced(*pair, said, now) for pair in ((said.before, now.before), (said.after, now.after))))
    fitting = [fitted for place in places if (fitted := _with(place, side)) is not None]
    begin = len(now.before) if _plain(said.before) == _plain(now.before) else 0
    end = len(meant) - len(now.after) if _plain(said.after) == _plain(now.after) else len(meant)
    return fitting, meant[begin:end]


def _outer(text: str) -> Parts:
    """A wording as one word: what stands before its first word, itself, what stands after its last."""
    words = text.split()
    if not words:
        return Parts("", "", "")
    before, after = take_apart(words[0]).before, take_apart(words[-1]).after
    return Parts(before, text.strip()[len(before) : len(text.strip()) - len(after)], after)


def _replaced(said: str, now: str, heard: Parts, meant: Parts) -> str | None:
    if _plain(said) == _plain(now):
        return None
    return said if said or heard.bare == meant.bare else None


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _with(place: FoundPlace, side: _Side) -> FoundPlace | None:
    """The place with that punctuation among the chosen words; None where it has another."""
    before, after = side.before or "", side.after or ""
    stands_before, stands_after = _ends(place)
    if side.before is not None and not (stands_before.endswith(before) if before else not stands_before):
        return None
    if side.after is not None and not (stands_after.startswith(after) if after else not stands_after):
        return None
    return _moved(place, len(before), len(after))


def _ends(place: FoundPlace) -> tuple[str, str]:
    """The punctuation that touches the chosen words; behind a blank stands the rest of a replacement."""
    before = "" if not place.lead or place.lead[-1].isspace() else place.lead.split()[-1]
    after = "" if not place.tail or place.tail[0].isspace() else place.tail.split()[0]
    return before, after


def _moved(place: FoundPlace, before: int, after: int) -> FoundPlace:
    """So many characters before and after the chosen words counted to them."""
    cut = len(place.lead) - before
    now = place.lead[cut:] + place.now + place.tail[:after]
    return replace(place, lead=place.lead[:cut], now=now, tail=place.tail[after:])


def fitted(place: FoundPlace, meant: str) -> FoundPlace:
    """The place so that `meant` brings no mark a second time, and a deletion leaves none that would hang alone."""
    before, after = _ends(place)
    if not meant:
        kept = next((n for n, mark in enumerate(after) if mark in _SENTENCE_ENDS), len(after))
        return _moved(place, len(before), kept)
    own = _outer(meant)
    return _moved(
        place,
        _doubled(_plain(own.before)[::-1], _plain(before)[::-1]),
        _doubled(_plain(own.after), _plain(after)),
    )


def reads_so(place: FoundPlace, meant: str) -> bool:
    """Whether the place would read as it does now."""
    return fitted(place, meant).wording(meant) == " ".join(f"{place.lead}{place.now}{place.tail}".split())


def _doubled(own: str, stands: str) -> int:
    """How many characters that stand next to the words `own` ends with already."""
    return next((n for n in range(min(len(own), len(stands)), 0, -1) if own.endswith(stands[:n])), 0)
