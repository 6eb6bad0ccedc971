"""Importing caption files through the whole program, against SQLite alone.

Floor: the very rows that the import wrote, written again by `executemany` with the search index filled in bulk, one
transaction an episode, `synchronous=full`. `--files 1000` makes 3.3 million cues, 1.2 GB of files and twice as much of
libraries in the folder for temporary files.
"""

import argparse
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from made_up import EPISODE_ROWS, write_files
from reviewer import captions
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.library.library import Library

TABLES = ("episodes", "files", "versions", "leading", "cues")
Table = dict[str, list[tuple[object, ...]]]


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_files(folder, arguments.files)
        _warm(folder, files[0])
        _compare_imports(folder, files, arguments.rounds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=20, help="episodes to import (default 20)")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is shown (default 3)")
    return parser.parse_args()


def _warm(folder: Path, file: Path) -> None:
    """What is loaded at the first import (sqlite-utils, the readers) is no part of an import's cost."""
    for _ in import_files(folder / "warm.sqlite", [file], ImportOptions(), ImportResult()):
        pass


# Importing
def _compare_imports(folder: Path, files: list[Path], rounds: int) -> None:
    times = [_round(folder / str(number), files) for number in range(rounds)]
    ours, reading, floor = (median(column) for column in zip(*times, strict=True))
    cues = len(files) * EPISODE_ROWS
    print(f"Importing {len(files)} episodes, {cues:,} folded cues, median of {rounds}")
    _show("the whole program", ours, cues)
    _show("of that reading files", reading, cues)
    _show("SQLite alone", floor, cues)
    print(f"  ratio {ours / floor:.2f}; without the reading it would be {(ours - reading) / floor:.2f}")


def _round(folder: Path, files: list[Path]) -> tuple[float, float, float]:
    """Seconds for the import, for reading its files alone, and for writing its rows alone."""
    folder.mkdir()
    library, bare = folder / "ours.sqlite", folder / "bare.sqlite"
    ours = _timed(lambda: _import(library, files))
    reading = _timed(lambda: _read(files))
    Library(bare).close()
    floor = _write(bare, _episodes(library))
    _assert_same(library, bare)
    library.unlink()
    bare.unlink()
    return ours, reading, floor


def _read(files: list[Path]) -> None:
    for file in files:
        captions.read(file.name, file.read_bytes())


def _import(library: Path, files: list[Path]) -> None:
    result = ImportResult()
    for _ in import_files(library, files, ImportOptions(), result):
        pass
    assert len(result.imported) == len(files), result.refused


def _episodes(library: Path) -> Iterator[Table]:
    """The rows that an import wrote, episode by episode."""
    with sqlite3.connect(library) as connection:
        for episode in connection.execute("select * from episodes order by number").fetchall():
            (version,) = connection.execute("select * from versions where episode = ?", (episode[0],)).fetchall()
            sha256, first, count = connection.execute(
                "select sha256, first_row, cues from versions where number = ?", (version[0],)
            ).fetchone()
            between = (first, first + count - 1)
            yield {
                "episodes": [episode],
                "files": connection.execute("select * from files where sha256 = ?", (sha256,)).fetchall(),
                "versions": [version],
                "leading": [(episode[0], version[0], *between)],
                "cues": connection.execute("select * from cues where row between ? and ?", between).fetchall(),
            }
    connection.close()


def _write(library: Path, episodes: Iterator[Table]) -> float:
    """The seconds that writing takes; reading the rows from the other library is not counted."""
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = full")
    seconds = 0.0
    for one in episodes:
        begin = perf_counter()
        _write_one(connection, one)
        seconds += perf_counter() - begin
    seconds += _timed(lambda: connection.execute("pragma wal_checkpoint(truncate)").fetchall())  # as at closing
    connection.close()
    return seconds


def _write_one(connection: sqlite3.Connection, one: Table) -> None:
    connection.execute("begin immediate")
    for table in TABLES:
        marks = ", ".join("?" * len(one[table][0]))
        connection.executemany(f"insert into {table} values ({marks})", one[table])
    connection.execute(
        "insert into search(rowid, text, heard) select row, text, '' from cues where row between ? and ?",
        (one["cues"][0][0], one["cues"][-1][0]),
    )
    connection.execute("commit")


def _assert_same(library: Path, other: Path) -> None:
    with sqlite3.connect(library) as one, sqlite3.connect(other) as two:
        for table in (*TABLES, "search"):
            count = f"select count(*) from {table}"
            assert one.execute(count).fetchone() == two.execute(count).fetchone()
    one.close()
    two.close()


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _show(what: str, seconds: float, cues: int) -> None:
    print(f"  {what:<24}{seconds * 1000:8.0f} ms {cues / seconds / 1000:8.0f} thousand cues a second")


if __name__ == "__main__":
    main()
