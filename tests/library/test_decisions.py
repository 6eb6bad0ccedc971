"""Deciding, undoing and redoing, over restarts, in two windows at once, by two people."""

import time
from pathlib import Path

import pytest
from tests.library.made_libraries import CUES, add, check, correct, correct_at, reads

from reviewer.core.acts import SetValue, Together, WithdrawEdits
from reviewer.core.anchors import LIBRARY, Key
from reviewer.core.find import find_places
from reviewer.core.rows import ASSESSMENT, GLOSSARY
from reviewer.errors import Refused
from reviewer.library.episodes import Episode
from reviewer.library.library import Library

OWAIN = ["so I met Owain Evans", "and Owain said: it’s", "about Café policy,", "Owain’s own words"]


def test_a_correction_reads_and_is_told(library: Library, episode: Episode) -> None:
    change = correct(library, episode, "Aine", "Owain")
    assert reads(library, episode) == OWAIN
    assert (change.label, change.places, change.elsewhere) == ("Correct “Owain” in 3 places", 3, 0)
    assert change.touched == ((3, 4), (6, 7), (12, 13))
    assert [c.meant for c in change.corrections] == ["Owain", "Owain", "Owain’s"]
    assert {(c.person, c.decision) for c in change.corrections} == {("ann", change.decision)}


def test_undo_and_redo_go_on_after_a_restart(path: Path) -> None:
    with Library(path) as library:
        episode = add(library)
        correct(library, episode, "Aine", "Owain")
        correct(library, episode, "policy", "politics")
    with Library(path) as library:
        assert library.undo("ann", episode).label == "Correct “politics”"
        assert reads(library, episode) == OWAIN
    with Library(path) as library:
        assert library.undo("ann", episode).label == "Correct “Owain” in 3 places"
        assert reads(library, episode) == list(CUES)
        with pytest.raises(Refused, match="Nothing to undo"):
            library.undo("ann", episode)
    with Library(path) as library:
        library.redo("ann", episode)
        assert reads(library, episode) == OWAIN
        library.redo("ann", episode)
        with pytest.raises(Refused, match="Nothing to redo"):
            library.redo("ann", episode)
        check(library)


