"""Rows of the list without a library behind them."""

from reviewer.app.workspace import MARK_CLOSE, MARK_OPEN, STEPS, EpisodeRow, FoundCue
from reviewer.library.episodes import Episode, EpisodeFacts

SCORES = {"scores": [-30, 0, 12], "bands": ["risk-forward", "silent", "mixed"], "mean": -9.0}


def episode_row(slug: str, *, series: str = "", day: str = "", minutes: int = 10, mean: float = 0.0) -> EpisodeRow:
    facts = EpisodeFacts(slug.capitalize(), series=series, published=day)
    summary = SCORES | {"mean": mean}
    episode = Episode(
        1, slug, slug, facts, "2026-01-01T00:00:00Z", 1, slug, 10, 100, minutes * 60_000, "transcript", summary=summary
    )
    return EpisodeRow(episode, "new", STEPS["new"])


def found_cue(slug: str, cue: int, *, heard: bool = False) -> FoundCue:
    snippet = f"what a keeper sees: the {MARK_OPEN}lamp{MARK_CLOSE} burns"
    return FoundCue(slug, slug.capitalize(), cue, cue * 4_000, snippet, heard)


ROWS = (
    episode_row("lamps", series="Sea", day="2026-02-01", minutes=30, mean=-12.0),
    episode_row("bridges", series="Land", day="2026-03-01", minutes=90, mean=5.0),
    episode_row("anchors", series="Sea", day="2026-01-01", minutes=10, mean=-20.0),
    episode_row("loose", minutes=20),
)
