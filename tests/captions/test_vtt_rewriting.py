"""An imported WebVTT file is written back as it was, but for the text of the cues that were corrected."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.captions import WrittenCue, as_imported, read, rewrite
from reviewer.captions.markup import tidy
from reviewer.captions.splicing import spliced
from reviewer.captions.times import clock
from reviewer.captions.vtt_rewriting import ANEW, MARK_DROPPED, SIGNED
from reviewer.core.cues import Version

WORDS = [
    "word",
    "Evans",
    "R&amp;D",
    "&lt;b&gt;",
    "&nbsp;?",
    "שלום",
    "👩\u200d🚀",
    "42",
    "[Music]",
    "&gt;&gt;",
    "a&b",
    "…",
]
STYLED = ["<i>{}</i>", "<b.loud>{}</b>", "<c.a.b>{}</c>", "<u>{}</u>", "<lang cy>{}</lang>", "{}", "{}", "{}"]
BETWEEN = ["NOTE one", "NOTE\nof two\nlines", "NOTE"]
ABOVE = ["STYLE\n::cue { color: red }", "REGION\nid:a\nwidth:40%", *BETWEEN]
SETTINGS = ["", " align:start position:0%", " line:0", "\tregion:a"]
HEADERS = [
    "WEBVTT",
    "WEBVTT - a title",
    "WEBVTT\nKind: captions\nLanguage: cy",
    "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0",
]


@st.composite
def payloads(draw: st.DrawFn, start: int) -> str:
    """One or two rows of styled words, some with times inside, perhaps each in a voice."""
    rows, now = [], start
    for row in draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=2)):
        words = []
        for word in row:
            now += draw(st.sampled_from([0, 0, 7]))
            stamp = f"<{clock(now)}>" if now > start and draw(st.booleans()) else ""
            words.append(stamp + draw(st.sampled_from(STYLED)).format(word))
        rows.append(draw(st.sampled_from(["", "", "<v Ann &amp; Bo>", "<v.loud Cy>"])) + " ".join(words))
    return "\n".join(rows)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A WebVTT file in which nothing is odd."""
    blocks = [draw(st.sampled_from(HEADERS)), *draw(st.lists(st.sampled_from(ABOVE), max_size=2))]
    start = 0
    for number in range(draw(st.integers(1, 4))):
        start += 1_000
        identifier = draw(st.sampled_from(["", "", f"{number}\n", "chapter one\n"]))
        times = f"{clock(start)} --> {clock(start + 1_000)}{draw(st.sampled_from(SETTINGS))}"
        blocks.append(f"{identifier}{times}\n{draw(payloads(start))}")
        blocks += draw(st.lists(st.sampled_from(BETWEEN), max_size=1))
    return draw(st.sampled_from(["\n\n", "\n\n\n"])).join(blocks) + draw(st.sampled_from(["", "\n", "\n\n"]))


def imported(version: Version) -> list[WrittenCue]:
    return [as_imported(version.cues, number) for number in range(len(version.cues))]


def texts(version: Version) -> list[str]:
    return [cue.text for cue in version.cues]


def blocks(file: str) -> list[str]:
    return re.split(r"\n{2,}", file)


@given(file=files())
@settings(max_examples=150, deadline=None)
def test_a_file_without_oddity_in_which_nothing_was_corrected_is_itself(file: str) -> None:
    version = read("a.vtt", file.encode(), format="webvtt")
    made = rewrite(version, file.encode(), imported(version), ())
    assert (made.text, made.notes) == (file, ())


@given(file=files(), data=st.data())
@settings(max_examples=200, deadline=None)
def test_of_a_corrected_cue_only_the_text_is_another(file: str, data: st.DataObject) -> None:
    version = read("a.vtt", file.encode(), format="webvtt")
    cues = imported(version)
    number = data.draw(st.integers(0, len(cues) - 1))
    words = cues[number].text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    words[at : at + data.draw(st.integers(0, 2))] = data.draw(
        st.lists(st.sampled_from(["<Owain>", "X", "&amp;"]), min_size=1, max_size=2)
    )
    cues[number] = cues[number]._replace(text=" ".join(words), words=())
    again = rewrite(version, file.encode(), cues, [number]).text
    back = read("a.vtt", again.encode(), format="webvtt")
    assert texts(back) == [cue.text for cue in cues]
    assert back.header == version.header
    assert [back.cues.cue(n)[1:3] for n in range(len(cues))] == [version.cues.cue(n)[1:3] for n in range(len(cues))]
    others = [n for n in range(len(cues)) if n != number]
    assert [imported(back)[n] for n in others] == [cues[n] for n in others]
    assert sum(a != b for a, b in zip(blocks(file), blocks(again), strict=True)) <= 1


