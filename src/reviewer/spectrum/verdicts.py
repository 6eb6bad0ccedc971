"""What may be said of an episode's numbers: where it leans, how sure that is, where it goes far off."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewer.core.wording import half_away
from reviewer.spectrum.figures import Grade, Side, SliceScore, Statistics, Stretch
from reviewer.spectrum.lexicon import Lexicon
from reviewer.spectrum.scores import band_of

TILT = 3  # points of the mean under which a tilt is not worth saying
CONTESTED = 0.3  # share by which one side's slices outnumber the other's, under which neither leads
NEAR, FAR = 20, 30  # points from the median: two neighbours beyond the first, or one beyond the second
_GRADES: tuple[Grade, ...] = ("low", "medium", "high")


def leaning(scores: Sequence[SliceScore], statistics: Statistics, lexicon: Lexicon) -> str:
    """“Mixed, tilting risk-forward”: the band of the median, and what the mean and the two sides add to it."""
    axis = lexicon.axis
    names = {"risk-forward": axis.negative, "mixed": axis.middle, "opportunity-forward": axis.positive}
    band = band_of(half_away(statistics.median), lexicon.bands)
    said = [names[band]]
    if band == "mixed" and _tilts(statistics):
        said.append(f"tilting {(axis.negative if statistics.mean < 0 else axis.positive).lower()}")
    if _is_contested(scores):
        said.append("contested")
    return ", ".join(said)


def _tilts(statistics: Statistics) -> bool:
    is_sure = statistics.mean_low > 0 or statistics.mean_high < 0
    return is_sure and abs(statistics.mean) >= TILT


def _is_contested(scores: Sequence[SliceScore]) -> bool:
    below = sum(score.score < 0 for score in scores)
    above = sum(score.score > 0 for score in scores)
    return below + above > 0 and abs(below - above) / (below + above) < CONTESTED


def grades(scores: Sequence[SliceScore], statistics: Statistics, basis: Grade) -> tuple[tuple[str, Grade], ...]:
    """How far each of the four grounds carries: slices, hits, interval, and the basis, which others know."""
    hits = sum(hit.is_counted for score in scores for hit in score.hits)
    half_width = (statistics.mean_high - statistics.mean_low) / 2
    return (
        ("slices", _grade(statistics.slices, 20, 60)),
        ("hits", _grade(hits, 15, 40)),
        ("interval", _grade(-half_width, -8, -4)),
        ("basis", basis),
    )


def _grade(number: float, medium: float, high: float) -> Grade:
    return "high" if number >= high else "medium" if number >= medium else "low"


def confidence(grounds: Sequence[tuple[str, Grade]]) -> Grade:
    """The lowest grade."""
    return min((grade for _, grade in grounds), key=_GRADES.index)


def stretches(scores: Sequence[SliceScore], median: float) -> tuple[Stretch, ...]:
    """Runs of slices far from the median, in order."""
    sides: tuple[tuple[Side, int], ...] = (("risk", -1), ("opportunity", 1))
    found = [stretch for side, sign in sides for stretch in _far(scores, median, side, sign)]
    return tuple(sorted(found, key=lambda stretch: stretch.first))


def _far(scores: Sequence[SliceScore], median: float, side: Side, sign: int) -> Iterator[Stretch]:
    for is_near, group in groupby(scores, key=lambda score: sign * (score.score - median) >= NEAR):
        run = list(group)
        if is_near and (len(run) > 1 or sign * (run[0].score - median) >= FAR):
            yield Stretch(run[0].slice.number, run[-1].slice.number, side)
