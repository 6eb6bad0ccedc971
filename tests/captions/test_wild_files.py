"""What other projects' test suites and files in the wild hold, in small and in our own words.

Where a suite says what it expects (web-platform-tests, vtt.js, webvtt-py, pysubs2, pycaption, mantas-done/subtitles,
Subtitle Edit) that stands here, unless keeping a word that others drop is the better answer; then the line is told.
"""

import json
from typing import NamedTuple

import pytest

from reviewer.captions import read
from reviewer.core.cues import NO_TIME, Version
from reviewer.errors import UnreadableCaptions

Shown = tuple[int | None, int | None, str]


class Wild(NamedTuple):
    """A file and what is to be read in it; `told` are lines with an oddity, `times` those of all words."""

    what: str
    data: bytes
    format: str
    cues: list[Shown]
    told: tuple[int, ...] = ()
    voices: tuple[str | None, ...] | None = None
    times: tuple[int | None, ...] | None = None
    language: str = ""


def one(raw: str, *cues: str, told: tuple[int, ...] = (), voices: tuple[str | None, ...] | None = None) -> Wild:
    """A WebVTT file of one cue from 1 to 2 s with this text."""
    shown: list[Shown] = [(1_000, 2_000, text) for text in cues]
    return Wild(raw, f"WEBVTT\n\n00:01.000 --> 00:02.000\n{raw}\n".encode(), "webvtt", shown, told, voices)


def rows(*cues: tuple[str, str, str, str], language: str = "en") -> bytes:
    """A YouTube track: start and end of each cue, its upper and its lower row."""
    head = f"WEBVTT\nKind: captions\nLanguage: {language}\n\n"
    blocks = (f"00:00:{a} --> 00:00:{b} align:start position:0%\n{up}\n{low}\n\n" for a, b, up, low in cues)
    return (head + "".join(blocks)).encode()


