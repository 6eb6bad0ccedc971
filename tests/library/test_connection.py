"""Opening a library: what is one and what is not, what stands in the way, and what the user is told."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.library.made_libraries import CUES, add, check, correct, raw, reads

from reviewer.errors import LibraryTrouble
from reviewer.library import connection, schema
from reviewer.library.episodes import Episode
from reviewer.library.library import Library


def test_a_library_is_made_with_its_folder_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder?#%20 ü" / "l.sqlite"
    with Library(path) as library:
        replica, episode = library.replica, add(library)
        correct(library, episode, "Aine", "Owain")
    with Library(path) as library:
        assert library.replica == replica
        assert reads(library, library.episode("talk"))[0] == "so I met Owain Evans"
        assert not library.is_read_only
        check(library)


def test_two_libraries_are_two_replicas(tmp_path: Path) -> None:
    with Library(tmp_path / "a") as one, Library(tmp_path / "b") as other:
        assert one.replica != other.replica


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with Library(path) as library:
        assert library.episodes() == []


@pytest.mark.parametrize("name", ["notes", "notes.txt", "notes.sqlite.txt"])
def test_an_empty_file_of_another_name_is_refused_and_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(connection, "MADE_SECONDS", 0.1)
    file = tmp_path / name
    file.touch()
    with pytest.raises(LibraryTrouble, match="empty, not a library"):
        Library(file)
    assert [(path, path.stat().st_size) for path in tmp_path.iterdir()] == [(file, 0)]


def test_a_library_that_another_is_making_just_now_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "made"
    file.touch()
    Library(tmp_path / "other").close()
    made = threading.Timer(0.2, file.write_bytes, [(tmp_path / "other").read_bytes()])
    made.start()
    with Library(file) as library:
        assert library.episodes() == []
    made.join()


def test_a_library_says_which_schema_it_has(library: Library) -> None:
    assert library._one("pragma user_version") == schema.NUMBER
    assert library._one("pragma application_id") == schema.APPLICATION_ID
    assert library._one("pragma journal_mode") == "wal"
    assert library._one("pragma synchronous") == 2
    assert library._one("pragma foreign_keys") == 1


def test_opening_loads_sqlite_utils_only_to_make_a_library(library: Library) -> None:
    code = (
        "import sys; from pathlib import Path; from reviewer.library.library import Library; "
        "Library(Path(sys.argv[1])).close(); sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(library.path)], check=False).returncode == 0


def make_other_program_s(path: Path, number: int = 0) -> None:
    other = raw(path)
    other.execute("create table meta(name, value)")
    other.execute(f"pragma user_version = {number}")
    other.close()


def make_later(path: Path) -> None:
    Library(path).close()
    other = raw(path)
    other.execute(f"pragma user_version = {schema.NUMBER + 1}")
    other.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: p.write_text("WEBVTT\n\n" * 300), "not a library file"),
        (lambda p: p.write_text("short"), "not a library file"),
        (lambda p: p.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000), "not a library file|damaged"),
        (make_other_program_s, "another program's database"),
        (lambda p: make_other_program_s(p, 1), "another program's database"),
        (lambda p: make_other_program_s(p, 7), "another program's database"),
        (make_later, "later version of Reviewer"),
        (Path.mkdir, "this is a folder"),
    ],
)
def test_what_is_no_library_of_ours_is_refused_and_not_touched(path: Path, make: object, says: str) -> None:
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LibraryTrouble, match=says) as caught:
        Library(path)
    assert str(caught.value).startswith("library.sqlite: ")
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_can_not_be_made_is_told(path: Path) -> None:
    path.write_text("a file")
    with pytest.raises(LibraryTrouble, match="folder can't be made"):
        Library(path / "l.sqlite")


def use(path: Path) -> None:
    with Library(path) as library:
        reads(library, library.episode("talk"))
        library.search("word", 5)


def test_a_damaged_library_is_told_and_not_mended_in_silence(path: Path) -> None:
    with Library(path) as library:
        add(library, *["word " * 30] * 200)
    data = bytearray(path.read_bytes())
    data[8192:40_960] = os.urandom(40_960 - 8192)
    path.write_bytes(data)
    with pytest.raises(LibraryTrouble, match="damaged"):
        use(path)
    assert path.read_bytes() == bytes(data)


def test_a_locked_library_is_told_and_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library(path).close()
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with Library(path) as library:
        episode = add(library)
        other = raw(path)
        other.execute("begin immediate")
        with pytest.raises(LibraryTrouble, match="another program is writing"):
            correct(library, episode, "Aine", "Owain")
        assert reads(library, episode) == list(CUES)  # reading goes on meanwhile
        other.execute("rollback")
        other.close()
        correct(library, episode, "Aine", "Owain")
        assert reads(library, episode)[0] == "so I met Owain Evans"


def test_another_s_reading_does_not_stop_a_close_nor_shorten_later_waits(library: Library, episode: Episode) -> None:
    other = raw(library.path)
    other.execute("begin")
    other.execute("select count(*) from cues").fetchone()
    correct(library, episode, "Aine", "Owain")
    library.checkpoint()
    assert library._one("pragma busy_timeout") == connection.BUSY_SECONDS * 1000
    other.close()


def fill(library: Library, episode: Episode) -> None:
    for number in range(400):
        heard, meant = ("Aine", "Owain") if number % 2 == 0 else ("Owain", "Aine")
        correct(library, episode, heard, meant)


def test_a_full_disk_changes_nothing_and_is_told(library: Library, episode: Episode) -> None:
    correct(library, episode, "Evans", "Evens")
    pages = library._one("pragma page_count")
    library._connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(LibraryTrouble, match=r"disk is full.*nothing was changed"):
        fill(library, episode)
    decisions = len(library.history(episode.id).decisions)
    with pytest.raises(LibraryTrouble, match="disk is full"):
        add(library, *["word " * 50] * 500, slug="big", data=b"2")
    assert [e.slug for e in library.episodes()] == ["talk"]
    library._connection.execute("pragma max_page_count = 1000000")
    assert library._one("select count(*) from decisions") == decisions
    check(library)
    while "Evens" in reads(library, episode)[0]:
        library.undo("ann", episode)
    assert reads(library, episode) == list(CUES)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only root may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill_up(folder: Path) -> None:
    with (folder / "filled").open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    assert not shutil.disk_usage(folder).free


def test_on_a_full_disk_a_library_is_read(small_disk: Path) -> None:
    with Library(small_disk / "l.sqlite") as library:
        correct(library, add(library), "Aine", "Owain")
    before = (small_disk / "l.sqlite").read_bytes()
    fill_up(small_disk)
    with Library(small_disk / "l.sqlite") as library:
        episode = library.episode("talk")
        assert library.is_read_only
        assert reads(library, episode)[0] == "so I met Owain Evans"
        with pytest.raises(LibraryTrouble, match="can be read, not changed"):
            library.undo("ann", episode)
    assert (small_disk / "l.sqlite").read_bytes() == before


def test_on_a_full_disk_decisions_that_are_not_folded_in_are_not_passed_over(small_disk: Path) -> None:
    library = Library(small_disk / "l.sqlite")
    add(library)
    library.checkpoint()
    ahead = small_disk / "l.sqlite-wal"
    correct(library, library.episode("talk"), "Aine", "Owain")
    copies = {name: (small_disk / name).read_bytes() for name in ("l.sqlite", ahead.name)}
    library.close()
    for name, data in copies.items():  # as a crash leaves them
        (small_disk / name).write_bytes(data)
    fill_up(small_disk)
    with pytest.raises(LibraryTrouble, match="the disk is full"):
        Library(small_disk / "l.sqlite")
    (small_disk / "filled").unlink()
    with Library(small_disk / "l.sqlite") as library:
        assert reads(library, library.episode("talk"))[0] == "so I met Owain Evans"


def test_closing_folds_the_write_ahead_file_in(path: Path) -> None:
    library = Library(path)
    correct(library, add(library), "Aine", "Owain")
    other = Library(path)
    library.close()
    wal = path.with_name(path.name + "-wal")
    assert wal.stat().st_size == 0
    other.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_copy_of_a_closed_library_is_whole(path: Path) -> None:
    with Library(path) as library:
        correct(library, add(library), "Aine", "Owain")
    copy = path.with_name("copy.sqlite")
    copy.write_bytes(path.read_bytes())
    with Library(copy) as library:
        assert reads(library, library.episode("talk"))[0] == "so I met Owain Evans"


READ_ONLY = """
import os, sys
from pathlib import Path
from reviewer.errors import LibraryTrouble
from reviewer.library.library import Library
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)  # root may write everywhere
with Library(Path(sys.argv[1])) as library:
    episode = library.episode("talk")
    library.set_summary(episode.version, "state", {})
    library.note_export(episode, "state")
    for act in (lambda: library.undo("ann", episode), library.rebuild):
        try:
            act()
        except LibraryTrouble as trouble:
            print(trouble)
    print(library.is_read_only, library.text(episode).cue_text(0), len(library.search("owain", 5)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept differently there")
def test_a_library_that_may_not_be_written_is_read() -> None:
    with tempfile.TemporaryDirectory() as name:  # not tmp_path, which only its owner may enter
        folder = Path(name)
        path = folder / "l.sqlite"
        with Library(path) as library:
            correct(library, add(library), "Aine", "Owain")
        before = path.read_bytes()
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            ran = subprocess.run(
                [sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, check=False
            )
        finally:
            folder.chmod(0o755)
        assert ran.stderr == ""
        told = "l.sqlite: its disk is read-only or full. Here it can be read, not changed."
        assert ran.stdout.splitlines() == [told, told, "True so I met Owain Evans 3"]
        assert path.read_bytes() == before
        assert list(folder.iterdir()) == [path]


def test_a_fault_of_ours_is_no_trouble_of_the_library_s(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), connection.faults(path), raw(path) as other:
        other.execute("select * from nowhere")
    other.close()
