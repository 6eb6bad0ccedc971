"""Two texts side by side."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.core.align import Run, align

WORDS = st.lists(st.sampled_from(["the", "of", "a", "risk", "Owain", "no", "x1", "x2"]), max_size=40)


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("a", "", []),
        ("a b c", "a b c", [(0, 0, 3)]),
        ("a b c", "a x c", [(0, 0, 1), (2, 2, 1)]),
        ("a b c", "x a b c y", [(0, 1, 3)]),
        ("one two three four", "three four one two", [(2, 0, 2)]),
        ("no no no yes", "no no yes", [(0, 0, 2), (3, 2, 1)]),
        ("la la la la", "la la la la la la", [(0, 0, 4)]),
        ("a b", "c d", []),
    ],
)
def test_equal_stretches_in_order(old: str, new: str, runs: list[tuple[int, int, int]]) -> None:
    assert align(old.split(), new.split()) == [Run(*run) for run in runs]


@given(WORDS, WORDS)
def test_runs_are_equal_in_order_and_apart(old: list[str], new: list[str]) -> None:
    runs = align(old, new)
    for run in runs:
        assert run.length > 0
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]
    for before, after in pairwise(runs):
        assert before.old + before.length <= after.old
        assert before.new + before.length <= after.new
        assert (before.old + before.length, before.new + before.length) != (after.old, after.new)


@given(WORDS, WORDS)
def test_nothing_that_could_be_paired_is_left_between(old: list[str], new: list[str]) -> None:
    """Of two short texts the pairs are as many as those of the first word that both have."""
    assert bool(align(old, new)) == bool(set(old) & set(new))


@given(WORDS)
def test_a_text_is_itself(words: list[str]) -> None:
    assert align(words, words) == ([Run(0, 0, len(words))] if words else [])


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_long_text_with_a_few_changes_keeps_all_its_other_words(seed: int, changes: int) -> None:
    chance = random.Random(seed)
    old = _conversation(chance, 3_000)
    new, kept = list(old), len(old)
    for at in sorted(chance.sample(range(0, len(old), 20), changes), reverse=True):
        new[at : at + 1] = [f"changed{at}", "twice"] if chance.random() < 0.5 else []
        kept -= 1
    assert sum(run.length for run in align(old, new)) >= kept


def test_a_text_of_one_word_said_over_and_over_is_no_trouble() -> None:
    old, new = ["no"] * 50_000, ["no"] * 30_000 + ["yes"] + ["no"] * 30_000
    assert sum(run.length for run in align(old, new)) >= 30_000


def _conversation(chance: random.Random, length: int) -> Sequence[str]:
    """Words as they come in speech: a few very often, many once."""
    return [f"w{int(chance.paretovariate(0.7))}" for _ in range(length)]
