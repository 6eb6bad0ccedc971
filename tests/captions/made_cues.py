"""Cues to be written, with all that a person or a program could have put into them."""

import re

from hypothesis import strategies as st

from reviewer.captions import WrittenCue

TRICKY = [
    "<", ">", "&", ";", "-->", "->", ">>", "&amp;", "&lt;b&gt;", "<b>", "</i>", "<v Ann>", "<00:00:01.000>", "<c>", "#",
    "{\\an8}", "\\N", "\\h", "\n", "\r", " ", "\t", "\n\n", "\u00a0", "\u2028", "\ufeff", "[Music]",
    "שלום", "\u202e", "👩\u200d🚀", "e\u0301", "日本語", "word", "NOTE", "STYLE", "WEBVTT", "1", "42", ",", ":", ".",
    "00:00:01,000 --> 00:00:02,000", "0:00:01.000,0:00:02.000", "00:01.000 --> 00:02.000", "X1:1", "-", "a < b && c > d",
    "**[00:00:01.000 → 00:00:02.000]** ", "**", "_", "`", "[x](y)", "\\", "\\*", "1. ", "> ", "# ", "|", "~~", "$", "]]>", "</p>", "<br/>", '"',
]  # fmt: skip
LETTERS = st.characters(
    exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
)  # XML holds neither of the two
UNHELD = ["\0", "\ud800", "\uffff"]  # what no file can hold, or no XML
texts = st.lists(st.sampled_from(TRICKY) | st.text(LETTERS, max_size=3), max_size=8).map("".join)
plain_texts = st.lists(st.sampled_from(["One", "two.", "[Music]", ">>", "R&D", "<b>"]), max_size=5).map(" ".join)
times = st.integers(0, 400_000_000)
names = st.sampled_from(["Ann", "Bo & Co", "A <Lee>", "Zoë: X", "a*b_c", "**", "שלום"])
identifiers = st.sampled_from(["", "", "1", "intro", "NOTE x", "STYLE", "a --> b", "two\nlines", "<b>&amp;"])
settings = st.sampled_from(["", "", "line:0 align:left", "align:start position:0%", "x --> y", "a\nb"])


def word_places(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\S+", text)]


@st.composite
def any_cues(draw: st.DrawFn) -> WrittenCue:
    """A cue with anything in it; the times of its words may lie anywhere."""
    text = draw(plain_texts | texts | st.sampled_from(UNHELD))
    start = draw(st.integers(-2, 9_000_000))
    end = start + draw(st.integers(-1, 3_000))
    places = word_places(text)
    has_times = draw(st.booleans())
    timed = [place for place in places if has_times and draw(st.booleans())]
    moments = [draw(st.integers(start - 2, start + 3_000)) for _ in timed]
    if draw(st.booleans()):
        moments.sort()
    named = draw(st.lists(names, max_size=2, unique=True))
    falls_silent = draw(st.booleans())
    if len(named) == 2 and falls_silent:
        named[1] = ""  # who spoke first speaks no longer
    changes = [place for place in places if bool(named) and draw(st.booleans())][: len(named)]
    voices = tuple(zip(changes, named, strict=False))
    is_plain = len(voices) == 1 and voices[0][0] == places[0]
    confidence = " ".join(draw(st.sampled_from(["0.5", "-"])) for _ in places) if draw(st.integers(0, 9)) == 0 else ""
    return WrittenCue(
        start, end, text, tuple(zip(timed, moments, strict=True)), draw(identifiers), draw(settings),
        voices[0][1] if voices else "", () if is_plain else voices, confidence,
    )  # fmt: skip
