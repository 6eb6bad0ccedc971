"""Verifying a bundle and telling two apart."""

import json
from pathlib import Path

import pytest
from tests.publish.material import make_assessment, make_material

from reviewer.errors import FileTrouble, Refused
from reviewer.publish.bundle import bundle
from reviewer.publish.manifest import file_rows, json_bytes
from reviewer.publish.verify import differences, verify
from reviewer.publish.writing import write_bundle, zip_bundle

FILES = bundle(make_material())
NEWER = bundle(make_material(assessment=make_assessment({"summary": "Another one."})))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bundle(FILES, tmp_path)


def test_a_bundle_as_exported_has_no_problem(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(zip_bundle(FILES))
    (folder / ".DS_Store").touch()
    assert verify(folder) == verify(folder.parent) == verify(tmp_path / "b.zip") == []


@pytest.mark.parametrize(
    ("path", "data", "says"),
    [
        ("transcript/handing-research.txt", None, "handing-research/transcript/handing-research.txt: missing."),
        ("transcript/handing-research.txt", b"x", "handing-research.txt: changed since the export"),
        ("page/more.html", b"x", "handing-research/page/more.html: not in the manifest."),
        ("scores/handing-research.json", b"{", "scores/handing-research.json: this is not JSON."),
        ("assessment/handing-research.json", b"{}", "assessment/handing-research.json: field (whole): schema, episode"),
        ("manifest.json", b"{", "handing-research/manifest.json: this is not JSON."),
        ("manifest.json", b"{}", "this is not the manifest of a bundle"),
        ("manifest.json", b'{"schema": "reviewer-bundle/1"}', "manifest.json: field (whole): episode, title"),
    ],
)
def test_what_was_tampered_with_is_named(folder: Path, path: str, data: bytes | None, says: str) -> None:
    if data is None:
        (folder / path).unlink()
    else:
        (folder / path).write_bytes(data)
    assert says in "\n".join(verify(folder))


@pytest.mark.parametrize(
    ("field", "value", "found_in"),
    [
        ("episode", "another", ["assessment", "corrections", "scores"]),
        ("title", "Another title", ["assessment"]),
        ("lexicon.id", "another", ["scores"]),
        ("lexicon.version", "9.9", ["scores"]),
        ("lexicon.sha256", "0" * 64, ["scores"]),
        ("version.id", "0" * 32, ["corrections"]),
        ("version.captions_sha256", "0" * 64, ["page"]),
    ],
)
def test_a_manifest_that_contradicts_its_files_is_seen(
    folder: Path, field: str, value: str, found_in: list[str]
) -> None:
    made = json.loads(FILES["manifest.json"])
    *above, last = field.split(".")
    (made[above[0]] if above else made)[last] = value
    (folder / "manifest.json").write_bytes(json_bytes(made))
    found = verify(folder)
    assert all(f"manifest.json: field {field} is not what " in line for line in found)
    assert [line.partition(" what ")[2].partition("/")[0] for line in found] == found_in


def test_an_assessment_made_against_older_captions_contradicts_nothing(tmp_path: Path) -> None:
    older = make_assessment()
    older["made_against"]["captions_sha256"] = "0" * 64
    assert verify(write_bundle(bundle(make_material(assessment=older)), tmp_path)) == []
    older["made_against"]["version"] = json.loads(FILES["manifest.json"])["version"]["id"]
    (problem,) = verify(write_bundle(bundle(make_material(assessment=older)), tmp_path))
    assert "field version.captions_sha256 is not what assessment/" in problem


def test_a_manifest_can_not_lead_out_of_the_bundle(folder: Path) -> None:
    made = json.loads(FILES["manifest.json"])
    made["files"] += file_rows({"../secret.txt": b"x"})
    (folder / "manifest.json").write_bytes(json_bytes(made))
    assert "does not have the form" in verify(folder)[0]


def test_a_link_in_place_of_a_file_is_seen(folder: Path, tmp_path: Path) -> None:
    inside = folder / "transcript" / "handing-research.txt"
    (tmp_path / "elsewhere.txt").write_bytes(inside.read_bytes())
    inside.unlink()
    inside.symlink_to(tmp_path / "elsewhere.txt")
    assert "changed since the export" in verify(folder)[0]


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [("none", FileTrouble, "No such file"), ("empty", Refused, "no bundle is here"), ("a.txt", FileTrouble, "zip")],
)
def test_what_holds_no_bundle_is_refused(tmp_path: Path, name: str, error: type[Exception], says: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(error, match=says):
        verify(tmp_path / name)


def test_differences_name_files_and_the_first_line(folder: Path, tmp_path: Path) -> None:
    other = write_bundle(NEWER, tmp_path / "other")
    (other / "extra.txt").write_text("x")
    (other / "transcript" / "handing-research.txt").unlink()
    lines = differences(folder, other)
    assert lines[0] == "transcript/handing-research.txt: only in the first."
    assert "extra.txt: only in the second." in lines
    assert any(line.startswith("assessment/handing-research.json: differs from line") for line in lines)


def test_a_folder_and_its_zip_do_not_differ(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(zip_bundle(FILES))
    assert differences(folder, tmp_path / "b.zip") == []
