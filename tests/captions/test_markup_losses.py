"""What stands in a file beside cues, words and times is counted, so that no writing loses it in silence."""

import pytest

from reviewer.captions import markup_losses, read

VTT = """WEBVTT - a talk
Kind: captions
Language: en
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

STYLE
::cue { color: red }

REGION
id:a

NOTE one

00:01.000 --> 00:02.000 region:a
<v.loud Ann><i>One</i> <b.x>two</b> <i.cyan>three</i> a<b && c>d &lt;i&gt;

NOTE
two

NOTE three

00:02.000 --> 00:03.000
<lang cy>Pedwar</lang> <ruby>五<rt>go</rt></ruby> <u>six</u> <c>seven</c>
NOTE is a word here
"""
TTML = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"><head>'
    '<styling><style xml:id="s" tts:color="red"/></styling><layout><region xml:id="r"/></layout></head><body>'
    '<!-- one --><div><p begin="1s" end="2s" region="r">One <span tts:fontStyle="italic">two</span></p></div></body></tt>'
)
SRV = '<timedtext format="3"><head><pen id="1"/><ws id="1"/><wp id="1"/><wp id="2"/></head><body><p t="1" d="9">a</p></body></timedtext>'
JSON3 = '{"wireMagic": "pb3", "pens": [{}], "wpWinPositions": [{}, {"apPoint": 6}], "events": [{"tStartMs": 0, "dDurationMs": 9, "segs": [{"utf8": "a"}]}]}'
SRT = "1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\n{\\an8}<i>One</i> <font color=red>two</font>\n"


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (VTT, ("3 comments", "1 style sheet", "1 region", "1 time map (X-TIMESTAMP-MAP)", "1 line of the header",
               "2 spans with a class", "2 italic spans", "1 bold span", "1 colour span", "1 language span",
               "1 ruby text", "1 underlined span")),
        ("WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000\nOne\n", ()),
        (TTML, ("1 comment", "1 style", "1 region", "2 styled elements")),
        (SRV, ("1 pen (style of letters)", "2 positions", "1 window style")),
        (JSON3, ("1 position",)),
        (SRT, ("1 cue’s coordinates", "1 override of style or place", "1 italic span", "1 font span")),
    ],
)  # fmt: skip
def test_what_our_cues_have_no_place_for_is_counted(file: str, told: tuple[str, ...]) -> None:
    data = file.encode()
    found = markup_losses(read("a", data), data)
    assert tuple(line.replace("\u00a0", " ") for line in found) == told


def test_a_roll_up_says_that_it_is_folded() -> None:
    data = (
        b"WEBVTT\n\n00:01.000 --> 00:01.990\n \nOne<00:00:01.400><c> two</c>\n\n00:01.990 --> 00:02.000\nOne two\n \n\n"
    )
    version = read("a.vtt", data, format="youtube-vtt")
    assert markup_losses(version, data) == ("2\u00a0cues of the file are 1\u00a0row: the roll-up is folded",)
