"""Corrections made on one version of an episode, read in another: carried, settled by the file, or listed."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.made_libraries import CUES, add, add_version, all_off, check, correct, correct_at, lead, now, reads

from reviewer.core.acts import PlaceCorrection, WithdrawEdits
from reviewer.core.anchors import Gap, Place, Span
from reviewer.core.carry import Outcome
from reviewer.core.rows import CORRECTION, Decision, Edit, Rows
from reviewer.errors import Refused
from reviewer.library import logrows
from reviewer.library.episodes import Episode
from reviewer.library.library import Library

# of the first version: a line more, a name as it should be, and another word
AGAIN = ("A line before.", "so I met Aine Rhys", "and Owain said: it’s", "about Café policy,", "Aine’s own words")


def test_what_still_stands_is_carried(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    correct(library, episode, "policy", "politics")
    add_version(library, episode, *AGAIN)
    led = now(library, episode)
    assert reads(library, led) == [
        "A line before.", "so I met Owain Rhys", "and Owain said: it’s", "about Café politics,", "Owain’s own words",
    ]  # fmt: skip
    outcomes = [(row.heard, row.meant, row.outcome) for row in library.carried(led)]
    assert outcomes == [
        ("Aine", "Owain", Outcome.CARRIED), ("Aine", "Owain", Outcome.SETTLED),
        ("policy,", "politics,", Outcome.CARRIED), ("Aine’s", "Owain’s", Outcome.CARRIED),
    ]  # fmt: skip
    assert library.search("politics", 9)[0].cue == 3
    check(library)


def test_what_fits_no_longer_is_listed_with_all_that_is_known_of_it(library: Library, episode: Episode) -> None:
    change = correct(library, episode, "Evans", "Evans-Rhys")
    add_version(library, episode, *AGAIN)
    (row,) = library.carried(now(library, episode))
    assert (row.outcome, row.heard, row.meant, row.kind) == (Outcome.UNFIT, "Evans", "Evans-Rhys", "name")
    assert (row.edit, row.decision, row.version) == (change.corrections[0].edit, change.decision, episode.version_id)
    assert (row.span, row.cue, row.person, row.why, row.place) == (Span(Gap(0, 4), Gap(0, 5)), 0, "ann", "", None)
    assert row.start_ms is not None
    assert row.start_ms > 0
    assert row.near == Span(Gap(1, 4), Gap(1, 5))
    assert reads(library, now(library, episode)) == list(AGAIN)


def test_a_correction_that_fits_no_longer_is_placed_by_hand(library: Library, episode: Episode) -> None:
    correct(library, episode, "Evans", "Evans-Rhys")
    add_version(library, episode, *AGAIN)
    led = now(library, episode)
    (row,) = library.carried(led)
    assert row.near is not None
    change = library.decide(PlaceCorrection(row.edit, row.near, row.meant), "ann", led)
    assert (change.touched, reads(library, led)[1]) == (((7, 8),), "so I met Aine Evans-Rhys")
    assert library.carried(led) == []
    library.undo("ann", led)
    assert library.carried(led) == [row]
    check(library)


def test_a_correction_over_a_carried_one_names_it(library: Library, episode: Episode) -> None:
    first = correct_at(library, episode, 3, "Owain")
    add_version(library, episode, *AGAIN)
    led = now(library, episode)
    over = correct_at(library, led, 6, "Owen")
    edit = library.history(episode.id).edits[over.corrections[0].edit]
    assert (edit.over, reads(library, led)[1]) == ((first.corrections[0].edit,), "so I met Owen Rhys")
    assert library.undo("ann", led).touched == ((6, 7),)
    assert reads(library, led)[1] == "so I met Owain Rhys"
    check(library)


def test_a_carried_correction_is_withdrawn_like_any(library: Library, episode: Episode) -> None:
    correct_at(library, episode, 3, "Owain")
    add_version(library, episode, *AGAIN)
    led = now(library, episode)
    (shown,) = library.text(led).corrections
    assert library.decide(WithdrawEdits((shown.edit,), "Owain"), "ben", led).touched == ((6, 7),)
    assert (reads(library, led), library.carried(led)) == (list(AGAIN), [])
    check(library)


def test_the_old_version_leads_again_with_what_was_corrected_meanwhile(library: Library, episode: Episode) -> None:
    correct_at(library, episode, 3, "Owain")
    add_version(library, episode, *AGAIN, person="ben")
    led = now(library, episode)
    correct(library, led, "Café", "Cafe")
    correct(library, led, "Rhys", "Rees")
    assert library.undo("ben", led).leads
    old = now(library, episode)
    assert reads(library, old) == ["so I met Owain Evans", CUES[1], "about Cafe policy,", CUES[3]]
    assert [(r.meant, r.outcome) for r in library.carried(old)] == [("Rees", Outcome.UNFIT), ("Cafe", Outcome.CARRIED)]
    assert library.undo("ann", old).label == "Correct “Rees”"
    assert library.undo("ann", old).touched == ((10, 11),)
    check(library)


def test_undo_of_what_was_corrected_on_a_version_that_led_is_told_by_its_words_now(
    library: Library, episode: Episode
) -> None:
    correct_at(library, episode, 3, "Owain")
    add_version(library, episode, *AGAIN, person="ben")
    change = library.undo("ann", now(library, episode))
    assert (change.touched, change.elsewhere, change.leads) == (((6, 7),), 0, False)
    assert library.redo("ann").elsewhere == 1
    check(library)


def test_an_insertion_keeps_the_word_before_which_it_stands(library: Library, episode: Episode) -> None:
    from reviewer.core.acts import CorrectWords
    from reviewer.core.find import FoundPlace

    gap = Gap(2, 1)
    library.decide(CorrectWords((FoundPlace(Span(gap, gap), (), 2, 2, None, "", "", ""),), "the"), "ann", episode)
    add_version(library, episode, *AGAIN)
    assert reads(library, now(library, episode))[3] == "about the Café policy,"


def test_of_two_carried_to_one_place_the_higher_is_shown(library: Library, episode: Episode) -> None:
    add_version(library, episode, *AGAIN, leads=False)
    correct_at(library, episode, 3, "Owain")
    lead(library, episode, library.versions(episode)[1].id, "ben")
    led = now(library, episode)
    library.undo("ann", led)
    correct_at(library, led, 6, "Owen")
    with Library(library.path) as other:
        other.undo("ben", led)
        assert reads(other, now(other, episode))[0] == "so I met Owen Evans"
    check(library)


def test_an_episode_of_one_version_carries_nothing(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    assert (library.carried(episode), library.moved(episode)) == ([], {})


VERSIONS = (
    CUES,
    ("so I met Aine Evans and Aine", "said: it’s about Café policy,", "Owain’s own words"),
    ("Aine", "so I met Aine Evans", "and Aine", "Aine said: it’s", "Cafe policy,"),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["at", "at", "all", "withdraw", "undo", "redo", "add", "lead", "lead", "place"]),
        st.integers(0, 13), st.sampled_from(["Owain", "x y z", "", "Aine"]), st.sampled_from(["ann", "ben"]),
        st.integers(0, 1),
    ),
    min_size=1, max_size=14,
)  # fmt: skip


def step(library: Library, episode: Episode, what: str, number: int, meant: str, person: str) -> None:
    match what:
        case "at":
            correct_at(library, episode, number, meant, person)
        case "all":
            correct(library, episode, ["Aine", "Owain", "policy"][number % 3], meant, person)
        case "withdraw":
            withdraw(library, episode, number, person)
        case "undo":
            library.undo(person, episode)
        case "redo":
            library.redo(person, episode)
        case _:
            step_of_versions(library, episode, what, number, person)


def step_of_versions(library: Library, episode: Episode, what: str, number: int, person: str) -> None:
    versions = library.versions(episode)
    match what:
        case "add":
            which = 1 + number % 2
            add_version(library, episode, *VERSIONS[which], data=bytes([which]), person=person, leads=number > 6)
        case "lead":
            lead(library, episode, versions[number % len(versions)].id, person)
        case "place":
            place(library, episode, number, person)


def withdraw(library: Library, episode: Episode, number: int, person: str) -> None:
    corrections = library.text(episode).corrections
    if corrections:
        chosen = corrections[number % len(corrections)]
        library.decide(WithdrawEdits((chosen.edit,), chosen.meant), person, episode)


def place(library: Library, episode: Episode, number: int, person: str) -> None:
    rows = [row for row in library.carried(episode) if row.outcome is Outcome.UNFIT]
    if rows:
        row = rows[number % len(rows)]
        cues = library.version(episode.version).cues
        span = row.near or cues.span(number % cues.word_count, number % cues.word_count + 1)
        library.decide(PlaceCorrection(row.edit, span, row.meant), person, episode)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_after_any_work_on_versions_the_tables_are_what_the_log_says(
    steps: list[tuple[str, int, str, str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "l.sqlite")
        with Library(path) as one, Library(path) as other:
            episode = add(one, data=bytes([0]))
            add(one, "Aine of another", slug="other", data=b"other")
            for what, number, meant, person, window in steps:
                library = (one, other)[window]
                try:
                    step(library, now(library, episode), what, number, meant, person)
                except (Refused, IndexError):
                    continue  # nothing to undo, or nothing stands there any more
            assert reads(one, now(one, episode)) == reads(other, now(other, episode))
            check(one)
            all_off(one, episode)
            first = now(other, episode)
            assert (first.version, reads(other, first), other.carried(first)) == (episode.version, list(CUES), [])
            check(other)


def test_a_foreign_edit_beyond_a_version_s_text_is_listed(library: Library, episode: Episode) -> None:
    beyond = Place(episode.version_id, Span(Gap(0, 1), Gap(9, 1)))
    foreign = Rows(
        (Decision("d", "eve", "elsewhere", 1, "2026-01-01T00:00:00.000Z", "x"),),
        (Edit("e", "d", CORRECTION, beyond, {"words": "x"}),),
    )
    logrows.insert(library._connection, foreign)
    library.rebuild()
    assert reads(library, episode) == list(CUES)
    add_version(library, episode, *AGAIN)
    (row,) = library.carried(now(library, episode))
    assert (row.outcome, row.heard, row.start_ms, row.kind) == (Outcome.UNFIT, "", None, "text")
    check(library)


def test_one_that_was_placed_by_hand_hides_nothing_where_it_has_no_place(library: Library, episode: Episode) -> None:
    correct(library, episode, "Evans", "Evans-Rhys")
    add_version(library, episode, *AGAIN, person="ben")
    led = now(library, episode)
    (row,) = library.carried(led)
    assert row.near is not None
    library.decide(PlaceCorrection(row.edit, row.near, row.meant), "ann", led)
    library.undo("ben", led)
    old = now(library, episode)
    assert reads(library, old)[0] == "so I met Aine Evans-Rhys"
    check(library)
