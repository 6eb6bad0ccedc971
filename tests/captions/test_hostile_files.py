"""Input that does harm, or is made to: refused in one line or read with its oddity told, in bounded time and memory.

The list is that of what editors meet and of what attackers write; each test names its line. Archives are in
test_archives, encodings in test_encodings, what only fuzzing finds in tests/fuzz.
"""

import json
import tracemalloc
from collections.abc import Callable

import pytest
from tests.fuzz.growth import is_proportional
from tests.fuzz.laws import check

from reviewer.captions import FORMATS, read
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions

XML = '<?xml version="1.0" encoding="utf-8"?>'
TTML_HEAD, TTML_FOOT = f'{XML}<tt xmlns="http://www.w3.org/ns/ttml"><body><div>', "</div></body></tt>"
TIMES = "00:00:01.000 --> 00:00:02.000\n"


def vtt(*cues: str) -> str:
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def ttml(inside: str) -> str:
    return TTML_HEAD + inside + TTML_FOOT


def json3(events: object) -> str:
    return json.dumps({"events": events})


def podcasting(start: object, end: object, body: object = "Words.") -> str:
    return json.dumps({"version": "1.0.0", "segments": [{"startTime": start, "endTime": end, "body": body}]})


def whisper(start: object, end: object, text: object = "Words.") -> str:
    return json.dumps({"segments": [{"start": start, "end": end, "text": text}]})


def refusal(content: str | bytes, name: str = "file.vtt", format_: str | None = None) -> UnreadableCaptions:
    with pytest.raises(UnreadableCaptions) as refused:
        read(name, content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content, format=format_)
    assert str(refused.value).isprintable()
    assert "Nothing was changed." in str(refused.value)
    return refused.value


def survived(content: str | bytes) -> Version:
    version = check(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    assert version is not None
    return version


# Empty, binary
@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"])
@pytest.mark.parametrize("format_", [None, *sorted({*FORMATS} - {"srt"})])  # which may be an empty track
def test_an_empty_file_is_refused(content: bytes, format_: str | None) -> None:
    refusal(content, "file.vtt", format_)


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 20, b"\0" * 5_000, b"\x7fELF\2\1\1" + bytes(200), b"MZ\x90\0\3" + bytes(range(200)), b"\0\0\0\x20ftypmp42" + bytes(300)],
    ids=["all", "NUL", "ELF", "EXE", "MP4"],
)  # fmt: skip
def test_a_binary_file_is_refused(content: bytes) -> None:
    refusal(content)


# NUL, lone surrogates, broken UTF-8
@pytest.mark.parametrize(
    "content",
    [
        vtt(TIMES + "one NUL \0 among many words of a text, and more of them still"),
        vtt(TIMES + "one surrogate \ud800 among many words of a text, and more of them still").encode("utf-16-le", "surrogatepass"),
        vtt(TIMES + "one reference &#xd800; &#0; among many words of a text"),
        vtt(TIMES + "Ünd ein paar ümläute, änd möre, und one broken ").encode() + b"\xff byte in the middle",
        json3([{"tStartMs": 1, "segs": [{"utf8": "one \ud800 surrogate and \0 a NUL"}]}]),
        podcasting(1, 2, "one \ud800 surrogate and \0 a NUL"),
        whisper(1, 2, "one \ud800 surrogate and \0 a NUL"),
        json.dumps({"version": "1", "segments": [{"startTime": 1, "endTime": 2, "body": "a", "speaker": "A\ud800\0"}]}),
    ],
)  # fmt: skip
def test_what_no_file_and_no_database_holds_is_replaced(content: str | bytes) -> None:
    cues = survived(content).cues
    assert "\ufffd" in cues.text + (cues.voice(0) or "")


