"""Episodes as they were imported: the bytes, the cues, the list."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.core.log_texts import any_cues, cues_of
from tests.library.made_libraries import add, version_of

from reviewer.core.cues import Cues, CuesBuilder
from reviewer.errors import NotFound
from reviewer.library.episodes import Episode, EpisodeFacts, Known
from reviewer.library.library import Library

COLUMNS = [name for name in Cues.__slots__ if name not in {"text", "extras"}]


def assert_same(one: Cues, other: Cues) -> None:
    assert (one.text, one.extras) == (other.text, other.extras)
    for name in COLUMNS:
        assert list(getattr(one, name)) == list(getattr(other, name)), name


def read_back(library: Library, cues: Cues, data: bytes) -> Cues:
    slug = library.add_episode(EpisodeFacts("T"), "t", version_of(cues, data), data, "a.vtt")
    assert isinstance(slug, str)
    with Library(library.path) as again:
        return again.version(again.episode(slug).version).cues


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_cues())
def test_cues_are_read_back_as_they_were_added(cues: Cues) -> None:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder, "l.sqlite")) as library:
        add(library)  # so that the rows do not begin at 1
        assert_same(read_back(library, cues, b"2"), cues)


@pytest.mark.parametrize(
    "cues",
    [
        cues_of(),
        cues_of("", "", ""),
        cues_of("Erster Absatz.", "Zweiter.", timed=False, gap="\n\n"),
        cues_of("𝔘nicode \u202e bidi \x00 nul é"),
        cues_of("line\nbreaks \t and  blanks "),
    ],
    ids=["none", "empty", "plain text", "odd characters", "white space"],
)
def test_odd_cues_are_read_back(library: Library, cues: Cues) -> None:
    assert_same(read_back(library, cues, b"2"), cues)


def test_what_a_cue_carries_besides_is_read_back(library: Library) -> None:
    builder = CuesBuilder()
    builder.add(-500, None, "a", extra={"voice": "Ann “A”", "settings": "line:0"})
    builder.add(None, 2**40, "b")
    cues = builder.build()
    again = read_back(library, cues, b"2")
    assert_same(again, cues)
    assert again.voice(0) == "Ann “A”"


def test_a_version_is_read_back_whole(library: Library, episode: Episode) -> None:
    version, added = library.version(episode.version), version_of(cues_of("x"))
    assert version.id == added.id == episode.version_id
    assert (version.header, version.oddities, version.language) == (added.header, added.oddities, "en")


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe\r\n", "\ufeffWEBVTT\r\n".encode()])
def test_the_file_is_kept_to_the_byte(library: Library, data: bytes) -> None:
    episode = add(library, "a", data=data)
    version = library.version(episode.version)
    assert library.file_bytes(version.sha256) == data
    assert library.file_name(episode.version) == "a.srt"


def test_the_same_bytes_are_known_and_not_added_again(library: Library, episode: Episode) -> None:
    again = library.add_episode(EpisodeFacts("Other"), "other", version_of(cues_of("x")), b"1", "b.srt")
    assert again == library.known(version_of(cues_of("x")).sha256) == Known("talk", "A talk")
    assert [e.slug for e in library.episodes()] == [episode.slug]
    assert library.known("0" * 64) is None


def test_slugs_are_unique(library: Library) -> None:
    made = [add(library, "x", data=bytes([n])).slug for n in range(3)]
    assert made == ["talk", "talk-2", "talk-3"]


def test_facts_are_listed_the_last_import_first(library: Library, episode: Episode) -> None:
    facts = EpisodeFacts("Zwei “2”", "Series", "shelf", "vid", "2026-01-02", "about\nit", ("a", "ü"))
    library.add_episode(facts, "two", version_of(cues_of("b c"), b"2"), b"2", "b.srt")
    two, one = library.episodes()
    assert (two.facts, two.cue_count, two.word_count, two.duration_ms, two.kind) == (facts, 1, 2, 2000, "auto")
    assert one == episode
    assert two.changed_at == two.imported_at
    assert two.summary == {}


@pytest.mark.parametrize(
    ("name", "found"), [("talk", "talk"), ("talk-2", "talk-2"), ("other", "other"), ("o", "other")]
)
def test_an_episode_is_found_by_its_slug_or_its_beginning(library: Library, name: str, found: str) -> None:
    for number, slug in enumerate(("talk", "talk", "other")):
        add(library, "x", slug=slug, data=bytes([number]))
    assert library.episode(name).slug == found


@pytest.mark.parametrize(
    ("name", "says"),
    [("ta", "Several.*talk, talk-2"), ("x\x1b", r"No episode “x\\x1b”"), ("", "No"), ("%", "No"), ("tal_", "No")],
)
def test_a_name_that_fits_none_or_several_is_told(library: Library, name: str, says: str) -> None:
    for number in range(2):
        add(library, "x", data=bytes([number]))
    with pytest.raises(NotFound, match=says):
        library.episode(name)


def test_figures_are_kept_with_what_they_hold_for(library: Library, episode: Episode) -> None:
    library.set_summary(episode.version, "abc", {"median": -3})
    assert library.episode("talk").summary == {"median": -3, "state": "abc"}
    library.set_summary(episode.version, "def", {"median": 4})
    assert library.episode("talk").summary == {"median": 4, "state": "def"}