ODD = [
    "WEBVTT", "\n", "\n", "\n\n", "NOTE", "STYLE", "00:01.000 --> 00:02.000", "00:00:03.000 --> 00:00:04.000 line:0", "0:5 --> 0:6,5",
    "x --> y", "00:xx --> 00:09.000", "word", "<v Ann>", "<i>", "</i>", "<00:00:01.500>", "<c>", "&amp;", "&nbsp;", "<", "a b", "\r\n",
    "\r", " ", "\t", "1", "-->", "id",
]  # fmt: skip


@given(body=st.lists(st.sampled_from(ODD), max_size=25).map("".join), data=st.data())
@settings(max_examples=200, deadline=None)
def test_a_file_however_odd_is_written_back_and_its_corrected_cues_read_so(body: str, data: st.DataObject) -> None:
    file = f"WEBVTT\n\n00:00.000 --> 00:00.500\nfirst\n\n{body}"
    version = read("a.vtt", file.encode(), format="webvtt")
    cues = imported(version)
    assert rewrite(version, file.encode(), cues, ()).text == file.replace("\r\n", "\n").replace("\r", "\n")
    changed = data.draw(st.sets(st.integers(0, len(cues) - 1)))
    for number in changed:
        words = cues[number].text.split(" ")
        at = data.draw(st.integers(0, len(words) - 1))
        words[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from(["X", "<b>", "-->", "NOTE"]), max_size=2)
        )
        cues[number] = cues[number]._replace(text=tidy(" ".join(words)), words=())
    again = rewrite(version, file.encode(), cues, changed).text
    assert texts(read("a.vtt", again.encode(), format="webvtt")) == [cue.text for cue in cues]


@pytest.mark.parametrize(
    ("raw", "text", "made"),
    [
        ("Hi <i>Aine</i> <b.loud>Evans</b>!", "Hi Owain Evans!", "Hi <i>Owain</i> <b.loud>Evans</b>!"),
        ("R&amp;D&nbsp;? So", "R&D\u00a0? No", "R&amp;D&nbsp;? No"),
        ("a<00:00:01.000><c> b</c><00:00:02.000><c> c</c>", "a X Y c", "a<00:00:01.000><c> X Y</c><00:00:02.000><c> c</c>"),
        ("a<00:00:01.000><c> b</c><00:00:02.000><c> c</c>", "a b", "a<00:00:01.000><c> b</c>"),
        ("<v Ann>So <00:00:01.000>Aine <00:00:02.000>Evans <00:00:03.000>is", "So Owain is", "<v Ann>So <00:00:01.000>Owain <00:00:03.000>is"),
        ("<v Ann>Hi</v>\n<v Bob>Ho there", "Hi\nHo here", "<v Ann>Hi</v>\n<v Bob>Ho here"),
        ("one\n  two \nthree", "one\n2\nthree", "one\n  2 \nthree"),
        ("Aine\nEvans", "Owain Evans", "Owain Evans"),
        ("plain", "<b> & --> y", "&lt;b&gt; &amp; --&gt; y"),
        ("<i>a</i> --> b", "a --> c", None),
        ("a b", "a b c", "a b c"),
        ("b", "a b", "a b"),
        ("words", "", None),
        ("<v Ann>", "word", None),
    ],
)  # fmt: skip
def test_words_are_put_in_among_the_tags_and_times_of_the_file(raw: str, text: str, made: str | None) -> None:
    assert spliced(raw, text) == made


def test_a_cue_of_very_many_words_is_corrected_in_no_time() -> None:
    raw = " ".join(f"<i>a{n}</i>" for n in range(20_000))
    new = "x " + " ".join(f"b{n}" for n in range(20_000))
    assert spliced(raw, new) is not None


