"""What a field takes from the command line and from files, and what it refuses."""

from typing import Any

import pytest

from reviewer.assessment.fields import FIELDS, WrongField
from reviewer.assessment.values import checked, parse_field

MOMENT = {"start_ms": 1_000, "end_ms": 2_000, "quote": "A quote", "note": "", "verified": True}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("summary", "  One.\r\n\r\nTwo. ", "One.\n\nTwo."),
        ("summary", "a = b", "a = b"),
        ("leaning", "Mixed,\n tilting", "Mixed, tilting"),
        ("position", "-14", -14),
        ("position", "−14", -14),
        ("position", "+27", 27),
        ("position", "", None),
        ("evidence_mode", "Interview", "interview"),
        ("confidence", "high", "high"),
        ("confidence", "", ""),
        ("state", "ready", "ready"),
        ("state", "", "draft"),
        ("tags", "ai-safety, axrp,, ai-safety", ["ai-safety", "axrp"]),
        ("tags", '["a, b", "c"]', ["a, b", "c"]),
        ("tags", "", []),
        ("highlights", "One, with a comma.\nTwo.", ["One, with a comma.", "Two."]),
        ("moments", '[{"start_ms": 5, "quote": "x"}]', [
            {"start_ms": 5, "end_ms": None, "quote": "x", "note": "", "verified": False}
        ]),
    ],
)  # fmt: skip
def test_a_text_becomes_the_value_of_its_field(name: str, text: str, value: Any) -> None:
    assert parse_field(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("summry", "x", "no field “summry”. It has why_this_matters, summary"),
        ("position", "far left", "field position: “far left” is not a whole number from −100 to 100."),
        ("position", "101", "field position: must be a whole number"),
        ("position", "1.5", "field position"),
        ("confidence", "sure", "field confidence: must be one of high, medium, low."),
        ("state", "done", "field state: must be one of draft, ready, approved."),
        ("why_this_matters", "x" * 1_001, "field why_this_matters: has 1,001 characters; at most 1,000 fit."),
        ("summary", "a\x00b", "field summary: holds the character U+0000"),
        ("summary", "a\u202eb", "field summary: holds the character U+202E"),
        ("summary", "a\ud800b", "field summary: holds the character U+D800"),
        ("tags", "[1]", "field tags, entry 1: must be a text, not a number."),
        ("tags", "[", "field tags: this is not a JSON list."),
        ("tags", "[" * 100_000, "field tags: this is not a JSON list."),
        ("moments", "38:14", "field moments: must be a JSON list of moments"),
        ("moments", '["x"]', "field moments, entry 1: must be an object with start_ms"),
        ("moments", '[{"start_ms": 9, "end_ms": 3}]', "field moments, entry 1: ends before it begins."),
        ("moments", '[{"start_ms": -1}]', "field moments, entry 1, start_ms: must be a time in whole milliseconds"),
        ("moments", '[{"from": 1}]', "field moments, entry 1: has no part “from”"),
        ("moments", '[{"start_ms": 1, "end_ms": 2}]', "field moments, entry 1: has no quote"),
        ("moments", '[{"verified": 1}]', "field moments, entry 1, verified: must be true or false."),
    ],
)
def test_what_does_not_fit_is_refused_with_the_field_and_the_reason(name: str, text: str, says: str) -> None:
    with pytest.raises(WrongField) as caught:
        parse_field(name, text)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(("name", "value"), [("tags", "a"), ("position", True), ("summary", ["x"]), ("state", 1)])
def test_a_value_of_another_type_is_refused(name: str, value: Any) -> None:
    with pytest.raises(WrongField, match=f"field {name}"):
        checked(name, value)


@pytest.mark.parametrize("name", FIELDS)
def test_null_and_empty_text_empty_a_field(name: str) -> None:
    assert checked(name, None) == parse_field(name, " ") == FIELDS[name].empty


def test_joiners_inside_words_are_kept() -> None:
    assert checked("summary", "می\u200cروم") == "می\u200cروم"


def test_a_checked_value_is_the_same_when_checked_again() -> None:
    moments = checked("moments", [MOMENT])
    assert checked("moments", moments) == moments == [MOMENT]


def test_the_hint_counts_the_words() -> None:
    assert FIELDS["why_this_matters"].hint("one two").replace("\u00a0", " ") == "2 words, usual 20 to 45"
    assert FIELDS["leaning"].hint("Mixed").replace("\u00a0", " ") == "1 word"
