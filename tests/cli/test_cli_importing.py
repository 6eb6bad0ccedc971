"""`reviewer import`: what is good is taken, what is bad is told, and nothing is half done."""

import json
import os
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import CommandLine, webvtt

from reviewer.app.progress import Progress, TimeLeft
from reviewer.cli import output
from reviewer.errors import LibraryTrouble
from reviewer.library.library import Library

Write = Callable[..., Path]


def rows(library: Path) -> dict[str, int]:
    """How many rows each table has, and the bytes of the imported files."""
    connection = sqlite3.connect(library)
    try:
        names = [
            r[0]
            for r in connection.execute("select name from sqlite_schema where type = 'table' and sql like '%strict%'")
        ]
        return {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in names}
    finally:
        connection.close()


def test_an_import_tells_what_it_took(reviewer: CommandLine, write: Write) -> None:
    file = write("Some talk.en.vtt", "Hello >> there", "[Music]")
    value = reviewer.json("import", file, "--series", "Light", "--title", "The talk")
    assert value == {
        "imported": [
            {
                "file": str(file), "episode": "the-talk", "format": "webvtt", "encoding": "utf-8", "kind": "uploaded",
                "cues": 2, "words": 4, "oddities": [], "added": "episode", "leads": True, "carried": 0, "settled": 0,
                "unfit": 0, "not_applied": [],
            }
        ],
        "known": [],
        "refused": [],
        "skipped": [],
    }  # fmt: skip
    assert [(e["title"], e["series"]) for e in reviewer.json("list")] == [("The talk", "Light")]


def test_without_json_lines_for_people_stand_on_stdout(reviewer: CommandLine, write: Write) -> None:
    run = reviewer("import", write("talk.vtt", "Hello there"))
    assert (run.status, run.err) == (0, "")
    assert "imported as talk (webvtt, utf-8, 1\u00a0cue, 2\u00a0words)" in run.out


