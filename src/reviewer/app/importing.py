"""Caption files into the library: found, read, and each committed whole, so that a kill leaves whole episodes only."""

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewer import captions
from reviewer.app.facts import SLUG_LENGTH, facts_of, slug_of
from reviewer.app.progress import Progress
from reviewer.core.cues import Oddity, Version
from reviewer.errors import FileTrouble, Refused, ReviewerError, UnreadableCaptions, printable
from reviewer.library.connection import holds_locks_on
from reviewer.library.library import Known, Library

SUFFIXES = frozenset({".vtt", ".srt", ".sbv", ".txt"})  # taken from a folder; a file that is named is always tried
LARGEST = 200 * 2**20  # bytes; a day's captions take 10 MB, and a reader needs a few times a file's size


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user said of the files; empty means: as the file tells."""

    slug: str = ""
    series: str = ""
    title: str = ""
    format: str | None = None
    encoding: str | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """What was said, as it is typed: --title."""
        return tuple(f"--{one.name}" for one in dataclasses.fields(self) if getattr(self, one.name))

    @property
    def says_how_to_read(self) -> bool:
        return self.format is not None or self.encoding is not None


@dataclass(frozen=True, slots=True)
class Imported:
    file: str
    episode: str
    format: str
    encoding: str
    kind: str
    cues: int
    words: int
    oddities: tuple[Oddity, ...]


@dataclass(frozen=True, slots=True)
class KnownFile:
    file: str
    episode: str
    title: str
    not_applied: tuple[str, ...] = ()  # the options that were given: the episode keeps what it has

    @property
    def message(self) -> str:
        told = f"Known already: the same bytes as “{printable(self.title)}” ({self.episode}). Nothing was added"
        if not self.not_applied:
            return f"{told}."
        *others, last = self.not_applied
        named = f"{', '.join(others)} and {last} were" if others else f"{last} was"
        return f"{told}; {named} not applied."


@dataclass(frozen=True, slots=True)
class RefusedFile:
    file: str
    line: int | None
    reason: str
    remedy: str
    message: str


@dataclass(slots=True)
class ImportResult:
    """What became of each file."""

    imported: list[Imported] = field(default_factory=list)
    known: list[KnownFile] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)


class UnreadableFile(FileTrouble):
    """A file or folder that is named and can't be read as one; nothing of it was kept."""

    def __init__(self, path: Path, reason: str, remedy: str = "Choose another file.") -> None:
        self.reason = reason
        self._remedy = f"{remedy} Nothing was changed."
        super().__init__(f"{printable(str(path))}: {reason} {self._remedy}")

    @property
    def remedy(self) -> str:
        return self._remedy


def import_files(
    library_path: Path, paths: Sequence[Path], options: ImportOptions, result: ImportResult
) -> Iterator[Progress]:
    """Import files and folders, filling `result` as it goes; stopping the iteration between two files is a cancel."""
    files = [file for path in paths for file in _files_of(path, result)]
    with Library(library_path) as library:
        for number, (file, called) in enumerate(files):
            yield Progress(number, len(files), file.name)
            try:
                _import_one(library, file, options, result)
            except ReviewerError as error:
                _refuse(file, called, error, result)
    yield Progress(len(files), len(files))


def _files_of(path: Path, result: ImportResult) -> list[tuple[Path, str]]:
    """The file itself, or the caption files of a folder, each with what messages call it.

    A folder without any is refused. What was named is called by its name; a file in a folder needs its path.
    """
    if not _is_folder(path):
        return [(path, path.name)]
    found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    if not found:
        reason = f"there is no caption file ({', '.join(sorted(SUFFIXES))}) in this folder."
        error = UnreadableFile(path, reason, "Choose another folder, or name the file itself.")
        _refuse(path, path.name, error, result)
    return [(file, str(file)) for file in found]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long for the disk: reading it tells why
        return False


def _import_one(library: Library, file: Path, options: ImportOptions, result: ImportResult) -> None:
    """Raises ReviewerError; what the user said must make sense of a file that is known, too."""
    data = read_bytes(file)
    known = library.known(hashlib.sha256(data).hexdigest())
    if options.slug:
        _see_to_slug(library, options.slug, known)
    if known is None or options.says_how_to_read:
        version = captions.read(file.name, data, format=options.format, encoding=options.encoding)
        known = known or _add(library, file, options, version, data, result)
    if known is not None:
        result.known.append(KnownFile(str(file), known.slug, known.title, options.given))


def _refuse(file: Path, called: str, error: ReviewerError, result: ImportResult) -> None:
    reason, message = str(error), f"{printable(called)}: {error}"
    if isinstance(error, UnreadableFile):
        reason, message = error.reason, str(error)
    elif isinstance(error, UnreadableCaptions):
        where = f", line {error.line}" if error.line is not None else ""
        reason, message = error.reason, f"{printable(called)}{where}: {error.reason} {error.remedy}".rstrip()
    result.refused.append(RefusedFile(str(file), error.line, reason, error.remedy, message))


def _add(
    library: Library, file: Path, options: ImportOptions, version: Version, data: bytes, result: ImportResult
) -> Known | None:
    """Add the episode to library and result, or give what holds these bytes since a moment ago."""
    facts, oddities = facts_of(file, title=options.title, series=options.series)
    slug = options.slug or slug_of(facts.title)
    added = library.add_episode(facts, slug, version, data, printable(file.name))
    if isinstance(added, Known):
        return added
    result.imported.append(_imported(file, added, version, oddities))
    return None


def _see_to_slug(library: Library, slug: str, known: Known | None) -> None:
    if slug_of(slug) != slug:
        raise Refused(
            f"“{printable(slug)}” is no slug: use a to z, 0 to 9 and single hyphens between them, "
            f"at most {SLUG_LENGTH} characters. Nothing was changed."
        )
    if (known is None or known.slug != slug) and any(episode.slug == slug for episode in library.episodes()):
        raise Refused(f"the slug “{slug}” is taken by another episode. Choose another one. Nothing was changed.")


def _imported(file: Path, slug: str, version: Version, oddities: tuple[Oddity, ...]) -> Imported:
    return Imported(
        str(file), slug, version.format, version.encoding, version.kind, len(version.cues), version.cues.word_count,
        (*oddities, *version.oddities),
    )  # fmt: skip


def read_bytes(file: Path) -> bytes:
    """A file's bytes; raises UnreadableFile that says why it can't be read."""
    try:
        if file.is_dir():
            raise UnreadableFile(file, "this is a folder, a file is expected.", "Name a file in it.")
        if not file.is_file() and file.exists():
            raise UnreadableFile(file, "this is no ordinary file.")
        if holds_locks_on(file):
            raise UnreadableFile(file, "this is a library that is open here.", "Choose another file.")
        if file.stat().st_size > LARGEST:
            raise UnreadableFile(file, f"over {LARGEST // 2**20} MB is too large.")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(file, "there is no such file.", "See to its name and folder.") from error
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise UnreadableFile(file, f"it can't be read ({what}).", "See to the file and its rights.") from error