def js(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def ttml(body: str, attributes: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'
    parameters = 'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling"'
    return f"<tt {names} {parameters} {attributes}><body>{body}</body></tt>".encode()


AT = "00:01.000 --> 00:02.000\n"
ONE: Shown = (1_000, 2_000, "one")
TWO: Shown = (2_000, 3_000, "two")

WEBVTT = [
    Wild(
        "arrows in the text begin no cue",
        f"WEBVTT\n\n{AT}a\nx-->\n{AT}b\n-->x\n{AT}c\n--->\n{AT}d\n\n00:01.000 -- -->\n".encode(),
        "webvtt",
        [
            (1_000, 2_000, "a\nx-->"),
            (1_000, 2_000, "b\n-->x"),
            (1_000, 2_000, "c\n--->"),
            (1_000, 2_000, "d\n00:01.000 -- -->"),
        ],
        (5, 8, 11, 15),
    ),
    Wild(
        "blanks, tabs and form feeds round the times, none between them",
        b"WEBVTT\n\nid\n  \t00:01.000\f-->\t 00:02.000 \none\n\n00:02.000-->00:03.000\ntwo\n",
        "webvtt",
        [ONE, TWO],
    ),
    Wild(
        "line ends of all three kinds",
        b"WEBVTT\r\ra\r00:01.000 --> 00:02.000\rone\r\rb\r\n00:02.000 --> 00:03.000\r\ntwo\r\n",
        "webvtt",
        [ONE, TWO],
    ),
    Wild(
        "hours of three digits, minutes of three",
        b"WEBVTT\n\n000:00:01.000 --> 00:00:02.000\none\n\n000:01.000 --> 00:02.000\nbad\n",
        "webvtt",
        [ONE, (1_000, 2_000, "bad")],
        (6,),
    ),
    Wild(
        "times that are none keep their text",
        b"WEBVTT\n\n00::00:01.000 --> 00:00:02.000\none\n\n00:00:02.000 --> x00:00:03.000\ntwo\n\n00:03.000 --> 00:04.000\nc\n",
        "webvtt",
        [(2_000, 2_000, "one"), (2_000, 3_000, "two"), (3_000, 4_000, "c")],
        (3, 6),
    ),
    Wild("sixty minutes", b"WEBVTT\n\n00:60:00.000 --> 01:00:01.000\na\n", "webvtt", [(3_600_000, 3_601_000, "a")], (3,)),
    Wild("an end before the start", b"WEBVTT\n\n00:02.000 --> 00:01.000\na\n", "webvtt", [(2_000, 1_000, "a")], (3,)),
    Wild("times on the line below the signature", b"WEBVTT\n00:01.000 --> 00:02.000\none\n", "webvtt", [ONE]),
    Wild("a tab behind the signature", b"\xef\xbb\xbfWEBVTT\tby me\n\n00:01.000 --> 00:02.000\none\n", "webvtt", [ONE]),
    Wild("a line of blanks below the signature", b"WEBVTT\n    \n00:01.000 --> 00:02.000\none\n", "webvtt", [ONE]),
    Wild("no settings blank", b"WEBVTT\n\n00:01.000 --> 00:02.000align:start\none\n", "webvtt", [ONE], (3,)),
    Wild("cut in the last time", b"WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:02.000 --> 00:03.0", "webvtt", [ONE, (2_000, 3_000, "")], (6,)),
    Wild("a cue of its times alone", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\ntwo\n", "webvtt", [(1_000, 2_000, ""), TWO], (3,)),
    Wild("NOTE as an identifier", f"WEBVTT\n\nNOTE\n{AT}one\n".encode(), "webvtt", [ONE]),
    Wild("no comment without a blank line", f"WEBVTT\n\n{AT}one\nNOTE text\n".encode(), "webvtt", [(1_000, 2_000, "one\nNOTE text")]),
    Wild("a style sheet after the first cue", f"WEBVTT\n\n{AT}one\n\nSTYLE\n::cue {{ }}\n\n00:02.000 --> 00:03.000\ntwo\n".encode(), "webvtt", [ONE, TWO], (6,)),
    Wild("blank lines inside", f"WEBVTT\n\n\n{AT}\none\n\nmore\n\n\n00:02.000 --> 00:03.000\n\ntwo\n".encode(), "webvtt", [(1_000, 2_000, "one\nmore"), TWO], (6, 8)),
    Wild(
        "figures of one digit, as meeting programs write them",
        b"WEBVTT\n\n0:0:1.0 --> 0:0:1.570\n<v Ann Lee>one</v>\n\n0:0:2.210 --> 0:0:3.0\n<v Bob, (EXT)>two</v>\n",
        "webvtt",
        [(1_000, 1_570, "one"), (2_210, 3_000, "two")],
        (3, 6),
        ("Ann Lee", "Bob, (EXT)"),
    ),
    Wild(
        "settings that are none stay settings",
        b"WEBVTT\n\n00:01.000 --> 00:02.000 not a setting, kept\none\n",
        "webvtt",
        [ONE],
        (3,),
    ),
    Wild("commas below the signature", b"WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\none\n", "webvtt", [ONE], (4,)),
    one("<c.red.bg_blue>a</c> <b><i>b</b></i> <lang en-GB>c</lang> <u.x>d", "a b c d"),
    one("<v.loud.first Ann &amp; Bob>one</v>", "one", voices=("Ann & Bob",)),
    one("<v  Ann   Lee >one", "one", voices=("Ann Lee",)),
    one("<v>one</v> <v.x>two", "one two", voices=(None,)),
    one("<ALL LAUGH & SHOUT>", "<ALL LAUGH & SHOUT>"),
    one("AT&T; Q&A &lt 3 &copy2020 &notit; &foo; &", "AT&T; Q&A < 3 ©2020 ¬it; &foo; &"),
    one("&lt;b&gt; &amp;lt; &#39;q&#39; &hellip; x&nbsp;y", "<b> &lt; 'q' … x\u00a0y"),
    one("<1>a <00:00:01.5>b", "a b", told=(4,)),
    one("a < b && c > d <> </> e<b", "a < b && c > d <> </> e<b"),
    one("&lrm;a &rlm;b", "\u200ea \u200fb"),
    Wild(
        "a NUL in every other cue text, on even bytes only: no UTF-16",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"a\0b " * 12 + b"\n",
        "webvtt",
        [(1_000, 2_000, " ".join(["a\ufffdb"] * 12))],
        (4,),
    ),
    Wild(
        "web-platform-tests' file of NULs: more than one in fifty, and no binary file",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\none\n" + b"".join(b"\n00:0%d.000 --> 00:0%d.000\n%sa\0\n" % (n, n + 1, b"x" * n) for n in range(2, 9)),
        "webvtt",
        [ONE, *[(n * 1_000, (n + 1) * 1_000, "x" * n + "a\ufffd") for n in range(2, 9)]],
        (7,),
    ),
]  # fmt: skip

ROLL_UP = [
    Wild(
        "machine-translated rows without any word time",
        rows(("00.240", "02.310", " ", "大家好，"), ("02.310", "02.320", "大家好，", " "), ("02.320", "04.550", "大家好，", "大家好，"), language="zh-Hans"),
        "youtube-vtt",
        [(240, 2_310, "大家好，"), (2_320, 4_550, "大家好，")],
        language="zh-Hans",
    ),
    Wild(
        "the whole talk in one cue, then blank ones (2020)",
        rows(
            ("00.000", "02.000", " ", "one <00:00:00.011><c>19 </c><00:00:00.022><c>is  </c><00:00:00.033><c>more</c>"),
            ("02.000", "04.340", "one 19 is  more", " "),
            ("04.340", "06.889", " ", " "),
        ),
        "youtube-vtt",
        [(0, 2_000, "one 19 is  more")],
        times=(0, 11, 22, 33),
        language="en",
    ),
    Wild(
        "finished rows shown longer than 10 ms (2016)",
        rows(
            ("01.000", "01.930", " ", "hi<00:00:01.329><c> you</c>"),
            ("01.930", "02.330", "hi you", " "),
            ("02.330", "03.009", "hi you", "all<00:00:02.419><c> of</c>"),
            ("03.009", "03.409", "all of", " "),
            ("03.409", "04.250", "all of", "you<00:00:03.679><c> all</c>"),
        ),
        "youtube-vtt",
        [(1_000, 1_930, "hi you"), (2_330, 3_009, "all of"), (3_409, 4_250, "you all")],
        times=(1_000, 1_329, 2_330, 2_419, 3_409, 3_679),
        language="en",
    ),
    Wild(
        "Japanese with Latin words in it: the blanks stand at the end of the pieces",
        rows(
            ("01.000", "01.990", " ", "を <00:00:01.302><c>jk </c><00:00:01.538><c>と</c>"),
            ("01.990", "02.000", "を jk と", " "),
            ("02.000", "03.000", "を jk と", "て"),
            language="ja",
        ),
        "youtube-vtt",
        [(1_000, 1_990, "を jk と"), (2_000, 3_000, "て")],
        times=(1_000, 1_302, 1_538, 2_000),
        language="ja",
    ),
    Wild(
        "Hindi, whose vowel signs belong to the word",
        rows(
            ("01.000", "01.990", " ", "नमस्ते<00:00:01.400><c> दोस्तों</c>"),
            ("01.990", "02.000", "नमस्ते दोस्तों", " "),
            ("02.000", "03.000", "नमस्ते दोस्तों", "हम<00:00:02.400><c> बात</c>"),
            language="hi",
        ),
        "youtube-vtt",
        [(1_000, 1_990, "नमस्ते दोस्तों"), (2_000, 3_000, "हम बात")],
        times=(1_000, 1_400, 2_000, 2_400),
        language="hi",
    ),
    Wild(
        "blank rows of an editor that are hard blanks",
        rows(("01.000", "01.990", "\u00a0", "hi<00:00:01.400><c> you</c>"), ("01.990", "02.000", "hi you", "\u00a0")),
        "youtube-vtt",
        [(1_000, 1_990, "hi you")],
        times=(1_000, 1_400),
        language="en",
    ),
]  # fmt: skip

SRT_AND_SBV = [
    Wild(
        "no number, no blank line, white space before, times of all kinds",
        b"00:00:01.000 ->00:01:00.000\none\n     0:01:00,00 --> 0:02:00,00\n     two\nmore\n",
        "srt",
        [(1_000, 60_000, "one"), (60_000, 120_000, "two\nmore")],
        (1, 3),
    ),
    Wild(
        "cues without text at the end",
        b"\n9\n00:00:01,46 --> 00:00:02,83\none\n\n10\n00:00:00,00 --> 00:00:00,00\n\n11\n00:00:00,00 --> 00:00:00,00\n",
        "srt",
        [(1_460, 2_830, "one"), (0, 0, ""), (0, 0, "")],
        (3, 7, 10),
    ),
    Wild(
        "coordinates",
        b"1\n00:00:01,000 --> 00:00:02,000  X1:63 X2:223 Y1:43 Y2:58\n<i>one</i>\n",
        "srt",
        [ONE],
    ),
    Wild(
        "tags of other formats",
        b'1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="red">one</font>\\Ntwo\n',
        "srt",
        [(1_000, 2_000, "one\ntwo")],
    ),
    Wild("numbers with a blank behind them", b"1 \n00:00:01,000 --> 00:00:02,000\none\n\n2 \n00:00:02,000 --> 00:00:03,000\ntwo\n", "srt", [ONE, TWO]),
    Wild("a blank line after every line", b"1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\none\r\r\n\r\r\n2\r\r\n00:00:02,000 --> 00:00:03,000\r\r\ntwo\r\r\n", "srt", [ONE, TWO], (11,)),
    Wild("times without milliseconds", b"1\n00:00:01 --> 00:00:02\none\n", "srt", [ONE], (2,)),
    Wild("a last text of digits", b"40\n00:00:01,000 --> 00:00:02,000\none\n\n41\n00:00:02,000 --> 00:00:03,000\n3\n", "srt", [ONE, (2_000, 3_000, "3")]),
    Wild("two cues of one time", b"1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:01,000 --> 00:00:02,000\ntwo\n", "srt", [ONE, (1_000, 2_000, "two")], (6,)),
    Wild("SBV with a blank behind the comma", b"0:00:01.000, 0:00:02.000\none\n\n0:00:02.000, 0:00:03.000\ntwo\n", "sbv", [ONE, TWO], (1, 4)),
    Wild("SBV whose text looks like times", b"0:00:01.000,0:00:02.000\n1:2,3:4\n12:30, 13:45\n", "sbv", [(1_000, 2_000, "1:2,3:4\n12:30, 13:45")]),
    Wild("SBV without blank lines", b"0:00:01.000,0:00:02.000\none\n0:00:02.000,0:00:03.000\ntwo\n", "sbv", [ONE, TWO], (3,)),
    Wild("marks of direction round the times", "1\n\u200f00:00:01,000 --> 00:00:02,000\u200f\none\n\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n".encode(), "srt", [ONE, TWO], (2,)),
    Wild("a colon before the milliseconds", b"1\n00:00:01:000 --> 00:00:02:000\none\n", "srt", [ONE], (2,)),
    Wild("blanks inside the times", b"1\n00: 00: 01, 000 --> 00: 00: 02, 000\none\n", "srt", [ONE], (2,)),
    Wild("arrows of other kinds", "1\n00:00:01,000 → 00:00:02,000\none\n\n2\n00:00:02,000 - -> 00:00:03,000\ntwo\n".encode(), "srt", [ONE, TWO], (2, 6)),
]  # fmt: skip

JSON = [
    Wild(
        "segments with a duration, as youtube-transcript-api gives them",
        js([{"text": "one", "start": 1.0, "duration": 1.0}, {"text": "two", "start": 2.0, "duration": 1.0}]),
        "whisper-json",
        [ONE, TWO],
    ),
    Wild(
        "the same with the facts of the video",
        js({"video_id": "x", "language": "English", "language_code": "en", "snippets": [{"text": "one", "start": "1.0", "dur": "1.0"}]}),
        "whisper-json",
        [ONE],
        language="en",
    ),
    Wild(
        "faster-whisper's segments and info",
        js({"segments": [{"start": 1.0, "end": 2.0, "text": " one", "words": [{"start": 1.1, "end": 1.5, "word": " one", "probability": 1}]}], "info": {"language": "en"}}),
        "whisper-json",
        [ONE],
        times=(1_100,),
        language="en",
    ),
    Wild(
        "a list of bare words beside the written text",
        js({"language": "english", "text": "One, two.", "words": [{"word": "one", "start": 1, "end": 2}, {"word": "two", "start": 2, "end": 3}]}),
        "whisper-json",
        [(1_000, 2_000, "One,"), (2_000, 3_000, "two.")],
        language="en",
    ),
    Wild(
        "a list of words that is shorter than the text",
        js({"text": "One and two.", "words": [{"word": "one", "start": 1, "end": 2}]}),
        "whisper-json",
        [ONE],
        (0,),
    ),
    Wild("chunks whose last has no end", js({"text": "", "chunks": [{"timestamp": [1.0, 2.0], "text": " one"}, {"timestamp": [2.0, None], "text": " two"}]}), "whisper-json", [ONE, (2_000, 2_000, "two")], (1,)),
    Wild("NaN for an end", b'{"segments":[{"start":1,"end":NaN,"text":"one"},{"start":2,"end":3,"text":"two"}]}', "whisper-json", [ONE, TWO], (1,)),
    Wild("podcast segments that say text for body", js({"version": "1.0.0", "segments": [{"startTime": 1, "endTime": "2.0", "text": "one", "speaker": "Ann"}]}), "podcasting-json", [ONE], voices=("Ann",)),
    Wild("podcast bodies are text, not HTML", js({"segments": [{"startTime": 1, "endTime": 2, "body": "a &amp; <b>"}]}), "podcasting-json", [(1_000, 2_000, "a &amp; <b>")]),
    Wild(
        "json3 of uploaded captions",
        js({"wireMagic": "pb3", "events": [{"tStartMs": 1_000, "dDurationMs": 1_000, "segs": [{"utf8": "a\nb <i> &amp;"}]}]}),
        "json3",
        [(1_000, 2_000, "a\nb <i> &amp;")],
    ),
    Wild(
        "json3 with numbers as texts",
        js({"events": [{"tStartMs": "1000", "dDurationMs": "1000", "segs": [{"utf8": "a"}, {"utf8": " b", "tOffsetMs": "300"}]}]}),
        "json3",
        [(1_000, 2_000, "a b")],
        times=(1_000, 1_300),
    ),
    Wild(
        "whisper.cpp cuts characters into tokens: UTF-8 all the same",
        b'{"result":{"language":"ja"},"transcription":[{"offsets":{"from":1000,"to":2000},"text":"\xe6\x97\xa5\xe6\x9c\xac","tokens":['
        b'{"text":"\xe6\x97\xa5","offsets":{"from":1000,"to":1500}},{"text":"\xe6","offsets":{"from":1500,"to":1700}},'
        b'{"text":"\x9c\xac","offsets":{"from":1700,"to":2000}}]}]}',
        "whisper-json",
        [(1_000, 2_000, "日本")],
        (1,),
        language="ja",
    ),
    Wild(
        "insanely-fast-whisper's chunks, once more with who speaks",
        js({"speakers": [{"speaker": "S1", "timestamp": [1, 2], "text": " one"}, {"speaker": "S2", "timestamp": [2, 3], "text": " two"}], "chunks": [{"timestamp": [1, 2], "text": " one"}, {"timestamp": [2, 3], "text": " two"}], "text": " one two"}),
        "whisper-json",
        [ONE, TWO],
        voices=("S1", "S2"),
    ),
    Wild(
        "speakers of whole turns, which are other parts than the chunks",
        js({"speakers": [{"speaker": "S1", "timestamp": [1, 3], "text": " one two"}], "chunks": [{"timestamp": [1, 2], "text": " one"}, {"timestamp": [2, 3], "text": " two"}], "text": " one two"}),
        "whisper-json",
        [ONE, TWO],
        (0,),
        voices=(None, None),
    ),
]  # fmt: skip

XML = [
    Wild("times of all kinds side by side", ttml('<div><p begin="00:00:01" end="00:00:02.000">one</p><p begin="2s" dur="1000ms">two</p></div>'), "ttml", [ONE, TWO]),
    Wild("Netflix's ticks", ttml('<div xml:space="preserve"><p begin="10000000t" end="20000000t"><span>one<br/>more</span></p></div>', 'ttp:tickRate="10000000"'), "ttml", [(1_000, 2_000, "one\nmore")]),
    Wild(
        "EBU-TT-D, whose elements have a prefix",
        b'<?xml version="1.0"?><tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xml:lang="de"><tt:body><tt:div><tt:p begin="00:00:01.000" '
        b'end="00:00:02.000"><tt:span>one</tt:span><tt:br/><tt:span>more</tt:span></tt:p></tt:div></tt:body></tt:tt>',
        "ttml",
        [(1_000, 2_000, "one\nmore")],
        language="de",
    ),
    Wild("DFXP of 2006, indented", b'<tt xmlns="http://www.w3.org/2006/10/ttaf1"><body><div><p begin="00:00:01.00" end="00:00:02.00">\n  <span>one\n  more</span>\n</p></div></body></tt>', "ttml", [(1_000, 2_000, "one more")]),
    Wild("references of HTML and a bare ampersand", ttml('<div><p begin="1s" end="2s">a&nbsp;b &eacute; R&D</p></div>'), "ttml", [(1_000, 2_000, "a\u00a0b é R&D")], (1,)),
    Wild("a named agent speaks", b'<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata><ttm:agent xml:id="a" type="person"><ttm:name type="full">Ann Lee</ttm:name></ttm:agent></metadata></head><body><div><p begin="1s" end="2s" ttm:agent="a">one</p></div></body></tt>', "ttml", [ONE], voices=("Ann Lee",)),
    Wild(
        "srv1, escaped twice",
        b'<transcript><text start="1" dur="1">a &amp;lt; R&amp;amp;D &amp;#39;q&amp;#39;</text></transcript>',
        "srv1",
        [(1_000, 2_000, "a < R&D 'q'")],
    ),
    Wild(
        "srv3 whose rows say 3 s for want of better",
        '<timedtext format="3"><body><p t="98550" d="3010" w="1" a="1">\n</p><p t="98560" d="3000" w="1"><s ac="0">あり。</s></p><p t="106950" w="1" a="1">\n</p>'
        '<p t="107000" d="3000" w="1"><s ac="0">b</s></p></body></timedtext>'.encode(),
        "srv3",
        [(98_560, 106_950, "あり。"), (107_000, 110_000, "b")],
    ),
    Wild(
        "Apple's TTML: bare seconds, and times that are not added up",
        b'<tt xmlns="http://www.w3.org/ns/ttml" xmlns:itunes="http://music.apple.com/lyric-ttml-internal" itunes:timing="Word" xml:lang="en">'
        b'<body dur="3:00.000"><div begin="1.0" end="1:02.000"><p begin="1.000" end="2.000"><span begin="1.000" end="1.500">one</span> '
        b'<span begin="1.500" end="2.000">more</span></p><p begin="1:01.000" end="1:02.000"><span begin="1:01.000" end="1:02.000">two</span>'
        b"</p></div></body></tt>",
        "ttml",
        [(1_000, 2_000, "one more"), (61_000, 62_000, "two")],
        (1,),
        times=(1_000, 1_500, 61_000),
        language="en",
    ),
    Wild("a line break that is not closed", ttml('<div><p begin="00:00:01,000" end="00:00:02,000">one<br>more</p></div>'), "ttml", [(1_000, 2_000, "one\nmore")], (1,)),
    Wild("line breaks closed alone, in capitals, with a class", ttml('<div><p begin="1s" end="2s">a<BR>b</br>c<br class="x"></br>d</p></div>'), "ttml", [(1_000, 2_000, "a\nb\nc\nd")], (1,)),
    Wild("what fills the end of a file", ttml('<div><p begin="1s" end="2s">one</p></div>') + b"\n\x1a\0", "ttml", [ONE], (1, 2)),
    Wild("Apple's lyrics that keep no time", b'<tt xmlns="http://www.w3.org/ns/ttml" xmlns:itunes="http://music.apple.com/lyric-ttml-internal" itunes:timing="None"><body><div><p>one</p></div></body></tt>', "ttml", [(None, None, "one")], (0,)),
    Wild("seconds without a metric", ttml('<div><p begin="1.0" end="2.000">one</p></div>'), "ttml", [ONE], (1,)),
]  # fmt: skip

TEXT = [
    Wild("what whisper prints", b"[00:01.000 --> 00:02.000]  one\n[00:02.000 --> 00:03.000]  two\n[00:03.000 --> 00:04.000]  c\n", "markdown", [ONE, TWO, (3_000, 4_000, "c")]),
    Wild("what whisper.cpp prints", b"\n[00:00:01.000 --> 00:00:02.000]   one\n[00:00:02.000 --> 00:00:03.000]   two\n[00:00:03.000 --> 00:00:04.000]   c\n", "markdown", [ONE, TWO, (3_000, 4_000, "c")]),
    Wild("no captions at all", b"This is not what the name says.\n", "text", [(None, None, "This is not what the name says.")], (0,)),
    Wild("what whisper-jax prints", b"[00:01.000 -> 00:02.000]  one\n[00:02.000 -> 00:03.000]  two\n[00:03.000 -> 00:04.000]  c\n", "markdown", [ONE, TWO, (3_000, 4_000, "c")]),
    Wild("what faster-whisper prints", b"[1.00s -> 2.00s] one\n[2.00s -> 3.00s] two\n", "markdown", [ONE, TWO]),
    Wild("one line with both its times", b"[00:00:01.000 --> 00:00:02.000] one", "markdown", [ONE]),
    Wild("Whisper's table", b"start\tend\ttext\n1000\t2000\tone\n2000\t3000\ttwo\n", "markdown", [ONE, TWO]),
    Wild("Whisper's table of a silent recording", b"start\tend\ttext\n", "markdown", [], (0,)),
    Wild("one line that may be a programme", b"[10:00 - 11:00] Tea", "text", [(None, None, "[10:00 - 11:00] Tea")], (0,)),
]  # fmt: skip

MORE = [
    one("one\n\nSTYLE is what we need", "one\nSTYLE is what we need", told=(6,)),
    one("one\n\nREGIONAL news", "one\nREGIONAL news", told=(6,)),
    one("<V Ann>one", "one", voices=("Ann",)),
    one("<v\nAnn>one</v>", "one", voices=("Ann",)),
    one("<bogus>one</bogus>", "<bogus>one</bogus>", told=(4,)),
    one("one<br>two<br />three", "one\ntwo\nthree"),
    Wild(
        "fragments of HLS joined: their headers are no text",
        b"WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:01.000 --> 00:02.000\none\n\n"
        b"WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:02.000 --> 00:03.000\ntwo\n",
        "webvtt",
        [ONE, TWO],
        (7,),
    ),
    Wild(
        "a roll-up whose cues were numbered",
        b"WEBVTT\n\n1\n00:01.000 --> 00:01.990\n \nhi<00:00:01.400><c> you</c>\n\n2\n00:01.990 --> 00:02.000\nhi you\n \n\n"
        b"3\n00:02.000 --> 00:03.000\nhi you\nall<00:00:02.400><c> of</c>\n",
        "youtube-vtt",
        [(1_000, 1_990, "hi you"), (2_000, 3_000, "all of")],
    ),
    Wild(
        "a cue of 10 ms with words of its own",
        rows(("01.000", "01.990", " ", "hi<00:00:01.400><c> you</c>"), ("01.990", "02.000", "hi you", " "), ("02.000", "02.990", "hi you", "all"), ("02.990", "03.000", "of us", " ")),
        "youtube-vtt",
        [(1_000, 1_990, "hi you"), (2_000, 2_990, "all"), (2_990, 3_000, "of us")],
        (18,),
        language="en",
    ),
    Wild(
        "three rows that grow (2016)",
        b"WEBVTT\nKind: captions\nLanguage: en\n\n"
        b"00:01.000 --> 00:01.930\n \n<c.colorE5E5E5>hi</c><c.colorCCCCCC><00:00:01.329><c> you</c></c>\n\n"
        b"00:01.930 --> 00:02.330\n \n<c.colorE5E5E5>hi</c><c.colorCCCCCC> you\n</c>\n\n"
        b"00:02.330 --> 00:03.009\n \n<c.colorE5E5E5>hi</c><c.colorCCCCCC> you</c>\nall<00:00:02.419><c> of</c>\n\n"
        b"00:03.009 --> 00:03.409\nhi<c.colorCCCCCC> you</c>\nall of\n \n\n"
        b"00:03.409 --> 00:04.250\nhi<c.colorCCCCCC> you</c>\nall of\nus<00:00:03.679><c> all</c>\n\n"
        b"00:04.250 --> 00:04.650\nall of\nus all\n \n",
        "youtube-vtt",
        [(1_000, 1_930, "hi you"), (2_330, 3_009, "all of"), (3_409, 4_250, "us all")],
        language="en",
    ),
]  # fmt: skip

CASES = [*WEBVTT, *ROLL_UP, *SRT_AND_SBV, *JSON, *XML, *TEXT, *MORE]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what[:60])
def test_it_is_read_whole_and_what_is_odd_is_told(case: Wild) -> None:
    version = read("a.vtt", case.data)
    assert (version.format, shown(version)) == (case.format, case.cues)
    assert set(case.told) <= {oddity.line for oddity in version.oddities}
    assert case.told or not version.oddities
    assert case.voices is None or tuple(map(version.cues.voice, range(len(version.cues)))) == case.voices
    assert case.times is None or word_times(version) == case.times
    assert version.language == case.language


def shown(version: Version) -> list[Shown]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def word_times(version: Version) -> tuple[int | None, ...]:
    return tuple(None if ms == NO_TIME else ms for ms in version.cues.word_ms)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"audio_duration": 3, "text": "one", "words": [{"text": "one", "start": 1_000, "end": 2_000}]}, "not of captions"),
        ({"info": {}, "styles": {}, "events": [{"start": 0, "end": 1, "text": "one"}]}, "not of captions"),
        ([{"type": "cue", "data": {"start": 0, "end": 1, "text": "one"}}], "not of captions"),
        ({"results": {"transcripts": [{"transcript": "one"}], "items": []}}, "not of captions"),
    ],
)  # fmt: skip
def test_json_of_others_is_refused_and_not_guessed_at(value: object, reason: str) -> None:
    with pytest.raises(UnreadableCaptions, match=reason):
        read("a.json", js(value))


@pytest.mark.parametrize("lines", [1, 3])
def test_a_live_chat_is_no_caption_file(lines: int) -> None:
    line = b'{"replayChatItemAction": {"actions": []}, "videoOffsetTimeMsec": "0"}\n'
    with pytest.raises(UnreadableCaptions, match="this is a live chat, not captions"):
        read("a.live_chat.json", line * lines)
