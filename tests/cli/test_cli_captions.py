"""`reviewer captions`: the captions in a format, to a file or on standard output."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, CommandLine, typed, webvtt

Write = Callable[..., Path]


def test_the_captions_go_to_standard_output(reviewer: CommandLine, talk: str) -> None:
    assert reviewer("captions", talk, "--format", "webvtt") == (0, webvtt(*TALK), "")
    run = reviewer("captions", talk, "--format", "text")
    assert (run.status, run.out.splitlines()) == (0, list(TALK))
    assert run.err == "Left out or changed: 7 cues' times\n"


def test_to_a_file_with_all_that_is_said_of_it(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("correct", talk, "Aine Evans", "Owain Evans", "--all")
    file = tmp_path / "talk.srt"
    value = reviewer.json("captions", talk, "--format", "srt", "--to", file)
    assert value == {"episode": talk, "format": "srt", "file": str(file), "bytes": file.stat().st_size, "losses": []}
    assert file.read_text("utf-8").startswith(
        "1\n00:00:00,000 --> 00:00:04,000\nSo today I am talking with Owain Evans.\n\n2\n"
    )
    assert reviewer("captions", talk, "--format", "srt", "--heard", "--to", file).out == f"{file} written.\n"
    assert "Aine Evans" in file.read_text("utf-8")


def test_the_imported_file_comes_back_byte_for_byte(reviewer: CommandLine, tmp_path: Path) -> None:
    data = "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nCafé – Zoë\r\n".encode("utf-16-le")
    (tmp_path / "cafe.srt").write_bytes(data)
    reviewer("import", tmp_path / "cafe.srt")
    value = reviewer.json("captions", "cafe", "--original", "--to", tmp_path / "back.srt")
    assert (value["format"], value["bytes"], value["losses"]) == ("srt", len(data), [])
    assert (tmp_path / "back.srt").read_bytes() == data


def test_standard_output_gets_the_very_bytes(reviewer: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "bare.vtt").write_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\nNo line end\xc3\xa9")
    reviewer.json("import", tmp_path / "bare.vtt")
    for how in (("--original",), ("--format", "webvtt")):
        done = typed("captions", "bare", *how)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "WEBVTT\n\n00:01.000 --> 00:02.000\nNo line endé"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "name a format with --format: webvtt, "),
        (("--format", "ass"), "“ass” is no format that is written: choose one of webvtt, "),
        (("--format", "json3"), "is no format that is written"),
        (("--format", "srt", "--original"), "leave --format out"),
        (("--format", "srt", "--json"), "name the file for the captions with --to"),
        (("--heard", "--original"), "not allowed with"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    reviewer: CommandLine, talk: str, arguments: tuple[str, ...], says: str
) -> None:
    run = reviewer("captions", talk, *arguments)
    assert (run.status, run.out) == (2, "")
    assert says in run.err


def test_what_can_be_mended_is_told_in_a_line(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Words alone.\nAnd more.\n", "utf-8")
    reviewer.json("import", tmp_path / "plain.txt")
    untimed = reviewer.fails("captions", "plain", "--format", "srt")
    assert untimed.startswith("plain: Cue 0 has no time.")
    assert "Write webvtt" in reviewer.fails("captions", talk, "--format", "youtube-vtt")
    assert str(tmp_path) in reviewer.fails("captions", talk, "--format", "srt", "--to", tmp_path)
    assert "There is no such folder" in reviewer.fails(
        "captions", talk, "--format", "srt", "--to", tmp_path / "no" / "a.srt"
    )


def test_a_terminal_is_not_steered_and_another_program_gets_the_text_as_it_is(
    reviewer: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n\x1b[31mred\u202e\n"
    (tmp_path / "red.vtt").write_text(text, "utf-8")
    reviewer.json("import", tmp_path / "red.vtt")
    for how in (("--original",), ("--format", "webvtt")):
        assert reviewer("captions", "red", *how).out == text
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for how in (("--original",), ("--format", "webvtt")):
        out = reviewer("captions", "red", *how).out
        assert out.splitlines()[2:] == ["00:01.000 --> 00:02.000", "\\x1b[31mred\\x202e"]


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_a_library_is_not_written_over(
    reviewer: CommandLine, talk: str, library: Path, tmp_path: Path, end: str
) -> None:
    goal = library.with_name(library.name + end)
    linked = tmp_path / "linked.txt"
    linked.symlink_to(goal)
    before = library.read_bytes()
    captions = ("captions", talk, "--format", "srt", "--to")
    for arguments in ((*captions, goal), (*captions, linked), ("names", "export", linked)):
        assert "this is a library" in reviewer.fails(*arguments)
    assert library.read_bytes() == before
    assert reviewer("captions", talk, "--format", "text").status == 0
