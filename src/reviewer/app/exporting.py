"""The bundle for the web team and the assessment file for the site's folder: from the library to bytes to disk."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import __version__
from reviewer.app.captioning import ROLL_UP, Writing, Written, caption_text, formats, written_cues
from reviewer.app.progress import Progress
from reviewer.app.session import ReviewSession
from reviewer.app.writing import refuse_library, write_file
from reviewer.errors import Refused
from reviewer.publish.bundle import bundle
from reviewer.publish.material import CaptionFile, CorrectionRow, EpisodeFacts, Material
from reviewer.publish.site import Change as SiteChange
from reviewer.publish.site import assessment_path, publish_assessment
from reviewer.publish.writing import made_folder, told, write_bundle, zip_bundle

# By what stands behind the slug the format of each caption file: for players, for sites of podcasts, for reading.
FORMS = {".vtt": "webvtt", "-roll-up.vtt": ROLL_UP, ".srt": "srt", ".json": "podcasting-json", ".md": "markdown"}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of a bundle as it was written; the path counts from the folder that was named."""

    path: str
    sha256: str
    bytes: int


def material(session: ReviewSession) -> Material:
    """All that an episode's bundle is made from."""
    episode, facts = session.episode, session.episode.facts
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
        tuple(_caption_files(session)),
        __version__,
    )  # fmt: skip


def _caption_files(session: ReviewSession) -> Iterator[CaptionFile]:
    """The corrected captions in each form of the bundle; without a text where the transcript has no times."""
    is_timed = session.version.cues.has_times or not len(session.version.cues)
    writing = Writing(session, session.text)
    for suffix, name in FORMS.items():
        if name in formats(session):
            yield _caption_file(writing, suffix) if is_timed else CaptionFile(suffix, None)


def _caption_file(writing: Writing, suffix: str) -> CaptionFile:
    """The captions in one form; a roll-up that can't be written back is left out, and the manifest says why."""
    try:
        return CaptionFile(suffix, *writing.in_format(FORMS[suffix]))
    except Refused as error:
        if FORMS[suffix] != ROLL_UP:
            raise
        return CaptionFile(suffix, None, why=str(error))


def _corrections(session: ReviewSession) -> Iterator[CorrectionRow]:
    for row in session.corrections():
        if row.is_shown:
            yield CorrectionRow(
                row.heard, row.meant, row.cue, row.last_cue, row.start_ms, row.person, row.at, row.why, row.source,
                row.kind,
            )  # fmt: skip


def export(
    sessions: Sequence[ReviewSession], folder: Path, done: list[WrittenFile], *, as_zip: bool = False
) -> Iterator[Progress]:
    """Write each episode's bundle into the folder, whole or not at all, filling `done` as it goes."""
    for number, session in enumerate(sessions):
        yield Progress(number, len(sessions), session.episode.slug)
        done += _export_one(session, folder, as_zip=as_zip)
        session.keep_figures()
        session.library.note_export(session.episode, session.export_state)
    yield Progress(len(sessions), len(sessions))


def _export_one(session: ReviewSession, folder: Path, *, as_zip: bool) -> list[WrittenFile]:
    files, slug = bundle(material(session)), session.episode.slug
    if not as_zip:
        for path in files:
            refuse_library(folder / slug / path)
        write_bundle(files, folder)
        return [_written(f"{slug}/{path}", files[path]) for path in sorted(files)]
    packed = zip_bundle(files)
    with told(folder), made_folder(folder):
        write_file(folder / f"{slug}.zip", packed)
    return [_written(f"{slug}.zip", packed)]


def _written(path: str, data: bytes) -> WrittenFile:
    return WrittenFile(path, hashlib.sha256(data).hexdigest(), len(data))


def publish(session: ReviewSession, content: Path, *, dry_run: bool = False) -> list[SiteChange]:
    """Write the assessment into the site's content folder; with `dry_run` only say what would change."""
    with told(content):
        refuse_library(assessment_path(session.episode.slug, content))
        return publish_assessment(session.assessment(), content, dry_run=dry_run)


__all__ = [
    "SiteChange", "Written", "WrittenFile", "caption_text", "export", "material", "publish", "written_cues",
]  # fmt: skip
