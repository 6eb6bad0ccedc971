"""The page: what it shows, that nothing hostile gets through, and that it asks for nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.publish.material import (
    LEXICON,
    PICK,
    SAID,
    SHA,
    correction_rows,
    make_assessment,
    make_corrections,
    make_figures,
    make_material,
    make_scores,
    make_version,
)

from reviewer.core.reading import ReadingText
from reviewer.publish.material import EpisodeFacts, Material
from reviewer.publish.page import page

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' javascript:alert(3) {{ 7*7 }}"
VOID = {"meta", "br", "input", "img", "link", "hr"}


class Parsed(HTMLParser):
    """The tags with their attributes, the visible text, and whether the tags are nested well."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in {"style", "script"}:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"[ \n]+", " ", "".join(self.texts)).replace("\u00a0", " ")

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


@pytest.fixture(scope="module")
def shown() -> Parsed:
    return Parsed(page(make_material(related=(PICK,), counterbalance=(PICK,))))


@pytest.mark.parametrize(
    "text",
    [
        "Long Horizon · Civilisational risk and strategy · 2026-02-20",
        "who pays for the weeks that costs.",
        "Society lens",
        "Medium confidence",
        "Auto captions, corrected",
        "Partly heard, 61 %",
        "Play on YouTube",
        "Across 4 slices: mean −3 (−8 to 2), median 0, spread −32 to 27 (p10–p90 −25 to 19).",
        "Lexicon general-ai 1.2, not validated.",
        "lowest −32",
        "highest +27",
        "Silent 25 %",
        "mixed counts the silent slices too: 50 %.",
        "2:06, slice 3, −32, risk-forward loss of control −2.4",
        "“and nobody at the Halden Institute reads",
        "Emphasises oversight: 14 terms in 9 slices.",
        "Mixed, tilting risk-forward, primarily in the Society lens. An interview. Medium confidence.",
        "The numbers that she names at 52:10 are from a draft.",
        "society-and-jobs",
        "YouTube captions (auto), video dQw4w9WgXcQ, stored 2026-03-01, 4 segments, 1 correction shown.",
        SHA,
        "Captions can mis-hear names and technical terms",
        "Partly heard, 61 %: 1 h 06 of 1 h 48.",
        "−14, where the lexicon’s mean is −3",
        "I can check the guard 0:01 to 0:09, verified by ear.",
        "small steps 0:09, not verified by ear. Later taken back.",
        "loss of control −2.4 (hedged by “may”, × 0.6)",
        "100 × (0.0 − 4.7) ÷ (0.0 + 4.7 + 10.0)",
        "the guard −4.0 (negated by “not”, not counted)",
        "holden institute → Halden Institute",
        "Noor Hadley",
        "Same shelf or editorial thread. Median 0, mean 3, 102 slices.",
        LEXICON.sha256,
    ],
)
def test_the_page_says(shown: Parsed, text: str) -> None:
    assert text in shown.text


def test_the_parts_stand_in_order(shown: Parsed) -> None:
    order = [
        "Perspective map",
        "Episode arc",
        "Across 4 slices",
        "Summary",
        "Highlights",
        "Reading",
        "Editor note",
        "Tags",
    ]
    order += [
        "Transcript source",
        "Assessment",
        "Slices and their terms",
        "Corrections",
        "Show",
        "Related",
        "Counterbalance",
    ]
    places = [shown.text.index(part) for part in order]
    assert places == sorted(places)


def test_nothing_is_loaded_or_sent(shown: Parsed) -> None:
    assert {tag for tag, _ in shown.tags} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "image",
    } == set()
    assert shown.values("src") == shown.values("style") == []
    assert [name for _, attrs in shown.tags for name in attrs if name.startswith("on")] == []
    abroad = {href for href in shown.values("href") if not href.startswith("#")}
    assert abroad == {
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1s",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=9s",
    }


def test_every_address_inside_the_page_leads_somewhere(shown: Parsed) -> None:
    ids = shown.values("id")
    assert {href[1:] for href in shown.values("href") if href.startswith("#")} <= set(ids)
    assert len(ids) == len(set(ids))


def test_slices_begin_in_the_text_where_they_were_cut() -> None:
    html = page(make_material())
    for number, sentence in enumerate(SAID, 1):
        first = sentence.split()[0]
        assert re.search(rf'id="slice-{number}"[^>]*>(?:(?!</a>).)*</a> {first}', html, re.DOTALL)


def test_corrected_words_tell_what_was_heard() -> None:
    html = page(make_material())
    assert 'title="heard “holden institute”, Noor Hadley, 2026-03-01">Halden Institute</span>' in html


def hostile_changes() -> list[dict[str, Any]]:
    version = make_version((HOSTILE, *SAID[1:]))
    correction = replace(make_corrections(version)[0], meant=HOSTILE, person=HOSTILE, why=HOSTILE)
    material = make_material()
    figures = make_figures(material.figures.scores)
    hit = replace(figures.scores[2].hits[0], text=HOSTILE, why=HOSTILE)
    scores = (*figures.scores[:2], replace(figures.scores[2], hits=(hit,)), figures.scores[3])
    fields = ("why_this_matters", "summary", "editor_note", "leaning", "lens")
    values: dict[str, Any] = dict.fromkeys(fields, HOSTILE[:80])
    values |= {key: [HOSTILE[:60]] for key in ("tags", "highlights", "claims")}
    values["moments"] = [{"start_ms": 1, "quote": HOSTILE, "note": HOSTILE}]
    return [
        {"version": version},
        {"text": ReadingText(material.version.cues, [correction])},
        {"figures": replace(figures, scores=scores, leaning=HOSTILE, highlights=(HOSTILE,))},
        {"episode": EpisodeFacts("x", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,))},
        {"assessment": make_assessment(values, HOSTILE)},
        {"related": (replace(PICK, title=HOSTILE, summary=HOSTILE, reason=HOSTILE, series=HOSTILE),)},
        {"version": replace(make_version(), language=HOSTILE, reader=HOSTILE, sha256=HOSTILE)},
    ]


