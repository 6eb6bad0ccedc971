"""The bundle for the web team and the assessment file for the site's folder: from the library to bytes to disk."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import __version__, captions
from reviewer.app.progress import Progress
from reviewer.app.session import ReviewSession
from reviewer.captions import WrittenCue
from reviewer.core.reading import ReadingWord
from reviewer.publish.bundle import bundle
from reviewer.publish.material import CorrectionRow, EpisodeFacts, Material
from reviewer.publish.site import Change as SiteChange
from reviewer.publish.site import publish_assessment
from reviewer.publish.writing import made_folder, told, write_bundle, write_whole, zip_bundle


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of a bundle as it was written; the path counts from the folder that was named."""

    path: str
    sha256: str
    bytes: int


def material(session: ReviewSession) -> Material:
    """All that an episode's bundle is made from."""
    cues, episode, facts = session.version.cues, session.episode, session.episode.facts
    is_timed = cues.has_times or not len(cues)
    written = list(written_cues(session)) if is_timed else []
    return Material(
        EpisodeFacts(
            episode.slug, facts.title, facts.series, facts.shelf, facts.video_id, facts.published,
            episode.imported_at[:10], facts.description, facts.tags,
        ),
        session.version,
        session.text,
        session.figures,
        tuple(_corrections(session)),
        session.assessment(),
        captions.write("webvtt", written, language=session.version.language) if is_timed else None,
        captions.write("srt", written) if is_timed else None,
        __version__,
    )  # fmt: skip


def written_cues(session: ReviewSession) -> Iterator[WrittenCue]:
    """The cues as they read now, times untouched; words keep their own times where the file had them."""
    cues, text = session.version.cues, session.text
    own = any(ms >= 0 for ms in cues.word_ms)
    for cue in cues:
        words = list(text.cue_words(cue.number))
        shown = text.cue_text(cue.number)
        extra = cues.extras.get(cue.number) or {}
        yield WrittenCue(
            cue.start_ms, cue.end_ms, shown, _timed(shown, words, cue.start_ms) if own else (),
            extra.get("identifier", ""), extra.get("settings", ""), extra.get("voice", ""),
        )  # fmt: skip


def _timed(shown: str, words: Sequence[ReadingWord], begin: int | None) -> tuple[tuple[int, int], ...]:
    """The words that begin later than the one before, by their place in the cue's text."""
    timed, at, last = [], 0, begin
    for word in words:
        at = shown.index(word.text, at)
        if word.start_ms is not None and not word.is_estimated and last is not None and word.start_ms > last:
            timed.append((at, word.start_ms))
            last = word.start_ms
        at += len(word.text)
    return tuple(timed)


def _corrections(session: ReviewSession) -> Iterator[CorrectionRow]:
    for row in session.corrections():
        if row.is_shown:
            yield CorrectionRow(
                row.heard, row.meant, row.cue, row.last_cue, row.start_ms, row.person, row.at, row.why, row.source,
                row.kind,
            )  # fmt: skip


def export(
    sessions: Sequence[ReviewSession], folder: Path, written: list[WrittenFile], *, as_zip: bool = False
) -> Iterator[Progress]:
    """Write each episode's bundle into the folder, whole or not at all, filling `written` as it goes."""
    for number, session in enumerate(sessions):
        yield Progress(number, len(sessions), session.episode.slug)
        written += _export_one(session, folder, as_zip=as_zip)
        session.keep_figures()
        session.library.note_export(session.episode, session.export_state)
    yield Progress(len(sessions), len(sessions))


def _export_one(session: ReviewSession, folder: Path, *, as_zip: bool) -> list[WrittenFile]:
    files, slug = bundle(material(session)), session.episode.slug
    if not as_zip:
        write_bundle(files, folder)
        return [_written(f"{slug}/{path}", files[path]) for path in sorted(files)]
    packed = zip_bundle(files)
    with told(folder), made_folder(folder):
        write_whole(folder / f"{slug}.zip", packed)
    return [_written(f"{slug}.zip", packed)]


def _written(path: str, data: bytes) -> WrittenFile:
    return WrittenFile(path, hashlib.sha256(data).hexdigest(), len(data))


def publish(session: ReviewSession, content: Path, *, dry_run: bool = False) -> list[SiteChange]:
    """Write the assessment into the site's content folder; with `dry_run` only say what would change."""
    with told(content):
        return publish_assessment(session.assessment(), content, dry_run=dry_run)


__all__ = ["SiteChange", "WrittenFile", "export", "material", "publish", "written_cues"]
