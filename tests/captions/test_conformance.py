"""WebVTT files of other programs' test suites, with what those programs read in them."""

import json
from pathlib import Path

from reviewer.captions import read
from reviewer.captions.markup import plain, tidy


def test_cues_are_those_that_browsers_read(corpus: Path) -> None:
    expectations = sorted(corpus.glob("captions/conformance/*.json"))
    assert expectations
    for expectation in expectations:
        track = expectation.with_suffix(".vtt")
        cues = read(track.name, track.read_bytes()).cues
        expected = json.loads(expectation.read_text("utf-8"))["cues"]
        assert [(cue.start_ms, cue.end_ms, cue.text) for cue in cues] == [
            (round(cue["startTime"] * 1000), round(cue["endTime"] * 1000), tidy(plain(cue["text"]))) for cue in expected
        ], track.name
        read_ids = [cues.extras.get(number, {}).get("identifier", "") for number in range(len(cues))]
        assert read_ids == [cue["id"] for cue in expected], track.name


def test_identifiers_may_be_nearly_anything(corpus: Path) -> None:
    cues = read("a.vtt", (corpus / "captions/conformance/wpt-ids.vtt").read_bytes()).cues
    assert [extra["identifier"] for extra in cues.extras.values()] == [
        " leading space",
        "trailing space ",
        "-- >",
        "->",
        " ",
    ]


def test_the_same_captions_are_read_from_webvtt_and_sbv(corpus: Path) -> None:
    manual, sbv = corpus / "captions/manual/fr-uploaded-short.vtt", corpus / "captions/sbv/fr-uploaded-short.sbv"
    assert list(read("a", manual.read_bytes()).cues) == list(read("b", sbv.read_bytes()).cues)


def test_every_corpus_file_of_our_formats_keeps_its_cues(corpus: Path) -> None:
    counts = {
        name: len(read(name, (corpus / "captions" / name).read_bytes()).cues)
        for name in ("srt/missing_caption_text.srt", "srt/ar-utf16le.srt", "made/srt-times.srt", "sbv/sample.sbv")
    }
    assert list(counts.values()) == [5, 1, 6, 5]
