"""How good the suggestions are on the development set, against a saved baseline.

    .venv/bin/python tests/evaluation/names.py            prints the figures and what differs from the baseline
    .venv/bin/python tests/evaluation/names.py --update   saves the figures as the baseline

The set and its scorer lie beside the checkout and are read where they are; none of them is copied.
"""

import argparse
import importlib.util
import json
import resource
import sys
import time
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

from reviewer.core.cues import CuesBuilder
from reviewer.core.reading import ReadingText
from reviewer.names import Suggestion, make_name, suggest

SET = Path(__file__).parents[2].parent / "shared" / "corpus" / "names"
BASELINE = Path(__file__).with_name("names_baseline.json")
ROOM = 0.005  # another word list or another espeak-ng moves one place of 208 at most
WORDS_A_CUE = 10


def text_of(wording: str) -> ReadingText:
    """A wording as a timed text, a cue every ten words."""
    builder, words = CuesBuilder(), wording.split(" ")
    for number, at in enumerate(range(0, len(words), WORDS_A_CUE)):
        builder.add(3000 * number, 3000 * number + 3000, " ".join(words[at : at + WORDS_A_CUE]))
    return ReadingText(builder.build())


def measure(folder: Path = SET) -> dict[str, float]:
    """Recall at precision 0.9 and 0.95, and the share of right ones in the first 30 and 100 cards; as is, and in small
    letters, as older captions are."""
    scorer = _scorer(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the scorer leaves its files to the garbage collector
        wording, gold, neutral, right = scorer.load(str(folder), str(folder / "text.txt"))
    files = [(folder / name).read_text(encoding="utf-8") for name in ("glossary.txt", "distractors.txt")]
    names = [make_name(line) for file in files for line in file.splitlines() if line.strip()]
    figures: dict[str, float] = {}
    for label, said in (("", wording), ("small_", wording.lower())):
        found = [_as_scored(one) for one in suggest(text_of(said), names)]
        report = scorer.report(said, gold, neutral, right, found)[0]
        figures |= {
            f"{label}recall_at_90": report["recall_at_precision"]["0.9"],
            f"{label}recall_at_95": report["recall_at_precision"]["0.95"],
            f"{label}first_30": report["top"]["30"]["precision"],
            f"{label}first_100": report["top"]["100"]["precision"],
        }
    return figures


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("names_scorer", folder / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _as_scored(one: Suggestion) -> dict[str, Any]:
    return {"start": one.start, "end": one.end, "heard": one.heard, "correct": one.meant, "score": one.score}


def baseline() -> dict[str, float]:
    saved: dict[str, float] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return saved


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures name suggestions on the development set.")
    parser.add_argument("--update", action="store_true", help="save the figures as the baseline")
    is_update = parser.parse_args().update
    began = time.perf_counter()
    figures = measure()
    saved = baseline() if BASELINE.exists() else {}
    for name, figure in figures.items():
        print(f"{name:20} {figure:.3f}  {figure - saved.get(name, 0):+.3f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{time.perf_counter() - began:.1f} s for both, {peak} MB at most")
    if is_update:
        BASELINE.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if is_update or all(figures[n] >= saved[n] - ROOM for n in saved) else 1


if __name__ == "__main__":
    sys.exit(main())
