"""Caption files into the library: found, read, and each committed whole, so that a kill leaves whole episodes only."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from reviewer.app.facts import SLUG_LENGTH, facts_of, line, slug_of
from reviewer.app.gathering import SUFFIXES, Gathered, UnreadableFile, gather
from reviewer.app.incoming import LARGEST, Batch, Incoming, Reader, ahead, read_bytes
from reviewer.app.matching import Belongs, best_first, same_track, track_of
from reviewer.app.progress import Progress
from reviewer.app.settings import Settings
from reviewer.core.carry import Outcome
from reviewer.core.cues import Oddity, Version
from reviewer.errors import LibraryTrouble, Refused, ReviewerError, UnreadableCaptions, printable
from reviewer.library.library import Episode, EpisodeFacts, Known, Library

Added = Literal["episode", "version", "track"]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user said of the files; empty means: as the file tells. `new` makes an episode of its own of each."""

    slug: str = ""
    series: str = ""
    title: str = ""
    format: str | None = None
    encoding: str | None = None
    new: bool = False

    @property
    def given(self) -> tuple[str, ...]:
        """What was said, as it is typed: --title."""
        return tuple(f"--{one.name}" for one in dataclasses.fields(self) if getattr(self, one.name))


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was new: what of it the library has now, and what became of corrections made on the version before.

    `added` says what it became: an episode, a new version of a track, or a further track; `leads` whether its episode
    is read from it now.
    """

    file: str
    episode: str
    format: str
    encoding: str
    kind: str
    cues: int
    words: int
    oddities: tuple[Oddity, ...]
    added: Added = "episode"
    leads: bool = True
    carried: int = 0
    settled: int = 0
    unfit: int = 0
    not_applied: tuple[str, ...] = ()  # of the options that were given: the episode keeps what it has


@dataclass(frozen=True, slots=True)
class KnownFile:
    file: str
    episode: str
    title: str
    not_applied: tuple[str, ...] = ()  # the options that were given: the episode keeps what it has
    filled: tuple[str, ...] = ()  # what the episode lacked and the name or .info.json told

    @property
    def message(self) -> str:
        told = f"Known already: the same bytes as “{printable(self.title)}” ({self.episode})."
        told = f"{told} Filled in: {_listed(self.filled)}" if self.filled else f"{told} Nothing was added"
        if not self.not_applied:
            return f"{told}."
        return f"{told}; {_listed(self.not_applied)} {'were' if len(self.not_applied) > 1 else 'was'} not applied."


@dataclass(frozen=True, slots=True)
class RefusedFile:
    file: str
    line: int | None
    reason: str
    remedy: str
    message: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that lies in a folder or an archive and is no captions."""

    file: str
    reason: str


@dataclass(slots=True)
class ImportResult:
    """What became of each file."""

    imported: list[Imported] = field(default_factory=list)
    known: list[KnownFile] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    skipped: list[SkippedFile] = field(default_factory=list)


def import_files(
    library_path: Path, paths: Sequence[Path], options: ImportOptions, result: ImportResult, person: str = ""
) -> Iterator[Progress]:
    """Import files and folders, filling `result` as it goes; stopping the iteration between two files is a cancel.

    Raises LibraryTrouble where the library can't be written any more; `result` has what was done until then.
    """
    with Library(library_path) as library:
        gathered = Gathered()
        for looked_at in gather(paths, gathered):
            yield Progress(0, 0, looked_at)
        for path, error in gathered.refused:
            _refuse(str(path), path.name, error, result)
        run = _Run(library, options, result, person or Settings().person)
        reader = Reader(library_path, options.format, options.encoding)
        count = _Count(gathered.files, gathered.bytes)
        with closing(ahead(reader.batches(gathered))) as batches:
            for batch in batches:
                yield from _import_batch(batch, run, count)
        yield Progress(count.total, count.total, share=1.0)


@dataclass(slots=True)
class _Count:
    """How far an import is: by files, and by bytes, which says more."""

    total: int
    bytes: float
    done: int = 0
    bytes_done: float = 0.0

    def at(self, what: str) -> Progress:
        share = self.bytes_done / self.bytes if self.bytes else None
        return Progress(self.done, self.total, what, None if share is None else min(share, 1.0))


def _import_batch(batch: Batch, run: "_Run", count: _Count) -> Iterator[Progress]:
    count.total += batch.more
    for one in best_first(batch.files):
        yield count.at(one.file_name)
        run.take(one)
        count.done += 1
        count.bytes_done += one.weight


