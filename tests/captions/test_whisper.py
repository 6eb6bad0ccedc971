import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.captions.json_builders import oddities, shown, version_of, words

from reviewer.captions import read
from reviewer.captions.found import BAD_WORD, NO_END, NO_OBJECT
from reviewer.captions.languages import tag_of
from reviewer.captions.markup import tidy, writable
from reviewer.captions.plain import NO_TEXT
from reviewer.captions.times import BAD
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.whisper import LIST_DIFFERS, NO_OWN_TEXT, TWO_VOICES, WORDS_DIFFER
from reviewer.errors import UnreadableCaptions


def word(text: str, start: object = None, **more: object) -> dict[str, object]:
    return {"word": text, "start": start, "end": None, **more}


def segment(start: object, end: object, text: object, *listed: object, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "text": text, **({"words": list(listed)} if listed else {}), **more}


def result(*segments: object, **more: object) -> dict[str, object]:
    return {"text": "", "segments": list(segments), "language": "en", **more}


TIMED = [(1_000, "Well,"), (1_400, "R&D"), (3_000, "now.")]
PARTS = [word(" Well,", 1.0, probability=0.91), word(" R&D", 1.4, probability=0.5), word(" now.", 3, probability=1)]
BARE = ["Well,", "R&D", "now."]
TIMESTAMPED = [
    {"text": text, "start": w["start"], "end": 9, "confidence": w["probability"]}
    for text, w in zip(BARE, PARTS, strict=True)
]
ALIGNED = [{"word": text, "start": w["start"], "score": w["probability"]} for text, w in zip(BARE, PARTS, strict=True)]
CPP = {
    "result": {"language": "en"},
    "transcription": [{
        "timestamps": {"from": "00:00:01,000", "to": "00:00:04,000"},
        "offsets": {"from": 1_000, "to": 4_000},
        "text": " Well, R&D now.",
        "tokens": [
            {"text": text, "offsets": {"from": ms, "to": ms}, "id": 5, "p": p}
            for text, ms, p in [
                ("[_BEG_]", 1_000, 0.1), (" We", 1_000, 0.91), ("ll", 1_200, 0.99), (",", 1_300, 0.2), (" R", 1_400, 0.5),
                ("&D", 1_500, 0.6), (" now", 3_000, 1), (".", 3_100, 0.3), ("[_TT_150]", 4_000, 0.1), ("[_EOT_]", 4_000, 0.1),
            ]
        ],
    }],
}  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        result(segment(1, 4, " Well, R&D now.", *PARTS)),
        result(segment(1, 4, " Well, R&D now.", *TIMESTAMPED)),
        result(segment(1, 4, " Well, R&D now.", *ALIGNED), word_segments=ALIGNED),
        result(segment("1.0", "4", " Well, R&D now.", *PARTS, tokens=[50_364, 15], avg_logprob=-0.2)),
        [segment(1, 4, " Well, R&D now.", *PARTS)],
        CPP,
        result(segment(1, 4, " Well, R&D now."), words=[word("Well", 1, score=0.91), word("R&D", 1.4, score=0.5), word("now", 3.0, score=1)]),
        {"text": "…", "language": "english", "segments": [segment(1, 4, "Well, R&D now.", *PARTS)], "task": "transcribe", "duration": 4.0},
    ],
    ids=["openai", "timestamped", "whisperx", "faster", "bare list", "cpp", "words aside", "verbose"],
)  # fmt: skip
def test_each_of_the_kin_is_read_alike(value: object) -> None:
    version = version_of(value)
    assert (version.format, version.kind, version.oddities) == ("whisper-json", "auto", ())
    assert shown(version) == [(1_000, 4_000, "Well, R&D now.")]
    assert words(version) == TIMED
    assert version.cues.extras == {0: {"confidence": "0.91 0.5 1"}}
    assert version.language == ("" if isinstance(value, list) else "en")


def test_transformers_chunks_are_read() -> None:
    version = version_of(
        {
            "text": " One. Two.",
            "chunks": [{"timestamp": [0.0, 1.5], "text": " One."}, {"timestamp": [1.5, None], "text": " Two."}],
        }
    )
    assert shown(version) == [(0, 1_500, "One."), (1_500, 1_500, "Two.")]
    assert oddities(version) == [NO_END]


def test_words_without_segments_are_a_cue_each() -> None:
    version = version_of(
        {
            "text": "One two",
            "words": [
                {"word": "One", "start": 0, "end": 0.5, "probability": 0.7},
                {"word": "two", "start": 0.5, "end": 1},
            ],
        }
    )
    assert shown(version) == [(0, 500, "One"), (500, 1_000, "two")]
    assert version.cues.extras == {0: {"confidence": "0.7"}}