# Times
@pytest.mark.parametrize(
    ("content", "times"),
    [
        (vtt("00:00.000 --> 24:00:00.000\na", "24:00:00.000 --> 24:00:00.000\nb"), [(0, 86_400_000), (86_400_000, 86_400_000)]),
        (vtt("00:02.000 --> 00:01.000\na"), [(2_000, 1_000)]),
        (vtt(*["00:01.000 --> 00:01.000\na"] * 3), [(1_000, 1_000)] * 3),
        ("1\n-00:00:01,000 --> 00:00:02,000\na\n", [(-1_000, 2_000)]),
        (podcasting(0, 86_400), [(0, 86_400_000)]),
        (podcasting("1.5", "2"), [(1_500, 2_000)]),
        (whisper("1.5", "2"), [(1_500, 2_000)]),
    ],
)  # fmt: skip
def test_odd_times_are_read(content: str, times: list[tuple[int, int]]) -> None:
    assert [(cue.start_ms, cue.end_ms) for cue in survived(content).cues] == times


ABSURD: list[object] = [
    9_007_199_254_740_993, 1e300, -1e300, 10**400, float("nan"), float("inf"), float("-inf"), None, True, "", "x", "1e999",
    "NaN", "\u0661", [], {}, "9" * 5_000, "1:2:3:4",
]  # fmt: skip


@pytest.mark.parametrize("time", ABSURD, ids=lambda time: repr(time)[:20])
@pytest.mark.parametrize(
    "make",
    [podcasting, whisper, lambda start, end: json3([{"tStartMs": start, "dDurationMs": end, "segs": [{"utf8": "a"}]}])],
)
def test_absurd_times_in_json_are_refused_or_told(make: Callable[[object, object], str], time: object) -> None:
    for content in (make(time, 2), make(1, time)):
        version = check(content.encode())
        assert version is None or version.oddities or time in {None, True}


@pytest.mark.parametrize(
    "time", ["99999999999999999999h", "1e308", "nan", "-5s", "9" * 5_000 + "s", "00:00:99999999999999", "1t", ""]
)
def test_absurd_times_in_xml_are_refused_or_read(time: str) -> None:
    check(ttml(f'<p begin="{time}" end="{time}">a</p>').encode())
    check(f'{XML}<transcript><text start="{time}" dur="{time}">a</text></transcript>'.encode())
    check(
        f'{XML}<timedtext format="3"><body><p t="{time}" d="{time}"><s t="{time}">a</s></p></body></timedtext>'.encode()
    )
    for name in ("frameRate", "tickRate", "subFrameRate", "frameRateMultiplier"):
        check(
            f'{XML}<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:{name}="{time}"><body><div><p begin="1f" end="2t">a</p></div></body></tt>'.encode()
        )


@pytest.mark.parametrize(
    "line", ["99999999999999999999:00:00.000 --> 1:1", "999999999:59:59.999 --> 999999999:59:59.999"]
)
def test_absurd_times_in_lines_are_refused_or_read(line: str) -> None:
    check(vtt(f"{line}\na", TIMES + "b").encode())
    check(f"1\n{line.replace('.', ',')}\na\n".encode())


# JSON
@pytest.mark.parametrize("unit", ["[", '{"a":', '{"segments":[', '[{"events":'])
def test_deep_json_is_refused(unit: str) -> None:
    refusal(unit * 100_000)
    refusal('{"events":[{"tStartMs":1,"x":' + unit * 10_000)


def test_deep_json_in_a_good_file_is_refused_or_read() -> None:
    check(('{"events":[{"tStartMs":1,"x":' + "[" * 10_000 + "]" * 10_000 + ',"segs":[{"utf8":"a"}]}]}').encode())


def test_keys_that_stand_twice_are_no_harm() -> None:
    check(b'{"events":[{"tStartMs":1,"tStartMs":2,"segs":[{"utf8":"a"}],"segs":[{"utf8":"b"}]}],"events":[]}')
    check(b'{"version":"1","segments":[{"startTime":1,"startTime":2,"endTime":3,"body":"a","body":"b"}]}')


@pytest.mark.parametrize("odd", ["1", "null", '"x"', "[]", "{}", "[1]", '[{"a":1}]', "true"])
@pytest.mark.parametrize(
    "place",
    [
        '{"events":%s}',
        '{"events":[{"tStartMs":1,"segs":%s}]}',
        '{"version":"1","segments":%s}',
        '{"segments":[{"start":1,"end":2,"text":"a","words":%s}]}',
        '{"transcription":%s}',
        '{"segments":[{"start":1,"end":2,"text":%s}]}',
        '{"transcription":[{"offsets":%s,"text":"a"}]}',
        '{"transcription":[{"offsets":{"from":0,"to":1},"text":"a","tokens":%s}]}',
    ],
)
def test_json_of_other_shapes_is_refused_or_read(place: str, odd: str) -> None:
    for format_ in (None, "json3", "podcasting-json", "whisper-json"):
        check((place % odd).encode(), format_)


