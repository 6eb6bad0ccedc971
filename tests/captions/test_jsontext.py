"""The walk over a JSON text: what is read, with which oddity, and what is refused at which line."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.captions import FORMATS, read
from reviewer.captions.jsontext import BELOW, COMMA, NO_NUMBER, TWICE, TWO_LISTS, JsonFile
from reviewer.captions.sources import decode
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions

WHISPER = '{"language": "en",\n"segments": [\n{"start": 0, "end": 1.5, "text": " One."},\n{"start": 2, "end": 3, "text": " Two."}\n]}'
JSON_FORMATS = [name for name in FORMATS if name.endswith("json") or name == "json3"]


def walked(text: str) -> JsonFile:
    return decode("a.json", text.encode()).json


def test_members_and_elements_are_found_where_they_stand() -> None:
    file = walked(WHISPER)
    assert list(file.members) == ["language", "segments"]
    assert file.value("language") == "en"
    assert file.value("nothing") is None
    assert [WHISPER[element.at :][:11] for element in file.elements("segments")] == ['{"start": 0', '{"start": 2']
    assert file.first_object("segments") == {"start": 0, "end": 1.5, "text": " One."}


def test_a_list_alone_has_the_empty_name() -> None:
    assert [element.value for element in walked("[1, [2], {}]").elements("")] == [1, [2], {}]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (WHISPER.replace(' One."}', ' One.", "text": " One."}'), 3, TWICE),
        (WHISPER.replace('"en",', '"en", "language": "en",'), 1, TWICE),
        (WHISPER.replace('"Two."}', '"Two.", "p": NaN}').replace(' Two."}', ' Two.", "avg_logprob": -Infinity}'), 4, NO_NUMBER),
        (WHISPER.replace("\n]}", ",\n]}"), 4, COMMA),
        (WHISPER.replace("]}", "],}"), 5, COMMA),
        (WHISPER + "\n\n]]", 7, BELOW),
    ],
)  # fmt: skip
def test_what_is_clear_is_read_and_told(text: str, line: int, what: str) -> None:
    version = read("a.json", text.encode())
    assert [cue.text for cue in version.cues] == ["One.", "Two."]
    assert [(oddity.line, oddity.what) for oddity in version.oddities] == [(line, what)]


def test_a_list_that_stands_twice_is_read_twice() -> None:
    version = read(
        "a.json", WHISPER.replace("\n]}", '\n],\n"segments": [{"start": 4, "end": 5, "text": "Three."}]}').encode()
    )
    assert [cue.text for cue in version.cues] == ["One.", "Two.", "Three."]
    assert [(oddity.line, oddity.what) for oddity in version.oddities] == [(6, TWO_LISTS)]


DEEP = "[" * 10_000 + "]" * 10_000


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (WHISPER[:80], 4, "the JSON ends here before it is complete."),
        (WHISPER[: WHISPER.index("Two")], 4, "the JSON ends here before it is complete."),
        (WHISPER[:-2], 4, "the JSON ends here before it is complete."),
        (WHISPER[:-1] + "\n\n", 5, "the JSON ends here before it is complete."),
        ('{"', 1, "the JSON ends here before it is complete."),
        (WHISPER.replace("},\n", "}\n"), 4, "the JSON breaks here: a comma should stand here."),
        (WHISPER.replace('": "en"', '" "en"'), 1, "the JSON breaks here: a colon should stand here."),
        (WHISPER.replace('"segments"', "segments"), 2, "the JSON breaks here: a name in quotation marks should stand here."),
        (WHISPER.replace("1.5", "1,5"), 3, "the JSON breaks here: expecting property name enclosed in double quotes."),
        (WHISPER + "\n" + WHISPER, 6, "more text stands below the end of the JSON."),
        ('{"segments":\n[' + DEEP + "]}", 2, "its JSON is nested too deeply."),
        ('{"a": 1,\n"b": ' + DEEP.replace("[", '{"a":').replace("]", "}") + "}", 2, "its JSON is nested too deeply."),
    ],
    ids=lambda value: f"{value!s:.40}",
)  # fmt: skip
def test_what_breaks_is_refused_whole_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read("a.json", text.encode())
    assert (refusal.value.line, refusal.value.reason) == (line, reason)
    assert refusal.value.remedy.endswith("Nothing was changed.")


def test_every_file_that_was_cut_off_is_refused() -> None:
    for end in range(1, len(WHISPER)):
        with pytest.raises(UnreadableCaptions):
            read("a.json", WHISPER[:end].encode(), format="whisper-json")


def test_a_number_of_very_many_digits_is_read() -> None:
    version = read("a.json", WHISPER.replace("1.5", "9" * 10_000).encode())
    assert [cue.end_ms for cue in version.cues] == [2_000, 3_000]


@pytest.mark.parametrize(
    "text", ["[Music] plays.", "{laughs} Yes.", "[[Music]] plays.", "[] is an empty list.", "[ ]x"]
)
def test_a_transcript_that_begins_with_a_bracket_is_text(text: str) -> None:
    assert read("a.txt", (text + " Words.").encode()).format == "text"


@pytest.mark.parametrize("format_", JSON_FORMATS)
@pytest.mark.parametrize("text", ["", " ", "words", "null", "3", "{}", '{"segments": 3, "events": {}}', "\ufeff"])
def test_a_format_that_is_said_and_not_there_is_refused(format_: str, text: str) -> None:
    with pytest.raises(UnreadableCaptions):
        read("a.json", text.encode(), format=format_)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"id": "x", "extractor": "youtube", "formats": [], "title": "A talk"}, "this is yt-dlp's description of a video, not its captions."),
        ({"webpage_url": "https://example.org", "automatic_captions": {}}, "this is yt-dlp's description of a video, not its captions."),
        ({"a": 1}, "this is a JSON file, but not of captions."),
        ({"events": []}, "this is a JSON file, but not of captions."),
        ({"segments": [{"a": 1}]}, "this is a JSON file, but not of captions."),
        ([{"a": 1}], "this is a JSON file, but not of captions."),
        (["a", "b"], "this is a JSON file, but not of captions."),
        ([], "this is a JSON file, but not of captions."),
    ],
)  # fmt: skip
def test_other_json_is_refused_for_what_it_is(value: object, reason: str) -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read("a.json", json.dumps(value).encode())
    assert refusal.value.reason == reason
    assert refusal.value.remedy


# Any JSON at all
NAMES = st.sampled_from([
    "events", "segs", "utf8", "tStartMs", "dDurationMs", "tOffsetMs", "acAsrConf", "aAppend", "wireMagic", "segments", "startTime",
    "endTime", "body", "speaker", "version", "start", "end", "text", "words", "word", "probability", "transcription", "offsets",
    "timestamps", "timestamp", "from", "to", "tokens", "chunks", "language", "result", "extractor", "x",
])  # fmt: skip
TEXTS = st.sampled_from(
    ["", " ", "a", " b c", "1.5", "-2", "NaN", "00:00:01,500", "\0", "\ud800", "[_BEG_]", "\n", "[Music]", ">>"]
)
NUMBERS = st.integers(-5, 5_000) | st.sampled_from([2**53, -(2**60), 10**400]) | st.floats()
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS | st.text(max_size=3)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=30
)
FILES = VALUES | st.builds(
    lambda name, items: {name: items},
    st.sampled_from(["events", "segments", "transcription", "chunks", "words"]),
    st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=5),
)


def read_or_refusal(text: str, format_: str | None) -> Version | UnreadableCaptions:
    try:
        return read("a.json", text.encode(), format=format_)
    except UnreadableCaptions as refusal:
        return refusal


@given(FILES, st.sampled_from([None, *JSON_FORMATS]))
@settings(max_examples=300, deadline=None)
def test_any_json_is_read_or_refused(value: object, format_: str | None) -> None:
    result = read_or_refusal(json.dumps(value), format_)
    if isinstance(result, UnreadableCaptions):
        assert "\n" not in str(result)
        return
    cues = result.cues
    cues.text.encode()
    assert [cues.word(flat) for flat in range(cues.word_count)] == [word for cue in cues for word in cue.text.split()]
    for number, extra in cues.extras.items():
        assert len(extra.get("confidence", "").split()) in {0, len(cues.words_of(number))}


@given(st.text(st.sampled_from('{}[]",: 1en\\u0-'), max_size=40), st.sampled_from([None, *JSON_FORMATS]))
@settings(max_examples=300, deadline=None)
def test_any_rubble_is_read_or_refused(text: str, format_: str | None) -> None:
    read_or_refusal(text, format_)


@pytest.mark.parametrize(
    "element", ['"a",', "{},", "[", "1,", '{"start":0,"text":"a","words":[{"word":"b"}]},', '"', "-", '{"segs":["a"]},']
)
def test_no_json_takes_long(element: str) -> None:
    elements = element * (300_000 // len(element))
    started = time.process_time()
    for start, format_ in (
        ('{"events": [', "json3"),
        ('{"segments": [', "podcasting-json"),
        ("[", "whisper-json"),
        ("[", None),
    ):
        read_or_refusal(start + elements + "0]}", format_)
    assert time.process_time() - started < 8  # seconds for all; a quadratic reader takes minutes
