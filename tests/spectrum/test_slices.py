from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spectrum.spectrum_builders import cues_of, lexicon

from reviewer.core.cues import Cues
from reviewer.spectrum.figures import Slice
from reviewer.spectrum.lexicon import SliceRule
from reviewer.spectrum.slices import cut

RULE = SliceRule(limit_chars=100, fallback_limit_chars=80)

_words = st.text("abcé", min_size=1, max_size=30)
_sentences = st.lists(st.builds(str.__add__, _words, st.sampled_from(["", "", "", ".", "?", "!"])), max_size=20)
_texts = st.lists(_sentences.map(" ".join), max_size=40)


def _text(cues: Cues, part: Slice) -> str:
    return cues.text[cues.word_starts[part.first] : cues.word_stops[part.last - 1]]


@settings(deadline=None)  # two cores, shared
@given(_texts)
def test_slices_hold_every_word_once_and_in_order(texts: list[str]) -> None:
    cues = cues_of(texts)
    slices = cut(cues, RULE)
    assert [flat for part in slices for flat in range(part.first, part.last)] == list(range(cues.word_count))
    assert [part.number for part in slices] == list(range(1, len(slices) + 1))


@settings(deadline=None)  # two cores, shared
@given(_texts)
def test_no_slice_is_over_the_limit(texts: list[str]) -> None:
    cues = cues_of(texts)
    assert all(len(_text(cues, part)) <= RULE.limit_chars for part in cut(cues, RULE))


@settings(deadline=None)  # two cores, shared
@given(_texts)
def test_no_two_neighbours_are_cut_that_are_one_sentence_long_together(texts: list[str]) -> None:
    cues = cues_of(texts)
    slices = cut(cues, RULE)
    for part, after in pairwise(slices):
        together = cues.word_stops[after.last - 1] - cues.word_starts[part.first]
        assert together > RULE.fallback_limit_chars


@settings(deadline=None)  # two cores, shared
@given(_texts)
def test_cutting_is_the_same_every_time_and_times_run_on(texts: list[str]) -> None:
    cues = cues_of(texts)
    slices = cut(cues, RULE)
    assert slices == cut(cues, RULE)
    starts = [part.start_ms or 0 for part in slices]
    assert starts == sorted(starts)
    assert all((part.end_ms or 0) >= (part.start_ms or 0) for part in slices)


def test_whole_sentences_as_many_as_fit() -> None:
    sentence = "a" * 39 + "."
    cues = cues_of([f"{sentence} {sentence}", sentence, sentence])
    assert [(p.first, p.last, p.first_cue, p.last_cue) for p in cut(cues, RULE)] == [(0, 2, 0, 0), (2, 4, 1, 2)]


def test_a_text_of_the_limit_is_one_slice() -> None:
    at_limit = cues_of(["x" * 548 + ".", "y" * 549 + "."])
    assert len(at_limit.text) == 1_100
    assert len(cut(at_limit, lexicon().slices)) == 1
    assert len(cut(cues_of(["x" * 548 + ".", "y" * 550 + "."]), lexicon().slices)) == 2


def test_a_sentence_ends_only_before_white_space() -> None:
    cues = cues_of([" ".join(["gpt-4.5", "x" * 55, "www.site.net", "y" * 20]) + ".", "Short.", "Short.", "So it is."])
    assert [(p.first, p.last) for p in cut(cues, RULE)] == [(0, 4), (4, 9)]


def test_a_sentence_over_the_limit_is_cut_at_the_ends_of_cues() -> None:
    cues = cues_of(["One.", "Two.", *[("w" * 29 + " ") * 2 for _ in range(3)], "end."])
    slices = cut(cues, RULE)
    assert [(p.first_cue, p.last_cue) for p in slices] == [(0, 2), (3, 3), (4, 5)]


def test_inside_a_cue_it_is_cut_at_the_last_blank() -> None:
    cues = cues_of(["One.", "Two.", " ".join(["w" * 24] * 9) + "."])
    assert [len(_text(cues, part)) for part in cut(cues, RULE)] == [9, 99, 99, 25]


def test_without_punctuation_whole_cues_are_put_together() -> None:
    cues = cues_of(["v" * 30 for _ in range(6)])
    assert [(p.first_cue, p.last_cue) for p in cut(cues, RULE)] == [(0, 1), (2, 3), (4, 5)]


def test_a_word_over_the_limit_stands_alone() -> None:
    cues = cues_of(["One. Two.", "x" * 300, "Three. Four."])
    assert [(p.first, p.last) for p in cut(cues, RULE)] == [(0, 2), (2, 3), (3, 5)]


def test_a_slice_begins_with_its_first_word_and_ends_with_its_last() -> None:
    part, second = cut(cues_of(["a" * 50 + ". " + "b" * 50 + "."]), RULE)
    assert (part.start_ms, part.end_ms) == (0, second.start_ms)
    assert second.end_ms == 2_000


def test_a_text_without_times_or_words() -> None:
    assert [(p.start_ms, p.end_ms) for p in cut(cues_of(["Hello."], timed=False), RULE)] == [(None, None)]
    assert cut(cues_of([]), RULE) == ()
    assert cut(cues_of(["", " "]), RULE) == ()
