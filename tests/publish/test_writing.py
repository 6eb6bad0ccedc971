"""Writing whole: full disks, missing rights, foreign files, and bundles that replace bundles."""

import errno
import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from tests.publish.material import make_assessment, make_material

from reviewer.errors import FileTrouble, Refused
from reviewer.publish.bundle import bundle
from reviewer.publish.writing import write_bundle, write_whole, zip_bundle


def fails(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return bundle(make_material())


@pytest.fixture(scope="module")
def newer() -> dict[str, bytes]:
    return bundle(make_material(assessment=make_assessment({"summary": "Another one."})))


def held(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert held(tmp_path) == {"a.json": b"two"}


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fails(errno.ENOSPC))
    with pytest.raises(FileTrouble, match=r"a\.json: nothing was written\. The disk is full\. Make room"):
        write_whole(path, b"new")
    assert held(tmp_path) == {"a.json": b"old"}


def test_a_failed_exchange_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fails(errno.EACCES))
    with pytest.raises(FileTrouble, match="no right to write here"):
        write_whole(path, b"new")
    assert held(tmp_path) == {"a.json": b"old"}


@pytest.mark.parametrize(
    ("name", "says"), [("none/a", "no such folder"), ("file/a", "A file stands"), ("dir", "A folder")]
)
def test_what_stands_in_the_way_is_named(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dir").mkdir()
    with pytest.raises(FileTrouble, match=says):
        write_whole(tmp_path / name, b"x")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_rights_of_the_old_file_are_kept_and_links_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_bundle_is_written_into_a_folder_of_its_own(tmp_path: Path, files: dict[str, bytes]) -> None:
    made = write_bundle(files, tmp_path / "new" / "folder")
    assert made.name == "handing-research"
    assert held(made) == files
    assert [p.name for p in made.parent.iterdir()] == [made.name]


def test_a_bundle_that_was_not_written_leaves_no_folders(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.setattr(os, "fsync", fails(errno.ENOSPC))
    for folder in ("new/folder", "mine/folder", "mine"):
        with pytest.raises(FileTrouble, match="nothing was written"):
            write_bundle(files, tmp_path / folder)
    assert list(tmp_path.rglob("*")) == [tmp_path / "mine"]


def test_a_newer_bundle_replaces_the_old_one_whole(
    tmp_path: Path, files: dict[str, bytes], newer: dict[str, bytes]
) -> None:
    made = write_bundle(files, tmp_path)
    (made / "page" / ".DS_Store").touch()
    assert held(write_bundle(newer, tmp_path)) == newer
    assert [p.name for p in tmp_path.iterdir()] == [made.name]


def test_the_same_bundle_is_not_written_again(tmp_path: Path, files: dict[str, bytes]) -> None:
    made = write_bundle(files, tmp_path)
    before = made.stat().st_ino
    assert write_bundle(files, tmp_path).stat().st_ino == before


@pytest.mark.parametrize("strange", ["notes.txt", "page/notes.txt"])
def test_a_bundle_with_a_file_of_the_users_is_not_replaced(
    tmp_path: Path, files: dict[str, bytes], newer: dict[str, bytes], strange: str
) -> None:
    made = write_bundle(files, tmp_path)
    (made / strange).write_text("mine")
    with pytest.raises(Refused, match=r"notes\.txt” stands in this bundle"):
        write_bundle(newer, tmp_path)
    assert (made / strange).read_text() == "mine"


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_no_bundle_is_not_replaced(tmp_path: Path, files: dict[str, bytes], kind: str) -> None:
    goal = tmp_path / "handing-research"
    if kind == "file":
        goal.write_text("mine")
    elif kind == "link":
        (tmp_path / "other").mkdir()
        goal.symlink_to(tmp_path / "other")
    else:
        goal.mkdir()
        (goal / "mine.txt").write_text("mine")
    before = held(tmp_path)
    with pytest.raises(Refused, match="Move it away, or choose another folder"):
        write_bundle(files, tmp_path)
    assert held(tmp_path) == before


@pytest.mark.parametrize("at", [1, 5, 15])
def test_a_disk_that_fills_up_leaves_the_old_bundle(
    tmp_path: Path, files: dict[str, bytes], newer: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    made, left = write_bundle(files, tmp_path), [at]
    real = os.fsync

    def fill_up(number: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(errno.ENOSPC, "full")
        real(number)

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(FileTrouble, match="The disk is full"):
        write_bundle(newer, tmp_path)
    assert held(made) == files
    assert [p.name for p in tmp_path.iterdir()] == [made.name]


def test_a_failed_swap_brings_the_old_bundle_back(
    tmp_path: Path, files: dict[str, bytes], newer: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, real = write_bundle(files, tmp_path), Path.rename

    def refuse_the_new_one(path: Path, target: Path) -> Path:
        if path.suffix == ".part":
            raise OSError(errno.EACCES, "no")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new_one)
    with pytest.raises(FileTrouble):
        write_bundle(newer, tmp_path)
    assert held(made) == files
    assert [p.name for p in tmp_path.iterdir()] == [made.name]


def test_a_zip_is_the_same_whenever_it_is_made(files: dict[str, bytes]) -> None:
    packed = zip_bundle(files)
    assert packed == zip_bundle(dict(reversed(files.items())))
    with zipfile.ZipFile(BytesIO(packed)) as opened:
        assert {name.removeprefix("handing-research/"): opened.read(name) for name in opened.namelist()} == files
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_a_killed_export_left_is_swept_up_later(tmp_path: Path, files: dict[str, bytes]) -> None:
    old, fresh, other = (
        tmp_path / f".{slug}.{i}.part" for slug, i in (("handing-research", 1), ("handing-research", 2), ("x", 3))
    )
    for left in (old, fresh, other):
        left.mkdir()
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    made = write_bundle(files, tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {made.name, fresh.name, other.name}
