"""No file is written in the place of a library, open or not, or of what belongs to one."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.app.exporting import export, publish
from reviewer.app.session import ReviewSession
from reviewer.app.writing import write_file
from reviewer.errors import Refused
from reviewer.library.library import Library


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("is_open", [True, False])
def test_a_library_stays(tmp_path: Path, end: str, is_open: bool) -> None:
    path = tmp_path / "library.sqlite"
    library = Library(path)
    library.episodes()
    if not is_open:
        library.close()
    goal = path.with_name(path.name + end)
    before = goal.read_bytes() if goal.exists() and not is_open else None
    with pytest.raises(Refused, match=r"this is a library.*Nothing was written"):
        write_file(goal, b"x")
    if is_open:
        library.close()
    elif before is not None:
        assert goal.read_bytes() == before
    with Library(path) as again:
        assert again.episodes() == []


def test_a_link_to_a_library_is_one(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path):
        (tmp_path / "a.vtt").symlink_to(path)
        (tmp_path / "b.vtt").hardlink_to(path)
        for name in ("a.vtt", "b.vtt"):
            with pytest.raises(Refused, match="open here"):
                write_file(tmp_path / name, b"x")


def test_other_files_are_written(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table a (b)")
    connection.close()
    for name in ("other.db", "new.vtt", "a-wal"):
        write_file(tmp_path / name, b"x")
        assert (tmp_path / name).read_bytes() == b"x"


def test_no_export_takes_a_librarys_place(tmp_path: Path, session: ReviewSession) -> None:
    with Library(tmp_path / "other.sqlite"):
        pass
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "talk.zip").symlink_to(tmp_path / "other.sqlite")
    with pytest.raises(Refused, match="this is a library"):
        list(export([session], tmp_path / "out", [], as_zip=True))
    goal = tmp_path / "content" / "resources" / "transcript-assessments" / "talk.json"
    goal.parent.mkdir(parents=True)
    goal.hardlink_to(session.library.path)
    with pytest.raises(Refused, match="open here"):
        publish(session, tmp_path / "content")
    listed = tmp_path / "out" / "talk" / "captions" / "talk.vtt"
    listed.parent.mkdir(parents=True)
    listed.hardlink_to(session.library.path)
    with pytest.raises(Refused, match="open here"):
        list(export([session], tmp_path / "out", []))
    assert session.library.episodes()
