from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spectrum.spectrum_builders import corrected, cues_of, lexicon, score_of, swapped

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import Cues
from reviewer.core.reading import Correction, ReadingText
from reviewer.spectrum.figures import SliceScore
from reviewer.spectrum.scores import band_of, rescored, score_slice, score_text, shown_score, without
from reviewer.spectrum.slices import cut

VOCABULARY = [
    "the", "a", "we", "not", "very", "maybe", "no", "doubt", "x-risk", "danger", "dangers,", "loss", "of", "control",
    "threat", "model", "benefits", "promising.", "flourish", "society", "society's", "jobs", "harmless", "“harm”",
    "end", "poverty?", "[Music]", ">>", "—", "Owain",
]  # fmt: skip
_word = st.sampled_from(VOCABULARY)
_text = st.lists(_word, min_size=1, max_size=60).map(" ".join)
_cues = st.lists(st.lists(_word, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=40).map(cues_of)


def test_the_golden_example() -> None:
    score = score_of("existential risk, extinction " + "word " * 197)
    assert (score.words, score.risk, score.opportunity, score.damping) == (200, 6.0, 0.0, 10.0)
    assert (score.score, score.band) == (-38, "risk-forward")


@pytest.mark.parametrize(
    ("risk", "opportunity", "words", "score"),
    [
        (6, 0, 200, -38),  # −37.5
        (0, 6, 200, 38),
        (0, 0, 0, 0),
        (2, 0, 100, -17),  # one ordinary decisive word is not enough for a band; short slices are damped as 190 words
        (2, 0, 190, -17),
        (4, 0, 190, -30),
        (0, 0.001, 200, 0),
        (0.001, 0, 200, 0),
        (1e6, 0, 200, -100),
    ],
)
def test_numbers_are_shown_whole_halves_away_from_zero(risk: float, opportunity: float, words: int, score: int) -> None:
    assert shown_score(risk, opportunity, words, lexicon().formula) == score


@pytest.mark.parametrize(
    ("score", "band"),
    [(-100, "risk-forward"), (-20, "risk-forward"), (-19, "mixed"), (19, "mixed"), (20, "opportunity-forward")],
)
def test_the_edges_belong_to_the_outer_bands(score: int, band: str) -> None:
    assert band_of(score, lexicon().bands) == band


def test_a_repeated_term_counts_the_root_of_the_sum_of_squares() -> None:
    score = score_of("danger and dangers and dangerous and danger, harm")
    assert score.risk == pytest.approx(4 + 2)


def test_marks_and_events_are_no_words() -> None:
    assert score_of(">> So it is. [Music] [loud applause] Yes").words == 4


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("nothing of note", "silent"),
        ("not a danger", "silent"),
        ("our threat model", "silent"),
        ("a danger", "mixed"),
        ("a danger and a benefit", "mixed"),
    ],
)
def test_a_slice_without_a_counted_term_is_silent(text: str, band: str) -> None:
    assert score_of(text).band == band


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("society and culture", "society"),
        ("society", None),
        ("society and culture, jobs and wages", None),
        ("society and culture, jobs and wages, and public schools", "society"),
        ("existential risk and extinction", "core-safety"),
        ("our threat model and a password", "security"),
    ],
)
def test_the_lens_of_a_slice_has_two_hits_and_is_ahead(text: str, lens: str | None) -> None:
    assert score_of(text).lens == lens


def test_without_a_hit_the_number_is_the_one_of_the_slice_that_lacks_it() -> None:
    score = score_of("existential risk, extinction, a benefit, not a danger " + "word " * 190)
    others = [without(score, hit, lexicon()) for hit in score.hits]
    assert others == [(-7, "mixed"), (-7, "mixed"), (-38, "risk-forward"), (score.score, score.band)]
    alone = score_of("a danger")
    assert without(alone, alone.hits[0], lexicon()) == (0, "silent")


@settings(deadline=None)  # two cores, shared
@given(_text)
def test_exchanging_the_sides_turns_every_sign(text: str) -> None:
    one, other = score_of(text), score_of(text, swapped())
    assert other.score == -one.score
    assert (other.risk, other.opportunity) == (one.opportunity, one.risk)
    assert [(h.text, -h.value, h.is_counted) for h in one.hits] == [(h.text, h.value, h.is_counted) for h in other.hits]


