"""The reading text: each shown word once, in order, at its time, and the imported wording where nothing lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.log_texts import any_cues, any_readings, correction, cues_of, insertion, partitions, reading, texts_of

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import Cues, CuesBuilder, TimedPiece
from reviewer.core.reading import Correction, ReadingText, ReadingWord, imported_at, shown_at, text_of
from reviewer.core.words import WordKind


def naive_words(text: ReadingText) -> list[str]:
    """All shown words by the plainest rule: corrections and uncovered words in the order of their gaps."""
    cues = text.cues
    covered = {f for c in text.corrections for f in range(cues.flat(c.span.start), cues.flat(c.span.end))}
    parts = [((cues.gap(f), 1), [cues.word(f)]) for f in range(cues.word_count) if f not in covered]
    parts += [((c.span.start, int(not c.span.is_empty)), c.words) for c in text.corrections]
    return [word for _, words in sorted(parts) for word in words]


def keyed(words: list[ReadingWord]) -> list[tuple[str, int, int, str, int]]:
    return [(w.text, w.first, w.last, w.correction.edit if w.correction else "", w.number) for w in words]


@given(any_readings())
def test_every_shown_word_comes_once_and_in_order(text: ReadingText) -> None:
    assert texts_of(list(text.words(0, text.cues.word_count))) == naive_words(text)


@given(st.data())
def test_the_parts_of_any_partition_are_the_whole(data: st.DataObject) -> None:
    text = data.draw(any_readings(min_words=1))
    whole = list(text.words(0, text.cues.word_count))
    parts = [word for part in data.draw(partitions(text.cues.word_count)) for word in text.words(*part)]
    assert keyed(parts) == keyed(whole)


@given(any_readings())
def test_the_cues_together_are_the_whole(text: ReadingText) -> None:
    words = [(word, cue) for cue in range(len(text.cues)) for word in text.cue_words(cue)]
    assert texts_of([word for word, _ in words]) == naive_words(text)
    assert all(word.cue == cue for word, cue in words)


@given(st.data())
def test_a_correction_belongs_whole_to_the_slice_of_its_first_word(data: st.DataObject) -> None:
    text = data.draw(any_readings(min_words=1))
    slices = data.draw(partitions(text.cues.word_count))
    words = [(word, part) for part in slices for word in text.slice_words(*part)]
    assert texts_of([word for word, _ in words]) == naive_words(text)
    for word, (first, last) in words:
        assert first <= word.first < last or (word.first == word.last and first <= word.first <= last)


@given(any_readings())
def test_words_of_a_timed_track_have_times_inside_their_cue(text: ReadingText) -> None:
    cues = text.cues
    for word in text.words(0, cues.word_count):
        if not cues.has_times:
            assert (word.start_ms, word.end_ms, word.is_estimated) == (None, None, False)
            continue
        assert word.start_ms is not None
        assert word.end_ms is not None
        assert cues.start_ms[word.cue] <= word.start_ms <= word.end_ms <= cues.end_ms[word.cue]


@given(any_cues())
def test_without_corrections_every_cue_reads_as_imported(cues: Cues) -> None:
    text = ReadingText(cues)
    for number, cue in enumerate(text.cues):
        assert text.cue_text(number) == cue.text
    words = list(text.words(0, text.cues.word_count))
    assert keyed(words) == [(text.cues.word(f), f, f + 1, "", 0) for f in range(text.cues.word_count)]
    assert "".join(w.glue + w.text for w in words) == text.cues.text.rstrip()


@given(any_readings())
def test_a_cue_on_which_nothing_lies_is_as_imported(text: ReadingText) -> None:
    changed = set(text.changed_cues())
    for number in range(len(text.cues)):
        assert text.is_changed(number) == (number in changed)
        if number not in changed:
            assert text.cue_text(number) == text.cues.cue_text(number)
        else:
            assert text.cue_text(number).split() == texts_of(list(text.cue_words(number)))


@pytest.mark.parametrize(
    ("imported", "new", "shown"),
    [
        (2, 1, [0, 1, 1]),  # the middle gap is a half and goes up
        (1, 2, [0, 2]),
        (2, 3, [0, 2, 3]),
        (3, 2, [0, 1, 1, 2]),
        (4, 1, [0, 0, 1, 1, 1]),
        (2, 0, [0, 0, 0]),
    ],
)
def test_gaps_inside_a_replaced_span_show_rounded_halves_up(imported: int, new: int, shown: list[int]) -> None:
    assert [shown_at(gap, imported, new) for gap in range(imported + 1)] == shown


@given(st.integers(1, 40), st.integers(1, 40))
def test_a_new_word_falls_on_the_last_gap_that_shows_before_it(imported: int, new: int) -> None:
    for number in range(new):
        gaps = [g for g in range(imported) if shown_at(g, imported, new) <= number]
        assert imported_at(number, imported, new) == max(gaps)


def test_a_replacement_over_two_cues_gives_each_its_share() -> None:
    cues = cues_of("with Aine", "Evans today")
    text = reading(cues, (1, 3, "Owain Rhys Evans"))
    assert [text.cue_text(n) for n in (0, 1)] == ["with Owain Rhys", "Evans today"]
    times = [(w.text, w.start_ms, w.end_ms) for w in text.words(1, 3)]
    assert times == [("Owain", 1111, 1604), ("Rhys", 1604, 2000), ("Evans", 2500, 3590)]


def test_a_replacement_word_for_word_keeps_the_times() -> None:
    cues = cues_of("with Aine Evans now")
    plain, corrected = ReadingText(cues), reading(cues, (1, 3, "Owain Evanses"))
    assert [w[6:9] for w in corrected.words(0, 4)] == [w[6:9] for w in plain.words(0, 4)]


def test_an_insertion_at_the_beginning_of_a_cue_is_spoken_when_the_cue_begins() -> None:
    cues = cues_of("one two", "three")
    at_start, at_end = ReadingText(cues, [insertion(1, 0, "and")]), ReadingText(cues, [insertion(0, 2, "and")])
    assert [(w.text, w.cue, w.start_ms) for w in at_start.cue_words(1)] == [("and", 1, 2500), ("three", 1, 2500)]
    assert [(w.text, w.cue, w.start_ms) for w in at_end.cue_words(0)][-1] == ("and", 0, 2000)


def test_an_insertion_takes_the_white_space_before_the_word_that_it_stands_before() -> None:
    cues = cues_of("one", "two", timed=False, gap="\n\n")
    text = ReadingText(cues, [insertion(1, 0, "and so")])
    assert text_of(list(text.words(0, 2))) == "one\n\nand so two"
    assert text.cue_text(1) == "and so two"


def test_an_insertion_in_a_cue_without_words_shows_in_it_alone() -> None:
    cues = cues_of("one", "", "two", "")
    text = ReadingText(cues, [insertion(1, 0, "and"), insertion(3, 0, "end")])
    assert [text.cue_text(n) for n in range(4)] == ["one", "and", "two", "end"]
    assert texts_of(list(text.words(0, 2))) == ["one", "and", "two", "end"]
    assert texts_of(list(text.words(0, 1))) == ["one"]


def test_line_breaks_stay_where_they_were_imported() -> None:
    cues = cues_of("with Aine\nEvans today")
    assert reading(cues, (1, 2, "Owain")).cue_text(0) == "with Owain\nEvans today"


@pytest.mark.parametrize(
    "span",
    [
        Span(Gap(0, 1), Gap(7, 1)),
        Span(Gap(0, 1), Gap(0, 9)),
        Span(Gap(0, 2), Gap(0, 1)),
        Span(Gap(-1, 0), Gap(0, 1)),
    ],
)
def test_a_correction_that_does_not_fit_the_version_is_not_shown(span: Span) -> None:
    cues = cues_of("one two", "three")
    text = ReadingText(cues, [Correction("e", "d", span, "x")])
    assert texts_of(list(text.words(0, 3))) == ["one", "two", "three"]


def test_what_was_heard_is_what_was_imported() -> None:
    cues = cues_of("with Aine\nEvans", "today")
    assert ReadingText(cues).heard(correction(cues, 1, 4, "x")) == "Aine Evans today"


def test_words_with_times_of_their_own_are_not_estimated() -> None:
    builder = CuesBuilder()
    pieces = [TimedPiece(0, 3, 1000, WordKind.WORD), TimedPiece(4, 7, 1700, WordKind.WORD)]
    builder.add(1000, 3000, "one two", pieces)
    text = reading(builder.build(), (0, 1, "a few"))
    assert [(w.text, w.start_ms, w.end_ms, w.is_estimated) for w in text.words(0, 2)] == [
        ("a", 1000, 1175, False), ("few", 1175, 1700, True), ("two", 1700, 3000, False),
    ]  # fmt: skip


def test_an_event_put_right_is_an_event_still() -> None:
    text = ReadingText(cues_of("well [Music] then"))
    corrected = ReadingText(text.cues, [Correction("e", "d", text.cues.span(1, 2), "[Laughter] so")])
    assert [w.kind for w in corrected.words(0, 3)] == [WordKind.WORD, WordKind.EVENT, WordKind.WORD, WordKind.WORD]
