import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.app.facts import Info, facts_of, line, read_info, slug_of, take_apart


def told_by(**told: object) -> Info:
    return read_info("talk.info.json", json.dumps(told).encode())


@pytest.mark.parametrize(
    ("name", "title", "video_id", "language"),
    [
        ("A talk.vtt", "A talk", "", ""), ("A talk.en.vtt", "A talk", "", "en"),
        ("A_talk [dQw4w9WgXcQ].en-US.vtt", "A talk", "dQw4w9WgXcQ", "en-US"),
        ("A talk [dQw4w9WgXcQ].en-orig.json3", "A talk", "dQw4w9WgXcQ", "en-orig"),
        ("A talk.zh-Hans-en.srv3", "A talk", "", "zh-Hans-en"), ("A talk.pt_BR.srt", "A talk", "", "pt-BR"),
        ("A talk.en-eEY6OEpapPo.vtt", "A talk", "", "en-eEY6OEpapPo"), ("A talk.fil.vtt.gz", "A talk", "", "fil"),
        ("Talk [part 2].srt", "Talk [part 2]", "", ""), (".vtt", "Untitled", "", ""), ("a\u202eb\n c.vtt", "ab c", "", ""),
        ("Dr.Who.vtt", "Dr.Who", "", ""), ("Talk.live_chat.json", "Talk.live chat", "", ""), ("Talk", "Talk", "", ""),
        ("می\u200cخواهم.vtt", "می\u200cخواهم", "", ""), ("Talk.info.json", "Talk", "", ""),
    ],
)  # fmt: skip
def test_what_a_file_name_tells(name: str, title: str, video_id: str, language: str) -> None:
    apart = take_apart(name)
    facts = facts_of(apart)
    assert (facts.title, facts.video_id, apart.language) == (title, video_id, language)


@pytest.mark.parametrize(
    "name",
    ["X [dQw4w9WgXcQ].en.vtt", "X [dQw4w9WgXcQ].en-orig.vtt", "X [dQw4w9WgXcQ].vtt", "X [dQw4w9WgXcQ].de.json3.gz"],
)
def test_one_info_belongs_to_all_files_of_a_video(name: str) -> None:
    assert "X [dQw4w9WgXcQ].info.json" in take_apart(name).infos
    assert take_apart(name).episode == take_apart("X [dQw4w9WgXcQ].info.json").episode


def test_what_looks_like_a_language_may_be_the_end_of_the_title() -> None:
    assert take_apart("Talk no.is.vtt").infos == ("Talk no.is.info.json", "Talk no.info.json")


def test_the_info_goes_before_the_name_and_the_user_before_both() -> None:
    info = told_by(
        title="The talk", channel="Channel", upload_date="20260131", id="abc", tags=["one", 2],
        description="First\nsecond", language="EN",
        chapters=[{"start_time": 61.5, "title": "Risk"}, {"start_time": 0, "title": "Intro", "end_time": 61.5}],
    )  # fmt: skip
    facts = facts_of(take_apart("talk.en.vtt"), info, series="Mine")
    assert (facts.title, facts.series, facts.published) == ("The talk", "Mine", "2026-01-31")
    assert (facts.video_id, facts.tags, facts.description) == ("abc", ("one",), "First\nsecond")
    assert (facts.chapters, info.language) == (((0, "Intro"), (61_500, "Risk")), "en")


@pytest.mark.parametrize(
    ("told", "series", "published"),
    [
        ({"series": "S", "channel": "C", "upload_date": "20260131", "release_date": "20260202"}, "S", "2026-01-31"),
        ({"uploader": "U", "playlist_title": "Watch later", "release_date": "20260202"}, "U", "2026-02-02"),
    ],
)  # fmt: skip
def test_of_several_fields_the_one_that_says_it_best(told: dict[str, str], series: str, published: str) -> None:
    facts = told_by(**told).facts
    assert (facts.series, facts.published) == (series, published)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 99_999, b'{"title": 7, "tags": {}}'])
def test_an_info_that_is_none_tells_nothing(content: bytes) -> None:
    info = read_info("talk.info.json", content)
    facts = facts_of(take_apart("talk.vtt"), info)
    assert (facts.title, facts.tags) == ("talk", ())
    assert [odd.line for odd in info.oddities] == [0]
    assert info.oddities[0].what.startswith("talk.info.json: ")


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
        ({"chapters": None}, []), ({"chapters": "one"}, ["the chapters were left out"]),
        ({"chapters": [{"start_time": -1, "title": "a"}, {"start_time": "1", "title": "b"}, {"start_time": 1}, 7]}, ["4\u00a0chapters left out"]),
        ({"chapters": [{"start_time": 1e400, "title": "a"}, {"start_time": 10**400, "title": "b"}]}, ["2\u00a0chapters left out"]),
        ({"chapters": [{"start_time": float("nan"), "title": "a"}, {"start_time": True, "title": "b"}]}, ["2\u00a0chapters"]),
        ({"chapters": [{"start_time": 1, "title": "a"}] * 1_001}, ["1\u00a0chapter left out: at most"]),
    ],
)  # fmt: skip
def test_what_of_the_info_cannot_be_used_is_an_oddity(told: dict[str, object], left_out: list[str]) -> None:
    oddities = told_by(**told).oddities
    assert len(oddities) == len(left_out)
    for odd, what in zip(oddities, left_out, strict=True):
        assert odd.what.startswith(f"talk.info.json: {what}")
