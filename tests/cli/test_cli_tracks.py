"""`reviewer tracks`, `lead`, `reread`, `compare`, `oddities`, `carried` and `place`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, CommandLine, webvtt

Write = Callable[..., Path]


@pytest.fixture
def two(reviewer: CommandLine, talk: str, tmp_path: Path) -> str:
    """The talk with an SRT beside, where (Evans's) is (Owens's)."""
    file = tmp_path / "other.en.srt"
    texts = [line.replace("(Evans", "(Owens") for line in TALK]
    file.write_text(
        "\n".join(f"{n}\n00:00:{n * 4:02},000 --> 00:00:{n * 4 + 3:02},000\n{line}\n" for n, line in enumerate(texts))
    )
    (one,) = reviewer.json("import", file, "--slug", talk)["imported"]
    assert (one["added"], one["leads"]) == ("track", False)
    return talk


def test_tracks_are_listed_with_number_and_id(reviewer: CommandLine, two: str) -> None:
    rows = reviewer.json("tracks", two)
    assert [(row["track"], row["label"], row["leads"], row["file"]) for row in rows] == [
        (1, "uploaded · WebVTT", True, "talk.vtt"), (2, "en · uploaded · SRT", False, "other.en.srt"),
    ]  # fmt: skip
    lines = reviewer("tracks", two).out.splitlines()
    assert lines[1].startswith("2\t\ten · uploaded · SRT\tother.en.srt\tutf-8, ")
    assert lines[1].endswith(rows[1]["version"][:8])


@pytest.mark.parametrize("by_id", [False, True])
def test_another_track_leads_and_undo_takes_that_back(reviewer: CommandLine, two: str, by_id: bool) -> None:
    reviewer.json("correct", two, "Aine Evans", "Owain Evans", "--all")
    name = reviewer.json("tracks", two)[1]["version"][:8] if by_id else "2"
    value = reviewer.json("lead", two, name)
    assert (value["episode"], value["leads"]["format"], value["carried"], value["unfit"]) == (two, "srt", 3, 0)
    assert "Owens" in reviewer("show", two).out
    assert len(reviewer.json("corrections", two)) == 3
    assert "Lead with other.en.srt" in reviewer.json("undo", two)["undone"][0]
    assert "Owens" not in reviewer("show", two).out
    assert "leads already" in reviewer.fails("lead", two, "1")
    assert "There is no track 7" in reviewer.fails("lead", two, "7")


def test_undo_and_redo_go_on_over_a_change_of_the_track(reviewer: CommandLine, two: str) -> None:
    reviewer.json("correct", two, "Aine Evans", "Owain Evans", "--all")
    reviewer.json("lead", two, "2")
    reviewer.json("correct", two, "(Owens's)", "(Ewens's)")
    reading = reviewer.json("show", two, "--cues")
    undone = reviewer.json("undo", two, "--steps", 3)["undone"]
    assert [label.split()[0] for label in undone] == ["Correct", "Lead", "Correct"]
    assert [cue["text"] for cue in reviewer.json("show", two, "--cues")] == list(TALK)
    assert reviewer.json("redo", two, "--steps", 3)["redone"] == undone[::-1]
    assert reviewer.json("show", two, "--cues") == reading


def test_a_file_is_read_anew(reviewer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "cafe.vtt"
    file.write_bytes(webvtt("Un café noir").encode("cp1252"))
    reviewer.json("import", file)
    value = reviewer.json("reread", "cafe", "--encoding", "windows-1251")
    assert value["leads"]["encoding"] == "windows-1251"
    assert reviewer.json("show", "cafe", "--cues")[0]["text"] == "Un cafй noir"
    assert "Re-read as" in reviewer.json("undo", "cafe")["undone"][0]
    assert reviewer.json("show", "cafe", "--cues")[0]["text"] == "Un café noir"
    assert "already" in reviewer.fails("reread", "cafe", "--encoding", "windows-1252")
    assert reviewer.fails("reread", "cafe", "--encoding", "nonsense").startswith("cafe.vtt")
    assert reviewer("reread", "cafe").status == 2


@pytest.mark.parametrize("names", [(), ("2",), ("1", "2")])
def test_compare_shows_where_the_words_differ(reviewer: CommandLine, two: str, names: tuple[str, ...]) -> None:
    value = reviewer.json("compare", two, *names)
    (found,) = value["differences"]
    assert (value["one"]["format"], value["other"]["format"]) == ("webvtt", "srt")
    assert (found["one"]["text"], found["other"]["text"], found["one"]["cue"]) == ("(Evans's)", "(Owens's)", 3)
    assert found["before"].endswith("Yes.")
    *lines, told = reviewer("compare", two, *names).out.splitlines()
    assert "[(Evans's) | (Owens's)]" in lines[0]
    assert told == "The words differ in 1\u00a0place."


def test_compare_needs_two_tracks(reviewer: CommandLine, two: str, write: Write) -> None:
    reviewer.json("import", write("alone.vtt", "Alone"))
    assert "only one" in reviewer.fails("compare", "alone")
    assert reviewer("compare", two, "1", "2", "1").status == 2
    assert reviewer("compare", two, "1", "1").out == "All words are the same.\n"


def test_oddities_have_lines(reviewer: CommandLine, two: str, tmp_path: Path) -> None:
    (tmp_path / "odd.srt").write_text("1\n00:00:05,000 --> 00:00:02,000\nbackwards\n", "utf-8")
    reviewer.json("import", tmp_path / "odd.srt")
    (odd, *_) = reviewer.json("oddities", "odd")
    assert (odd["file"], odd["line"]) == ("odd.srt", 2)
    assert reviewer("oddities", "odd").out.startswith(f"odd.srt, line 2: {odd['what']}")
    assert reviewer.json("oddities", two, "--all") == []


def test_what_fits_no_longer_is_listed_and_placed(reviewer: CommandLine, two: str) -> None:
    reviewer.json("correct", two, "Evans's", "Ewens's", "--cue", 3)
    reviewer.json("correct", two, "Aine Evans", "Owain Evans", "--cue", 0)
    assert reviewer.json("lead", two, "2")["unfit"] == 1
    (lost,) = reviewer.json("carried", two)
    assert (lost["outcome"], lost["heard"], lost["cue"], lost["near_cue"]) == ("unfit", "(Evans's)", 3, 3)
    assert [row["outcome"] for row in reviewer.json("carried", two, "--all")] == ["carried", "unfit"]
    assert reviewer("carried", two).out.startswith(f"{lost['id'][:8]}\tunfit\t")
    assert "does not stand in cue 2" in reviewer.fails("place", two, lost["id"], "--cue", 2, "Owens")
    value = reviewer.json("place", two, lost["id"][:8], "--cue", 3, "Owens's")
    assert [(one["cue"], one["meant"]) for one in value["corrections"]] == [(3, "Ewens")]
    assert reviewer.json("carried", two) == []
    assert "Ewens" in reviewer.json("show", two, "--cues")[3]["text"]


def test_a_place_must_be_one(reviewer: CommandLine, talk: str, write: Write) -> None:
    reviewer.json("correct", talk, "Aine Evans", "Owain Evans", "--cue", 0)
    reviewer.json("import", write("talk.vtt", "so so", *TALK[1:]), "--slug", talk)
    (lost,) = reviewer.json("carried", talk)
    assert "2 times" in reviewer.fails("place", talk, lost["id"], "--cue", 0, "so")
    assert "no correction" in reviewer.fails("place", talk, "ffffffff", "--cue", 0, "so")


def test_a_file_name_that_is_hostile_stays_one_line(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("a\u202eb\n\x1b[2J.vtt", "Hello"), "--slug", "x")
    run = reviewer("tracks", "x")
    assert run.out.count("\n") == 1
    assert not set(run.out) & set("\x1b\u202e")
