import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.app.facts import facts_of, line, slug_of


@pytest.mark.parametrize(
    ("name", "title", "video_id"),
    [
        ("A talk.vtt", "A talk", ""), ("A talk.en.vtt", "A talk", ""), ("A_talk [dQw4w9WgXcQ].en-US.vtt", "A talk", "dQw4w9WgXcQ"),
        ("Talk [part 2].srt", "Talk [part 2]", ""), (".vtt", "Untitled", ""), ("a\u202eb\n c.vtt", "ab c", ""),
        ("می\u200cخواهم.vtt", "می\u200cخواهم", ""),
    ],
)  # fmt: skip
def test_what_a_file_name_tells(tmp_path: Path, name: str, title: str, video_id: str) -> None:
    facts, _ = facts_of(tmp_path / name)
    assert (facts.title, facts.video_id) == (title, video_id)


def test_the_info_beside_the_file_goes_before_its_name_and_the_user_before_both(tmp_path: Path) -> None:
    told = {
        "title": "The talk", "channel": "Channel", "upload_date": "20260131", "id": "abc", "tags": ["one", 2],
        "description": "First\nsecond",
    }  # fmt: skip
    (tmp_path / "talk.info.json").write_text(json.dumps(told), "utf-8")
    facts, _ = facts_of(tmp_path / "talk.en.vtt", series="Mine")
    assert (facts.title, facts.series, facts.published) == ("The talk", "Mine", "2026-01-31")
    assert (facts.video_id, facts.tags, facts.description) == ("abc", ("one",), "First\nsecond")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 99_999, b'{"title": 7, "tags": {}}'])
def test_an_info_that_is_none_tells_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "talk.info.json").write_bytes(content)
    facts, oddities = facts_of(tmp_path / "talk.vtt")
    assert (facts.title, facts.tags) == ("talk", ())
    assert [odd.line for odd in oddities] == [0]
    assert oddities[0].what.startswith("talk.info.json: ")


@given(st.text())
def test_a_slug_is_always_a_safe_name_and_its_own_slug(title: str) -> None:
    slug = slug_of(title)
    assert 1 <= len(slug) <= 80
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug_of(slug) == slug


@given(st.text(st.characters()))
def test_a_title_is_one_line_that_utf_8_holds(text: str) -> None:
    title = line(text)
    assert len(title) <= 500
    assert title == " ".join(title.split())
    assert title.encode().decode() == title
    assert not set(title) & set("\u202e\x1b\n\0")


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ({"id": None, "upload_date": "", "tags": None}, []), ({"id": "dQw4w9WgXcQ", "upload_date": "20260131", "tags": []}, []),
        ({"id": 7}, ["the video id “7” was left out"]), ({"id": "x" * 99}, [f"the video id “{'x' * 40}…” was left out"]),
        ({"upload_date": "2026-01-31"}, ["the date “2026-01-31” was left out"]), ({"upload_date": [1]}, ["the date “[1]”"]),
        ({"tags": "one"}, ["the tags were left out"]), ({"tags": [1, "a", None]}, ["2\u00a0tags left out"]),
        ({"tags": ["a"] * 101}, ["1\u00a0tag left out"]), ({"id": "a\u202eb\n"}, ["the video id “a\\x202eb\\x0a”"]),
    ],
)  # fmt: skip
def test_what_of_the_info_cannot_be_used_is_an_oddity(
    tmp_path: Path, told: dict[str, object], left_out: list[str]
) -> None:
    (tmp_path / "talk.info.json").write_text(json.dumps(told), "utf-8")
    oddities = facts_of(tmp_path / "talk.vtt")[1]
    assert len(oddities) == len(left_out)
    for odd, what in zip(oddities, left_out, strict=True):
        assert odd.what.startswith(f"talk.info.json: {what}")
