"""The reading text in paragraphs and runs."""

from dataclasses import replace

import pytest
from tests.publish.material import SAID, hit, make_corrections, make_score, make_scores, make_version

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import CuesBuilder, Version
from reviewer.core.reading import Correction, ReadingText
from reviewer.publish.passages import Passage, first_words, passages, plain_text


def correction(first: tuple[int, int], last: tuple[int, int], meant: str) -> Correction:
    return Correction("e", "d", Span(Gap(*first), Gap(*last)), meant)


def text_of_runs(passage: Passage) -> str:
    return " ".join(run.text for run in passage.runs)


def test_the_runs_of_a_paragraph_make_its_text() -> None:
    version = make_version()
    text = ReadingText(version.cues, make_corrections(version))
    made = passages(text, make_scores(version))
    assert "\n\n".join(map(text_of_runs, made)) + "\n" == plain_text(text)
    assert [p.start_ms for p in made] == [0, 63_000, 126_000, 189_000]


def test_marks_are_left_out_and_events_stay() -> None:
    version = make_version((">> Hello there.", "[Music]", ">>", ">> Bye."))
    assert plain_text(ReadingText(version.cues)) == "Hello there.\n\n[Music]\n\nBye.\n"


def test_corrected_and_counted_words_are_runs_of_their_own() -> None:
    version = make_version()
    text = ReadingText(version.cues, make_corrections(version))
    runs = passages(text, make_scores(version))[2].runs
    assert [run.text for run in runs if run.correction] == ["Halden Institute"]
    assert [run.text for run in runs if run.hit] == ["loss of control"]


def test_a_term_under_a_correction_is_marked_there() -> None:
    version = make_version()
    meant = correction((2, 10), (2, 13), "loss of oversight")
    runs = passages(ReadingText(version.cues, [meant]), make_scores(version))[2].runs
    assert [run.text for run in runs if run.hit and run.correction] == ["loss of oversight"]


def test_every_slice_begins_once_and_in_order() -> None:
    version = make_version()
    over = correction((0, 15), (1, 3), "heard a mistake, because I")
    made = passages(ReadingText(version.cues, [over]), make_scores(version))
    begins = [(score.slice.number, run.text.split()[0]) for p in made for run in p.runs for score in run.begins]
    assert begins == [(1, "So"), (2, "check"), (3, "and"), (4, "A")]


def test_two_slices_that_begin_at_one_word_are_both_shown() -> None:
    version = make_version(SAID[:1])
    score = make_score(version, 1, 0)
    twice = [score, replace(score, slice=replace(score.slice, number=2))]
    assert [s.slice.number for s in passages(ReadingText(version.cues), twice)[0].runs[0].begins] == [1, 2]


def test_an_inserted_word_is_not_taken_for_the_term_after_it() -> None:
    version = make_version()
    inserted = correction((2, 10), (2, 10), "slow")
    runs = passages(ReadingText(version.cues, [inserted]), make_scores(version))[2].runs
    assert [(run.text, run.hit is not None) for run in runs if run.correction or run.hit] == [
        ("slow", False),
        ("loss of control", True),
    ]


def test_a_speaker_is_named_where_the_voice_changes() -> None:
    builder = CuesBuilder()
    for number, voice in enumerate(("Ada", "Ada", "Ben", "Ada")):
        builder.add(number * 9_000, number * 9_000 + 1_000, "Words.", extra={"voice": voice})
    version: Version = replace(make_version(), cues=builder.build())
    made = passages(ReadingText(version.cues), ())
    assert [p.speaker for p in made] == ["Ada", "", "Ben", "Ada"]


@pytest.mark.parametrize(("limit", "words"), [(3, "So let me …"), (99, SAID[0])])
def test_a_card_quotes_the_first_words(limit: int, words: str) -> None:
    version = make_version()
    assert first_words(ReadingText(version.cues), make_score(version, 1, 0), limit) == words


def test_a_text_without_words_has_no_paragraphs() -> None:
    version = make_version(())
    assert passages(ReadingText(version.cues), ()) == []
    assert plain_text(ReadingText(version.cues)) == "\n"


def test_a_hit_that_does_not_count_is_not_marked() -> None:
    version = make_version()
    struck = hit(version, 0, (0, 1), "risk", value=0.0)
    made = passages(ReadingText(version.cues), [make_score(version, 1, 0, (struck,))])
    assert [run.hit for run in made[0].runs] == [None]
