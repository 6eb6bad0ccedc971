"""From the start of the process to the first paint of the window with an episode in it, against a bare PySide6 window.

Both run in turn on the same machine and show the same 3,301 cues; compare the ratio, not the seconds. We aim at 3 at
most.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import monotonic

from made_up import EPISODE_ROWS, write_files
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.workspace import Workspace

AIM = 3.0
BARE = Path(__file__).with_name("bare_window.py")


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = _library(folder)
        bare = [sys.executable, str(BARE), str(library)]
        ours = [sys.executable, "-m", "reviewer", "--library", str(library)]
        settings = _settings(folder)
        for command in (bare, ours):
            _seconds(command, settings)  # the first of each compiles and fills the disk's cache
        pairs = [(_seconds(bare, settings), _seconds(ours, settings)) for _ in range(arguments.rounds)]
    floor, window = (median(column) for column in zip(*pairs, strict=True))
    print(f"Start to first paint, {EPISODE_ROWS:,} cues, {settings['QT_QPA_PLATFORM']}, "
          f"median of {arguments.rounds}")  # fmt: skip
    print(f"  bare window  {floor * 1000:6.0f} ms")
    print(f"  the program  {window * 1000:6.0f} ms")
    print(f"  ratio {window / floor:.1f} (aim: {AIM:g} at most)")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="of which the median is shown (default 9)")
    return parser.parse_args()


def _library(folder: Path) -> Path:
    """One episode, scored before: the list of episodes keeps its figures, as it does in daily use."""
    library = folder / "library.sqlite"
    for _ in import_files(library, write_files(folder, 1), ImportOptions(), ImportResult()):
        pass
    with Workspace(library, "Benchmark") as workspace:
        for row in workspace.episodes():
            workspace.session(row.slug).keep_figures()
    return library


def _settings(folder: Path) -> dict[str, str]:
    own = {"REVIEWER_QUIT_AFTER_PAINT": "1", "REVIEWER_SETTINGS": str(folder / "settings")}
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ, **own}


def _seconds(command: list[str], settings: dict[str, str]) -> float:
    """From here to the moment that the process tells: one clock for all processes of the machine."""
    begin = monotonic()
    done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return float(done.stdout.split()[-1]) - begin


if __name__ == "__main__":
    main()
