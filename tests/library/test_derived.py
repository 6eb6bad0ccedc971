"""What follows from the log is, after any sequence of decisions, what a rebuild makes of the log."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.made_libraries import CUES, add, all_off, check, correct, correct_at, raw, reads

from reviewer.core.acts import SetValue, WithdrawEdits
from reviewer.core.rows import ASSESSMENT
from reviewer.errors import Refused
from reviewer.library.episodes import Episode
from reviewer.library.library import Library

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["at", "at", "all", "withdraw", "undo", "redo", "value"]), st.integers(0, 13),
        st.sampled_from(["Owain", "x y z", "", "Aine", "Café"]), st.sampled_from(["ann", "ben"]), st.integers(0, 1),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


def step(library: Library, episode: Episode, what: str, number: int, meant: str, person: str) -> None:
    corrections = library.text(episode).corrections
    match what:
        case "at":
            correct_at(library, episode, number, meant, person)
        case "all":
            correct(library, episode, ["Aine", "Owain", "y z"][number % 3], meant, person)
        case "withdraw" if corrections:
            chosen = corrections[number % len(corrections)]
            library.decide(WithdrawEdits((chosen.edit,), chosen.meant), person, episode)
        case "undo":
            library.undo(person, episode)
        case "redo":
            library.redo(person, episode)
        case "value":
            library.decide(SetValue(ASSESSMENT, episode.id, f"f{number % 3}", meant, "x"), person, episode)


@settings(max_examples=30, deadline=None)  # each decision waits for the disk
@given(STEPS)
def test_after_any_work_the_tables_are_what_the_log_says(steps: list[tuple[str, int, str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "l.sqlite")
        with Library(path) as one, Library(path) as other:
            episode = add(one)
            for what, number, meant, person, window in steps:
                try:
                    step((one, other)[window], episode, what, number, meant, person)
                except (Refused, IndexError):
                    continue  # nothing to undo, or nothing stands there any more
            assert reads(one, episode) == reads(other, episode)
            check(one)
            all_off(one, episode)
            assert reads(one, episode) == reads(other, episode) == list(CUES)
            check(other)


def test_a_rebuild_mends_tables_that_were_damaged(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    expected = reads(library, episode)
    with raw(library.path) as other:
        for table in ("live", "reading", "touches"):
            other.execute(f"delete from {table}")
        other.execute("insert into search(search) values ('delete-all')")
    other.close()
    assert reads(library, episode) == list(CUES)
    library.rebuild()
    assert reads(library, episode) == expected
    assert library.undo("ann", episode).places == 3
    check(library)


def test_a_cue_corrected_to_what_was_imported_has_no_row(library: Library, episode: Episode) -> None:
    correct_at(library, episode, 3, "Aine")
    assert library._one("select count(*) from reading") == 0
    check(library)
