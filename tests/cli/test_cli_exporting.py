"""`reviewer export`, `publish` and `verify`: the same state gives the same bytes, anywhere."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import webvtt
from tests.cli.command_line import CommandLine, typed

from reviewer import paths

Write = Callable[..., Path]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_an_export_lists_every_file_with_its_hash(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    value = reviewer.json("export", talk, "--to", folder)
    assert value["folder"] == str(folder)
    there = tree(folder)
    assert [file["path"] for file in value["files"]] == sorted(there)
    for file in value["files"]:
        assert sorted(file) == ["bytes", "path", "sha256"]
        assert hashlib.sha256(there[file["path"]]).hexdigest() == file["sha256"]
        assert len(there[file["path"]]) == file["bytes"]
    assert f"{talk}/manifest.json" in there


def test_exporting_twice_gives_the_same_bytes(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("correct", talk, "Aine Evans", "Owain Evans", "--all", "--why", "Said so")
    reviewer.json("export", talk, "--to", tmp_path / "one")
    for command in (("undo", talk), ("redo", talk), ("undo", talk), ("redo", talk)):
        reviewer.json(*command)
    reviewer.json("export", talk, "--to", tmp_path / "two")
    reviewer.json("export", talk, "--to", tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_time_zone_and_locale_change_no_byte(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("correct", talk, "Aine Evans", "Ōwain Évans", "--all")
    reviewer.json("assess", talk, "--set", "summary=Größe – “quoted”")
    places = {
        "auckland": {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1"},
        "los-angeles": {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "2"},
    }
    for place, environment in places.items():
        done = typed("export", talk, "--to", tmp_path / place, environment=environment)
        assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "auckland") == tree(tmp_path / "los-angeles") != {}


def test_a_zip_holds_the_same_files(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("export", talk, "--to", tmp_path / "plain")
    value = reviewer.json("export", talk, "--to", tmp_path / "zip", "--zip")
    packed = tmp_path / "zip" / f"{talk}.zip"
    assert [file["path"] for file in value["files"]] == [packed.name]
    with zipfile.ZipFile(packed) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == tree(tmp_path / "plain")
    first = packed.read_bytes()
    reviewer.json("export", talk, "--to", tmp_path / "zip", "--zip")
    assert packed.read_bytes() == first
    assert reviewer.json("verify", packed)["problems"] == []
    assert reviewer.json("verify", packed, "--against", tmp_path / "plain" / talk)["differences"] == []


def test_all_episodes_or_several(reviewer: CommandLine, talk: str, write: Write, tmp_path: Path) -> None:
    reviewer.json("import", write("other.vtt", "Other words"))
    reviewer.json("export", "--all", "--to", tmp_path / "all")
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == [talk, "other"]
    run = reviewer("export", talk, "nothing", "oth", "--to", tmp_path / "some", "--json")
    assert run.status == 1
    assert {file["path"].split("/")[0] for file in run.value["files"]} == {talk, "other"}
    assert [refused["episode"] for refused in run.value["refused"]] == ["nothing"]
    assert tree(tmp_path / "all") == tree(tmp_path / "some")


@pytest.mark.parametrize("more", [(), ("--zip",)])
@pytest.mark.parametrize("kind", ["a file", "in a file", "too long"])
def test_a_folder_that_cannot_be_written(
    reviewer: CommandLine, talk: str, tmp_path: Path, kind: str, more: tuple[str, ...]
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    folder = {"a file": file, "in a file": file / "out", "too long": tmp_path / ("x" * 300)}[kind]
    assert reviewer.fails("export", talk, "--to", folder, *more)
    assert [path.name for path in tmp_path.iterdir() if path.name != "captions"] == ["file"]
    assert file.read_text() == "mine"


def test_exported_captions_read_back_with_their_times(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    before = reviewer.json("show", talk, "--cues")
    reviewer.json("correct", talk, "So Aine Evans", "So <b>Owain</b> & Owens")
    reviewer.json("export", talk, "--to", tmp_path)
    shown = [row["text"] for row in reviewer.json("show", talk, "--cues")]
    for suffix, read in ((".vtt", webvtt.read), (".srt", webvtt.from_srt)):
        back: list[Any] = list(read(str(tmp_path / talk / "captions" / f"{talk}{suffix}")))  # type: ignore[call-overload]
        assert [(c.start_time.in_milliseconds(), c.end_time.in_milliseconds()) for c in back] == [
            (row["start_ms"], row["end_ms"]) for row in before
        ]
        assert len(back) == len(shown)
    reviewer.json("--library", tmp_path / "again.sqlite", "import", tmp_path / talk / "captions" / f"{talk}.vtt")
    again = reviewer.json("--library", tmp_path / "again.sqlite", "show", talk, "--cues")
    assert [row["text"] for row in again] == shown


def test_word_times_of_a_roll_up_come_back(reviewer: CommandLine, corpus: Path, tmp_path: Path) -> None:
    reviewer.json("import", corpus / "captions" / "auto-vtt" / "en-talk-23min.vtt", "--slug", "t")
    reviewer.json("correct", "t", "Claude Code", "Claude  of Code", "--all")
    reviewer.json("export", "t", "--to", tmp_path)
    other = tmp_path / "other.sqlite"
    reviewer.json("--library", other, "import", tmp_path / "t" / "captions" / "t.vtt")
    words, back = reviewer.json("show", "t", "--words"), reviewer.json("--library", other, "show", "t", "--words")
    assert [word["text"] for word in back] == [word["text"] for word in words]
    own = [(a, b) for a, b in zip(words, back, strict=True) if not a["estimated"]]
    assert all(a["start_ms"] == b["start_ms"] for a, b in own)
    assert len(own) > 4_000


def test_with_every_decision_off_the_export_is_that_of_the_import(
    reviewer: CommandLine, talk: str, tmp_path: Path
) -> None:
    reviewer.json("export", talk, "--to", tmp_path / "one")
    for heard, meant in (("Evans", "Owens"), ("catastrophe", "weather"), ("Owens", "Parry")):
        reviewer.json("correct", talk, heard, meant, "--all")
    reviewer.json("undo", talk, "--steps", 3)
    reviewer.json("export", talk, "--to", tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_transcript_is_what_show_shows(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("export", talk, "--to", tmp_path)
    text = (tmp_path / talk / "transcript" / f"{talk}.txt").read_text("utf-8")
    assert text.strip().split("\n\n") == [row["text"] for row in reviewer.json("show", talk)["paragraphs"]]


# Verify
def test_a_whole_bundle_is_told(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("export", talk, "--to", tmp_path)
    value = reviewer.json("verify", tmp_path / talk)
    assert value == {"bundle": str(tmp_path / talk), "problems": [], "differences": []}
    assert reviewer("verify", tmp_path).out == "The bundle is whole.\n"


@pytest.mark.parametrize("harm", ["byte", "missing", "added", "manifest", "schema"])
def test_verify_finds_what_was_changed(reviewer: CommandLine, talk: str, tmp_path: Path, harm: str) -> None:
    reviewer.json("export", talk, "--to", tmp_path)
    bundle = tmp_path / talk
    score = bundle / "scores" / f"{talk}.json"
    match harm:
        case "byte":
            score.write_bytes(score.read_bytes()[:-2] + b" }")
        case "missing":
            score.unlink()
        case "added":
            (bundle / "extra.txt").write_text("x")
        case "manifest":
            (bundle / "manifest.json").write_text("{")
        case "schema":
            score.write_text(json.dumps({**json.loads(score.read_text()), "leaning": 7}))
    run = reviewer("verify", bundle, "--json")
    assert run.status == 1
    assert run.value["problems"]
    assert run.err.splitlines() == run.value["problems"]


def test_verify_tells_how_two_differ(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    reviewer.json("export", talk, "--to", tmp_path / "one")
    reviewer.json("correct", talk, "catastrophe", "disaster")
    reviewer.json("export", talk, "--to", tmp_path / "two")
    value = reviewer.json("verify", tmp_path / "one", "--against", tmp_path / "two")
    assert any(line.startswith(f"transcript/{talk}.txt: differs") for line in value["differences"])


@pytest.mark.parametrize("kind", ["missing", "empty folder", "text", "too long"])
def test_verify_needs_a_bundle(reviewer: CommandLine, tmp_path: Path, kind: str) -> None:
    path = tmp_path / ("x" * 300 if kind == "too long" else "there")
    if kind == "empty folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("no zip")
    assert str(tmp_path) in reviewer.fails("verify", path)


# Publish
def content_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "content"
    folder.mkdir(parents=True)
    return folder


def test_publish_writes_the_assessment_the_page_reads(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    content = content_folder(tmp_path)
    made = reviewer.json("assess", talk, "--set", "summary=Good", "--state", "ready")
    path = content / "resources" / "transcript-assessments" / f"{talk}.json"
    dry = reviewer.json("publish", talk, "--content", content, "--dry-run")
    assert (dry["dry_run"], dry["files"]) == (True, [{"path": str(path), "what": "new"}])
    assert list(content.iterdir()) == []
    for what in ("new", "same"):
        value = reviewer.json("publish", talk, "--content", content)
        assert value["files"] == [{"path": str(path), "what": what}]
    assert json.loads(path.read_text("utf-8")) == made
    schema = json.loads(paths.resource("schemas", "assessment-1.schema.json").read_text("utf-8"))
    jsonschema.validate(made, schema)
    reviewer.json("assess", talk, "--set", "summary=Better")
    assert reviewer("publish", talk, "--content", content).out == f"{path}: changed\n"


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_publishing_into_a_folder_of_another_name_warns(
    reviewer: CommandLine, talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    run = reviewer("publish", talk, "--content", tmp_path, "--json", *more)
    assert (run.status, run.value["files"][0]["what"]) == (0, "new")
    assert run.err.startswith(f"{tmp_path} is not called content")
    monkeypatch.chdir(content_folder(tmp_path))
    assert reviewer("publish", talk, "--content", ".", *more).err == ""


@pytest.mark.parametrize("kind", ["missing", "file", "too long"])
def test_publish_needs_the_content_folder(reviewer: CommandLine, talk: str, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / ("x" * 300 if kind == "too long" else "content")
    if kind == "file":
        folder.write_text("x")
    assert str(folder) in reviewer.fails("publish", talk, "--content", folder)
    assert kind == "file" or not folder.parent.joinpath("content").exists()


def test_publish_does_the_good_and_tells_the_bad(reviewer: CommandLine, talk: str, tmp_path: Path) -> None:
    run = reviewer("publish", "nothing", talk, "--content", content_folder(tmp_path), "--json")
    assert run.status == 1
    assert [file["what"] for file in run.value["files"]] == ["new"]
    assert [refused["episode"] for refused in run.value["refused"]] == ["nothing"]