def test_whisper_cpp_is_read_without_tokens_and_by_its_written_times() -> None:
    part = {"timestamps": {"from": "00:00:01,000", "to": "00:01:04,500"}, "offsets": {"from": None}, "text": " Well."}
    assert shown(version_of({"result": {}, "transcription": [part]})) == [(1_000, 64_500, "Well.")]


def test_a_word_without_a_time_has_none() -> None:
    version = version_of(
        result(segment(0.5, 2.9, " Version 3.5 ships.", word("Version", 0.5), {"word": "3.5"}, word("ships.", 1.4)))
    )
    assert words(version) == [(500, "Version"), (None, "3.5"), (1_400, "ships.")]
    assert version.oddities == ()


@pytest.mark.parametrize(
    ("text", "listed", "expected", "told"),
    [
        ("one two three", [word("one", 1), word("too", 2), word("three", 3)], [(1_000, "one"), (2_000, "two"), (3_000, "three")], [WORDS_DIFFER]),
        ("one two three", [word("one", 1), word("three", 3)], [(1_000, "one"), (None, "two"), (3_000, "three")], [WORDS_DIFFER]),
        ("one three", [word("one", 1), word("two", 2), word("three", 3)], [(1_000, "one"), (3_000, "three")], [WORDS_DIFFER]),
        ("One, two.", [word("one", 1), word("two", 2)], [(1_000, "One,"), (2_000, "two.")], []),
        ("no no no", [word("no", 1), word("no", 2), word("no", 3)], [(1_000, "no"), (2_000, "no"), (3_000, "no")], []),
        ("日本語。", [word("日", 1), word("本", 2), word("語。", 3)], [(1_000, "日本語。")], []),
        ("New York", [word("New York", 1)], [(1_000, "New"), (1_000, "York")], []),
        ("rock-n-roll", [word(" rock", 1), word("-n", 2), word("-roll", 3)], [(1_000, "rock-n-roll")], []),
        ("one", [word("one", "x")], [(None, "one")], [BAD_WORD]),
        ("one", [word("one", None)], [(None, "one")], []),
        ("one", [word("[*]", 0.5), word("one", 1)], [(1_000, "one")], []),
        ("one two", ["one", None, word("two", 2)], [(None, "one"), (2_000, "two")], [NO_OBJECT]),
        ("", [word(" one", 1), word(" two", 2)], [(1_000, "one"), (2_000, "two")], [NO_OWN_TEXT]),
        (None, [word("one", 1), word("two", 2)], [(1_000, "one"), (2_000, "two")], [NO_OWN_TEXT]),
        ("café à", [word(" caf\ufffd\ufffd", 1), word(" à", 2)], [(1_000, "café"), (2_000, "à")], [WORDS_DIFFER]),
    ],
)  # fmt: skip
def test_the_text_stands_and_its_words_have_the_times_that_fit(
    text: str | None, listed: list[object], expected: list[tuple[int | None, str]], told: list[str]
) -> None:
    version = version_of(result(segment(1, 9, text, *listed)))
    assert words(version) == expected
    assert oddities(version) == told


@pytest.mark.parametrize(
    ("whole", "by_word", "extra"),
    [
        ("A", ["A", None, "A"], {"voice": "A"}),
        ("A", [None, None, None], {"voice": "A"}),
        (None, ["A", "A", None], {"voice": "A"}),
        (None, [None, None, None], {}),
        ("A", [None, "B", "A"], {"voice": "A", "voices": [[0, "A"], [1, "B"], [2, "A"]]}),
        ("A", ["B", "B", "B"], {"voice": "B"}),
        (None, [None, "B", None], {"voice": "B", "voices": [[1, "B"]]}),
        ("?", ["?", None, None], {}),
    ],
)
def test_speakers_are_kept_as_voices(whole: str | None, by_word: list[str | None], extra: dict[str, Any]) -> None:
    listed = [word(text, speaker=speaker) for text, speaker in zip("abc", by_word, strict=True)]
    version = version_of(result(segment(1, 2, "a b c", *listed, speaker=whole)))
    kept = dict(version.cues.extras.get(0, {}))
    if "voices" in kept:
        kept["voices"] = json.loads(kept["voices"])
    assert kept == extra
    several = len({pair[1] for pair in kept.get("voices", [])}) > 1
    assert oddities(version) == ([TWO_VOICES] if several else [])


def test_words_aside_that_are_others_are_told() -> None:
    version = version_of(
        result(
            segment(0, 1, "One."),
            segment(1, 2, "Two.", speaker="A"),
            words=[word("One", 0.1), word("Three", 1.1), word("four", 1.5)],
        )
    )
    assert words(version) == [(100, "One."), (None, "Two.")]
    assert version.cues.voice(1) == "A"
    assert oddities(version) == [LIST_DIFFERS]


