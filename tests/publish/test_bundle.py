"""The bundle: what is in it, that it is reproducible, and that it is what the reference files say."""

import json
import os
import shutil
from pathlib import Path

import pytest
from tests.publish.material import make_material, make_version

from reviewer.assessment import schema
from reviewer.errors import Refused
from reviewer.publish.bundle import NO_SLICES, NO_TIMES, bundle
from reviewer.publish.material import EpisodeFacts, Material
from reviewer.publish.verify import SCHEMAS

REFERENCE = Path(__file__).parents[1] / "reference" / "bundle"
SLUG = "handing-research"


@pytest.fixture
def files() -> dict[str, bytes]:
    return bundle(make_material())


def test_the_bundle_is_the_reference(files: dict[str, bytes]) -> None:
    """With REVIEWER_UPDATE_REFERENCE=1 the reference files are written anew, to be looked at in the diff."""
    if os.environ.get("REVIEWER_UPDATE_REFERENCE") == "1":
        shutil.rmtree(REFERENCE, ignore_errors=True)
        for path, data in files.items():
            (REFERENCE / path).parent.mkdir(parents=True, exist_ok=True)
            (REFERENCE / path).write_bytes(data)
    there = {path.relative_to(REFERENCE).as_posix() for path in REFERENCE.rglob("*") if path.is_file()}
    assert there == set(files)
    for path, data in files.items():
        assert data.decode().splitlines() == (REFERENCE / path).read_text("utf-8").splitlines(), path


def test_the_same_material_makes_the_same_bytes(files: dict[str, bytes]) -> None:
    again = bundle(make_material())
    assert list(again.items()) == list(files.items())


def test_every_json_file_fits_its_schema(files: dict[str, bytes]) -> None:
    assert schema.problems("bundle-1", json.loads(files["manifest.json"])) == []
    for folder, wanted in SCHEMAS.items():
        assert schema.problems(wanted, json.loads(files[f"{folder}/{SLUG}.json"])) == []


def test_the_manifest_names_every_other_file_and_what_it_was_made_from(files: dict[str, bytes]) -> None:
    made = json.loads(files["manifest.json"])
    assert [row["path"] for row in made["files"]] == sorted(set(files) - {"manifest.json"})
    assert made["lexicon"]["validated"] is False
    assert made["version"]["captions_sha256"] == make_version().sha256
    assert made["left_out"] == []


def test_the_manifest_says_what_a_caption_format_cannot_carry(files: dict[str, bytes]) -> None:
    assert json.loads(files["manifest.json"])["losses"] == [
        {"path": f"captions/{SLUG}.srt", "what": ["4\u00a0cue settings", "the language (en)"]}
    ]
    assert files[f"captions/{SLUG}.md"].decode() == "**[00:00:00.000 → 00:01:00.000]** So let me push on that.\n"


def test_a_manifest_from_before_losses_were_told_fits_the_schema(files: dict[str, bytes]) -> None:
    made = json.loads(files["manifest.json"])
    del made["losses"]
    assert schema.problems("bundle-1", made) == []


def test_files_are_utf_8_with_plain_line_ends(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        assert b"\r" not in data, path
        assert data.endswith(b"\n"), path
        assert data.decode()


def test_the_transcript_is_the_reading_text_in_paragraphs(files: dict[str, bytes]) -> None:
    text = files[f"transcript/{SLUG}.txt"].decode()
    assert "at the Halden Institute reads" in text
    assert "holden" not in text


def test_the_scores_have_the_shape_of_the_command_line(files: dict[str, bytes]) -> None:
    scores = json.loads(files[f"scores/{SLUG}.json"])
    assert scores["statistics"]["mixed_pct"] == 50
    assert scores["slices"][2]["terms"][0]["text"] == "loss of control"


def test_the_corrections_say_who_when_and_what(files: dict[str, bytes]) -> None:
    row = json.loads(files[f"corrections/{SLUG}.json"])["corrections"][0]
    assert (row["heard"], row["meant"]) == ("holden institute", "Halden Institute")
    assert (row["who"], row["at"], row["cue"]) == ("Noor Hadley", "2026-03-01T21:14:00Z", 2)


def test_the_assessment_is_the_document(files: dict[str, bytes]) -> None:
    assert json.loads(files[f"assessment/{SLUG}.json"]) == make_material().assessment


def test_a_transcript_without_times_leaves_captions_out_and_says_so() -> None:
    files = bundle(make_material(version=make_version(timed=False, kind="transcript")))
    left_out = json.loads(files["manifest.json"])["left_out"]
    assert not any(path.startswith("captions/") for path in files)
    assert json.loads(files["manifest.json"])["losses"] == []
    assert {"path": f"captions/{SLUG}.srt", "why": NO_TIMES} in left_out


def test_a_transcript_without_words_makes_a_bundle_too() -> None:
    files = bundle(make_material(version=make_version(())))
    left_out = json.loads(files["manifest.json"])["left_out"]
    assert not any(path.startswith("pictures/") for path in files)
    assert {"path": f"pictures/{SLUG}-arc.svg", "why": NO_SLICES} in left_out


@pytest.mark.parametrize("slug", ["../x", "a/b", "", "A", "ä", "a.b", "a\n"])
def test_a_slug_that_could_name_another_place_is_refused(slug: str) -> None:
    material: Material = make_material(episode=EpisodeFacts(slug, "Title"))
    with pytest.raises(Refused, match="can't name files"):
        bundle(material)
