"""Where paragraphs begin."""

import pytest
from tests.core.log_texts import cues_of

from reviewer.core.cues import Cues, CuesBuilder
from reviewer.core.paragraphs import LONG, LONGEST, paragraph_starts


def timed(*cues: tuple[int, int, str], voices: tuple[str, ...] = ()) -> Cues:
    builder = CuesBuilder()
    for number, (start, end, text) in enumerate(cues):
        builder.add(start, end, text, extra={"voice": voices[number]} if voices else None)
    return builder.build()


@pytest.mark.parametrize(
    ("cues", "starts"),
    [
        (cues_of(), []),
        (cues_of(""), []),
        (cues_of("a b", "c"), [0]),
        (cues_of("", "a b"), [0]),
        (cues_of("a >> b", ">> c"), [0, 1, 3]),
        (cues_of(">> a"), [0]),
        (timed((0, 1000, "a"), (3500, 4000, "b")), [0, 1]),
        (timed((0, 1000, "a"), (3499, 4000, "b")), [0]),
        (timed((0, 9, "a"), (9, 20, "b"), (20, 30, "c"), voices=("Ann", "Ann", "Ben")), [0, 2]),
        (cues_of("a b", "c", timed=False, gap="\n\n"), [0, 2]),
        (cues_of("a b", "c", timed=False, gap="\n"), [0]),
        (cues_of("a b", "c", timed=False, gap="\r\n\r\n"), [0, 2]),
        (cues_of("a b", "c", timed=False, gap="\r\n"), [0]),
        (cues_of("a b", "c", timed=False, gap="\n \n"), [0, 2]),
        (cues_of("a b", "c", timed=False, gap="\r\r"), [0, 2]),
        (cues_of("a b", "", "c", timed=False, gap="\n\n"), [0, 2]),
    ],
)
def test_paragraphs_begin(cues: Cues, starts: list[int]) -> None:
    assert list(paragraph_starts(cues)) == starts


def test_a_long_paragraph_ends_with_its_sentence() -> None:
    words = ["x" * 9] * 100
    words[LONG // 10 + 2] = "xxxxxxxx."
    assert list(paragraph_starts(cues_of(" ".join(words)))) == [0, LONG // 10 + 3]


def test_one_without_sentences_ends_with_a_cue() -> None:
    cues = cues_of(*["xxxxxxxxx " * 5] * 60)
    first, second, *_ = paragraph_starts(cues)
    assert (first, second % 5) == (0, 0)
    assert cues.word_starts[second] >= LONGEST
