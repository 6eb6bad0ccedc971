"""Which files a list of paths means."""

import os
from pathlib import Path

import pytest

from reviewer.app.gathering import Gathered, gather, is_wanted, suffix_of


def gathered(*paths: Path) -> Gathered:
    found = Gathered()
    for _ in gather(paths, found):
        pass
    return found


def names(found: Gathered) -> list[list[str]]:
    return [[file.path.name for file in group] for group in found.groups]


def touch(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


@pytest.mark.parametrize(
    ("name", "is_taken"),
    [
        ("a.vtt", True), ("A.SRT", True), ("a.en.json3", True), ("a.ttml", True), ("a.xml", True), ("a.md", True),
        ("a.vtt.gz", True), ("a.srt.ZIP", True), ("all.zip", True), ("a.tar.gz", False), ("a.gz", False),
        ("a.info.json", False), (".a.vtt", False), ("a.mp4", False), ("a.png", False), ("vtt", False), ("a.webm.part", False),
    ],
)  # fmt: skip
def test_what_a_folder_offers_is_told_by_suffix(name: str, is_taken: bool) -> None:
    assert is_wanted(name) is is_taken


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.VTT.gz", ".vtt"), ("a.b.zip", ".zip"), ("a.json", ".json"), ("a", "")]
)
def test_the_suffix_of_a_packed_file_is_that_of_what_is_in_it(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


def test_files_of_one_video_stand_together_in_the_order_of_names(tmp_path: Path) -> None:
    touch(
        tmp_path, "b.vtt", "a.en.vtt", "a.en-orig.vtt", "a b.vtt", "a.srt", "New [dQw4w9WgXcQ].de.vtt", "Old [dQw4w9WgXcQ].vtt"
    )  # fmt: skip
    assert names(gathered(tmp_path)) == [
        ["New [dQw4w9WgXcQ].de.vtt", "Old [dQw4w9WgXcQ].vtt"], ["a b.vtt"], ["a.en-orig.vtt", "a.en.vtt", "a.srt"], ["b.vtt"],
    ]  # fmt: skip


def test_folders_are_gone_through_in_the_order_of_names_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "c.vtt", "b/deep/x.vtt", "b/a.vtt", ".git/y.vtt", "__MACOSX/c.vtt", "a.vtt")
    assert names(gathered(tmp_path)) == [["a.vtt"], ["a.vtt"], ["x.vtt"], ["c.vtt"]]


def test_a_hidden_file_or_any_other_that_is_named_is_taken(tmp_path: Path) -> None:
    touch(tmp_path, ".a.vtt", "b.mp4", "c")
    found = gathered(*(tmp_path / name for name in ("c", ".a.vtt", "b.mp4", "missing")))
    assert names(found) == [["c"], [".a.vtt"], ["b.mp4"], ["missing"]]
    assert all(file.is_named and file.called == file.path.name for group in found.groups for file in group)


def test_links_that_lead_in_a_circle_end_and_a_folder_comes_once(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.vtt", "out/b.vtt")
    (tmp_path / "in" / "up").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "there").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "there too").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "dangling.vtt").symlink_to(tmp_path / "nowhere")
    assert names(gathered(tmp_path / "in")) == [["a.vtt"], ["dangling.vtt"], ["b.vtt"]]


def test_an_info_dropped_with_its_captions_is_not_taken_for_captions(tmp_path: Path) -> None:
    touch(tmp_path, "a.en.vtt", "a.info.json", "b.info.json")
    found = gathered(*(tmp_path / name for name in ("a.info.json", "a.en.vtt", "b.info.json")))
    assert names(found) == [["a.en.vtt"], ["b.info.json"]]


def test_a_folder_without_captions_is_refused(tmp_path: Path) -> None:
    touch(tmp_path, "a.mp4", "b/c.png")
    ((path, error),) = gathered(tmp_path).refused
    assert (path, error.reason.split("(")[0]) == (tmp_path, "there is no caption file ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_read_is_refused_and_the_others_taken(tmp_path: Path) -> None:
    touch(tmp_path, "a/a.vtt", "b/b.vtt")
    (tmp_path / "a").chmod(0)
    try:
        found = gathered(tmp_path)
    finally:
        (tmp_path / "a").chmod(0o700)
    assert names(found) == [["b.vtt"]]
    assert [path for path, _ in found.refused] == [tmp_path / "a"]


def test_ten_thousand_files_are_found_without_reading_one(tmp_path: Path) -> None:
    for number in range(10_000):
        os.mkfifo(tmp_path / f"{number}.mkfifo") if number % 1_000 == 0 else (tmp_path / f"{number}.vtt").touch()
    found = gathered(tmp_path)
    assert (found.files, found.bytes, len(found.groups)) == (9_990, 0, 9_990)
