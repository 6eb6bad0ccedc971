"""Search over the library: as read, as heard, and whatever is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.made_libraries import add, check, correct, correct_at

from reviewer.library.episodes import Episode
from reviewer.library.library import Library
from reviewer.library.search import MARK_CLOSE, MARK_OPEN, FoundCue, match_terms


def cues(found: list[FoundCue]) -> list[int]:
    return [f.cue for f in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("aine", [0, 1, 3]),
        ("AINE evans", [0]),
        ("evans aine", [0]),
        ('"evans aine"', []),
        ('"aine evans"', [0]),
        ("cafe", [2]),
        ("pol", [2]),
        ('"pol"', []),
        ("pol café", []),
        ("it's", [1]),
        ("aine -evans", [0]),
        ("aine OR policy", []),
        ("nothing", []),
        ("", []),
        ('"', []),
        ("- * ^ ( :", []),
    ],
)
def test_all_words_of_a_query_stand_in_the_cue(
    library: Library, episode: Episode, query: str, found: list[int]
) -> None:
    assert episode.slug == "talk"
    assert cues(library.search(query, 50)) == found


def test_a_found_cue_tells_where_it_is(library: Library, episode: Episode) -> None:
    add(library, "Aine as well", slug="second", data=b"2")
    *_, last, second = library.search("aine", 50)
    assert last == FoundCue("talk", "A talk", 3, 7500, f"{MARK_OPEN}Aine{MARK_CLOSE}’s own words", is_heard_only=False)
    assert (second.slug, second.cue) == ("second", 0)
    assert len(library.search("aine", 2)) == 2
    assert episode.slug == "talk"


def test_a_corrected_cue_is_found_as_read_and_as_heard(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    assert [(f.cue, f.is_heard_only) for f in library.search("owain", 9)] == [(0, False), (1, False), (3, False)]
    assert [(f.cue, f.is_heard_only) for f in library.search("aine", 9)] == [(0, True), (1, True), (3, True)]
    assert [(f.cue, f.is_heard_only) for f in library.search("own words", 9)] == [(3, False)]


def test_after_undo_the_index_is_as_before(library: Library, episode: Episode) -> None:
    before = [library.search(word, 9) for word in ("aine", "evans", "owain")]
    correct(library, episode, "Aine", "Owain")
    correct_at(library, episode, 4, "")
    library.undo("ann", episode)
    library.undo("ann", episode)
    assert [library.search(word, 9) for word in ("aine", "evans", "owain")] == before
    check(library)


def test_episodes_without_cues_do_not_hide_others(library: Library) -> None:
    for number, texts in enumerate([("",), ("aine",), ("",), ("aine",)]):
        add(library, *texts, slug=f"s{number}", data=bytes([number]))
    assert [f.slug for f in library.search("aine", 9)] == ["s1", "s3"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=12) | st.text(alphabet='"*^():-+{}\\ aAND\x00\ud800²', max_size=12))
def test_no_query_is_wrong(library: Library, query: str) -> None:
    library.search(query, 3)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("a b", '"a" "b"*'),
        ('say "a b"', '"say" "a b"'),
        ('"a b', '"a b"*'),
        ("a\x00b", '"a" "b"*'),
        ("NEAR(a)", '"NEAR(a)"*'),
        ("***", ""),
    ],
)
def test_nothing_in_a_query_is_an_operator(query: str, terms: str) -> None:
    assert match_terms(query) == terms