# XML
LAUGHS = '<!DOCTYPE tt [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE tt [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
FAR = '<!DOCTYPE tt SYSTEM "http://example.org/a.dtd">'


@pytest.mark.parametrize(
    "prolog", [LAUGHS, OUTSIDE, FAR, '<!DOCTYPE tt [<!ENTITY % c SYSTEM "file:///etc/passwd">%c;]>']
)
@pytest.mark.parametrize(
    "body",
    [
        '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">&c;</p></div></body></tt>',
        '<timedtext format="3"><body><p t="1" d="2">&c;</p></body></timedtext>',
        '<transcript><text start="1" dur="2">&c;</text></transcript>',
    ],
)
def test_entities_and_document_types_are_never_followed(prolog: str, body: str) -> None:
    version = check(('<?xml version="1.0"?>' + prolog + body).encode())
    if version is not None:
        assert "haha" not in version.cues.text
        assert "root:" not in version.cues.text


@pytest.mark.parametrize("depth", [10_000, 100_000])
def test_deep_xml_is_refused_or_read(depth: int) -> None:
    check(ttml("<div>" * depth + '<p begin="1s" end="2s">a</p>' + "</div>" * depth).encode())
    check(ttml('<p begin="1s" end="2s">' + "<span>" * depth + "a" + "</span>" * depth + "</p>").encode())
    check(ttml("<div>" * depth).encode())


# Texts that mean something elsewhere are texts here
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "javascript:alert(1)", "=cmd()", "--> not a time", "\u202eright to left", "e\u0301\u0301\u0301", "👩‍👩‍👧‍👦 🏳️‍🌈",
        "שלום עולם", "\u2066isolated\u2069", "../../etc/passwd",
    ],
)  # fmt: skip
def test_what_looks_like_more_than_text_is_kept_as_text(text: str) -> None:
    assert "".join(survived(vtt(TIMES + text)).cues.text.split()) == "".join(text.split())
    assert survived(podcasting(1, 2, text)).cues.text.split() == text.split()


# Names
@pytest.mark.parametrize(
    "name",
    [
        "a\n\u202eb.vtt",
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        "x" * 300,
        "",
        "a\0b",
        "C:\\a.vtt",
        "con",
        "\ud800.vtt",
    ],
)
def test_a_files_name_is_only_shown_in_one_line(name: str) -> None:
    assert refusal(b"", name).reason == "the file is empty."
    assert read(name, vtt(TIMES + "a").encode()).id == read("a", vtt(TIMES + "a").encode()).id