@pytest.mark.parametrize("number", range(7))
def test_hostile_text_stays_text(number: int) -> None:
    html = page(make_material(**hostile_changes()[number]))
    parsed = Parsed(html)
    assert "alert(1)" in html
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    assert [name for _, attrs in parsed.tags for name in attrs if name.startswith("on")] == []
    assert not any(href.startswith("javascript") for href in parsed.values("href"))
    assert {tag for tag, _ in parsed.tags} & {"img"} == set()
    assert "49" not in "".join(parsed.text.split("7*7"))[:40]


TURNED = "\u202eturned"


def turned_material() -> Material:
    """Direction marks that nothing closes in every text that is not ours."""
    version = make_version((TURNED, *SAID[1:]))
    correction = replace(make_corrections(version)[0], meant=TURNED, person=TURNED, why=TURNED)
    figures = make_figures(make_scores(version))
    hit = replace(figures.scores[2].hits[0], text=TURNED, why=TURNED)
    scores = (*figures.scores[:2], replace(figures.scores[2], hits=(hit,)), figures.scores[3])
    values: dict[str, Any] = dict.fromkeys(("why_this_matters", "summary", "editor_note", "leaning", "lens"), TURNED)
    values |= {key: [TURNED] for key in ("tags", "highlights", "claims")}
    moment = {"start_ms": 1, "end_ms": None, "quote": TURNED, "note": TURNED, "verified": False}
    pick = replace(PICK, title=TURNED, summary=TURNED, reason=TURNED, series=TURNED, published=TURNED)
    text = ReadingText(version.cues, [correction])
    return make_material(
        version=version,
        text=text,
        corrections=correction_rows(text),
        figures=replace(figures, scores=scores, leaning=TURNED, highlights=(TURNED,)),
        episode=EpisodeFacts("x", TURNED, TURNED, TURNED, TURNED, TURNED, TURNED, TURNED, (TURNED,)),
        assessment={**make_assessment(), **values, "moments": [moment]},
        related=(pick,),
        counterbalance=(pick,),
    )


class Isolated(HTMLParser):
    """The texts and attributes with a direction mark that no element keeps from what stands beside them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.kept, self.leaks = 0, list[str]()
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.leaks += [f"{tag} {name}" for name, value in attrs if "\u202e" in (value or "")]
        if tag not in VOID:
            self._open.append((tag, tag == "bdi" or ("dir", "auto") in attrs))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if "\u202e" in data:
            is_kept = any(keeps for _, keeps in self._open)
            self.kept += is_kept
            self.leaks += [] if is_kept else [" ".join(tag for tag, _ in self._open)]


def test_direction_marks_stay_in_their_element() -> None:
    found = Isolated(page(turned_material()))
    assert found.leaks == []
    assert found.kept > 30


def test_control_characters_are_seen_and_do_nothing() -> None:
    html = page(make_material(version=make_version(("one\x1btwo\x7f three", *SAID[1:]))))
    assert "one\ufffdtwo\ufffd three" in html
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", html)


@pytest.mark.parametrize("video_id", ["", "javascript:1", "dQw4w9WgXc", "dQw4w9WgXcQQ", "dQw4w9WgXc\n", "dQw4w9Wg&cQ"])
def test_only_an_id_of_the_right_form_becomes_a_link(video_id: str) -> None:
    html = page(make_material(episode=EpisodeFacts("x", "Title", video_id=video_id)))
    assert "Play on YouTube" not in html
    assert "youtube.com" not in html


def test_without_an_assessment_the_page_says_where_it_goes() -> None:
    parsed = Parsed(page(make_material(assessment=make_assessment({}))))
    assert "content/resources/transcript-assessments/handing-research.json" in parsed.text
    assert "No summary yet." in parsed.text


def test_a_transcript_without_times_has_no_clock() -> None:
    parsed = Parsed(page(make_material(version=make_version(timed=False, kind="transcript"))))
    assert "by-clock" not in parsed.values("id")
    assert "Transcript without times, video dQw4w9WgXcQ" in parsed.text
    assert "slice 3, −32, risk-forward" in parsed.text


def test_a_transcript_without_words_has_a_page() -> None:
    parsed = Parsed(page(make_material(version=make_version(()))))
    assert "No slices: the transcript has no words that could be scored." in parsed.text
    assert "lexicon’s mean" not in parsed.text
    assert "Perspective map" not in parsed.text


def test_each_picture_stands_there_in_three_widths(shown: Parsed) -> None:
    kinds = [kind.split() for kind in shown.values("class")]
    for width in ("wide", "middle", "narrow"):
        assert sum(width in kind for kind in kinds) == 4  # strip, arc by slices and by clock, bands


def test_the_policy_takes_this_style_and_this_script_only(shown: Parsed) -> None:
    policy = next(attrs["content"] for tag, attrs in shown.tags if tag == "meta" and "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