@settings(deadline=None)  # two cores, shared
@given(_text, st.sampled_from(["extinction", "danger", "harm", "evil"]))
def test_one_more_counted_risk_hit_never_raises_a_score(text: str, risk: str) -> None:
    less, more = score_of(f"{text} . so it is neutral"), score_of(f"{text} . so it is {risk}")
    assert less.words == more.words
    assert more.hits[-1].is_counted
    assert more.score <= less.score


@settings(deadline=None)  # two cores, shared
@given(_text)
def test_the_number_is_the_sum_of_the_published_terms(text: str) -> None:
    score = score_of(text)
    sides = {"risk": 0.0, "opportunity": 0.0}
    for side in sides:
        values: dict[str, float] = {}
        for hit in score.hits:
            if hit.is_counted and hit.side == side:
                values[hit.pattern] = values.get(hit.pattern, 0) + hit.value**2
        sides[side] = sum(value**0.5 for value in values.values())
    damping = 50 * max(score.words, 190) / 1000
    exact = 100 * (sides["opportunity"] - sides["risk"]) / (sum(sides.values()) + damping)
    assert abs(exact - score.score) <= 0.5 + 1e-9
    assert all(hit.value == 0 for hit in score.hits if not hit.is_counted)


# A whole text
@st.composite
def _corrected(draw: st.DrawFn) -> tuple[Cues, list[Correction]]:
    cues = draw(_cues)
    gaps = sorted(draw(st.lists(st.integers(0, cues.word_count), min_size=0, max_size=12)))
    corrections: list[Correction] = []
    for number, (first, last) in enumerate(zip(gaps[::2], gaps[1::2], strict=False)):
        at = cues.gap(first) if first < cues.word_count else Gap(len(cues) - 1, len(cues.words_of(len(cues) - 1)))
        span = cues.span(first, last) if first < last else Span(at, at)
        if not any(span.meets(other.span) for other in corrections):
            corrections.append(Correction(f"e{number}", "d", span, draw(_text) if first < last else draw(_word)))
    return cues, corrections


SMALL = replace(lexicon(), slices=replace(lexicon().slices, limit_chars=100, fallback_limit_chars=100))


def _one_by_one(text: ReadingText) -> tuple[SliceScore, ...]:
    parts = cut(text.cues, SMALL.slices)
    return tuple(score_slice(part, list(text.slice_words(part.first, part.last)), SMALL) for part in parts)


@settings(deadline=None)  # two cores, shared
@given(_corrected())
def test_a_text_is_scored_as_its_slices_one_by_one(made: tuple[Cues, list[Correction]]) -> None:
    text = ReadingText(*made)
    assert score_text(text, SMALL) == _one_by_one(text)


@settings(deadline=None)  # two cores, shared
@given(_corrected())
def test_scoring_the_touched_slices_is_scoring_all(made: tuple[Cues, list[Correction]]) -> None:
    cues, corrections = made
    before, after = ReadingText(cues), ReadingText(cues, corrections)
    touched = [range(cues.flat(c.span.start), cues.flat(c.span.end)) for c in after.corrections]
    assert rescored(score_text(before, SMALL), after, SMALL, *touched) == score_text(after, SMALL)
    assert rescored(score_text(after, SMALL), before, SMALL, *touched) == score_text(before, SMALL)


def test_only_touched_slices_are_made_anew() -> None:
    cues = cues_of([f"Sentence number {n} is about a danger to be named here." for n in range(40)])
    scores = score_text(ReadingText(cues), SMALL)
    text = corrected(cues, (15, 16, "benefit"))
    after = rescored(scores, text, SMALL, range(15, 16))
    assert [a is b for a, b in zip(scores, after, strict=True)].count(False) == 1


def test_a_correction_counts_in_the_slice_of_its_first_word_with_the_imported_words_under_it() -> None:
    cues = cues_of(["a" * 60 + " lost of.", "Contra roll is " + "b" * 60 + "."])
    first, second = score_text(corrected(cues, (1, 5, "loss of control")), SMALL)
    assert [(h.text, h.first, h.last, h.start_ms) for h in first.hits] == [
        ("loss of control", 1, 5, cues.word_time(1)[0])
    ]
    assert (first.words, second.words) == (4, 2)


def test_a_text_without_words_has_no_scores() -> None:
    assert score_text(ReadingText(cues_of([])), lexicon()) == ()
    assert rescored((), ReadingText(cues_of([])), lexicon(), range(0)) == ()
