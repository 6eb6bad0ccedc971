"""`reviewer score`: an object for one episode, a list for several or all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import CommandLine

Write = Callable[..., Path]


def test_one_episode_is_one_object(reviewer: CommandLine, talk: str) -> None:
    value = reviewer.json("score", talk)
    assert list(value) == ["episode", "lexicon", "statistics", "leaning", "lens", "confidence", "slices"]
    assert value["episode"] == talk
    assert sorted(value["lexicon"]) == ["id", "sha256", "version"]
    assert list(value["statistics"]) == [
        "slices", "median", "mean", "mean_low", "mean_high", "min", "max", "p10", "p90", "risk_pct", "mixed_pct", "silent_pct",
        "opportunity_pct",
    ]  # fmt: skip


def test_slices_and_terms_have_their_shape(reviewer: CommandLine, talk: str) -> None:
    value = reviewer.json("score", talk)
    slices = value["slices"]
    assert [part["number"] for part in slices] == list(range(1, len(slices) + 1))
    keys = ["number", "start_ms", "end_ms", "first_cue", "last_cue", "words", "score", "band", "terms"]
    assert all(list(part) == keys for part in slices)
    terms = [term for part in slices for term in part["terms"]]
    assert terms
    assert all(list(t) == ["text", "pattern", "side", "weight", "value", "counted", "why"] for t in terms)
    assert {t["side"] for t in terms} <= {"risk", "opportunity"}
    assert {type(t["counted"]) for t in terms} == {bool}


def test_several_or_all_are_a_list(reviewer: CommandLine, talk: str, write: Write) -> None:
    reviewer.json("import", write("other.vtt", "Other words"))
    assert [one["episode"] for one in reviewer.json("score")] == ["other", talk]
    assert [one["episode"] for one in reviewer.json("score", talk, "oth", "other")] == [talk, "other"]
    assert reviewer("score").out.count("\n") == 2


def test_of_several_the_good_are_scored_and_the_bad_told(reviewer: CommandLine, talk: str) -> None:
    run = reviewer("score", "nothing", talk, "--json")
    assert run.status == 1
    assert [one["episode"] for one in run.value] == [talk]
    assert run.err.startswith("No episode “nothing”")


def test_figures_follow_each_correction_and_come_back(reviewer: CommandLine, talk: str) -> None:
    before = reviewer.json("score", talk)
    reviewer.json("correct", talk, "catastrophe", "weather")
    assert reviewer.json("score", talk) != before
    reviewer.json("undo", talk)
    assert reviewer.json("score", talk) == before


@pytest.mark.parametrize("content", ["WEBVTT\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n[Music]\n"])
def test_a_track_without_words(reviewer: CommandLine, tmp_path: Path, content: str) -> None:
    (tmp_path / "still.vtt").write_text(content)
    reviewer.json("import", tmp_path / "still.vtt")
    assert reviewer.json("score", "still")["statistics"]["risk_pct"] == 0
    assert reviewer.json("show", "still")["episode"] == "still"
