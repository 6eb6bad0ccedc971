"""`reviewer list`, `show` and `search`."""

from argparse import Namespace
from typing import Any

from reviewer.app.paragraphs import shown_paragraphs
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import MARK_CLOSE, MARK_OPEN, EpisodeRow
from reviewer.cli.opening import session, workspace
from reviewer.cli.output import Answer, shown
from reviewer.core.cues import Cue, Cues
from reviewer.core.reading import ReadingText, ReadingWord
from reviewer.core.wording import clock, length
from reviewer.core.words import WordKind

_KINDS = {WordKind.WORD: "word", WordKind.MARK: "mark", WordKind.EVENT: "event"}


def episodes(arguments: Namespace) -> Answer:
    with workspace(arguments) as opened:
        rows = [row for row in opened.episodes() if _wanted(row, arguments)]
    lines = [f"{row.slug}\t{length(row.episode.duration_ms)}\t{row.next_step}\t{shown(row.title)}" for row in rows]
    return Answer([_episode(row) for row in rows], tuple(lines))


def _wanted(row: EpisodeRow, arguments: Namespace) -> bool:
    shelf, status = arguments.shelf, arguments.status
    return (shelf is None or row.episode.facts.shelf == shelf) and (status is None or row.status == status)


def _episode(row: EpisodeRow) -> dict[str, Any]:
    facts, summary = row.episode.facts, row.episode.summary
    return {
        "episode": row.slug, "title": facts.title, "series": facts.series, "shelf": facts.shelf,
        "lens": summary.get("lens_id"), "lens_label": summary.get("lens") or None, "cues": row.episode.cue_count,
        "duration_ms": row.episode.duration_ms, "status": row.status, "next_step": row.next_step,
        "words": row.episode.word_count, "kind": row.episode.kind, "video_id": facts.video_id,
        "published": facts.published, "imported_at": row.episode.imported_at,
    }  # fmt: skip


def show(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        if arguments.imported:
            opened.text = ReadingText(opened.version.cues)
        if arguments.cues:
            return _cues(opened)
        return _words(opened) if arguments.words else _paragraphs(opened)


def _cues(opened: ReviewSession) -> Answer:
    text, cues = opened.text, opened.version.cues
    lines = (f"{clock(cue.start_ms)}\t{_one_line(text.cue_text(cue.number))}" for cue in cues)
    return Answer((_cue(text, cue) for cue in cues), lines)


def _cue(text: ReadingText, cue: Cue) -> dict[str, Any]:
    kinds = {text.cues.kind(flat) for flat in text.cues.words_of(cue.number)}
    return {
        "cue": cue.number, "start_ms": cue.start_ms, "end_ms": cue.end_ms, "text": text.cue_text(cue.number),
        "speaker": text.cues.voice(cue.number),
        "kind": "event" if kinds == {WordKind.EVENT} else "mark" if kinds == {WordKind.MARK} else "word",
    }  # fmt: skip


def _words(opened: ReviewSession) -> Answer:
    cues = opened.version.cues
    words = opened.text.words(0, cues.word_count)
    lines = (f"{clock(word.start_ms)}\t{shown(word.text)}" for word in words)
    return Answer((_word(word, _speaker(word, cues)) for word in words), lines)


def _speaker(word: ReadingWord, cues: Cues) -> str | None:
    """Of an insertion in a cue without words, or behind its last word, that of the cue's end."""
    words = cues.words_of(word.cue)
    return cues.voice_of(min(word.first, words[-1])) if words else cues.voice(word.cue)


def _word(word: ReadingWord, speaker: str | None) -> dict[str, Any]:
    return {
        "cue": word.cue, "start_ms": word.start_ms, "end_ms": word.end_ms, "text": word.text, "speaker": speaker,
        "kind": _KINDS[word.kind], "estimated": word.is_estimated,
        "correction": word.correction.edit if word.correction else None,
    }  # fmt: skip


def _paragraphs(opened: ReviewSession) -> Answer:
    found = list(shown_paragraphs(opened.text))
    value = {
        "episode": opened.episode.slug, "title": opened.episode.facts.title, "version": opened.episode.version_id,
        "paragraphs": [paragraph._asdict() for paragraph in found],
    }  # fmt: skip
    lines = [part for start, _, text in found for part in (f"{clock(start)}  {shown(text)}".strip(), "")]
    return Answer(value, tuple(lines))


def _one_line(text: str) -> str:
    return " / ".join(shown(line) for line in text.split("\n"))


def search(arguments: Namespace) -> Answer:
    with workspace(arguments) as opened:
        found = opened.search(arguments.query, arguments.limit)
    rows = [
        {
            "episode": f.slug, "start_ms": f.start_ms, "cue": f.cue, "snippet": _unmarked(f.snippet),
            "heard_only": f.is_heard_only,
        }
        for f in found
    ]  # fmt: skip
    return Answer(rows, tuple(f"{f.slug}\t{clock(f.start_ms)}\t{shown(_unmarked(f.snippet))}" for f in found))


def _unmarked(snippet: str) -> str:
    return snippet.replace(MARK_OPEN, "").replace(MARK_CLOSE, "")
