"""What stands before a term and changes its weight: negations, hedges, boosters."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from reviewer.spectrum.lexicon import Lexicon, Modifier
from reviewer.spectrum.spoken import Parts, parts_of

_FIGURES = 6  # decimals kept of a value, so that −3 × 0.6 is −1.8 and not −1.7999…


class Shift(NamedTuple):
    """A term's value under its modifiers, why it is so, and the parts of the modifier that says most."""

    value: float
    why: str
    shifter: tuple[int, int] | None
    is_struck: bool = False


class Phrases:
    """Phrases by their first word."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            parts = parts_of(phrase)
            self._by_first[parts[0]].append(parts)

    def at(self, parts: Parts, at: int, stop: int) -> int:
        """Where the phrase ends that begins at a part, the longest one; 0 if none does."""
        known = self._by_first.get(parts.texts[at], ())
        return max((at + len(p) for p in known if at + len(p) <= stop and parts.stands(p, at)), default=0)


class _Shifter:
    """One kind of modifier."""

    def __init__(self, modifier: Modifier, *, unless: tuple[str, ...] = ()) -> None:
        self.factor = modifier.factor
        self._window = modifier.window
        self._phrases = Phrases(modifier.phrases)
        self._unless = Phrases(unless)

    def before(self, parts: Parts, at: int) -> tuple[int, int] | None:
        """The nearest phrase that stands whole in the window before a part."""
        for first in range(at - 1, parts.back(at, self._window) - 1, -1):
            last = self._phrases.at(parts, first, at)
            if last and not self._unless.at(parts, first, len(parts.texts)):
                return first, last
        return None


class Shifters:
    """A lexicon's modifiers made ready. Each kind works once, however often it stands there."""

    def __init__(self, lexicon: Lexicon) -> None:
        modifiers = lexicon.modifiers
        self._negation = _Shifter(modifiers.negation, unless=modifiers.stop_negation)
        self._milder = (("hedged", _Shifter(modifiers.hedge)), ("strengthened", _Shifter(modifiers.booster)))

    def shift(self, parts: Parts, at: int, weight: float) -> Shift:
        """What a term that begins at a part is worth there. A negated one is not turned round: it counts nothing."""
        negation = self._negation.before(parts, at)
        if negation:
            return Shift(0.0, f"negated by {_quoted(parts, negation)}, not counted", negation, is_struck=True)
        value, reasons, shifter = weight, [], None
        for verb, kind in self._milder:
            place = kind.before(parts, at)
            if place:
                value *= kind.factor
                reasons.append(f"{verb} by {_quoted(parts, place)}, × {kind.factor:g}")
                shifter = shifter or place
        return Shift(round(value, _FIGURES), "; ".join(reasons), shifter)


def _quoted(parts: Parts, place: tuple[int, int]) -> str:
    return f"“{' '.join(parts.texts[slice(*place)])}”"


@lru_cache(maxsize=8)
def shifters(lexicon: Lexicon) -> Shifters:
    """The lexicon's modifiers, made ready once."""
    return Shifters(lexicon)
