"""The assessment document: its shape, its schema, and reading it back."""

import json
from typing import Any

import pytest

from reviewer.assessment.document import (
    Facts,
    LexiconUsed,
    MadeAgainst,
    UnreadableAssessment,
    check,
    document,
    is_begun,
    read_values,
    to_bytes,
)
from reviewer.assessment.fields import FIELDS, WrongField
from reviewer.assessment.ledger import Heard, Listening, listening
from reviewer.errors import Refused

SHA = "0" * 64
FACTS = Facts("handing-research", "Handing research to the machines", "dQw4w9WgXcQ", "Long Horizon", "Strategy")
AGAINST = MadeAgainst("a1b2", SHA, SHA, LexiconUsed("general-ai", "1.2", SHA))
VALUES: dict[str, Any] = {
    "summary": "What was said.",
    "position": -14,
    "tags": ["ai-safety"],
    "moments": [{"start_ms": 1, "end_ms": 2, "quote": "q", "note": "", "verified": True}],
    "state": "ready",
}


def made(**values: Any) -> dict[str, Any]:
    return document({**VALUES, **values}, FACTS, listening([Heard(0, 610)], 1_000), AGAINST)


def test_the_document_has_every_field_and_fits_its_schema() -> None:
    whole = made()
    check(whole)
    assert [key for key in whole if key in FIELDS] == list(FIELDS)
    assert whole["listening"]["wording"] == "Partly heard, 61\u00a0%"
    assert whole["made_against"]["lexicon"] == {"id": "general-ai", "version": "1.2", "sha256": SHA}


def test_an_empty_document_fits_its_schema_too() -> None:
    empty = document({}, FACTS, Listening(None))
    check(empty)
    assert not is_begun(empty)
    assert is_begun(made())


def test_the_order_of_the_values_does_not_change_the_bytes() -> None:
    other = dict(reversed(VALUES.items()))
    assert to_bytes(document(other, FACTS, Listening(None), AGAINST)) == to_bytes(
        document(VALUES, FACTS, Listening(None), AGAINST)
    )


def test_a_whole_document_can_be_read_back() -> None:
    values = read_values("a.json", to_bytes(made()), episode="handing-research")
    assert document(values, FACTS, listening([Heard(0, 610)], 1_000), AGAINST) == made()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"summary": "x" * 5_001}, "field summary: has more than 5000 characters."),
        ({"position": 300}, "field position: is more than 100."),
        ({"evidence_mode": "chat"}, "field evidence_mode: must be one of"),
        ({"state": None}, "field state: must be one of draft or ready or approved."),
        ({"mood": "x"}, "field (whole): mood is not known here."),
        ({"tags": ["a", "a"]}, "field tags"),
        ({"episode": "../x"}, "field episode: does not have the form"),
        ({"moments": [{"start_ms": 1}]}, "field moments[1]: end_ms, quote, note, verified is missing."),
        ({"made_against": {"version": "a"}}, "field made_against: captions_sha256, text_sha256, lexicon is missing."),
        ({"summary": 3}, "field summary: must be of type string."),
    ],
)
def test_what_breaks_the_schema_is_named(change: dict[str, Any], says: str) -> None:
    with pytest.raises(Refused) as caught:
        check({**made(), **change})
    assert says in str(caught.value)


def test_listen_based_can_not_be_claimed_below_the_threshold() -> None:
    whole = made()
    whole["listening"] = {**whole["listening"], "listen_based": True}
    with pytest.raises(Refused, match=r"listening\.coverage: is less than 0\.95"):
        check(whole)


def test_an_unknown_field_makes_no_document() -> None:
    with pytest.raises(WrongField, match="no field “mood”"):
        document({"mood": "x"}, FACTS, Listening(None))


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b'{"summary": "x",\n "position": 400}', 2, "a.json, line 2: Assessment, field position: must be a whole"),
        (b'{\n\n"mood": 1}', 3, "a.json, line 3: The assessment has no field “mood”."),
        (b'{"summary": \n oops}', 2, "a.json, line 2: this is not JSON."),
        (b"[1]", 1, "a.json, line 1: a JSON object with the fields is expected."),
        (b"\xff\xfe{", None, "a.json: this is not JSON in UTF-8."),
        (b'{"episode": "another"}', None, "a.json: this is the assessment of “another”, not of “mine”."),
    ],
)
def test_a_bad_file_is_refused_with_file_line_and_reason(data: bytes, line: int | None, says: str) -> None:
    with pytest.raises(UnreadableAssessment) as caught:
        read_values("a.json", data, episode="mine")
    assert str(caught.value).startswith(says)
    assert (caught.value.line, bool(caught.value.remedy)) == (line, True)


def test_a_file_sets_only_what_it_names() -> None:
    assert read_values("a.json", b'\xef\xbb\xbf{"position": "x"}'.replace(b'"x"', b"-3")) == {"position": -3}


def test_the_file_is_json_in_utf_8_with_a_line_end() -> None:
    data = to_bytes(made(summary="naïve −3"))
    assert data.endswith(b"}\n")
    assert "naïve −3".encode() in data
    assert json.loads(data)["schema"] == "reviewer-assessment/1"
