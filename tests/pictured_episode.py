"""The episode that the pictures of the window are drawn with: 104 slices, three stretches, made-up numbers."""

from collections.abc import Iterable, Mapping, Sequence

from reviewer.spectrum.figures import Band, Figures, LexiconName, Slice, SliceScore, Statistics, Stretch

SLICES = 104
DURATION_MS = 6_492_000
HEARD = ((0, 2_490_000, 1.25), (2_915_000, 3_740_000, 2.5), (3_740_000, 3_945_000, 1.0), (5_280_000, 5_780_000, 1.0))
_SPOKEN = (
    "8:-16 11:-10 13:-27 14:-26 17:-12 18:-16 21:-10 23:16 24:-15 26:-10 27:11 28:-23 29:-24 30:-31 "
    "31:-16 33:-8 37:-10 38:-32 39:-38 40:-26 41:-11 46:22 51:9 53:-14 56:-29 58:-27 62:27 63:24 70:-8 "
    "71:-24 72:-31 73:-26 75:-14 77:17 80:-16 85:-8 89:-29 90:-29 95:9 96:-27 102:-16 "
)
SPOKEN = {int(number): int(score) for number, score in (pair.split(":") for pair in _SPOKEN.split())}
STATISTICS = Statistics(
    slices=SLICES,
    median=0.0,
    mean=-5.4,
    mean_low=-8.0,
    mean_high=-3.0,
    min=-38,
    max=27,
    p10=-26.0,
    p90=0.0,
    risk_pct=15,
    mixed_pct=23,
    silent_pct=59,
    opportunity_pct=3,
)


def band_of(score: int, *, is_silent: bool) -> Band:
    if is_silent:
        return "silent"
    return "risk-forward" if score <= -20 else "opportunity-forward" if score >= 20 else "mixed"


def slice_score(number: int, score: int | None, start_ms: int | None = None, end_ms: int | None = None) -> SliceScore:
    """A slice with its score, None for a silent one."""
    part = Slice(number, 0, 200, 0, 0, start_ms, end_ms)
    band = band_of(score or 0, is_silent=score is None)
    return SliceScore(part, 200, score or 0, band, 0.0, 0.0, 9.0, None, ())


def scores_of(values: Iterable[int | None], slice_ms: int | None = 60_000) -> tuple[SliceScore, ...]:
    """Slices of equal length, or without times."""
    return tuple(
        slice_score(n + 1, value, n * slice_ms, (n + 1) * slice_ms) if slice_ms else slice_score(n + 1, value)
        for n, value in enumerate(values)
    )


def pictured_scores(spoken: Mapping[int, int] = SPOKEN) -> tuple[SliceScore, ...]:
    """Slices of uneven length, as sentences make them."""
    parts = [50 + (number * 37) % 29 for number in range(SLICES)]
    edges = [DURATION_MS * sum(parts[:number]) // sum(parts) for number in range(SLICES + 1)]
    return tuple(
        slice_score(number, spoken.get(number), edges[number - 1], edges[number] - 400)
        for number in range(1, SLICES + 1)
    )


def pictured_figures(scores: Sequence[SliceScore] | None = None, statistics: Statistics | None = None) -> Figures:
    return Figures(
        lexicon=LexiconName("general-ai", "1.2", "0" * 64, "General AI", is_validated=False),
        scores=tuple(scores) if scores is not None else pictured_scores(),
        statistics=statistics or STATISTICS,
        leaning="Mixed, tilting risk-forward",
        lens="society",
        lens_label="Society",
        confidence="medium",
        grades=(("slices", "high"), ("hits", "medium"), ("interval", "medium"), ("basis", "medium")),
        stretches=(Stretch(28, 30, "risk"), Stretch(38, 40, "risk"), Stretch(71, 73, "risk")),
        highlights=(),
    )
