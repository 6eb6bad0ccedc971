"""The sample episode is what the guide says: a roll-up as YouTube writes it, really mis-heard, with its recording."""

import html
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SAMPLE = PROJECT / "resources" / "sample"
TRUTH = PROJECT / "tests" / "data" / "sample"
STEM = "the-lighthouse-keepers-model"
BLANK = " "
FLASH_MS = 10


class Cue(NamedTuple):
    start_ms: int
    end_ms: int
    upper: str
    lower: str

    @property
    def plain(self) -> str:
        return re.sub(r"<[^>]*>", "", self.lower)

    @property
    def times(self) -> list[int]:
        return [self.start_ms, *(ms_of(time) for time in re.findall(r"<([\d:.]+)>", self.lower))]


def ms_of(clock: str) -> int:
    hours, minutes, seconds, ms = map(int, re.split("[:.]", clock))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms


@pytest.fixture(scope="module")
def captions() -> str:
    return (SAMPLE / f"{STEM}.en.vtt").read_text("utf-8")


@pytest.fixture(scope="module")
def cues(captions: str) -> list[Cue]:
    form = r"([\d:]{8}\.\d{3}) --> ([\d:]{8}\.\d{3}) align:start position:0%\n([^\n]+)\n([^\n]+)"
    blocks = captions.split("\n\n")[1:-1]
    matches = [re.fullmatch(form, block) for block in blocks]
    assert all(matches), [block for block, match in zip(blocks, matches, strict=True) if not match]
    return [Cue(ms_of(m[1]), ms_of(m[2]), m[3], m[4]) for m in matches if m]


@pytest.fixture(scope="module")
def heard(cues: list[Cue]) -> str:
    rows = " ".join(html.unescape(cue.plain) for cue in cues if cue.lower != BLANK)
    return " ".join(rows.replace(">>", " ").split())


@pytest.fixture(scope="module")
def true_turns() -> list[tuple[str, str]]:
    lines = (TRUTH / "true-text.txt").read_text("utf-8").split("\n")
    return [(speaker, text) for speaker, colon, text in (line.partition(": ") for line in lines) if colon]


def misheard() -> list[tuple[str, str]]:
    lines = (TRUTH / "misheard.tsv").read_text("utf-8").splitlines()
    assert lines[0] == "heard\tmeant"
    return [(heard, meant) for heard, meant in (line.split("\t") for line in lines[1:])]


def names() -> list[str]:
    return (SAMPLE / "glossary.txt").read_text("utf-8").splitlines()


def test_captions_have_the_header_that_youtube_writes(captions: str) -> None:
    assert captions.startswith("WEBVTT\nKind: captions\nLanguage: en\n\n")
    assert captions.endswith("\n\n")


def test_each_row_is_spoken_and_then_flashes_alone(cues: list[Cue]) -> None:
    spoken, flashes = cues[::2], cues[1::2]
    assert len(spoken) == len(flashes) + 1
    assert all(cue.lower != BLANK and cue.end_ms - cue.start_ms > FLASH_MS for cue in spoken)
    assert all(cue.lower == BLANK and cue.end_ms - cue.start_ms == FLASH_MS for cue in flashes)


def test_the_upper_row_repeats_the_one_before_or_restarts(cues: list[Cue]) -> None:
    for row, flash, following in zip(cues[::2], cues[1::2], cues[2::2], strict=False):
        assert flash.upper in {row.plain, BLANK}
        assert following.upper == flash.upper


def test_the_screen_restarts_after_long_pauses_only(cues: list[Cue]) -> None:
    restarts = [row for row, flash in zip(cues[::2], cues[1::2], strict=False) if flash.upper == BLANK]
    assert len(restarts) >= 3
    assert all(row.end_ms - row.times[-1] > 3_000 for row in restarts)


def test_times_run_on_without_gaps(cues: list[Cue]) -> None:
    assert all(before.end_ms == after.start_ms for before, after in pairwise(cues))
    assert all(early < late for cue in cues for early, late in pairwise(cue.times))
    assert all(cue.times[-1] < cue.end_ms for cue in cues)


def test_rows_are_as_wide_as_on_the_screen(cues: list[Cue]) -> None:
    widths = [len(html.unescape(cue.plain).removeprefix(">> ")) for cue in cues[::2]]
    assert max(widths) <= 40
    assert sorted(widths)[len(widths) // 2] >= 30


def test_every_change_of_speaker_is_marked(captions: str, cues: list[Cue], true_turns: list[tuple[str, str]]) -> None:
    assert ">> " not in captions
    assert sum(cue.lower.startswith("&gt;&gt; ") for cue in cues) == len(true_turns) - 1
    assert len({speaker for speaker, _ in true_turns}) == 3


def test_nearly_every_word_was_heard(heard: str, true_turns: list[tuple[str, str]]) -> None:
    spoken = sum(len(text.split()) for _, text in true_turns)
    assert len(heard.split()) == pytest.approx(spoken, rel=0.08)


@pytest.mark.parametrize(("form", "meant"), misheard())
def test_a_name_was_misheard(heard: str, true_turns: list[tuple[str, str]], form: str, meant: str) -> None:
    assert re.search(rf"(?<!\w){re.escape(form)}(?!\w)", heard)
    assert any(meant in text for _, text in true_turns)
    assert form != meant


def test_a_dozen_names_and_more_were_misheard() -> None:
    assert len({meant for _, meant in misheard()}) >= 12
    assert len(set(misheard())) == len(misheard())


def test_the_glossary_holds_every_name_that_was_misheard() -> None:
    parts = {part for name in names() for part in (name, *name.split())}
    assert {meant for _, meant in misheard()} <= parts


def test_the_glossary_holds_only_names_that_are_spoken(true_turns: list[tuple[str, str]]) -> None:
    said = " ".join(text for _, text in true_turns)
    assert [name for name in names() if name not in said] == []
    assert names() == sorted(set(names()))


def test_the_recording_is_a_small_opus_in_ogg() -> None:
    recording = SAMPLE / f"{STEM}.opus"
    with recording.open("rb") as file:
        start = file.read(64)
    assert start.startswith(b"OggS")
    assert b"OpusHead" in start
    assert 1_000_000 < recording.stat().st_size < 4_000_000


def test_the_conversation_lasts_over_ten_minutes(cues: list[Cue]) -> None:
    assert 10 * 60_000 < cues[-1].end_ms < 13 * 60_000


def test_the_source_tells_what_an_importer_needs(cues: list[Cue]) -> None:
    info = json.loads((SAMPLE / f"{STEM}.info.json").read_text("utf-8"))
    assert (info["title"], info["series"]) == ("The lighthouse keeper's model", "Sample")
    assert re.fullmatch(r"[\w-]{11}", info["id"])
    assert re.fullmatch(r"\d{8}", info["upload_date"])
    assert "Noriko Ishiwata" in info["description"]
    assert info["tags"]
    assert info["duration"] * 1000 == pytest.approx(cues[-1].end_ms, abs=5_000)
