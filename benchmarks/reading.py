"""Reading WebVTT through our whole path, from bytes to version, against what only parses it.

Peers: webvtt-py and, where it is installed, pysubs2; the floor is one pass of a regular expression that finds the cues
and makes nothing of them. All are counted in cues of the file, of which our result for a roll-up has half as many.
The growth of memory is measured in a process of its own for each file, the loading of numpy included.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter

from made_up import plain, roll_up, rows
from reviewer import captions

_CUE = re.compile(
    r"(?:^([^\n]+)\n)?^([0-9:.]{9,}) --> ([0-9:.]{9,})([^\n]*)\n((?:[^\n]+\n)*)", re.MULTILINE
)  # fmt: skip
_STATUS = Path("/proc/self/status")


def main() -> None:
    arguments = _arguments()
    if arguments.memory:
        print(_growth(Path(arguments.memory)))
        return
    talk = rows(arguments.cues)
    with tempfile.TemporaryDirectory() as folder:
        for what, text in (("plain", plain(talk)), ("roll-up", roll_up(talk[: arguments.cues // 2]))):
            file = Path(folder) / f"{what}.vtt"
            file.write_text(text, encoding="utf-8")
            _compare(what, file, arguments.cues, arguments.rounds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cues", type=int, default=100_000, help="cues in each file (default 100,000)")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is shown (default 3)")
    parser.add_argument("--memory", metavar="FILE", help="only read FILE, and print by how many bytes the memory grew")
    return parser.parse_args()


def _compare(what: str, file: Path, cues: int, rounds: int) -> None:
    data = file.read_bytes()
    text = data.decode()
    readers = {
        "captions.read": lambda: captions.read(file.name, data),
        **_peers(text),
        "one bare regex pass": lambda: _CUE.findall(text),
    }
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, read in readers.items():
            times[name].append(_timed(read))
    print(f"{what}: {cues:,} cues of the file, {len(data) / 1e6:.1f} MB, median of {rounds}")
    ours = median(times["captions.read"])
    for name, taken in times.items():
        seconds = median(taken)
        print(f"  {name:<22}{cues / seconds / 1000:8.0f} thousand cues a second{_ratio(name, seconds / ours)}")
    if "pysubs2" not in times:
        print("  pysubs2 not installed")
    if _STATUS.exists():
        grown = subprocess.run(
            [sys.executable, __file__, "--memory", str(file)], check=True, capture_output=True, text=True
        ).stdout
        print(f"  memory grows by {int(grown) / 1e6:.0f} MB at most")


def _peers(text: str) -> dict[str, Callable[[], object]]:
    import webvtt

    peers: dict[str, Callable[[], object]] = {"webvtt-py": lambda: webvtt.from_string(text).captions}
    if find_spec("pysubs2"):
        import pysubs2

        peers["pysubs2"] = lambda: pysubs2.SSAFile.from_string(text, format_="vtt")
    return peers


def _ratio(name: str, ratio: float) -> str:
    return "" if name == "captions.read" else f"; ours is {ratio:.2f} times as fast"


def _growth(file: Path) -> int:
    data = file.read_bytes()
    before = _memory("VmRSS")
    captions.read(file.name, data)
    return _memory("VmHWM") - before


def _memory(figure: str) -> int:
    """Bytes; of this process alone, while `ru_maxrss` may tell of the one that started it."""
    match = re.search(rf"^{figure}:\s+(\d+) kB", _STATUS.read_text(), re.MULTILINE)
    assert match
    return int(match[1]) * 1024


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


if __name__ == "__main__":
    main()
