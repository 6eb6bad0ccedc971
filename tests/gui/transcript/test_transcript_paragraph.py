import pytest
from tests.gui.transcript.transcript_texts import correction, text_of_cues

from reviewer.core.reading import Correction, ReadingText
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.geometry import Setting
from reviewer.gui.transcript.paragraph import Head, Inks, Paragraph

PLAIN = Head(8)


def paragraph(theme: Theme, text: ReadingText, measure: int = 580, head: Head = PLAIN) -> Paragraph:
    words = list(text.words(0, text.cues.word_count))
    return Paragraph(words, head, Setting.of(theme), measure, Inks(theme.color("corrected"), theme.color("ink3")))


def corrected(heard: str, meant: str, cue: str) -> ReadingText:
    text = text_of_cues(cue)
    change: Correction = correction(text.cues, heard, meant)
    return text.with_corrections([change])


def test_lines_stand_at_equal_distances_below_the_name(theme: Theme) -> None:
    text = text_of_cues("So let me push on that. When you say the monitor should be weaker than the thing it watches")
    plain, named = paragraph(theme, text, 200), paragraph(theme, text, 200, Head(12, "Mara"))
    assert len(plain.line_starts) > 2
    assert plain.line_top(2) - plain.line_top(1) == 27
    assert (plain.body, named.body) == (8, 12 + 16 + 2)
    assert plain.height == 8 + 27 * len(plain.line_starts)


def test_letters_beyond_16_bits_count_twice(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("a 👩‍🚀 b"))
    astronaut = len("👩‍🚀".encode("utf-16-le")) // 2
    assert made.begins == [0, 2, 2 + astronaut + 1]
    assert made.number_at(made.length) == 2


def test_half_a_surrogate_pair_shifts_nothing(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("one \ud800two three"))
    assert made.text == "one \ufffdtwo three"
    assert made.begins == [0, 4, 9]


@pytest.mark.parametrize(
    ("flat", "sounding"),
    [(0, [0]), (1, [1]), (2, [2]), (3, [3])],
)
def test_two_words_for_two_sound_one_by_one(theme: Theme, flat: int, sounding: list[int]) -> None:
    made = paragraph(theme, corrected("holden institute", "Halden Institute", "the holden institute reads"))
    assert list(made.sounding(flat)) == sounding


def test_words_that_share_one_imported_word_sound_together(theme: Theme) -> None:
    made = paragraph(theme, corrected("halden", "Halden dot ai", "at halden now"))
    assert list(made.sounding(1)) == [1, 2, 3]


def test_one_word_for_three_sounds_all_the_while(theme: Theme) -> None:
    made = paragraph(theme, corrected("very fi cation", "verification", "of very fi cation now"))
    assert [list(made.sounding(flat)) for flat in (1, 2, 3)] == [[1], [1], [1]]


def test_marks_leave_punctuation_out(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("not (dangerous), it"))
    begin, end = made.bare_place(1, 2)
    assert made.text[begin:end] == "dangerous"


def test_a_word_is_found_under_a_point_of_each_of_its_pieces(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("a " + "x" * 300 + " b"), 200)
    pieces = made.boxes(*made.place(1, 2))
    assert len(pieces) > 5
    for box in pieces:
        assert made.number_under((box.left + box.right) / 2, made.line_top(box.line) + 9) == 1
    assert made.number_under(5, made.height + 1) is None


@pytest.mark.parametrize("letter", ["x", "ж", "ש"])
def test_a_word_without_end_is_set_in_lines_and_each_place_in_it_is_found(theme: Theme, letter: str) -> None:
    made = paragraph(theme, text_of_cues(f"before {letter * 200_000} and after it words"))
    for line in (1, 2, 1_000, made.line_of(200_000)):
        place = made.line_starts[line] + 9
        assert made.number_at(place) == 1
        assert made.line_starts[line] <= place < made.line_end(line)
        assert made.place_at(made.x_of(place, line), made.line_top(line) + 9) == place
    assert made.number_under(30, made.line_top(900) + 9) == 1
    assert made.text[made.begins[2] :] == "and after it words"


def test_the_words_behind_a_long_one_are_broken_at_blanks_again(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("x" * 2_000 + " and then come words" * 40), 300)
    behind = [start for start in made.line_starts if start > 2_001]
    assert len(behind) > 5
    assert all(made.text[start - 1] == " " for start in behind)


def test_only_the_asked_lines_of_a_stretch_are_measured(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("x" * 2_000_000))
    assert len(made.line_starts) > 20_000
    assert [box.line for box in made.boxes(0, made.length, range(900, 903))] == [900, 901, 902]


def test_a_blank_at_which_a_line_breaks_belongs_to_no_mark(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("word " * 60), 200)
    for box in made.boxes(0, made.length):
        assert box.right <= 200


def test_right_to_left_words_stand_from_the_right(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("שלום עולם abc"))
    assert made.runs_left
    assert made.boxes(*made.place(0, 1))[0].right == pytest.approx(580, abs=1)
    first, second = (made.boxes(*made.place(n, n + 1))[0] for n in (0, 1))
    assert first.left > second.right - 1
    assert made.number_under((first.left + first.right) / 2, made.body + 9) == 0


def test_a_stretch_in_two_directions_is_covered_in_pieces(theme: Theme) -> None:
    made = paragraph(theme, text_of_cues("abc שלום עולם def"))
    first = made.boxes(*made.place(0, 2))  # abc and the Hebrew word that stands further right
    assert len(first) == 2


def test_a_paragraph_whose_words_were_deleted_keeps_a_line(theme: Theme) -> None:
    made = paragraph(theme, corrected("um", "", "um"))
    assert (made.words, made.height, made.first, made.number_at(0)) == ([], 8 + 27, None, None)
    assert made.place_at(30, 10) == 0