def test_undo_and_redo_keep_the_decision_as_it_was(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    before = library.text(episode).corrections
    library.undo("ann", episode)
    library.redo("ann", episode)
    assert library.text(episode).corrections == before


def test_two_windows_see_and_build_on_each_other_s_work(library: Library, path: Path, episode: Episode) -> None:
    with Library(path) as other:
        reads(other, episode)
        seen = other.data_version
        correct(library, episode, "Aine", "Owain")
        assert other.data_version != seen
        assert reads(other, episode) == OWAIN
        correct(other, episode, "Owain", "Owen")
        assert library.undo("ann", episode).label == "Correct “Owen” in 3 places"
        assert reads(other, episode) == OWAIN
        correct(library, episode, "policy", "politics")
        other.undo("ann", episode)
        assert reads(library, episode) == reads(other, episode) == OWAIN
    check(library)


def test_what_changed_meanwhile_in_another_window_is_refused_and_changes_nothing(
    library: Library, path: Path, episode: Episode
) -> None:
    places = tuple(find_places(library.text(episode), "Aine"))
    with Library(path) as other:
        correct_at(other, episode, 3, "Owen")
    from reviewer.core.acts import CorrectWords

    with pytest.raises(Refused, match="changed elsewhere"):
        library.decide(CorrectWords(places, "Owain"), "ann", episode)
    assert reads(library, episode)[0] == "so I met Owen Evans"
    assert len(library.history(episode.id).decisions) == 1
    check(library)


def test_a_person_s_undo_leaves_another_s_work(library: Library, episode: Episode) -> None:
    correct_at(library, episode, 3, "Owain", "ann")
    correct_at(library, episode, 3, "Owen", "ben")
    change = library.undo("ann", episode)
    assert (change.places, reads(library, episode)[0]) == (0, "so I met Owen Evans")
    with pytest.raises(Refused):
        library.undo("ann", episode)
    library.undo("ben", episode)
    assert reads(library, episode) == list(CUES)


def test_a_correction_over_another_is_one_place(library: Library, episode: Episode) -> None:
    correct_at(library, episode, 3, "Owain Rhys")
    text = library.text(episode)
    words = [w for w in text.words(3, 5) if w.text in {"Rhys", "Evans"}]
    from reviewer.core.acts import CorrectWords
    from reviewer.core.find import place_of

    change = library.decide(CorrectWords((place_of(text, words),), "R. Evans"), "ann", episode)
    assert change.touched == ((3, 5),)
    assert library.undo("ann", episode).touched == ((3, 5),)
    assert reads(library, episode)[0] == "so I met Owain Rhys Evans"


def test_a_withdraw_shows_what_lay_under_and_is_undone(library: Library, episode: Episode) -> None:
    correct_at(library, episode, 3, "Owain")
    over = correct_at(library, episode, 3, "Owen")
    act = WithdrawEdits(tuple(c.edit for c in over.corrections), "Owen", "not he")
    assert library.decide(act, "ben", episode).touched == ((3, 4),)
    assert reads(library, episode)[0] == "so I met Owain Evans"
    library.undo("ben", episode)
    assert reads(library, episode)[0] == "so I met Owen Evans"
    library.redo("ben", episode)
    with pytest.raises(Refused, match="withdrawn already"):
        library.decide(act, "ann", episode)
    check(library)


def test_undo_is_of_this_episode_and_in_the_library_window_of_any(library: Library, episode: Episode) -> None:
    other = add(library, "Aine again", slug="other", data=b"2")
    correct(library, episode, "Aine", "Owain")
    correct(library, other, "Aine", "Owen")
    library.decide(SetValue(GLOSSARY, LIBRARY, "owain", {"canonical": "Owain"}, "Add"), "ann")
    assert library.undo("ann", episode).label == "Correct “Owain” in 3 places"
    library.redo("ann", episode)
    assert [library.undo("ann").label for _ in range(3)] == ["Add", "Correct “Owen”", "Correct “Owain” in 3 places"]
    assert (reads(library, episode), reads(library, other)) == (list(CUES), ["Aine again"])
    with pytest.raises(Refused):
        library.undo("ann")
    assert library.redo("ann").elsewhere == 3
    assert reads(library, episode) == OWAIN
    check(library)


def test_values_that_hold_are_kept_by_key(library: Library, episode: Episode) -> None:
    def put(value: object, name: str = "summary") -> object:
        return library.decide(SetValue(ASSESSMENT, episode.id, name, value, "Summary"), "ann", episode).keys

    assert put("one") == ((ASSESSMENT, Key(episode.id, "summary")),)
    put({"ü": [1, None, True]}, "other")
    put("two")
    assert library.held(ASSESSMENT, episode.id) == {"summary": "two", "other": {"ü": [1, None, True]}}
    library.undo("ann", episode)
    assert library.held(ASSESSMENT, episode.id)["summary"] == "one"
    library.undo("ann", episode)
    library.undo("ann", episode)
    assert library.held(ASSESSMENT, episode.id) == {}
    library.redo("ann", episode)
    assert library.held(ASSESSMENT, episode.id) == {"summary": "one"}
    assert library.held(ASSESSMENT, "another") == {}
    check(library)


def test_acts_together_are_taken_back_by_one_undo(library: Library, episode: Episode) -> None:
    from reviewer.core.acts import CorrectWords

    name = SetValue(GLOSSARY, LIBRARY, "owain", {"canonical": "Owain"}, "Add")
    places = tuple(find_places(library.text(episode), "Aine"))
    library.decide(Together((CorrectWords(places, "Owain"), name), "Correct and add"), "ann", episode)
    assert library.held(GLOSSARY) == {"owain": {"canonical": "Owain"}}
    library.undo("ann", episode)
    assert library.held(GLOSSARY) == {}
    assert reads(library, episode) == list(CUES)
    check(library)


def test_what_is_decided_for_the_library_is_seen_from_every_episode(library: Library, episode: Episode) -> None:
    name = SetValue(GLOSSARY, LIBRARY, "owain", "x", "Add")
    library.decide(name, "ann", episode)
    library.decide(SetValue(GLOSSARY, LIBRARY, "owain", "y", "Change"), "ann")
    assert library.history(episode.id).values(GLOSSARY, LIBRARY)["owain"].value == "y"
    assert len(library.history(episode.id).heads(GLOSSARY)) == 1


def test_an_act_that_is_refused_leaves_no_trace(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    with pytest.raises(Refused):
        library.decide(WithdrawEdits(("no such edit",), "x"), "ann", episode)
    assert len(library.history(episode.id).decisions) == 1
    assert library.undo("ann", episode).places == 3


def test_the_time_of_the_last_decision_is_listed(library: Library, episode: Episode) -> None:
    assert library.episode("talk").changed_at == episode.imported_at
    time.sleep(0.002)
    correct(library, episode, "Aine", "Owain")
    assert library.episode("talk").changed_at > episode.imported_at


def test_more_episodes_than_are_kept_at_hand(library: Library) -> None:
    episodes = [add(library, f"Aine number {n}", slug=f"s{n}", data=bytes([n])) for n in range(7)]
    for _ in range(2):
        for episode in episodes:
            correct(library, episode, "Aine" if "Aine" in reads(library, episode)[0] else "Owain", "Owain x")
    assert [reads(library, e) for e in episodes] == [[f"Owain x x number {n}"] for n in range(7)]
    check(library)
