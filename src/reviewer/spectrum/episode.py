"""The figures of an episode from its slices' scores, and as they are handed out."""

from collections.abc import Sequence
from typing import Any

from reviewer.spectrum.figures import Figures, Grade, Hit, Side, SliceScore, Statistics
from reviewer.spectrum.highlights import highlights
from reviewer.spectrum.lenses import episode_lens
from reviewer.spectrum.lexicon import Lexicon
from reviewer.spectrum.statistics import statistics
from reviewer.spectrum.verdicts import confidence, grades, leaning, stretches


def figures(scores: Sequence[SliceScore], lexicon: Lexicon, basis: Grade) -> Figures:
    """All figures of an episode. `basis` is how far its text can be relied on: high only for a reviewed text or one
    heard to 95 %, low for one of an unknown source, else medium.
    """
    numbers = statistics(scores)
    lens = episode_lens(score.lens for score in scores)
    grounds = grades(scores, numbers, basis)
    far = stretches(scores, numbers.median)
    ends: dict[Side, str] = {"risk": lexicon.axis.negative.lower(), "opportunity": lexicon.axis.positive.lower()}
    return Figures(
        lexicon=lexicon.name,
        scores=tuple(scores),
        statistics=numbers,
        leaning=leaning(scores, numbers, lexicon),
        lens=lens,
        lens_label=lexicon.lens_labels[lens] if lens else "",
        confidence=confidence(grounds),
        grades=grounds,
        stretches=far,
        highlights=highlights(scores, far, ends),
    )


def figures_json(episode: str, figures: Figures) -> dict[str, Any]:
    """The figures in the public shape of `reviewer score --json`."""
    lexicon = figures.lexicon
    return {
        "episode": episode,
        "lexicon": {"id": lexicon.id, "version": lexicon.version, "sha256": lexicon.sha256},
        "statistics": statistics_json(figures.statistics),
        "leaning": figures.leaning,
        "lens": figures.lens,
        "confidence": figures.confidence,
        "slices": [_slice_json(score) for score in figures.scores],
    }


def statistics_json(numbers: Statistics) -> dict[str, int | float]:
    """Statistics as they are handed out: “mixed” there counts the silent slices too, as on the page."""
    return {
        "slices": numbers.slices,
        "median": numbers.median,
        "mean": numbers.mean,
        "mean_low": numbers.mean_low,
        "mean_high": numbers.mean_high,
        "min": numbers.min,
        "max": numbers.max,
        "p10": numbers.p10,
        "p90": numbers.p90,
        "risk_pct": numbers.risk_pct,
        "mixed_pct": numbers.mixed_pct + numbers.silent_pct,
        "silent_pct": numbers.silent_pct,
        "opportunity_pct": numbers.opportunity_pct,
    }


def _slice_json(score: SliceScore) -> dict[str, Any]:
    part = score.slice
    return {
        "number": part.number,
        "start_ms": part.start_ms,
        "end_ms": part.end_ms,
        "first_cue": part.first_cue,
        "last_cue": part.last_cue,
        "words": score.words,
        "score": score.score,
        "band": score.band,
        "terms": [_hit_json(hit) for hit in score.hits],
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "text": hit.text,
        "pattern": hit.pattern,
        "side": hit.side,
        "weight": hit.weight,
        "value": hit.value,
        "counted": hit.is_counted,
        "why": hit.why,
    }