def corrected(file: str, texts: Sequence[str]) -> str:
    version = read("a.vtt", file.encode(), format="webvtt")
    cues = [cue._replace(text=text) for cue, text in zip(imported(version), texts, strict=True)]
    return rewrite(version, file.encode(), cues, range(len(cues))).text


@pytest.mark.parametrize(
    ("body", "text", "made"),
    [
        ("00:01.000 --> 00:02.000\n", "new", "00:01.000 --> 00:02.000\nnew\n"),
        ("00:01.000 --> 00:02.000", "new", "00:01.000 --> 00:02.000\nnew\n"),
        ("00:01.000 --> 00:02.000\nold", "", "00:01.000 --> 00:02.000\n"),
        ("00:01.000 --> 00:02.000\nold\n\nbelow\n\nNOTE x", "new", "00:01.000 --> 00:02.000\nnew\n\nNOTE x"),
        ("00:01.000 --> 00:02.000\n\nbelow\n", "new", "00:01.000 --> 00:02.000\nnew\n\n"),
        ("0:1 --> 0:2,5\nold\n", "new", "0:1 --> 0:2,5\nnew\n"),
    ],
)
def test_what_is_odd_in_a_corrected_cue_goes_only_where_it_was_text(body: str, text: str, made: str) -> None:
    head = "WEBVTT\n\n00:00.000 --> 00:01.000\nfirst\n\n"
    assert corrected(head + body, ["first", text]) == head + made


@pytest.mark.parametrize(
    ("body", "texts_", "made"),
    [
        ("00:01.000 --> 00:02.000\n00:02.000 --> 00:03.000\nb\n", ["a", "b"], "00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb\n"),
        ("00:01.000 --> 00:02.000\na\n\nlost\n\nid\n00:02.000 --> 00:03.000\nb", ["a lost", "c"], "00:01.000 --> 00:02.000\na lost\n\nid\n00:02.000 --> 00:03.000\nc"),
        ("00:01.000 --> 00:02.000\na\n\n\n00:02.000 --> 00:03.000\nb", ["", ""], "00:01.000 --> 00:02.000\n\n\n00:02.000 --> 00:03.000\n"),
    ],
)  # fmt: skip
def test_cues_that_are_emptied_or_filled_stay_apart(body: str, texts_: list[str], made: str) -> None:
    assert corrected(f"WEBVTT\n\n{body}", texts_) == f"WEBVTT\n\n{made}"
    back = read("a.vtt", f"WEBVTT\n\n{made}".encode(), format="webvtt")
    assert texts(back) == texts_


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        ("\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\né\n".encode(), (MARK_DROPPED,)),
        ("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\né".encode(), ("3\u00a0line ends, CRLF in the file, were made LF",)),
        ("WEBVTT\r\r00:01.000 --> 00:02.000\ré".encode(), ("3\u00a0line ends, CR in the file, were made LF",)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\né\n".encode("cp1252"), ("Written as UTF-8; the file is windows-1252.",)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\né".encode("utf-16"), (MARK_DROPPED, "Written as UTF-8; the file is utf-16-le.")),
        ("00:01.000 --> 00:02.000 line:0\né\n".encode(), (SIGNED,)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\né\0\n".encode(), ("1\u00a0character that no text holds was made \ufffd",)),
    ],
)  # fmt: skip
def test_what_differs_of_the_bytes_is_told(data: bytes, notes: tuple[str, ...]) -> None:
    version = read("a.vtt", data)
    made = rewrite(version, data, imported(version), ())
    assert made.notes == notes
    assert made.text.startswith("WEBVTT\n\n00:01.000 --> 00:02.000")
    assert texts(read("a.vtt", made.text.encode())) == texts(version)


def test_a_file_that_is_taken_apart_otherwise_now_is_written_anew() -> None:
    data = b"WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000\na\n"
    version = read("a.vtt", data)
    made = rewrite(version, data, [*imported(version), WrittenCue(2_000, 3_000, "b")], [1])
    assert made.notes == (ANEW, "1\u00a0comment")
    assert texts(read("a.vtt", made.text.encode())) == ["a", "b"]


def test_real_files_are_written_back_to_the_byte(corpus: Path) -> None:
    for path in sorted((corpus / "captions").rglob("*.vtt")):
        data = path.read_bytes()
        version = read(path.name, data, format="webvtt")
        made = rewrite(version, data, imported(version), ())
        assert made.text.encode() == data or made.notes, path
