"""Suggestions and cards as the other rooms see them: values, put in order, none over another."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.names import ranking
from reviewer.names.ranking import Lane


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place where a name was probably mis-heard.

    `first` to `last` are flat imported words, last excluded; `start` and `end` are offsets into the imported text,
    punctuation and a possessive at the edges left out, so that `heard` is exactly what stands between them.
    """

    first: int
    last: int
    start: int
    end: int
    heard: str
    meant: str
    score: float
    lane: Lane
    reasons: tuple[str, ...]
    cue: int
    start_ms: int | None
    name_id: str


@dataclass(frozen=True, slots=True)
class Card:
    """All places of one heard form for which one name was meant, to be judged together."""

    heard: str
    meant: str
    score: float
    lane: Lane
    reasons: tuple[str, ...]
    places: tuple[Suggestion, ...]
    name_id: str


def cards(suggestions: Iterable[Suggestion]) -> list[Card]:
    """One card a heard form and meant form, by lane, then by score; its places in the order of the text."""
    together: dict[tuple[str, str], list[Suggestion]] = {}
    for suggestion in suggestions:
        key = (plain(suggestion.heard), suggestion.meant)
        together.setdefault(key, []).append(suggestion)
    return sorted(map(_card, together.values()), key=_card_order)


def _card(places: list[Suggestion]) -> Card:
    best = max(places, key=lambda s: s.score)
    ordered = tuple(sorted(places, key=lambda s: s.start))
    return Card(best.heard, best.meant, best.score, best.lane, best.reasons, ordered, best.name_id)


def _card_order(card: Card) -> tuple[int, float, int, int]:
    return ranking.LANES.index(card.lane), -card.score, -len(card.places), card.places[0].start


def is_style(one: Suggestion) -> bool:
    """Whether only case or hyphens would change: those are the writer's to choose, but for an address."""
    if "." in one.meant and " " in one.heard:
        return False
    return plain(one.heard.replace("-", " ")) == plain(one.meant.replace("-", " "))


def plain(wording: str) -> str:
    """A wording as it is compared with one that was refused: case and line breaks aside."""
    return " ".join(wording.casefold().split())


def without_overlaps(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Best first; of equal ones the longer, then the earlier."""
    ends: list[int] = []
    taken: list[Suggestion] = []
    kept: list[Suggestion] = []
    for one in sorted(suggestions, key=lambda s: (-s.score, s.first - s.last, s.first, s.meant)):
        at = bisect_right(ends, one.first)
        if at == len(taken) or taken[at].first >= one.last:
            ends.insert(at, one.last)
            taken.insert(at, one)
            kept.append(one)
    return kept
