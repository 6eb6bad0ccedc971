"""Made-up material: an episode with all that a page can show, hostile on request, small enough to read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from reviewer.assessment.document import Facts, LexiconUsed, MadeAgainst, document
from reviewer.assessment.ledger import Heard, listening
from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import CuesBuilder, Version
from reviewer.core.reading import Correction, ReadingText
from reviewer.publish.material import CaptionFile, CorrectionRow, EpisodeFacts, Material, Pick
from reviewer.spectrum.figures import (
    Band,
    Figures,
    Hit,
    LexiconName,
    Slice,
    SliceScore,
    Statistics,
    Stretch,
)

SHA: Final = "5f" * 32
LEXICON: Final = LexiconName("general-ai", "1.2", "ab" * 32, "General AI", is_validated=False)
SAID: Final = (
    "So let me push on that. When you say the monitor should be weaker, most people hear a mistake.",
    "Because I can check the guard. Kestrel 4 writes its own lab notes now, four hundred pages a week,",
    "and nobody at the holden institute reads them all. The loss of control may come in small steps.",
    "A small model that I understand line by line can still notice. It brings real benefits for a year.",
)
VALUES: Final[dict[str, Any]] = {
    "why_this_matters": "A patient case for checking research machines with smaller ones we can still read, and for "
    "saying in public, with a date, who pays for the weeks that costs.",
    "summary": "Verhoeven argues that a monitor should be weaker than the model it watches, because only then can "
    "people check the monitor. The risk she fears is gradual: a system that learns it may deceive its reviewer a "
    "little, and is rewarded for it. Lindqvist presses her on the cost of waiting, and the two part over who should "
    "carry it.",
    "editor_note": "The numbers that she names at 52:10 are from a draft.",
    "position": -14,
    "lens": "society",
    "evidence_mode": "interview",
    "tags": ["ai-safety", "society-and-jobs"],
    "highlights": ["Emphasises oversight: 14 terms in 9 slices"],
    "claims": ["A monitor should be weaker than what it watches."],
    "moments": [
        {"start_ms": 1_000, "end_ms": 9_000, "quote": "I can check the guard", "note": "", "verified": True},
        {"start_ms": 9_500, "quote": "small steps", "note": "Later taken back.", "verified": False},
    ],
    "state": "ready",
}


def make_version(sentences: Sequence[str] = SAID, *, timed: bool = True, kind: str = "auto") -> Version:
    builder = CuesBuilder()
    for number, sentence in enumerate(sentences):
        start_ms = number * 63_000 if timed else None
        builder.add(start_ms, None if start_ms is None else start_ms + 60_000, sentence)
    return Version(SHA, "youtube", 1, "", "youtube-vtt" if timed else "text", "utf-8", kind, "en", builder.build())


def make_score(version: Version, number: int, score: int, hits: tuple[Hit, ...] = ()) -> SliceScore:
    """The slice of the cue of that number, with a score of our choice."""
    cue = version.cues.cue(number - 1)
    words = version.cues.words_of(number - 1)
    band: Band = "risk-forward" if score <= -20 else "opportunity-forward" if score >= 20 else "mixed"
    part = Slice(number, words.start, words.stop, cue.number, cue.number, cue.start_ms, cue.end_ms)
    pull = 10 * abs(score) / (100 - abs(score))  # what gives that score with a damping of 10
    risk, opportunity = (pull, 0.0) if score < 0 else (0.0, pull)
    return SliceScore(part, len(words), score, band if hits else "silent", risk, opportunity, 10.0, None, hits)


def hit(version: Version, cue: int, words: tuple[int, int], side: str, *, value: float, why: str = "") -> Hit:
    first = version.cues.first_word[cue] + words[0]
    last = version.cues.first_word[cue] + words[1]
    text = " ".join(version.cues.word(flat).strip(".,") for flat in range(first, last))
    start_ms = version.cues.word_time(first)[0]
    is_risk = side == "risk"
    return Hit(
        text, text, "risk" if is_risk else "opportunity", -4.0 if is_risk else 2.0, value, value != 0, why,
        first, last, start_ms,
    )  # fmt: skip


def make_scores(version: Version) -> tuple[SliceScore, ...]:
    hedged = hit(version, 2, (10, 13), "risk", value=2.4, why="hedged by “may”, × 0.6")
    negated = hit(version, 1, (4, 6), "risk", value=0.0, why="negated by “not”, not counted")
    good = hit(version, 3, (14, 15), "opportunity", value=2.0)
    return (
        make_score(version, 1, 0),
        make_score(version, 2, -8, (negated, hit(version, 1, (5, 6), "risk", value=3.0))),
        make_score(version, 3, -32, (hedged,)),
        make_score(version, 4, 27, (good,)),
    )


def make_figures(scores: tuple[SliceScore, ...]) -> Figures:
    numbers = Statistics(len(scores), 0.0, -3.25, -8.4, 2.0, -32, 27, -24.8, 18.9, 25, 25, 25, 25)
    return Figures(
        LEXICON, scores, numbers, "Mixed, tilting risk-forward", "society", "Society", "medium",
        (("slices", "low"),), (Stretch(2, 3, "risk"),) if scores else (), ("Scored in 4 sequential slices",),
    )  # fmt: skip


def make_corrections(version: Version) -> tuple[Correction, ...]:
    if len(version.cues) < 3:
        return ()
    span = Span(Gap(2, 4), Gap(2, 6))
    return (Correction("e1", "d1", span, "Halden Institute", "name", "Noor Hadley", "2026-03-01T21:14:00Z"),)


def correction_rows(text: ReadingText) -> tuple[CorrectionRow, ...]:
    return tuple(
        CorrectionRow(
            text.heard(c), c.meant, c.span.start.cue, c.span.end.cue, text.cues.word_time(text.cues.flat(c.span.start))[0],
            c.person, c.at, c.why, c.source, c.kind,
        )
        for c in text.corrections
    )  # fmt: skip


def make_assessment(
    values: dict[str, Any] | None = None, title: str = "Handing research to the machines, slowly"
) -> dict[str, Any]:
    facts = Facts("handing-research", title, "dQw4w9WgXcQ", "Long Horizon", "Civilisational risk and strategy")
    against = MadeAgainst("v1", SHA, "cd" * 32, LexiconUsed(LEXICON.id, LEXICON.version, LEXICON.sha256))
    heard = listening([Heard(0, 3_953_000)], 6_480_000)
    return document(VALUES if values is None else values, facts, heard, against)


def make_captions(*, timed: bool = True) -> tuple[CaptionFile, ...]:
    texts = {
        ".vtt": "WEBVTT\n\n00:00.000 --> 01:00.000\nSo let me push on that.\n",
        ".srt": "1\n00:00:00,000 --> 00:01:00,000\nSo let me push on that.\n",
        ".md": "**[00:00:00.000 → 00:01:00.000]** So let me push on that.\n",
    }
    losses = {".srt": ("4\u00a0cue settings", "the language (en)")}
    return tuple(CaptionFile(s, text if timed else None, losses.get(s, ())) for s, text in texts.items())


def make_material(**changes: Any) -> Material:
    """The whole episode; `changes` replace fields of the material."""
    version = changes.pop("version", None) or make_version()
    text = ReadingText(version.cues, make_corrections(version))
    scores = make_scores(version) if len(version.cues) == len(SAID) else ()
    timed = version.cues.has_times
    material = Material(
        EpisodeFacts(
            "handing-research", "Handing research to the machines, slowly", "Long Horizon",
            "Civilisational risk and strategy", "dQw4w9WgXcQ", "2026-02-20", "2026-03-01", "A talk.", ("axrp",),
        ),
        version,
        text,
        make_figures(scores),
        correction_rows(text),
        make_assessment(),
        make_captions(timed=timed),
        "0.1.0",
    )  # fmt: skip
    return replace(material, **changes)


PICK: Final = Pick(
    "a-treaty", "A treaty that fits on a page", "Long Horizon", "2026-01-11", "What could be agreed.",
    "Same shelf or editorial thread", 0.0, 3.4, 102,
)  # fmt: skip
