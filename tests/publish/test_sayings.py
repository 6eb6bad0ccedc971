"""The page's lines of words and numbers."""

from dataclasses import replace
from typing import Any

import pytest
from tests.publish.material import PICK, make_assessment, make_material, make_version

from reviewer.publish import sayings
from reviewer.publish.material import CorrectionRow


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "timed", "video_id", "name"),
    [
        ("auto", True, "dQw4w9WgXcQ", "YouTube captions (auto)"),
        ("uploaded", True, "", "Captions (uploaded)"),
        ("transcript", True, "", "Transcript"),
        ("transcript", False, "dQw4w9WgXcQ", "Transcript without times"),
    ],
)
def test_the_source_is_named_by_what_is_known(kind: str, timed: bool, video_id: str, name: str) -> None:
    material = make_material(version=make_version(timed=timed, kind=kind))
    material = replace(material, episode=replace(material.episode, video_id=video_id))
    assert sayings.captions_name(material) == name


@pytest.mark.parametrize(
    ("lens", "name"), [("", "Society"), ("society", "Society"), ("governance", "Governance"), ("AI law", "AI law")]
)
def test_the_curated_lens_goes_before_the_found_one(lens: str, name: str) -> None:
    assert sayings.lens_name(make_material(assessment=make_assessment({"lens": lens}))) == name


def test_alike_corrections_are_one_line() -> None:
    rows = [CorrectionRow("a", "b", cue, cue, cue * 1_000, "Noor", "2026-03-01T21:14:00Z", "w") for cue in (9, 3)]
    other = CorrectionRow("a", "b", 1, 1, None, "Ada", "2026-03-02T00:00:00Z", source="rule")
    lines = sayings.correction_lines([*rows, other])
    assert [(line.who, line.places, line.first, line.why) for line in lines] == [
        ("Ada", "1", "", "rule"),
        ("Noor", "2", "0:03", "w"),
    ]


@pytest.mark.parametrize(
    ("listening", "line"),
    [
        ({"wording": "Not heard", "duration_ms": None, "heard_ms": 0}, "Not heard: no recording was attached."),
        (
            {"wording": "Partly heard, 61 %", "duration_ms": 6_480_000, "heard_ms": 3_953_000},
            "Partly heard, 61 %: 1 h 06 of 1 h 48.",
        ),
    ],
)
def test_the_evidence_is_said_in_lengths(listening: dict[str, Any], line: str) -> None:
    assert plain(sayings.evidence_line(listening)) == line


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ({"start_ms": 1_000, "end_ms": 9_000}, "0:01 to 0:09"),
        ({"start_ms": 1_000, "end_ms": 1_200}, "0:01"),
        ({"start_ms": 1_000, "end_ms": None}, "0:01"),
        ({"start_ms": None, "end_ms": None}, ""),
    ],
)
def test_a_moment_has_the_times_that_are_known(moment: dict[str, Any], said: str) -> None:
    assert sayings.moment_time(moment) == said


def test_halves_are_rounded_away_from_zero() -> None:
    figures = make_material().figures
    numbers = replace(figures.statistics, mean=-0.4, mean_low=-2.5, mean_high=0.5, median=2.5)
    across, _ = sayings.statistics_line(replace(figures, statistics=numbers))
    assert plain(across) == "Across 4 slices: mean 0 (−3 to 1), median 3"


@pytest.mark.parametrize(
    ("slices", "across", "rest"),
    [
        (0, "No slices", ". Lexicon general-ai 1.2, not validated."),
        (1, "In one slice: −3", ". Lexicon general-ai 1.2, not validated."),
        (2, "Across 2 slices: mean −3 (−8 to 2), median 0", ", spread −32 to 27 (p10–p90 −25 to 19). Lexicon"),
    ],
)
def test_fewer_than_two_slices_have_no_interval(slices: int, across: str, rest: str) -> None:
    figures = make_material().figures
    said = sayings.statistics_line(replace(figures, statistics=replace(figures.statistics, slices=slices)))
    assert plain(said[0]) == across
    assert plain(said[1]).startswith(rest)


def test_a_text_without_slices_leans_nowhere() -> None:
    material = make_material(version=make_version(()), assessment=make_assessment({}))
    assert sayings.badges(material)[0] == "No slices"
    assert sayings.badges(replace(material, assessment=make_assessment({"leaning": "Calm"})))[0] == "Calm"
    assert sayings.pick_figures(replace(PICK, slices=0)) == "No slices"
