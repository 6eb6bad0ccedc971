"""`reviewer media`, `heard` and `assess`."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.command_line import CommandLine, typed

from reviewer.app.listening import Hearing
from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace


def recording(folder: Path) -> Path:
    path = folder / "talk.opus"
    path.write_bytes(b"OggS" + bytes(3_000_000))
    return path


def test_a_recording_is_attached_by_its_bytes(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    path = recording(tmp_path)
    value = reviewer.json("media", talk, path)
    assert (value["file"], value["bytes"], len(value["sha256"])) == (str(path), 3_000_004, 64)
    assert reviewer.json("heard", talk)["recording"] == {"file": str(path), "sha256": value["sha256"]}
    assert "talk.opus is attached" in reviewer("media", talk, path).out


@pytest.mark.parametrize("what", ["missing", "folder", "empty", "device", "no text", "too long", "text"])
def test_a_recording_that_cannot_be_read(reviewer: CommandLine, talk: str, tmp_path: Path, what: str) -> None:
    path = {
        "missing": tmp_path / "missing.opus", "folder": tmp_path, "empty": tmp_path / "empty.opus", "device": Path("/dev/zero"),
        "no text": tmp_path / os.fsdecode(b"caf\xe9.opus"), "too long": tmp_path / ("x" * 300),
        "text": tmp_path / "notes.opus",
    }[what]  # fmt: skip
    if what in {"empty", "no text", "text"}:
        path.write_bytes({"empty": b"", "no text": b"OggS\0sound", "text": b"WEBVTT\n"}[what])
    assert reviewer.fails("media", talk, path)
    assert reviewer.json("heard", talk)["recording"] is None


def test_nothing_heard_without_a_recording(reviewer: CommandLine, talk: str) -> None:
    value = reviewer.json("heard", talk)
    assert {"duration_ms": None, "heard_ms": 0, "coverage": 0.0, "intervals": []}.items() <= value.items()
    assert "No recording attached" in reviewer("heard", talk).out


def test_the_ledger_of_what_was_played(reviewer: CommandLine, talk: str, library: Path, tmp_path: Path) -> None:
    reviewer.json("media", talk, recording(tmp_path))
    with Workspace(library, Settings().person) as opened:
        hearing: Hearing = opened.session(talk).hearing
        hearing.set_duration(20_000)
        hearing.note_played(0, 4_000, 1.0)
        hearing.note_played(3_000, 5_000, 1.5)
        hearing.note_played(10_000, 12_000, 3.0)
    value = reviewer.json("heard", talk)
    assert (value["duration_ms"], value["heard_ms"], value["coverage"]) == (20_000, 5_000, 0.25)
    assert value["intervals"] == [{"start_ms": 0, "end_ms": 5_000}]
    listening = reviewer.json("assess", talk)["listening"]
    assert (listening["listen_based"], listening["coverage"]) == (False, 0.25)


def test_the_document_is_there_from_the_import_on(reviewer: CommandLine, talk: str) -> None:
    made = reviewer.json("assess", talk)
    assert (made["schema"], made["episode"], made["title"], made["state"]) == (
        "reviewer-assessment/1", talk, "A talk", "draft",
    )  # fmt: skip
    assert (made["summary"], made["tags"], made["position"]) == ("", [], None)
    assert made["listening"]["listen_based"] is False
    assert sorted(made["made_against"]) == ["captions_sha256", "lexicon", "text_sha256", "version"]
    assert json.loads(reviewer("assess", talk).out) == made


def test_fields_are_set_as_one_decision(reviewer: CommandLine, talk: str) -> None:
    fields = (
        "summary=Good = better",
        "position=−12",
        "tags=safety, risk",
        "claims=One\nTwo",
        "evidence_mode=interview",
    )
    made = reviewer.json("assess", talk, *(part for f in fields for part in ("--set", f)), "--state", "ready")
    assert (made["summary"], made["position"], made["tags"]) == ("Good = better", -12, ["safety", "risk"])
    assert (made["claims"], made["evidence_mode"], made["state"]) == (["One", "Two"], "interview", "ready")
    assert reviewer.json("undo", talk) == {"undone": ["Assessment: 6\u00a0fields"]}
    assert reviewer.json("assess", talk)["state"] == "draft"
    assert reviewer.json("redo", talk)["redone"]
    assert reviewer.json("assess", talk) == made


def test_an_empty_value_empties_the_field(reviewer: CommandLine, talk: str) -> None:
    reviewer.json("assess", talk, "--set", "summary=Good")
    assert reviewer.json("assess", talk, "--set", "summary=")["summary"] == ""


@pytest.mark.parametrize(
    "fields",
    [
        ("nonsense=1",), ("position=500",), ("position=warm",), ("state=done",), ("evidence_mode=dream",), ("tags=[",),
        ("summary=Good", "position=101"), ("moments=now",), ("summary=a\x07b",), ("listening=1",), ("=x",),
        ("summary=" + "x" * 6_000,),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_writes_nothing(reviewer: CommandLine, talk: str, fields: tuple[str, ...]) -> None:
    before = reviewer.json("assess", talk)
    reviewer.fails("assess", talk, *(part for field in fields for part in ("--set", field)))
    assert reviewer.json("assess", talk) == before
    assert reviewer.fails("undo", talk) == "Nothing to undo."


def test_a_document_goes_out_and_comes_back(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    moment = '[{"start_ms": 4000, "end_ms": 8000, "quote": "welcome", "note": "", "verified": true}]'
    made = reviewer.json("assess", talk, "--set", "summary=Good", "--set", f"moments={moment}", "--state", "approved")
    file = tmp_path / "made.json"
    file.write_text(json.dumps(made), "utf-8")
    reviewer.json("undo", talk)
    assert reviewer.json("assess", talk, "--from", file) == made


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{\n "summary": 7}', "made.json, line 2: "), (b"{\n\n oops", "made.json, line 3: "), (b"[]", "made.json, line 1: "),
        (b'{"nonsense": 1}', "nonsense"), (b'{"episode": "other"}', "other"), (b"\xff\xfe\x00", "made.json"), (None, "no such file"),
        (b'{"summary": "\\ud800"}', "summary"), (b'{"summary": "a",\n"summary": "b"}', "line 2: “summary” stands twice"),
        (b'{"moments": [{"start_ms": 1, "end_ms": 2}]}', "has no quote"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_assessment_writes_nothing(
    reviewer: CommandLine, talk: str, tmp_path: Path, content: bytes | None, told: str
) -> None:
    file = tmp_path / "made.json"
    if content is not None:
        file.write_bytes(content)
    assert told in reviewer.fails("assess", talk, "--from", file, "--set", "leaning=Mixed")
    assert reviewer.fails("undo", talk) == "Nothing to undo."


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_fields_come_from_standard_input(talk: str, name: str) -> None:
    done = typed("assess", talk, "--from", name, "--json", input='{"summary": "Größe"}')
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"] == "Größe"
    assert typed("assess", talk, "--from", name, input="[").stderr.startswith("Standard input, line 1: ")


def test_of_a_short_recording_the_seconds_are_told(
    reviewer: CommandLine, talk: str, library: Path, tmp_path: Path
) -> None:
    reviewer.json("media", talk, recording(tmp_path))
    with Workspace(library, Settings().person) as opened:
        hearing = opened.session(talk).hearing
        hearing.set_duration(100_000)
        hearing.note_played(0, 61_999, 1.0)
    told = "Partly heard, 61 %: 1:02 of 1:40. Listen-based from 95 %. 0:34 to go.\n"
    assert reviewer("heard", talk).out.replace("\u00a0", " ") == told
