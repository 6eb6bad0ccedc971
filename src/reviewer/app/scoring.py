"""Scores of an episode as it reads now, and whether figures that were kept still hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer import paths
from reviewer.core.reading import ReadingText

if TYPE_CHECKING:
    from reviewer.spectrum.figures import Figures
    from reviewer.spectrum.lexicon import Lexicon

RULE = 1  # of slicing and scoring; a change of the definition makes all kept figures stale


def shipped_lexicon() -> Path:
    """The newest lexicon in resources."""
    return max(paths.resource("lexicons").glob("*.json"))


def lexicon() -> Lexicon:
    from reviewer.spectrum.lexicon_file import load_lexicon

    return load_lexicon(shipped_lexicon())


def state_of(version_id: str, text: ReadingText, lexicon: Lexicon) -> str:
    """A hash of all that figures are made from: equal states have equal figures."""
    named = [version_id, lexicon.name.sha256, str(RULE), *sorted(c.edit for c in text.corrections)]
    import hashlib

    return hashlib.sha256("\n".join(named).encode()).hexdigest()


def export_state(figures_state: str, assessment: Mapping[str, Any]) -> str:
    """A hash of the figures' state and the fields of the assessment: what an export was made from."""
    fields = json.dumps(assessment, sort_keys=True)
    import hashlib

    return hashlib.sha256(f"{figures_state}\n{fields}".encode()).hexdigest()


def text_hash(text: ReadingText) -> str:
    """The SHA-256 of the reading text, cue by cue."""
    whole = "\n".join(text.cue_text(number) for number in range(len(text.cues)))
    import hashlib

    return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()


def summary_of(figures: Figures) -> dict[str, Any]:
    """What the list of episodes shows without opening one."""
    return {
        "scores": [score.score for score in figures.scores],
        "bands": [score.band for score in figures.scores],
        "mean": figures.statistics.mean,
        "leaning": figures.leaning,
        "lens": figures.lens_label,
        "lens_id": figures.lens,
    }


def is_kept(summary: Mapping[str, Any], state: str) -> bool:
    """Whether figures that were kept are of this state, and are all that is kept today."""
    return summary.get("state") == state and "lens_id" in summary