class _Run:
    """One import: each file in turn to where it belongs."""

    def __init__(self, library: Library, options: ImportOptions, result: ImportResult, person: str) -> None:
        self._library, self._options, self._result, self._person = library, options, result, person
        self._belongs = Belongs(library)
        self._first = ""  # what the files of the first episode have in common

    def take(self, one: Incoming) -> None:
        """What becomes of a file stands in the result; raises LibraryTrouble where nothing more can become of any."""
        if one.passed_over:
            self._result.skipped.append(SkippedFile(one.file, one.passed_over))
            return
        try:
            if one.error:
                raise one.error
            self._import(one)
        except LibraryTrouble:
            raise
        except ReviewerError as error:
            _refuse(one.file, one.called, error, self._result)

    def _import(self, one: Incoming) -> None:
        """What the user said must make sense of a file that is known, too."""
        if self._options.slug:
            _see_to_slug(self._options.slug)
        known = self._known(one) or self._add(one)
        if known is not None:
            filled = self._fill(self._library.episode_of_slug(known.slug), facts_of(one.name, one.info))
            self._result.known.append(KnownFile(one.file, known.slug, known.title, self._options.given, filled))

    def _known(self, one: Incoming) -> Known | None:
        """What has these bytes already: the episode that was named, else any that is not of another video."""
        named = self._library.episode_of_slug(self._options.slug) if self._options.slug else None
        if named and any(row.sha256 == one.sha256 for row in self._library.versions(named)):
            return Known(named.slug, named.facts.title)
        return self._library.known(one.sha256, one.video_id)

    def _add(self, one: Incoming) -> Known | None:
        """Add the file to library and result, or give what holds its bytes since a moment ago."""
        assert one.version is not None
        version = replace(one.version, oddities=(*(Oddity(0, note) for note in one.notes), *one.version.oddities))
        facts = facts_of(one.name, one.info, title=self._options.title, series=self._options.series)
        episode = self._episode(one, facts, version)
        if episode is not None:
            self._add_to(episode, one, version, facts)
            return None
        slug = self._options.slug or slug_of(facts.title)
        added = self._library.add_episode(facts, slug, version, one.data, one.file_name)
        if isinstance(added, Known):
            return added
        self._result.imported.append(_imported(one, added, version))
        return None

    def _episode(self, one: Incoming, facts: EpisodeFacts, version: Version) -> Episode | None:
        """The episode that a file belongs to, if there is one; --slug is said of the first and of its like."""
        slug, first = self._options.slug, self._first or one.name.episode
        self._first = first
        named = self._library.episode_of_slug(slug) if slug else None
        if named is None:
            return None if slug or self._options.new else self._belongs.episode(facts, version)
        if self._options.new:
            raise _taken(slug)
        if one.name.episode == first or self._belongs.is_of(named, facts, version):
            return named
        raise _taken(slug)

    def _add_to(self, episode: Episode, one: Incoming, version: Version, facts: EpisodeFacts) -> None:
        """As a new version of the track that it is, which leads if that track led; else as a further track."""
        there = same_track(self._library.versions(episode), track_of(version, one.name))
        leads = any(row.leads for row in there)
        label = f"New version of the captions: {one.file_name}" if leads else ""
        self._library.add_version(
            episode, version, one.data, one.file_name, person=self._person, lead=leads, label=label
        )
        self._fill(episode, facts)
        now = self._library.episode_of_slug(episode.slug) or episode
        became = Counter(row.outcome for row in self._library.carried(now)) if leads else Counter[Outcome]()
        self._result.imported.append(
            replace(
                _imported(one, episode.slug, version),
                added="version" if there else "track", leads=leads, carried=became[Outcome.CARRIED],
                settled=became[Outcome.SETTLED], unfit=became[Outcome.UNFIT], not_applied=self._in_vain(now.facts),
            )
        )  # fmt: skip

    def _in_vain(self, facts: EpisodeFacts) -> tuple[str, ...]:
        """The options that an episode's facts do not follow."""
        said = {"--series": (self._options.series, facts.series), "--title": (self._options.title, facts.title)}
        return tuple(option for option, (wanted, has) in said.items() if wanted and line(wanted) != has)

    def _fill(self, episode: Episode | None, told: EpisodeFacts) -> tuple[str, ...]:
        """Give an episode what it lacks and is told; the names of the fields, as they are called for people."""
        if episode is None or self._library.is_read_only:
            return ()
        lacking = [name for name in _FIELDS if getattr(told, name) and not getattr(episode.facts, name)]
        if lacking:
            self._library.fill_facts(episode, told)
        return tuple(_FIELDS[name] for name in lacking)


_FIELDS = {
    "series": "series", "shelf": "shelf", "video_id": "video id", "published": "date", "description": "description",
    "tags": "tags", "chapters": "chapters",
}  # fmt: skip


def _refuse(file: str, called: str, error: ReviewerError, result: ImportResult) -> None:
    reason, message = str(error), f"{printable(called)}: {error}"
    if isinstance(error, UnreadableFile):
        reason, message = error.reason, str(error)
    elif isinstance(error, UnreadableCaptions):
        where = f", line {error.line}" if error.line is not None else ""
        reason, message = error.reason, f"{printable(called)}{where}: {error.reason} {error.remedy}".rstrip()
    result.refused.append(RefusedFile(file, error.line, reason, error.remedy, message))


def _see_to_slug(slug: str) -> None:
    if slug_of(slug) != slug:
        raise Refused(
            f"“{printable(slug)}” is no slug: use a to z, 0 to 9 and single hyphens between them, "
            f"at most {SLUG_LENGTH} characters. Nothing was changed."
        )


def _taken(slug: str) -> Refused:
    return Refused(f"the slug “{slug}” is taken by another episode. Choose another one. Nothing was changed.")


def _imported(one: Incoming, slug: str, version: Version) -> Imported:
    return Imported(
        one.file, slug, version.format, version.encoding, version.kind, len(version.cues), version.cues.word_count,
        (*one.info.oddities, *version.oddities),
    )  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


__all__ = [
    "LARGEST", "SUFFIXES", "ImportOptions", "ImportResult", "Imported", "KnownFile", "RefusedFile", "SkippedFile",
    "UnreadableFile", "import_files", "read_bytes",
]  # fmt: skip
