"""From evidence to a score, a lane and reasons in words."""

from math import exp
from typing import Final, Literal, NamedTuple

from reviewer.names.forms import Form, FormKind
from reviewer.names.windows import TextWord


class Evidence(NamedTuple):
    """How a window and a form compare. Likenesses and rarities run from 0 to 1, the rest is 0 or 1 or a count."""

    sound: float
    apart: float  # the distance of the sounds, in phones: a long name may lie further off and still be like
    letters: float
    weakest: float  # the likeness of the least alike word of the name
    rarest: float  # of the window's words that are not the name's own
    usual: float  # the mean of them
    length: float  # of the form in phones, as a logarithm
    anchor: float  # a word of the name heard right
    capital: float  # written with capitals as the name is; 0.5 where the text has none
    clause: float  # the window reaches over a comma
    edge: float  # begins or ends with a very common word that the name does not have there
    start: float  # the first sounds are alike
    part: float  # only a part of a name is meant
    named: float = 0.0  # the name stands elsewhere in the text, heard right


Lane = Literal["sure", "likely", "look"]
LANES: Final[tuple[Lane, ...]] = ("sure", "likely", "look")
# On the development set 98 % of the first, 73 % of the second and 33 % of the rest are right; in 98,000 characters of
# captions of other fields three were sure, and right.
SURE, LIKELY, LEAST = 0.7, 0.3, 0.08

# Learned by logistic regression on the development set and on captions that hold none of its names (all those are
# wrong), then rounded. Held by hand: rarity, capitals and anchor, which the development set, dense with names, knows
# too little of, and `named`, as its sentences know nothing of one another. tests/evaluation/names.py measures them.
WEIGHTS: Final = Evidence(
    sound=1.2,
    apart=-1.0,
    letters=0.5,
    weakest=1.1,
    rarest=1.7,
    usual=0.8,
    length=1.9,
    anchor=0.6,
    capital=1.1,
    clause=-0.4,
    edge=-1.9,
    start=1.2,
    part=-1.6,
    named=0.6,
)
BIAS: Final = -7.6


def score(evidence: Evidence) -> float:
    """How probable it is that the form was said where the window stands, 0 to 1."""
    return 1 / (1 + exp(-BIAS - sum(weight * value for weight, value in zip(WEIGHTS, evidence, strict=True))))


def lane(score: float) -> Lane:
    return "sure" if score >= SURE else "likely" if score >= LIKELY else "look"


def reasons(evidence: Evidence, words: tuple[TextWord, ...], form: Form, anchored: list[str]) -> tuple[str, ...]:
    """What speaks for it, the strongest first, as the card shows it."""
    told = []
    nearer = "spelt" if evidence.letters > evidence.sound else "sounds"
    told.append(f"{nearer} alike {max(evidence.sound, evidence.letters):.2f}")
    if evidence.rarest >= 0.85:
        told.append("not a word" if len(words) == 1 else "holds what is not a word")
    elif evidence.rarest >= 0.45:
        told.append("rare word" if len(words) == 1 else "rare words")
    if anchored:
        told.append(f"beside “{_as_heard(anchored[0], words)}” heard right")
    if form.kind is FormKind.PART:
        told.append(f"“{form.name.canonical}” is named in this text")
    return tuple(told)


def _as_heard(norm: str, words: tuple[TextWord, ...]) -> str:
    return next((w.bare for w in words if w.norm == norm), norm)
