"""`reviewer correct`, `undo`, `redo` and `corrections`."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, CommandLine, typed

Write = Callable[..., Path]


def cues(reviewer: CommandLine, episode: str) -> list[str]:
    return [row["text"] for row in reviewer.json("show", episode, "--cues")]


def test_a_correction_tells_what_it_laid(reviewer: CommandLine, talk: str) -> None:
    value = reviewer.json("correct", talk, "Welcome", "good evening", "--why", "said so")
    (one,) = value["corrections"]
    assert value == {
        "decision": value["decision"],
        "corrections": [
            {
                "id": one["id"], "cue": 1, "last_cue": 1, "start_ms": one["start_ms"], "heard": "welcome",
                "meant": "good evening",
            }
        ],
        "bands_changed": 0,
    }  # fmt: skip
    assert len(value["decision"]) == len(one["id"]) == 32
    assert 4_000 < one["start_ms"] < 8_000
    assert cues(reviewer, talk)[1] == "Aine Evans, good evening. You work on alignment and"


def test_several_places_are_listed_and_nothing_is_done(reviewer: CommandLine, talk: str) -> None:
    run = reviewer("correct", talk, "Evans", "Owens", "--json")
    assert run.status == 1
    assert run.err.count("\n") == 1
    assert (
        "5\u00a0places: cue 0 at 0:03 “… talking with Aine Evans. Aine Evans, welcome. …”, cue 1 at 0:04 “" in run.err
    )
    assert run.value["decision"] is None
    assert run.value["corrections"] == []
    assert [place["cue"] for place in run.value["places"]] == [0, 1, 3, 4, 6]
    assert run.value["places"][2]["context"] == "… and catastrophe. Yes. (Evans's) first book was …"
    assert cues(reviewer, talk) == list(TALK)
    assert reviewer.json("corrections", talk) == []


def test_at_most_twenty_places_are_told(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("t.vtt", *[f"word {n} of it" for n in range(30)]))
    run = reviewer("correct", "t", "word", "term", "--json")
    assert "cue 19 at 1:16 “… 18 of it word 19 of it …” and 10 more." in run.err
    assert "cue 20" not in run.err
    assert len(run.value["places"]) == 30


def test_all_places_are_one_decision(reviewer: CommandLine, talk: str) -> None:
    value = reviewer.json("correct", talk, "evans", "Owens", "--all")
    assert [row["cue"] for row in value["corrections"]] == [0, 1, 3, 4, 6]
    assert {(row["heard"], row["meant"]) for row in value["corrections"]} == {("Evans", "Owens")}
    assert cues(reviewer, talk) == [text.replace("Evans", "Owens") for text in TALK]
    assert reviewer.json("undo", talk) == {"undone": ["Correct “Owens” in 5 places"]}
    assert cues(reviewer, talk) == list(TALK)


def test_one_cue_is_named(reviewer: CommandLine, talk: str) -> None:
    value = reviewer.json("correct", talk, "Evans", "Owens", "--cue", 3)
    assert [row["cue"] for row in value["corrections"]] == [3]
    assert cues(reviewer, talk)[3] == "Yes. (Owens's) first book was about interpretability,"
    assert "in cue 99" in reviewer.fails("correct", talk, "Evans", "Owens", "--cue", 99)


def test_twice_in_one_cue_needs_more_words(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("t.vtt", "so so it is"))
    told = reviewer("correct", "t", "so", "thus", "--cue", 0).err
    assert "Give more of the words round it" in told
    assert reviewer.json("correct", "t", "so it", "thus it")["corrections"][0]["heard"] == "so it"
    assert cues(reviewer, "t") == ["so thus it is"]


def test_over_the_border_of_cues(reviewer: CommandLine, talk: str) -> None:
    (one,) = reviewer.json("correct", talk, "So Aine Evans", "So Owain Owens")["corrections"]
    assert (one["cue"], one["last_cue"]) == (5, 6)
    assert cues(reviewer, talk)[5:] == ["So Owain", "Owens it is, and thank you."]


def test_corrected_words_are_corrected_again(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("correct", talk, "existential risk", "x risk")
    (one,) = reviewer.json("correct", talk, "risk and catastrophe", "danger")["corrections"]
    assert (one["heard"], one["meant"]) == ("existential risk and catastrophe", "x danger")
    assert cues(reviewer, talk)[2] == "you wrote about x danger."
    assert [(r["is_shown"], bool(r["stands_under"])) for r in reviewer.json("corrections", talk)] == [
        (False, True), (True, False),
    ]  # fmt: skip
    reviewer.json("undo", talk)
    assert cues(reviewer, talk)[2] == "you wrote about x risk and catastrophe."
    reviewer.json("undo", talk)
    assert cues(reviewer, talk) == list(TALK)


@pytest.mark.parametrize(
    ("heard", "meant", "reads"),
    [
        ("Evans", "Owens", "Here Owens. (Owens's) so, um, Owens, and Owens’s “Owens” C++ end"),
        ("Evans.", "Owens.", "Here Owens. (Owens's) so, um, Owens, and Owens’s “Owens” C++ end"),
        ("Evans,", "Owens", "Here Evans. (Evans's) so, um, Owens and Evans’s “Evans” C++ end"),
        ("Here Evans.", "", "(Evans's) so, um, Evans, and Evans’s “Evans” C++ end"),
        ("Evans's", "Owens’s", "Here Owens. (Owens's) so, um, Owens, and Owens’s “Owens” C++ end"),
        ("Evans,", "Evans", "Here Evans. (Evans's) so, um, Evans and Evans’s “Evans” C++ end"),
        ("Evans,", "Owens.", "Here Evans. (Evans's) so, um, Owens. and Evans’s “Evans” C++ end"),
        ("so", "so.", "Here Evans. (Evans's) so, um, Evans, and Evans’s “Evans” C++ end"),
        ("so,", "so.", "Here Evans. (Evans's) so. um, Evans, and Evans’s “Evans” C++ end"),
        ("Here Evans", "Here Evans Jr.", "Here Evans Jr. (Evans's) so, um, Evans, and Evans’s “Evans” C++ end"),
        ("um", "", "Here Evans. (Evans's) so, Evans, and Evans’s “Evans” C++ end"),
        ("C++", "Rust", "Here Evans. (Evans's) so, um, Evans, and Evans’s “Evans” Rust end"),
        ("end", "the end", "Here Evans. (Evans's) so, um, Evans, and Evans’s “Evans” C++ the end"),
    ],
)
def test_outer_punctuation(reviewer: CommandLine, write: Write, heard: str, meant: str, reads: str) -> None:
    reviewer.json("import", write("t.vtt", "Here Evans. (Evans's) so, um, Evans, and Evans’s “Evans” C++ end"))
    reviewer("correct", "t", heard, meant, "--all")
    assert cues(reviewer, "t") == [reads]


@pytest.mark.parametrize(
    ("heard", "meant", "told"),
    [
        ("Nobody", "Somebody", "“Nobody” does not stand in this transcript. Nothing was changed."),
        ("", "x", "“” does not stand in this transcript. Nothing was changed."),
        ("catastrophe", "catastrophe", "“catastrophe” stands there already. Nothing was changed."),
        ("vans", "x", "“vans” does not stand in this transcript. Nothing was changed."),
    ],
)
def test_what_cannot_be_corrected(reviewer: CommandLine, talk: str, heard: str, meant: str, told: str) -> None:
    assert reviewer.fails("correct", talk, heard, meant) == told
    assert reviewer.json("corrections", talk) == []


def test_bands_changed_counts_slices(reviewer: CommandLine, write: Write) -> None:
    risk = "catastrophe and existential risk and extinction, " * 30
    reviewer.json("import", write("t.vtt", *[risk] * 10))
    before = [s["band"] for s in reviewer.json("score", "t")["slices"]]
    moved = sum(
        reviewer.json("correct", "t", term, "weather", "--all")["bands_changed"]
        for term in ("catastrophe", "existential risk", "extinction")
    )
    after = [s["band"] for s in reviewer.json("score", "t")["slices"]]
    assert set(before) == {"risk-forward"}
    assert set(after) == {"silent"}
    assert moved >= len(before)


def test_undo_and_redo_by_steps(reviewer: CommandLine, talk: str) -> None:
    for heard, meant in (("catastrophe", "disaster"), ("welcome", "hello"), ("alignment", "safety")):
        reviewer.json("correct", talk, heard, meant)
    corrected = cues(reviewer, talk)
    labels = ["Correct “safety”", "Correct “hello”", "Correct “disaster”"]
    assert reviewer.json("undo", talk, "--steps", 2) == {"undone": labels[:2]}
    run = reviewer("undo", talk, "--steps", 9, "--json")
    assert (run.status, run.value, run.err) == (0, {"undone": labels[2:]}, "Nothing to undo.\n")
    assert cues(reviewer, talk) == list(TALK)
    assert reviewer.fails("undo", talk) == "Nothing to undo."
    assert reviewer.json("redo", talk, "--steps", 3) == {"redone": labels[::-1]}
    assert cues(reviewer, talk) == corrected
    assert reviewer.fails("redo", talk, "--json") == "Nothing to redo."
    assert reviewer.json("undo", talk, "--steps", 0) == {"undone": []}


def test_redo_ends_where_something_new_is_decided(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("correct", talk, "catastrophe", "disaster")
    reviewer.json("undo", talk)
    reviewer.json("correct", talk, "welcome", "hello")
    assert reviewer.fails("redo", talk) == "Nothing to redo."


def test_undo_and_redo_from_other_processes(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("correct", talk, "catastrophe", "disaster")
    assert typed("undo", talk, "--json").stdout.split() == ["{", '"undone":', "[", '"Correct', '“disaster”"', "]", "}"]
    assert cues(reviewer, talk) == list(TALK)
    assert typed("redo", talk).stdout == "Redone: Correct “disaster”\n"
    assert "disaster" in cues(reviewer, talk)[2]


def test_the_list_says_who_when_and_why(reviewer: CommandLine, talk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "gwen")
    reviewer.json("correct", talk, "catastrophe", "disaster", "--kind", "term", "--why", "Her word")
    (row,) = reviewer.json("corrections", talk)
    assert {
        "cue": 2, "last_cue": 2, "heard": "catastrophe", "meant": "disaster", "kind": "term", "person": "gwen",
        "why": "Her word", "source": "person", "withdrawn": False, "is_shown": True,
    }.items() <= row.items()  # fmt: skip
    assert row["at"].endswith("Z")
    run = reviewer("corrections", talk)
    assert "catastrophe → disaster\tgwen, " in run.out
    assert "Her word" in run.out


def test_what_was_undone_is_not_listed(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("correct", talk, "catastrophe", "disaster")
    reviewer.json("undo", talk)
    assert reviewer.json("corrections", talk) == []


def test_hostile_words_stay_words(reviewer: CommandLine, talk: str) -> None:
    meant = "<script>\u202e'; drop table cues;--\x1b[2J"
    reviewer.json("correct", talk, "catastrophe", meant, "--why", "a\nb\x07")
    assert "drop table" in cues(reviewer, talk)[2]
    for command in (("corrections", talk), ("undo", talk)):
        run = reviewer(*command)
        assert run.out.count("\n") == 1
        assert not set(run.out) & set("\x1b\x07\u202e")


def test_two_processes_correct_at_once_and_nothing_is_lost(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("t.vtt", *[f"left{n} right{n}" for n in range(8)]))
    loop = (
        "import sys; from reviewer.cli.main import main\n"
        "for n in range(8): assert main(['correct', 't', f'{sys.argv[1]}{n}', f'{sys.argv[1].upper()}-{n}']) == 0\n"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", loop, side], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for side in ("left", "right")
    ]
    assert [process.communicate(timeout=60)[1] for process in both] == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]
    assert cues(reviewer, "t") == [f"LEFT-{n} RIGHT-{n}" for n in range(8)]
    assert len(reviewer.json("corrections", "t")) == 16