@pytest.mark.parametrize(
    "value",
    [
        {"text": "", "segments": [], "language": "fr"},
        {"segments": []},
        {"result": {"language": "fr"}, "transcription": []},
    ],
)
def test_a_recording_without_speech_is_an_empty_track(value: object) -> None:
    version = version_of(value)
    assert (len(version.cues), version.format, oddities(version)) == (0, "whisper-json", [EMPTY])


def test_a_text_without_segments_is_refused() -> None:
    with pytest.raises(UnreadableCaptions, match="this text has no segments, and so no times") as refusal:
        version_of('{"segments": [],\n"text": " Words."}')
    assert refusal.value.line == 2


@pytest.mark.parametrize(
    ("segments", "texts", "told"),
    [
        ([segment(1, 2, "a"), segment("x", None, "b"), segment(5, 6, "c")], [(1_000, 2_000, "a"), (2_000, 5_000, "b"), (5_000, 6_000, "c")], [BAD]),
        ([segment(1, 2, "a"), "stray", 7], [(1_000, 2_000, "a"), (2_000, 2_000, "stray")], [NO_OBJECT, BAD]),
        ([segment(1, 2, "")], [(1_000, 2_000, "")], [NO_TEXT]),
        ([segment(1, 2, "a", words={"word": "b"})], [(1_000, 2_000, "a")], [NO_OBJECT]),
    ],
)  # fmt: skip
def test_what_is_odd_is_read_and_told(
    segments: list[object], texts: list[tuple[int, int, str]], told: list[str]
) -> None:
    version = version_of(result(*segments))
    assert shown(version) == texts
    assert oddities(version) == told


@pytest.mark.parametrize(
    ("value", "tag"),
    [("en", "en"), ("English", "en"), ("zh-Hant", "zh-Hant"), ("klingon language", ""), ("", ""), (None, ""), (3, ""), (" fr ", "fr"), ("cantonese", "yue")],
)  # fmt: skip
def test_a_language_is_a_tag(value: object, tag: str) -> None:
    assert tag_of(value) == tag


seconds = st.none() | st.floats(0, 100) | st.sampled_from(["1", "x", -3])
listed = st.lists(
    st.tuples(st.sampled_from([" a", "a", "b", "ab", " ", "c!", "[Music]"]), seconds).map(lambda made: word(*made)),
    max_size=6,
)
said = st.lists(st.sampled_from([" a", "b", "ab ", "c!", " [Music]", "\n", "\0", "語"]), max_size=5).map("".join)


@given(st.lists(st.tuples(seconds, seconds, said, listed), max_size=5))
@settings(max_examples=200, deadline=None)
def test_no_text_is_lost_or_doubled_whatever_the_words(made: list[tuple[Any, Any, str, list[Any]]]) -> None:
    segments = [segment(start, end, text, *parts) for start, end, text, parts in made]
    version = version_of(result(segment(0, 1, "First."), *segments))
    for (*_, text, _), cue in zip(made, list(version.cues)[1:], strict=True):
        assert not tidy(text) or cue.text == tidy(writable(text))


def test_a_hundred_thousand_segments_are_quick() -> None:
    part = json.dumps(segment(1, 2, " One two.", word(" One", 1, probability=0.5), word(" two.", 1.5, probability=0.7)))
    started = time.process_time()
    assert len(version_of('{"segments": [' + ",\n".join([part] * 100_000) + "]}").cues) == 100_000
    assert time.process_time() - started < 15  # seconds; 3 on the machine it was written on


def test_the_corpus_loses_no_word(corpus: Path) -> None:
    files = [*corpus.glob("captions/whisper/*.json"), corpus / "captions/made/whisperx.json"]
    for file in files:
        version, value = read(file.name, file.read_bytes()), json.loads(file.read_text("utf-8"))
        assert [cue.text for cue in version.cues] == [tidy(part["text"]) for part in value["segments"]], file.name
        own = [
            round(part["start"] * 1000) if "start" in part else None for s in value["segments"] for part in s["words"]
        ]
        assert [ms for ms, _ in words(version)] == own, file.name
        assert oddities(version) == ([] if value["segments"] else [EMPTY]), file.name


def test_the_tokens_of_the_corpus_make_words(corpus: Path) -> None:
    version = read("a.json", (corpus / "captions/made/whisper-cpp.json").read_bytes())
    assert words(version) == [(0, "And"), (300, "so"), (600, "my"), (900, "fellow"), (1_800, "Americans,")]
