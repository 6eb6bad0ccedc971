"""The page's lines of words and numbers: one function a line, so that a test can read each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reviewer.core.reading import Correction
from reviewer.core.wording import clock, count, half_away, length, percent, signed, span
from reviewer.publish.material import CorrectionRow, Material, Pick
from reviewer.spectrum.bands import NAMES, shares
from reviewer.spectrum.figures import Band, Figures, Hit, SliceScore, Statistics

VIDEO_ID: Final = re.compile(r"[A-Za-z0-9_-]{11}")
CAPTIONS: Final = {"auto": "Auto captions", "uploaded": "Uploaded captions", "transcript": "Transcript"}
NO_SLICES: Final = "No slices"
EVIDENCE: Final = {"talk": "a talk", "other": "another form", "interview": "an interview"}


@dataclass(frozen=True, slots=True)
class TermLine:
    """A hit as the page lists it: its value signed, towards risk below 0, and why it does not count as it stands."""

    text: str
    value: str
    side: str
    is_counted: bool
    why: str


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """Places of one correction that say the same, as one line."""

    heard: str
    meant: str
    places: str
    first: str
    who: str
    day: str
    why: str


def video_address(video_id: str, ms: int | None = None) -> str:
    """The address of the video on YouTube; empty unless the id has the form of one."""
    if not VIDEO_ID.fullmatch(video_id):
        return ""
    return f"https://www.youtube.com/watch?v={video_id}" + (f"&t={ms // 1000}s" if ms else "")


def captions_name(material: Material) -> str:
    """“YouTube captions (auto)”, “Captions (uploaded)”, “Transcript without times”."""
    kind, cues = material.version.kind, material.version.cues
    if kind not in {"auto", "uploaded"}:
        return "Transcript" if cues.has_times else "Transcript without times"
    return f"{'YouTube captions' if video_address(material.episode.video_id) else 'Captions'} ({kind})"


def lens_name(material: Material) -> str:
    """The curated lens, else the one that the lexicon finds; by its label where the lexicon knows it."""
    chosen, figures = str(material.assessment.get("lens") or ""), material.figures
    if not chosen or chosen == figures.lens:
        return figures.lens_label
    return chosen[0].upper() + chosen[1:]


def leaning_name(material: Material) -> str:
    """The curated leaning, else the one of the scores, which a text without slices has not."""
    found = material.figures.leaning if material.figures.scores else NO_SLICES
    return str(material.assessment.get("leaning") or "") or found


def confidence_name(material: Material) -> str:
    return str(material.assessment.get("confidence") or "") or material.figures.confidence


def badges(material: Material) -> list[str]:
    """Leaning, lens, confidence, what the text rests on, and how much of it was heard."""
    lens = lens_name(material)
    basis = CAPTIONS.get(material.version.kind, "Captions") + (", corrected" if material.corrections else "")
    return [
        leaning_name(material),
        *([f"{lens} lens"] if lens else []),
        f"{confidence_name(material).capitalize()} confidence",
        basis,
        str(material.assessment["listening"]["wording"]),
    ]


def statistics_line(figures: Figures) -> tuple[str, str]:
    """What is said in bold and what follows it: “Across 104 slices: mean −5 (−8 to −3), median 0”, and the rest.

    One slice says nothing of how far its mean may be relied on: it has no interval and no spread.
    """
    numbers = figures.statistics
    if not numbers.slices:
        return NO_SLICES, f". {lexicon_name(figures)}."
    mean, median = signed(half_away(numbers.mean)), signed(half_away(numbers.median))
    if numbers.slices == 1:
        return f"In one slice: {mean}", f". {lexicon_name(figures)}."
    interval = span(half_away(numbers.mean_low), half_away(numbers.mean_high))
    across = f"Across {count(numbers.slices, 'slice')}: mean {mean} ({interval}), median {median}"
    quantiles = span(half_away(numbers.p10), half_away(numbers.p90))
    rest = f", spread {span(numbers.min, numbers.max)} (p10–p90 {quantiles}). {lexicon_name(figures)}."
    return across, rest


def lexicon_name(figures: Figures) -> str:
    name = figures.lexicon
    return f"Lexicon {name.id} {name.version}" + ("" if name.is_validated else ", not validated")


def bands_legend(numbers: Statistics) -> list[tuple[Band, str]]:
    """Each band with its share: “Risk-forward 15 %”."""
    return [(band, f"{NAMES[band]} {percent(share)}") for band, share in shares(numbers).items()]


def mixed_note(numbers: Statistics) -> str:
    """How the bands are counted where there are only three."""
    together = percent(numbers.mixed_pct + numbers.silent_pct)
    return f"Where only three bands are named, mixed counts the silent slices too: {together}."


def reading_line(material: Material) -> str:
    """“Mixed, tilting risk-forward, primarily in the Society lens. An interview. Medium confidence.”"""
    lens, mode = lens_name(material), str(material.assessment.get("evidence_mode") or "")
    said = [leaning_name(material) + (f", primarily in the {lens} lens" if lens else "")]
    if mode:
        form = EVIDENCE.get(mode, f"a {mode}")
        said.append(form[0].upper() + form[1:])
    said.append(f"{confidence_name(material).capitalize()} confidence")
    return " ".join(f"{part}." for part in said)


def highlights(material: Material) -> list[str]:
    """The curated ones, then what the scores bear out, each once and ended with a full stop."""
    lines = [*material.assessment.get("highlights", ()), *material.figures.highlights]
    ended = (line if line[-1:] in ".!?…" else f"{line}." for line in lines if line)
    return list(dict.fromkeys(ended))


def score_words(score: SliceScore) -> str:
    """“−32, risk-forward”; a silent slice has no number worth saying."""
    return "silent" if score.band == "silent" else f"{signed(score.score, plus=True)}, {score.band}"


def term_lines(hits: Sequence[Hit]) -> list[TermLine]:
    return [_term_line(hit) for hit in hits]


def _term_line(hit: Hit) -> TermLine:
    sign = -1 if hit.side == "risk" else 1
    number = abs(hit.value if hit.is_counted else hit.weight)
    return TermLine(hit.text, signed(sign * number, plus=True, digits=1), hit.side, hit.is_counted, hit.why)


def hit_title(hit: Hit) -> str:
    """“loss of control −4.0”, with what changed its weight."""
    line = _term_line(hit)
    return f"{line.text} {line.value}" + (f", {line.why}" if line.why else "")


def heard_title(correction: Correction, heard: str) -> str:
    """“heard “Aine Evans”, Noor Hadley, 2026-03-01”."""
    said = f"heard “{heard}”" if heard else "not in the captions"
    return ", ".join(part for part in (said, correction.person, correction.at[:10]) if part)


def correction_lines(rows: Sequence[CorrectionRow]) -> list[CorrectionLine]:
    """Alike in wording, person, day and reason, in the order of their first places."""
    alike: dict[tuple[str, str, str, str, str], list[CorrectionRow]] = {}
    for row in sorted(rows, key=lambda row: (row.cue, row.last_cue, row.heard)):
        why = row.why or ("" if row.source == "person" else row.source)
        alike.setdefault((row.heard, row.meant, row.who, row.at[:10], why), []).append(row)
    return [
        CorrectionLine(heard, meant, f"{len(places):,}", clock(places[0].start_ms), who, day, why)
        for (heard, meant, who, day, why), places in alike.items()
    ]


def evidence_line(listening: Mapping[str, Any]) -> str:
    """“Partly heard, 61 %: 1 h 06 of 1 h 48.”"""
    duration, heard = listening.get("duration_ms"), int(listening.get("heard_ms") or 0)
    if not duration:
        return f"{listening['wording']}: no recording was attached."
    return f"{listening['wording']}: {length(heard)} of {length(duration)}."


def moment_time(moment: Mapping[str, Any]) -> str:
    """“38:39 to 39:06”; one time where only one is known."""
    ends = [clock(moment.get(part)) for part in ("start_ms", "end_ms")]
    return " to ".join(dict.fromkeys(end for end in ends if end))


def pick_figures(pick: Pick) -> str:
    """“Median 0, mean −3, 102 slices”."""
    if not pick.slices:
        return NO_SLICES
    median, mean = signed(half_away(pick.median)), signed(half_away(pick.mean))
    return f"Median {median}, mean {mean}, {count(pick.slices, 'slice')}"