def test_oddities_have_a_line_and_say_what(reviewer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "odd.srt"
    file.write_text("1\n00:00:05,000 --> 00:00:02,000\nbackwards\n", "utf-8")
    (imported,) = reviewer.json("import", file)["imported"]
    assert imported["oddities"]
    assert all(sorted(oddity) == ["line", "what"] for oddity in imported["oddities"])
    assert imported["oddities"][0]["line"] == 2


def test_importing_twice_says_known_and_adds_nothing(reviewer: CommandLine, write: Write, library: Path) -> None:
    file = write("talk.vtt", "Hello there")
    reviewer.json("import", file)
    before = rows(library)
    value = reviewer.json("import", file, file, "--title", "Another title")
    known = {"file": str(file), "episode": "talk", "not_applied": ["--title"], "filled": []}
    assert value == {"imported": [], "known": [known] * 2, "refused": [], "skipped": []}
    assert rows(library) == before


@pytest.mark.parametrize(
    ("options", "end"),
    [
        ((), "added."), (("--title", "X"), "added; --title was not applied."),
        (("--slug", "new", "--encoding", "utf-8"), "added; --slug and --encoding were not applied."),
        (("--slug", "talk", "--series", "S", "--format", "text"), "added; --slug, --series and --format were not applied."),
    ],
)  # fmt: skip
def test_a_known_file_says_where_it_is_and_what_was_said_in_vain(
    reviewer: CommandLine, write: Write, options: tuple[str, ...], end: str
) -> None:
    file = write("talk.vtt", "Hello there")
    reviewer.json("import", file)
    run = reviewer("import", file, *options)
    assert (run.status, run.err) == (0, "")
    assert run.out == f"{file}: Known already: the same bytes as “talk” (talk). Nothing was {end}\n"


@pytest.mark.parametrize(
    "option",
    [
        ("--format", "nope"),
        ("--encoding", "nope"),
        ("--slug", "A B/../c"),
        ("--encoding", "utf-32"),
    ],
)
def test_options_of_a_known_file_are_refused_as_of_a_new_one(
    reviewer: CommandLine, write: Write, tmp_path: Path, option: tuple[str, str]
) -> None:
    files = write("talk.vtt", "Hello there"), write("other.vtt", "Other words")
    reviewer.json("import", *files)
    run = reviewer("import", files[0], *option, "--json")
    assert (run.status, run.value["known"]) == (1, [])
    reviewer.json("--library", tmp_path / "new.sqlite", "import", files[1])
    assert run.err == reviewer("--library", tmp_path / "new.sqlite", "import", files[0], *option).err


def test_of_a_folder_messages_name_the_path(
    reviewer: CommandLine, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("one.vtt", "One").parent
    (folder / "deeper").mkdir()
    (folder / "deeper" / "bad.srt").write_text("1\n00:00:01,000 --> 00:00:x2,000\n\nhello\n", "utf-8")
    (folder / "empty.vtt").touch()
    monkeypatch.chdir(folder.parent)
    told = reviewer("import", folder.name).err.splitlines()
    assert [line.split(" ")[0] for line in told] == [f"{folder.name}/deeper/bad.srt,", f"{folder.name}/empty.vtt:"]
    assert told[0].startswith(f"{folder.name}/deeper/bad.srt, line 2: ")


def test_a_folder_is_gone_through_with_its_folders(reviewer: CommandLine, write: Write) -> None:
    folder = write("one.vtt", "One").parent
    (folder / "deeper").mkdir()
    (folder / "deeper" / "two.SRT").write_text("1\n00:00:01,000 --> 00:00:02,000\nTwo\n", "utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    value = reviewer.json("import", folder)
    assert sorted(one["episode"] for one in value["imported"]) == ["one", "two"]


BAD: dict[str, bytes | None] = {
    "binary.vtt": bytes(range(256)) * 40,
    "empty.vtt": b"",
    "picture.vtt": b"\x89PNG\r\n\x1a\n" + bytes(99),
    "broken.vtt": b"WEBVTT\n\n00:00:01.000 --> \n",
    "data.json": b'{"a": 1}',
    "missing.vtt": None,
    "x" * 300 + ".vtt": None,
}


def bad_file(folder: Path, name: str) -> Path:
    """A file that can't be read, or a path with something else or nothing behind it."""
    path = folder / name
    if name == "folder.vtt":
        path.mkdir()
    elif name == "dangling.vtt":
        path.symlink_to(folder / "nowhere")
    elif name == "socket.vtt":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(os.path.relpath(path))
    elif (content := BAD[name]) is not None:
        path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", [*BAD, "folder.vtt", "dangling.vtt", "socket.vtt"])
def test_what_cannot_be_read_is_told_in_one_line_and_changes_nothing(
    reviewer: CommandLine, write: Write, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    reviewer.json("import", write("good.vtt", "Good words"))
    before = rows(library)
    file = bad_file(tmp_path, name)
    run = reviewer("import", file, "--json")
    assert run.status == 1
    (refused,) = run.value["refused"]
    assert run.value == {"imported": [], "known": [], "refused": [refused], "skipped": []}
    assert sorted(refused) == ["file", "line", "reason", "remedy"]
    assert refused["file"] == str(file)
    assert refused["reason"]
    assert refused["remedy"]
    assert run.err.count("\n") == 1
    assert file.name in run.err
    assert refused["reason"] in run.err
    assert refused["remedy"] in run.err
    assert rows(library) == before


def test_a_line_at_fault_is_named(reviewer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "bad.srt"
    file.write_text("1\n00:00:01,000 --> 00:00:x2,000\n\nhello\n", "utf-8")
    run = reviewer("import", file, "--json")
    (refused,) = run.value["refused"]
    assert refused["line"] == 2
    assert run.err.startswith("bad.srt, line 2: ")


def test_of_several_the_good_are_taken_and_the_bad_told(reviewer: CommandLine, write: Write, tmp_path: Path) -> None:
    bad = bad_file(tmp_path, "binary.vtt")
    run = reviewer("import", write("a.vtt", "One"), bad, tmp_path / "missing.srt", write("b.vtt", "Two"), "--json")
    assert run.status == 1
    assert [one["episode"] for one in run.value["imported"]] == ["a", "b"]
    assert [one["file"] for one in run.value["refused"]] == [str(bad), str(tmp_path / "missing.srt")]
    assert run.err.count("\n") == 2
    assert [e["episode"] for e in reviewer.json("list")] == ["b", "a"]


@pytest.mark.parametrize(
    "slug", ["../x", "a/b", "A", "a b", "-a", "a-", "a--b", "ä", "a\n", "<script>", "a\u202eb", "x" * 81, "."]
)
def test_a_slug_that_is_none_is_refused(reviewer: CommandLine, write: Write, slug: str) -> None:
    run = reviewer("import", write("talk.vtt", "Hello"), f"--slug={slug}", "--json")
    assert run.status == 1
    assert not run.value["imported"]
    assert run.err.count("\n") == 1
    assert "no slug" in run.err
    assert reviewer.json("list") == []


def test_a_slug_that_is_there_gets_the_file_as_a_further_track_or_a_new_version(
    reviewer: CommandLine, write: Write
) -> None:
    reviewer.json("import", write("a.vtt", "One"), "--slug", "mine")
    (one,) = reviewer.json("import", write("b.vtt", "Two"), "--slug", "mine")["imported"]
    assert (one["episode"], one["added"], one["leads"]) == ("mine", "version", True)
    run = reviewer("import", write("c.vtt", "Three"), "--slug", "mine", "--new", "--json")
    assert (run.status, run.err.split(":")[0]) == (1, "c.vtt")
    assert "taken" in run.value["refused"][0]["reason"]


def test_of_several_files_a_summary_stands_at_the_end(reviewer: CommandLine, write: Write) -> None:
    folder = write("talk.vtt", "One two three").parent
    reviewer.json("import", folder)
    write("talk.vtt", "One two four"), write("new.vtt", "New")
    (folder / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nOne two three\n", "utf-8")
    (folder / "bad.vtt").touch()
    (folder / "package.json").write_text("{}", "utf-8")
    run = reviewer("import", folder)
    *_, summary = run.out.splitlines()
    assert summary == (
        "Imported 1\u00a0episode, 1\u00a0new version, 1\u00a0track. 1 refused. 1 passed over."
    )  # fmt: skip
    assert f"{folder}/talk.vtt: imported as a new version of talk, which leads now (webvtt" in run.out
    assert f"{folder}/talk.srt: imported as a new track of talk, which does not lead (srt" in run.out
    assert f"{folder}/package.json: passed over, not captions: " in run.out
    assert reviewer("import", folder).out.splitlines()[-1].startswith("Imported nothing. 3 known already. 1 refused.")


def test_what_became_of_corrections_is_told(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("talk.vtt", "With Aine Evans", "and Bert Brown", "of number nine"))
    reviewer.json("correct", "talk", "Aine Evans", "Owain Evans")
    reviewer.json("correct", "talk", "Bert Brown", "Burt Brown")
    run = reviewer("import", write("talk.vtt", "With Aine Evans", "and nobody else", "of number nine"))
    assert run.out.endswith(
        "Corrections: 1 carried over, 1 no longer fitting. “reviewer carried talk” lists them.\n"
    )  # fmt: skip


def test_what_was_done_before_the_disk_was_full_is_told(
    reviewer: CommandLine, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [write(f"{name}.vtt", f"Words of {name}") for name in "abc"]
    real = Library.add_episode

    def full(self: Library, facts: object, slug: str, *rest: object) -> object:
        if slug == "b":
            raise LibraryTrouble("library.sqlite: the disk is full.")
        return real(self, facts, slug, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "add_episode", full)
    run = reviewer("import", *files, "--json")
    assert (run.status, [one["episode"] for one in run.value["imported"]]) == (1, ["a"])
    assert run.err == "library.sqlite: the disk is full.\n"
    assert reviewer.fails("import", files[1]) == "library.sqlite: the disk is full."


def test_equal_titles_get_slugs_of_their_own(reviewer: CommandLine, write: Write) -> None:
    value = reviewer.json("import", write("a.vtt", "One"), write("b.vtt", "Two"), "--title", "Same")
    assert [one["episode"] for one in value["imported"]] == ["same", "same-2"]


HOSTILE = [
    "../../etc/passwd", "a\nb", "<script>alert(1)</script>", "safe\u202egnp.exe", "x" * 300, "\x1b[2J", "日本語", "...",
    "CON", "%2e%2e/", "a\\b", "‎",
]  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_never_leaves_its_slug(reviewer: CommandLine, write: Write, title: str) -> None:
    (one,) = reviewer.json("import", write("t.vtt", "Hello"), "--title", title, "--series", title)["imported"]
    assert 1 <= len(one["episode"]) <= 80
    assert set(one["episode"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    run = reviewer("list")
    assert run.out.count("\n") == 1
    assert not set(run.out) & set("\x1b\u202e\u200e")


def test_a_file_whose_name_holds_a_line_break(reviewer: CommandLine, write: Write) -> None:
    file = write("two\nlines.vtt", "Hello")
    run = reviewer("import", file)
    assert run.out.count("\n") == 1
    assert reviewer.json("import", file)["known"][0]["file"] == str(file)
    bad = file.with_name("bad\nname.vtt")
    bad.write_bytes(b"")
    assert reviewer("import", bad).err.count("\n") == 1


def test_a_file_whose_name_is_no_text(reviewer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.vtt")
    file.write_text(webvtt("Hello"), "utf-8")
    run = reviewer("import", file, "--json")
    assert run.status == 0
    assert run.value["imported"][0]["file"] == str(file)
    assert reviewer("list").status == 0


def test_the_info_beside_the_file_is_taken_and_never_trusted(reviewer: CommandLine, write: Write) -> None:
    file = write("Talk [abcdefghijk].en.vtt", "Hello")
    told = {
        "title": "Real\ntitle\ud800", "channel": "The <b>channel</b>", "id": "../x", "upload_date": "20261399",
        "description": "a\u0000b\ud800", "tags": ["one", 7, "two\n"],
    }  # fmt: skip
    file.with_name("Talk [abcdefghijk].info.json").write_text(json.dumps(told), "utf-8")
    (imported,) = reviewer.json("import", file)["imported"]
    assert [(odd["line"], odd["what"].split(": ", 1)[1]) for odd in imported["oddities"]] == [
        (0, "the video id “../x” was left out: letters, digits, - and _ are expected."),
        (0, "the date “20261399” was left out: a day such as 20260131 is expected."),
        (0, "1\u00a0tag left out: texts are expected."),
    ]
    (episode,) = reviewer.json("list")
    assert (episode["title"], episode["series"]) == ("Real title", "The <b>channel</b>")
    assert (episode["video_id"], episode["published"]) == ("abcdefghijk", "")


@pytest.mark.parametrize("option", [("--format", "docx"), ("--encoding", "utf-99")])
def test_a_format_or_encoding_that_is_none(reviewer: CommandLine, write: Write, option: tuple[str, str]) -> None:
    run = reviewer("import", write("talk.vtt", "Hello"), *option, "--json")
    assert run.status == 1
    assert run.err.startswith("talk.vtt")
    assert option[1] in run.err


def test_format_and_encoding_as_the_user_says(reviewer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "x.vtt"
    file.write_bytes("WEBVTT caf\xe9".encode("latin-1"))
    (one,) = reviewer.json("import", file, "--format", "text", "--encoding", "windows-1252")["imported"]
    assert (one["format"], one["encoding"], one["kind"]) == ("text", "windows-1252", "transcript")


def test_an_empty_slug_is_wrong_usage(reviewer: CommandLine, write: Write) -> None:
    run = reviewer("import", write("talk.vtt", "Hello"), "--slug", "")
    assert (run.status, run.out) == (2, "")
    assert "--slug" in run.err


def test_many_known_files_are_counted(reviewer: CommandLine, write: Write) -> None:
    files = [write(f"{n}.vtt", f"Words of {n}") for n in range(21)]
    reviewer.json("import", *files)
    assert reviewer("import", *files).out == "Imported nothing. 21 known already.\n"
    assert len(reviewer("import", *files[1:]).out.splitlines()) == 21
    assert len(reviewer.json("import", *files)["known"]) == 21


@pytest.mark.parametrize("as_json", [False, True])
def test_ctrl_c_tells_what_was_imported_and_how_to_go_on(
    reviewer: CommandLine, write: Write, monkeypatch: pytest.MonkeyPatch, as_json: bool
) -> None:
    files = [write(f"{name}.vtt", f"Words of {name}") for name in "abc"]
    real = Library.add_episode

    def stopped(self: Library, facts: object, slug: str, *rest: object) -> object:
        if slug == "c":
            raise KeyboardInterrupt
        return real(self, facts, slug, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "add_episode", stopped)
    run = reviewer("import", *files, *(["--json"] if as_json else []))
    assert (run.status, run.err) == (130, "Stopped. What was imported is whole; the same command imports the rest.\n")
    if as_json:
        assert [one["episode"] for one in run.value["imported"]] == ["a", "b"]
    else:
        assert run.out.splitlines()[-1] == "Imported 2\u00a0episodes."
    monkeypatch.undo()


def test_a_named_archive_that_holds_an_archive_alone_is_refused(reviewer: CommandLine, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as inner:
        inner.writestr("a.vtt", webvtt("Hello"))
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as outer:
        outer.write(tmp_path / "in.zip", "in.zip")
    run = reviewer("import", tmp_path / "out.zip", "--json")
    assert (run.status, len(run.value["refused"]), len(run.value["skipped"])) == (1, 1, 1)
    assert run.err.startswith("out.zip: nothing in this archive is of use. ")


def test_a_long_import_tells_how_far_it_is_where_no_terminal_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter(range(0, 1_000_000, 3))
    monkeypatch.setattr("reviewer.cli.output.time.monotonic", lambda: next(now))
    monkeypatch.setattr(output, "TimeLeft", lambda: TimeLeft(lambda: float(next(now))))
    output.follow(Progress(n, 10, f"{n}.vtt") for n in range(1, 11))
    told = capsys.readouterr().err.splitlines()
    assert 1 < len(told) < 10
    assert all(" of 10, about " in line and " left  " in line for line in told)
