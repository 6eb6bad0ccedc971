"""Words of a text, and words taken apart."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.core.reading import bare
from reviewer.core.words import WordKind, split_words, take_apart


@given(st.text())
def test_the_words_are_all_that_is_not_white_space(text: str) -> None:
    pieces = split_words(text)
    assert [text[p.start : p.stop] for p in pieces] == text.split()
    assert all(a.stop < b.start for a, b in itertools.pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (">> so", "MARK WORD"),
        (">>> so >>so", "MARK WORD WORD"),
        ("> so", "WORD WORD"),
        ("[Music] and", "EVENT WORD"),
        ("[Loud applause] and", "EVENT EVENT WORD"),
        ("so[Music] [a[b]]", "WORD WORD"),
        ("[" + "x " * 31 + "]", " ".join(["WORD"] * 32)),  # longer than any event
        ("[a\nb]", "WORD WORD"),
        ("[]", "WORD"),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    assert [p.kind for p in split_words(text)] == [WordKind[kind] for kind in kinds.split()]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Evans", ("", "Evans", "")),
        ("(Evans’s),", ("(", "Evans", "’s),")),
        ("“so”", ("“", "so", "”")),
        ("A.I.", ("", "A.I", ".")),
        ("don't", ("", "don't", "")),
        ("James'", ("", "James", "'")),
        ("...", ("", "...", "")),
        ("—", ("", "—", "")),
        ("'s", ("'", "s", "")),
        ("", ("", "", "")),
        ("GPT-4,", ("", "GPT-4", ",")),
    ],
)
def test_a_word_is_taken_apart(word: str, parts: tuple[str, str, str]) -> None:
    assert take_apart(word) == parts


@given(st.text(alphabet="aé’'s.(\n\u0301- ", max_size=12))
def test_the_parts_are_the_word(word: str) -> None:
    assert "".join(take_apart(word)) == word


@pytest.mark.parametrize(
    ("text", "inner"),
    [("(Aine Evans),", "Aine Evans"), ("Aine", "Aine"), ("...", "..."), ("", ""), ("  a,  b. ", "a, b")],
)
def test_a_wording_without_its_outer_punctuation(text: str, inner: str) -> None:
    assert bare(text) == inner


@pytest.mark.parametrize("word", ["नमस्ते", "שָׁלוֹם", "e\u0301cole\u0301"])
def test_what_is_set_on_letters_is_no_punctuation(word: str) -> None:
    assert take_apart(f"“{word}”,") == ("“", word, "”,")


def test_a_long_word_and_many_events_take_no_longer_than_their_length() -> None:
    assert take_apart("a." * 200_000)[2] == "."
    assert len(split_words("[a] " * 50_000)) == 50_000
