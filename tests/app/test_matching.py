"""Where a caption file belongs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.command_line import webvtt

from reviewer import captions
from reviewer.app.facts import Info, take_apart
from reviewer.app.incoming import Incoming
from reviewer.app.matching import Belongs, Track, best_first, same_track, track_of
from reviewer.core.carry import folded
from reviewer.core.cues import Version
from reviewer.library.library import EpisodeFacts, Library, VersionRow

WORDS = " ".join(f"word{n}" for n in range(40))


def version(*texts: str, **more: str) -> Version:
    return replace(captions.read("talk.vtt", webvtt(*texts).encode()), **more)  # type: ignore[arg-type]


def incoming(name: str, *, spoken: str = "", text: str = "Hello", **more: str) -> Incoming:
    info = Info(EpisodeFacts(""), spoken)
    return Incoming(name, name, name, take_apart(name), False, 1, info=info, version=version(text, **more))


# Tracks
@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (("srt", "uploaded", "en"), ("srt", "uploaded", "en"), True),
        (("srt", "uploaded", ""), ("srt", "uploaded", "en"), True),
        (("srt", "uploaded", "en"), ("srt", "uploaded", "en-orig"), False),
        (("srt", "uploaded", "en"), ("webvtt", "uploaded", "en"), False),
        (("webvtt", "auto", "en"), ("webvtt", "uploaded", "en"), False),
    ],
)
def test_the_same_track_has_format_kind_and_language(
    one: tuple[str, str, str], other: tuple[str, str, str], fits: bool
) -> None:
    assert Track(*one).fits(Track(*other)) is Track(*other).fits(Track(*one)) is fits


def test_the_name_says_the_language_before_the_header() -> None:
    read = version("Hello", language="EN")
    assert track_of(read, take_apart("talk.en-orig.vtt")).language == "en-orig"
    assert track_of(read, take_apart("talk.vtt")).language == "en"


def row(name: str, language: str = "") -> VersionRow:
    return VersionRow(
        1, name, "", name, "srt", "utf-8", "uploaded", language, "srt", 1, "", 1, 1, 1, (), "", leads=False
    )


def test_of_several_tracks_that_fit_those_of_just_the_language() -> None:
    rows = [row("talk.en.srt"), row("talk.de.srt"), row("talk.srt")]
    assert [r.id for r in same_track(rows, Track("srt", "uploaded", "de"))] == ["talk.de.srt"]
    assert [r.id for r in same_track(rows, Track("srt", "uploaded", ""))] == ["talk.srt"]
    assert [r.id for r in same_track(rows, Track("srt", "uploaded", "fr"))] == ["talk.srt"]
    assert [r.id for r in same_track(rows[:2], Track("srt", "uploaded", ""))] == ["talk.en.srt", "talk.de.srt"]


# Which comes first
@pytest.mark.parametrize(
    ("files", "first"),
    [
        ([incoming("t.en-orig.vtt", kind="auto"), incoming("t.en.srt")], "t.en.srt"),
        ([incoming("t.en.vtt", kind="auto"), incoming("t.en-orig.vtt", kind="auto")], "t.en-orig.vtt"),
        ([incoming("t.de.vtt"), incoming("t.en-orig.vtt", kind="auto")], "t.en-orig.vtt"),
        ([incoming("t.de.srt", spoken="fr"), incoming("t.fr.vtt", kind="auto", spoken="fr")], "t.fr.vtt"),
        ([incoming("t.de.srt"), incoming("t.en.srt"), incoming("t.fr.srt")], "t.en.srt"),
        ([incoming("t.srt", format="srt"), incoming("t.vtt", format="youtube-vtt")], "t.vtt"),
        ([incoming("t.srv1", format="srv1"), incoming("t.srv3", format="srv3")], "t.srv3"),
        ([replace(incoming("t.a"), version=None), incoming("t.b")], "t.b"),
    ],
)  # fmt: skip
def test_the_best_track_of_a_video_comes_first(files: list[Incoming], first: str) -> None:
    assert best_first(files)[0].file == best_first(files[::-1])[0].file == first


def test_a_text_without_times_comes_last() -> None:
    text = replace(incoming("a.txt"), version=captions.read("a.txt", b"Some words"))
    assert [one.file for one in best_first([text, incoming("b.vtt", kind="auto")])] == ["b.vtt", "a.txt"]


# Which episode
@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


def add(library: Library, facts: EpisodeFacts, slug: str, *texts: str) -> None:
    made = version(*texts)
    library.add_episode(facts, slug, made, webvtt(*texts).encode(), "talk.vtt")


def belongs(library: Library, facts: EpisodeFacts, *texts: str) -> str | None:
    found = Belongs(library).episode(facts, version(*texts))
    return found.slug if found else None


def test_the_same_video_is_the_same_episode_whatever_its_words(library: Library) -> None:
    add(library, EpisodeFacts("Talk", video_id="dQw4w9WgXcQ"), "talk", WORDS)
    assert belongs(library, EpisodeFacts("Renamed", video_id="dQw4w9WgXcQ"), "Ganz andere Worte") == "talk"
    assert belongs(library, EpisodeFacts("Talk", video_id="aaaaaaaaaaa"), "Ganz andere Worte") is None


def test_an_id_that_is_not_of_youtube_needs_the_same_title(library: Library) -> None:
    add(library, EpisodeFacts("Talk", video_id="1"), "talk", WORDS)
    assert belongs(library, EpisodeFacts("Another", video_id="1"), "Other words") is None
    assert belongs(library, EpisodeFacts("Talk", video_id="1"), "Other words") == "talk"


def test_of_several_episodes_of_a_video_that_with_most_of_the_words(library: Library) -> None:
    for slug, text in (("one", "something else"), ("two", WORDS)):
        add(library, EpisodeFacts(slug, video_id="dQw4w9WgXcQ"), slug, text)
    assert belongs(library, EpisodeFacts("x", video_id="dQw4w9WgXcQ"), f"{WORDS} more") == "two"
    assert belongs(library, EpisodeFacts("x", video_id="dQw4w9WgXcQ"), "nothing alike") == "one"


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        (WORDS.upper().replace(" ", ", "), True), (" ".join(WORDS.split()[:20]), True), (" ".join(WORDS.split()[:19]), False),
        (f"{WORDS} {' '.join('other' for _ in range(40))}", True), (" ".join(reversed(WORDS.split())), False),
    ],
)  # fmt: skip
def test_the_same_title_and_half_of_the_words_are_the_same_episode(library: Library, text: str, is_same: bool) -> None:
    add(library, EpisodeFacts("A talk"), "a-talk", WORDS)
    assert (belongs(library, EpisodeFacts("A Talk!"), text) == "a-talk") is is_same
    assert belongs(library, EpisodeFacts("Another"), text) is None


def test_an_episode_whose_slug_was_taken_is_found_by_its_title(library: Library) -> None:
    add(library, EpisodeFacts("Talk"), "talk", "Quite other words")
    add(library, EpisodeFacts("Talk"), "talk", WORDS)
    add(library, EpisodeFacts("Talk 3"), "talk-3", "three")
    assert belongs(library, EpisodeFacts("Talk"), f"{WORDS} more") == "talk-2"
    assert belongs(library, EpisodeFacts("Talk"), "three") is None


def test_words_are_compared_without_capitals_and_outer_punctuation() -> None:
    assert folded(version("“Evans,” she SAID").cues) == ["evans", "she", "said"]
