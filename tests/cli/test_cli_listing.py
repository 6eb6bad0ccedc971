"""`reviewer list`, `show` and `search`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, CommandLine

Write = Callable[..., Path]


def test_the_list_tells_of_each_episode(reviewer: CommandLine, talk: str) -> None:
    (episode,) = reviewer.json("list")
    assert {
        "episode": talk, "title": "A talk", "series": "", "shelf": "", "lens": None, "lens_label": None, "cues": 7, "duration_ms": 28_000,
        "status": "new",
    }.items() <= episode.items()  # fmt: skip
    assert reviewer("list").out == "a-talk\t28\u00a0s\tTo assess\tA talk\n"


def test_an_empty_library_is_made_and_lists_nothing(reviewer: CommandLine, library: Path) -> None:
    assert reviewer.json("list") == []
    assert library.is_file()


def test_the_list_by_status_and_shelf(reviewer: CommandLine, talk: str, write: Write) -> None:
    reviewer.json("import", write("other.vtt", "Another"))
    reviewer.json("assess", talk, "--set", "summary=Good")
    assert [e["episode"] for e in reviewer.json("list", "--status", "assessing")] == [talk]
    assert [e["episode"] for e in reviewer.json("list", "--status", "new")] == ["other"]
    assert reviewer.json("list", "--shelf", "none such") == []


def test_status_follows_what_was_done(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    def status() -> str:
        (episode,) = reviewer.json("list")
        return str(episode["status"])

    seen = [status()]
    for command in (
        ("assess", talk, "--set", "summary=Good"),
        ("assess", talk, "--state", "ready"),
        ("export", talk, "--to", tmp_path / "out"),
        ("correct", talk, "Aine Evans", "Owain Evans", "--all"),
        ("export", talk, "--to", tmp_path / "out"),
        ("assess", talk, "--set", "summary=Better"),
        ("undo", talk),
    ):
        reviewer.json(*command)
        seen.append(status())
    assert seen == ["new", "assessing", "ready", "exported", "stale", "exported", "stale", "exported"]


def test_show_gives_paragraphs_without_marks(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("talk.vtt", "Hello.", ">> Well, hello.", ">> [Music]"))
    value = reviewer.json("show", "talk")
    assert value["episode"] == "talk"
    assert [row["text"] for row in value["paragraphs"]] == ["Hello.", "Well, hello.", "[Music]"]
    assert [row["speaker"] for row in value["paragraphs"]] == [None] * 3
    assert [row["start_ms"] // 4_000 for row in value["paragraphs"]] == [0, 1, 2]
    assert reviewer("show", "talk").out.splitlines()[0] == "0:00  Hello."


def test_show_by_cue(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("talk.vtt", "<v Ann>Hello.\nthere", ">>", "[Music]"))
    rows = reviewer.json("show", "talk", "--cues")
    assert rows == [
        {"cue": 0, "start_ms": 0, "end_ms": 4_000, "text": "Hello.\nthere", "speaker": "Ann", "kind": "word"},
        {"cue": 1, "start_ms": 4_000, "end_ms": 8_000, "text": ">>", "speaker": None, "kind": "mark"},
        {"cue": 2, "start_ms": 8_000, "end_ms": 12_000, "text": "[Music]", "speaker": None, "kind": "event"},
    ]
    assert reviewer("show", "talk", "--cues").out.splitlines()[0] == "0:00\tHello. / there"


def test_show_by_word(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("talk.vtt", ">> Hello [Music]"))
    rows = reviewer.json("show", "talk", "--words")
    assert [(row["text"], row["kind"]) for row in rows] == [(">>", "mark"), ("Hello", "word"), ("[Music]", "event")]
    assert {"cue", "start_ms", "end_ms", "text", "speaker", "kind"} <= rows[0].keys()


def test_a_transcript_without_times_has_none(reviewer: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("One line.\nAnother line.\n", "utf-8")
    reviewer.json("import", tmp_path / "plain.txt")
    for how in ("--cues", "--words"):
        assert {(row["start_ms"], row["end_ms"]) for row in reviewer.json("show", "plain", how)} == {(None, None)}
    assert reviewer.json("show", "plain")["paragraphs"][0]["start_ms"] is None
    assert reviewer("show", "plain").out.startswith("One line.")


def test_an_empty_track_shows_nothing(reviewer: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "silent.srt").write_bytes(b"")
    reviewer.json("import", tmp_path / "silent.srt")
    assert reviewer.json("show", "silent")["paragraphs"] == []
    assert reviewer.json("show", "silent", "--words") == reviewer.json("show", "silent", "--cues") == []
    assert reviewer.json("score", "silent")["slices"] == []


def test_after_corrections_every_word_has_its_cue_and_times(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("correct", talk, "Aine Evans", "Owain of the Evanses", "--all")
    reviewer.json("correct", talk, "existential risk and catastrophe", "x-risk", "--why", "shorter")
    rows = reviewer.json("show", talk, "--words")
    assert all(isinstance(row["start_ms"], int) and row["start_ms"] <= row["end_ms"] for row in rows)
    assert [row["cue"] for row in rows] == sorted(row["cue"] for row in rows)
    times = [row["start_ms"] for row in rows]
    assert times == sorted(times)
    shown = " ".join(row["text"] for row in rows)
    assert shown == " ".join(row["text"] for row in reviewer.json("show", talk, "--cues"))
    assert "Owain of the Evanses" in shown


def test_imported_shows_the_file_whatever_was_corrected(reviewer: CommandLine, talk: str) -> None:
    before = {how: reviewer.json("show", talk, *how) for how in ((), ("--cues",), ("--words",))}
    reviewer.json("correct", talk, "Aine Evans", "Owain Evans", "--all")
    for how, shown in before.items():
        assert reviewer.json("show", talk, *how, "--imported") == shown
        assert reviewer.json("show", talk, *how) != shown
    assert [row["text"] for row in reviewer.json("show", talk, "--cues", "--imported")] == list(TALK)


def corpus_tracks() -> list[str]:
    folder = Path(__file__).parents[3] / "shared" / "corpus" / "captions"
    return sorted(str(path.relative_to(folder)) for path in folder.glob("*/*.vtt.words.tsv"))


@pytest.mark.parametrize("track", corpus_tracks())
def test_no_word_of_a_roll_up_is_lost_or_moved(reviewer: CommandLine, corpus: Path, track: str) -> None:
    listed = corpus / "captions" / track
    reviewer.json("import", listed.with_name(listed.name.removesuffix(".words.tsv")), "--slug", "track")
    pairs = [line.split("\t") for line in listed.read_text("utf-8").splitlines()]
    rows = reviewer.json("show", "track", "--words", "--imported")
    assert [(row["start_ms"], row["text"]) for row in rows] == [(int(ms), word) for ms, word in pairs]


def test_the_terminal_never_gets_control_characters(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("talk.vtt", "Bon\u00a0! \x1b[2J \u202eevil\u202c می\u200cخواهم"))
    for how in ((), ("--cues",), ("--words",)):
        out = reviewer("show", "talk", *how).out
        assert not set(out) & set("\x1b\u202e\u202c")
        assert "می\u200cخواهم" in out
    assert "Bon !" in reviewer("show", "talk", "--cues").out


# Search
def test_search_finds_as_read_and_as_heard(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("correct", talk, "Aine Evans", "Owain Evans", "--cue", 0)
    (read,) = reviewer.json("search", "owain")
    assert {"episode": talk, "cue": 0, "start_ms": 0}.items() <= read.items()
    assert "Owain" in read["snippet"]
    assert [row["cue"] for row in reviewer.json("search", "aine")] == [0, 1, 5]
    assert "\ue000" not in read["snippet"]
    assert reviewer("search", "owain").out.startswith("a-talk\t0:00\t")


@pytest.mark.parametrize(
    ("query", "cues"),
    [
        ('"alignment and"', [1]), ("and alignment", [1]), ('"and alignment"', []), ("", []), ("   ", []), ('"', []),
        ("zebra", []), ("AND", [1, 2, 4, 6]), ("NOT", []), ("welcome OR zebra", []), ("welc*", [1]), ("text:welcome", []),
        ("(welcome", [1]), ("wel", [1]), ("'; drop table cues; --", []), ("NEAR(welcome you)", []), ("^So", [0, 5]),
        ("-welcome", [1]), ('welcome"', [1]), ("\u202e", []), ("x" * 5_000, []), ("a b " * 500, []),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("talk")
def test_no_query_is_wrong(reviewer: CommandLine, query: str, cues: list[int]) -> None:
    assert [row["cue"] for row in reviewer.json("search", "--limit=9", "--", query)] == cues


def test_search_in_hebrew_and_arabic(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("rtl.vtt", "שלום לכולם", "السلام عليكم"))
    assert [row["cue"] for row in reviewer.json("search", "שלום")] == [0]
    assert [row["snippet"] for row in reviewer.json("search", "السلام")] == ["السلام عليكم"]


def test_a_limit_holds(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("many.vtt", *["again"] * 9))
    assert len(reviewer.json("search", "again", "--limit", 4)) == 4
    assert reviewer.json("search", "again", "--limit", 0) == []
    assert len(reviewer.json("search", "again", "--limit", "9" * 30)) == 9


VOICES = "<v Ann>Hello there <v Bob>and hello to you"


def test_each_word_has_its_own_speaker_and_a_cue_the_first(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("talk.vtt", VOICES, "Nobody"))
    assert [row["speaker"] for row in reviewer.json("show", "talk", "--words")] == ["Ann"] * 2 + ["Bob"] * 4 + [None]
    assert [row["speaker"] for row in reviewer.json("show", "talk", "--cues")] == ["Ann", None]


@pytest.mark.parametrize("option", ["--cues", "--words"])
def test_a_long_list_is_written_item_by_item_as_json_would_be(
    reviewer: CommandLine, talk: str, tmp_path: Path, option: str
) -> None:
    out = reviewer("show", talk, option, "--json").out
    assert out == json.dumps(json.loads(out), ensure_ascii=False, indent=1) + "\n"
    (tmp_path / "empty.srt").touch()
    reviewer("import", tmp_path / "empty.srt")
    assert reviewer("show", "empty", option, "--json").out == "[]\n"
