import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.captions import read
from reviewer.core.cues import Version


def transcript(content: str) -> Version:
    return read("a.txt", content.encode(), format="text")


@pytest.mark.parametrize(
    "content",
    [
        "One line.",
        "Ann: Hello.\r\n\r\nBob:  Ho.\t \r\n",
        " a blank before\nand after ",
        "\n\n  first\r second\u2028same line\n",
        "Word. " * 400,
        "今天。" * 400,
    ],
)
def test_the_text_is_the_file_to_the_character(content: str) -> None:
    assert transcript(content).cues.text == content.rstrip()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(" \n\r\t"), max_size=60))
def test_no_character_moves(content: str) -> None:
    content = f"{content} end"
    cues = transcript(content).cues
    assert cues.text == content.removeprefix("\ufeff")
    assert [cues.word(flat) for flat in range(cues.word_count)] == cues.text.split()


def test_cues_are_lines_without_times() -> None:
    version = transcript("Ann: Hello.\n\n  Bob: Ho.\n")
    assert [tuple(cue) for cue in version.cues] == [(0, None, None, "Ann: Hello."), (1, None, None, "Bob: Ho.")]
    assert (version.kind, version.cues.has_times, version.cues.gap_before(1)) == ("transcript", False, "\n\n  ")


def test_a_long_line_is_cut_after_its_sentences() -> None:
    said = ["He asked “why?”", "Dr. J. Doe said e.g. this…", "(Really!)", "No end"]
    version = transcript(" ".join(said * 20))
    assert [cue.text for cue in version.cues][:5] == [said[0], said[1], said[2], "No end He asked “why?”", said[1]]


def test_a_line_of_a_thousand_characters_is_not_cut() -> None:
    assert len(transcript("Word. " * 166 + "End.").cues) == 1


def test_a_long_line_without_sentences_stays_one_cue() -> None:
    assert len(transcript("word " * 5_000).cues) == 1
