"""Files as they come in: what they hold, why they can't be had, or why they are passed over."""

import gzip
import json
import os
import threading
import zipfile
from collections.abc import Generator, Mapping
from pathlib import Path

import pytest
from tests.cli.command_line import webvtt

from reviewer.app import incoming
from reviewer.app.gathering import Gathered, UnreadableFile, gather
from reviewer.app.incoming import Batch, Incoming, Reader, ahead, read_bytes
from reviewer.errors import UnreadableCaptions
from reviewer.library.library import EpisodeFacts, Library

LONG = " ".join(f"word{n}" for n in range(250))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty library."""
    path = tmp_path / "library.sqlite"
    Library(path).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "captions").mkdir()
    return tmp_path / "captions"


def batches(path: Path, *paths: Path) -> list[list[Incoming]]:
    found = Gathered()
    for _ in gather(paths, found):
        pass
    return [batch.files for batch in Reader(path).batches(found)]


def read(path: Path, *paths: Path) -> dict[str, Incoming]:
    return {one.called.rpartition("/")[2]: one for batch in batches(path, *paths) for one in batch}


def zipped(file: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


FOREIGN = {
    "a.json": '{"a": 1}',
    "a.xml": "<a><b/></a>",
    "b.json": "",
    "c.json": "some text",
    "README.md": LONG,
    "a.txt": "few words",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_a_folder_holds_beside_captions_is_passed_over(path: Path, folder: Path, name: str) -> None:
    (folder / name).write_text(FOREIGN[name], "utf-8")
    (one,) = read(path, folder).values()
    assert one.passed_over
    assert (one.error, one.version) == (None, None)


@pytest.mark.parametrize(("name", "content"), [("a.vtt", b""), ("a.srt", b"\x89PNG\r\n\x1a\n" * 9), ("a.json3", b"{}")])
def test_what_is_called_captions_and_holds_none_is_an_error(
    path: Path, folder: Path, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    (one,) = read(path, folder).values()
    assert one.error
    assert not one.passed_over


def test_a_long_text_in_a_folder_is_a_transcript(path: Path, folder: Path) -> None:
    (folder / "talk.txt").write_text(LONG, "utf-8")
    (folder / "captions.txt").write_text("1\n00:00:01,000 --> 00:00:02,000\nfew\n", "utf-8")
    found = read(path, folder)
    assert {name: one.version.format for name, one in found.items() if one.version} == {
        "talk.txt": "text", "captions.txt": "srt",
    }  # fmt: skip


def test_a_text_beside_timed_captions_of_its_name_is_passed_over_unless_it_is_named(path: Path, folder: Path) -> None:
    (folder / "talk.en.vtt").write_text(webvtt("Hello"), "utf-8")
    (folder / "talk.txt").write_text(LONG, "utf-8")
    assert read(path, folder)["talk.txt"].passed_over
    assert read(path, folder / "talk.txt", folder / "talk.en.vtt")["talk.txt"].version


def test_bytes_that_are_known_are_not_read_again(path: Path, folder: Path) -> None:
    file = folder / "talk.vtt"
    file.write_text(webvtt("Hello"), "utf-8")
    first = read(path, file)["talk.vtt"]
    assert first.version
    with Library(path) as library:
        library.add_episode(EpisodeFacts("talk"), "talk", first.version, first.data, "talk.vtt")
    again = read(path, file)["talk.vtt"]
    assert (again.sha256, again.version, again.data) == (first.sha256, None, b"")


# Packed
def test_a_gzip_is_read_as_what_is_in_it(path: Path, folder: Path) -> None:
    (folder / "talk.en.vtt.gz").write_bytes(gzip.compress(webvtt("Hello there").encode()))
    one = read(path, folder)["talk.en.vtt.gz"]
    assert one.version
    assert (one.name.title, one.name.language, one.version.cues.word_count) == ("talk", "en", 2)
    assert one.data == webvtt("Hello there").encode()


def test_an_archive_gives_its_captions_by_video_and_its_infos_to_them(path: Path, folder: Path) -> None:
    info = json.dumps({"title": "The talk", "channel": "C"})
    file = zipped(
        folder / "all.zip",
        {
            "a/talk.en.vtt": webvtt("One"), "a/talk.de.vtt": webvtt("Eins"), "a/talk.info.json": info, "b/talk.vtt": webvtt("Two"),
            "a/cover.png": b"\x89PNG", "package.json": "{}", ".git/x.vtt": webvtt("No"),
        },
    )  # fmt: skip
    found = batches(path, file)
    assert [[one.called for one in batch] for batch in found] == [
        ["all.zip: a/talk.de.vtt", "all.zip: a/talk.en.vtt"], ["all.zip: b/talk.vtt"], ["all.zip: package.json"],
    ]  # fmt: skip
    assert [batch[0].info.facts.title for batch in found] == ["The talk", "", ""]
    assert found[2][0].passed_over
    assert found[0][0].file == f"{file}: a/talk.de.vtt"


def test_a_bad_file_in_an_archive_is_an_error_and_the_others_are_read(path: Path, folder: Path) -> None:
    found = read(path, zipped(folder / "all.zip", {"bad.srt": b"", "bad.vtt": b"", "good.vtt": webvtt("One")}))
    assert [name for name, one in found.items() if one.error] == ["all.zip: bad.vtt"]


@pytest.mark.parametrize(("is_named", "told"), [(True, "error"), (False, "passed_over")])
def test_an_archive_without_captions(path: Path, folder: Path, is_named: bool, told: str) -> None:
    file = zipped(folder / "all.zip", {"cover.png": b"\x89PNG"})
    (one,) = read(path, file if is_named else folder).values()
    assert "no captions in this archive" in str(getattr(one, told))


def test_of_very_many_files_of_one_video_only_some_are_held_together(path: Path, folder: Path) -> None:
    for number in range(70):
        (folder / f"talk.en-{number:08}.vtt").write_text(webvtt(f"Words {number}"), "utf-8")
    assert [len(batch) for batch in batches(path, folder)] == [32, 32, 6]


# Reading
def test_a_file_that_is_being_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(webvtt("Hello"), "utf-8")
    asked = [0]
    real = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        asked[0] += 1
        if asked[0] == 2:
            file.write_text(webvtt("Hello", "again"), "utf-8")
        return real(descriptor)

    monkeypatch.setattr(incoming.os, "fstat", growing)  # type: ignore[attr-defined]
    with pytest.raises(UnreadableFile, match="being written"):
        read_bytes(file)


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.vtt"
    with file.open("wb") as opened:
        opened.truncate(incoming.LARGEST + 1)
    with pytest.raises(UnreadableFile, match="200 MB"):
        read_bytes(file)


@pytest.mark.parametrize("content", [b"{", b"x" * 99], ids=["broken", "no JSON"])
def test_an_info_that_cannot_be_read_is_an_oddity(path: Path, folder: Path, content: bytes) -> None:
    (folder / "talk.vtt").write_text(webvtt("Hello"), "utf-8")
    (folder / "talk.info.json").write_bytes(content)
    assert [odd.line for odd in read(path, folder / "talk.vtt")["talk.vtt"].oddities] == [0]


def test_an_info_that_is_a_folder_is_an_oddity(path: Path, folder: Path) -> None:
    (folder / "talk.vtt").write_text(webvtt("Hello"), "utf-8")
    (folder / "talk.info.json").mkdir()
    assert "can't be read" in read(path, folder / "talk.vtt")["talk.vtt"].oddities[0].what


# Ahead
def test_no_more_than_two_batches_are_made_before_they_are_asked_for() -> None:
    made, closed = list[int](), list[str]()

    def making() -> Generator[Batch]:
        try:
            for number in range(9):
                made.append(number)
                yield Batch([], number)
        finally:
            closed.append(threading.current_thread().name)

    got = ahead(making())
    assert next(got).more == 0
    assert next(got).more == 1
    got.close()
    assert len(made) <= 4
    assert closed[0].startswith("reading")


def test_all_batches_come_in_order_and_an_error_comes_through() -> None:
    def making() -> Generator[Batch]:
        yield from (Batch([], number) for number in range(5))
        raise UnreadableFile(Path("x"), "broken.")

    got = []
    with pytest.raises(UnreadableFile):
        got += [batch.more for batch in ahead(making())]
    for batch in ahead(Batch([], number) for number in range(5)):
        got.append(batch.more)
    assert got == [0, 1, 2, 3, 4]


LINKS = {"self.vtt": "leads back to itself", "dangling.vtt": "leads nowhere", "pipe.vtt": "no ordinary file"}


def strange(folder: Path) -> Path:
    """A folder with what is called captions and is no file, with captions among it."""
    (folder / "self.vtt").symlink_to("self.vtt")
    (folder / "dangling.vtt").symlink_to("nowhere.vtt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "round").symlink_to("round")
    os.mkfifo(folder / "pipe.vtt")
    (folder / "talk.vtt").write_text(webvtt("Hello"), "utf-8")
    return folder


def test_what_is_no_file_is_refused_alone(path: Path, folder: Path) -> None:
    found = read(path, strange(folder))
    assert found.pop("talk.vtt").version
    assert "this link leads nowhere" in found.pop("dangling.txt").passed_over
    assert {
        name: one.error is not None and LINKS[name] in str(one.error) for name, one in found.items()
    } == dict.fromkeys(LINKS, True)


@pytest.mark.parametrize("name", ["../talk.vtt", "..\\..\\talk.vtt", "../../a/../talk.vtt", "./talk.vtt", "/talk.vtt"])
def test_a_path_that_leads_out_of_its_archive_hides_nothing(path: Path, folder: Path, name: str) -> None:
    file = zipped(folder / "all.zip", {"placeholder": ""})
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, webvtt("Hello"))
    (one,) = (one for batch in batches(path, file) for one in batch)
    assert one.version
    assert one.file_name == "talk.vtt"


def test_a_hidden_folder_in_an_archive_is_left_out(path: Path, folder: Path) -> None:
    file = zipped(folder / "all.zip", {".git/a.vtt": webvtt("No"), "a.vtt": webvtt("Hello")})
    (one,) = (one for batch in batches(path, file) for one in batch)
    assert one.called.endswith(": a.vtt")


def test_a_named_archive_of_which_nothing_is_of_use_is_refused(path: Path, folder: Path) -> None:
    inner = zipped(folder / "inner.zip", {"a.vtt": webvtt("Hello")})
    outer = zipped(folder / "outer.zip", {"inner.zip": inner.read_bytes()})
    inner.unlink()
    inside, whole = (one for batch in batches(path, outer) for one in batch)
    assert "an archive" in inside.passed_over or "a ZIP archive" in inside.passed_over
    assert isinstance(whole.error, UnreadableCaptions)
    assert all(one.passed_over for batch in batches(path, folder) for one in batch)


def test_a_name_as_long_as_the_disk_allows_has_no_info_and_no_oddity(path: Path, folder: Path) -> None:
    file = folder / ("x" * 251 + ".vtt")
    file.write_text(webvtt("Hello"), "utf-8")
    (one,) = read(path, file).values()
    assert one.oddities == ()