# Size
LINES: dict[str, Callable[[int], str]] = {
    "words": lambda n: "word " * (n // 5),
    "points": lambda n: "." * n,
    "one word": lambda n: "e" * n,
    "blanks": lambda n: "words.\n" + " " * n,
    "separators": lambda n: "words.\n" + "\u2028" * (n // 3),
    "line feeds": lambda n: "\n" * n + "end",
    "returns": lambda n: "\r" * n + "end",
    "colons": lambda n: "1:" * (n // 2),
    "arrows": lambda n: "-->" * (n // 3),
    "half arrows": lambda n: "->" * (n // 2),
    "digits before an arrow": lambda n: "1" * n + " --> ",
    "brackets": lambda n: "[" * n,
    "json brackets": lambda n: "[" * n + "]" * n,
    "tags in a cue": lambda n: vtt(TIMES + "<c." * (n // 3)),
    "voices in a cue": lambda n: vtt(TIMES + "<v " * (n // 3)),
    "a voice of blanks": lambda n: vtt(TIMES + "<v" + " " * n),
    "times in a cue": lambda n: vtt(TIMES + "<00:00:01.500>" * (n // 14)),
    "ampersands in a cue": lambda n: vtt(TIMES + "&" * n),
    "references in a cue": lambda n: vtt(TIMES + "&amp;" * (n // 5)),
    "settings": lambda n: vtt(TIMES.rstrip() + " " + "a:b " * (n // 4) + "\na"),
    "cues without text": lambda n: vtt(TIMES * (n // 30)),
    "arrows below an SRT time": lambda n: "1\n00:00:01,000 --> 00:00:02,000\n" + "-->" * (n // 3) + "\n",
    "blanks below an SRT time": lambda n: "1\n00:00:01,000 --> 00:00:02,000\n" + " " * n + "\n\n2\n00:00:03,000 --> 00:00:04,000\na",
    "blank lines in an SRT cue": lambda n: "1\n00:00:01,000 --> 00:00:02,000\n" + " \n" * (n // 2) + "a",
    "blank lines in an SBV cue": lambda n: "0:00:01.000,0:00:02.000\n" + "\n \n" * (n // 3),
    "stamps": lambda n: "[00:01] a\n" * (n // 10),
    "a stamp's voice": lambda n: "**[00:01] " + "a:" * (n // 2) + "** b\n",
    "bad times": lambda n: vtt(*["00:0x --> 00:0y\na"] * (n // 18), TIMES + "a"),
    "a long JSON text": lambda n: json3([{"tStartMs": 1, "segs": [{"utf8": "a " * (n // 2)}]}]),
    "JSON words": lambda n: json3([{"tStartMs": 1, "segs": [{"utf8": " a"}] * (n // 15)}]),
    "JSON escapes": lambda n: podcasting(1, 2, "\u0661" * (n // 6)),
    "JSON digits": lambda n: '{"events":[{"tStartMs":' + "1" * n + ',"segs":[{"utf8":"a"}]}]}',
    "Whisper words": lambda n: '{"segments":[{"start":1,"end":2,"text":"' + " a" * (n // 30) + '","words":[' + ",".join(['{"word":" a","start":1,"end":2}'] * (n // 30)) + "]}]}",
    "TTML spans": lambda n: ttml('<p begin="1s" end="2s">' + '<span begin="0.1s">a</span> ' * (n // 28) + "</p>"),
    "TTML breaks": lambda n: ttml('<p begin="1s" end="2s">' + "a<br/>" * (n // 6) + "</p>"),
    "TTML in turn": lambda n: ttml('<div timeContainer="seq">' + '<p dur="1s">a</p>' * (n // 17) + "</div>"),
    "srv3 words": lambda n: f'{XML}<timedtext format="3"><body><p t="1" d="1">' + '<s t="1"> a</s>' * (n // 15) + "</p></body></timedtext>",
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_time_is_in_proportion_to_the_file(name: str) -> None:
    assert is_proportional(LINES[name], 6_000)


@pytest.mark.parametrize("format_", FORMATS)
def test_time_is_in_proportion_to_the_file_whatever_is_said_of_it(format_: str) -> None:
    for name in ("words", "one word", "blanks", "line feeds", "colons", "arrows", "tags in a cue", "cues without text"):
        assert is_proportional(LINES[name], 8_000, format_), name


def test_a_line_that_no_caption_has_is_refused_in_little_memory() -> None:
    data = vtt(TIMES + "a", TIMES).encode() + b"word " * 4_000_000
    tracemalloc.start()
    refused = refusal(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (refused.line, refused.reason) == (8, "this line is longer than 10 million characters.")
    assert peak < 4 * len(data)


def test_a_row_of_json_may_be_long() -> None:
    version = read("a.json", podcasting(1, 2, "word").replace("[", "[" + " " * 11_000_000).encode())
    assert version.cues.text == "word"


@pytest.mark.parametrize("filling", ["ab\n" * 500_000, "ab\n" * 500_000 + "a --> b\n"], ids=["words", "arrows"])
@pytest.mark.parametrize(
    ("head", "line"),
    [("WEBVTT\n\n" + TIMES, 3), ("1\n" + TIMES.replace(".", ","), 2), ("0:00:01.000,0:00:02.000\n", 1)],
    ids=["WebVTT", "SRT", "SBV"],
)
def test_a_cue_of_very_many_lines_is_refused_in_little_memory(head: str, filling: str, line: int) -> None:
    data = (head + filling * 8).encode()
    tracemalloc.start()
    refused = refusal(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (refused.line, refused.reason) == (line, "this cue is longer than 2 million characters.")
    assert peak < 6 * len(data)
