"""Caption files as they come in: read, unpacked, understood; a few ahead of the library, which writes the one before.

Of a folder's files only those count that hold captions: what is called .json, .xml, .txt or .md and holds none is
passed over, and a plain text is taken for a transcript only if it is long enough and no timed captions lie beside it.
"""

import errno
import hashlib
import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from reviewer import captions
from reviewer.app import facts
from reviewer.app.facts import INFO, FileName, Info
from reviewer.app.gathering import CAPTIONS, TEXTS, FoundFile, Gathered, UnreadableFile, is_wanted, suffix_of
from reviewer.captions.archives import Member, members
from reviewer.core.cues import Oddity, Version
from reviewer.core.wording import count
from reviewer.errors import LibraryTrouble, Refused, ReviewerError, UnreadableCaptions, printable
from reviewer.library.connection import holds_locks_on
from reviewer.library.library import Library

LARGEST: Final = 200 * 2**20  # bytes; a day's captions take 10 MB, and a reader needs a few times a file's size
TRANSCRIPT_WORDS: Final = 200  # two minutes of talk; a shorter text in a folder is a note
OTHER_ARCHIVE: Final = "Choose another one, or unpack it and name the file itself. Nothing was changed."
_OTHER_LINK = "Take it away, or let it lead to the file that is meant."
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_AHEAD = 2  # batches
_BATCH_BYTES, _BATCH_FILES = 16 * 2**20, 32  # held together at most; one video has a few tracks of 300 kB
_NOTES = frozenset(
    {"authors", "changelog", "changes", "contributing", "copying", "credits", "licence", "license", "notice", "readme"}
)  # texts that lie in many folders and are nobody's words


@dataclass(frozen=True, slots=True)
class Incoming:
    """A caption file read; or why it can't be, or is passed over. Without any of them its bytes are known already."""

    file: str
    called: str  # by messages
    file_name: str  # by the library
    name: FileName
    is_named: bool
    weight: float  # its part of all bytes
    data: bytes = b""
    sha256: str = ""
    info: Info = facts.NO_INFO
    version: Version | None = None
    error: ReviewerError | None = None
    passed_over: str = ""
    notes: tuple[str, ...] = ()

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """What is odd about all that was read."""
        own = self.version.oddities if self.version else ()
        return (*self.info.oddities, *(Oddity(0, note) for note in self.notes), *own)

    @property
    def video_id(self) -> str:
        return facts.facts_of(self.name, self.info).video_id

    @property
    def is_plain_text(self) -> bool:
        return self.version is not None and not self.version.cues.has_times and len(self.version.cues) > 0


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one video that lie together; `more` files came out of archives than were counted."""

    files: list[Incoming]
    more: int = 0


def ahead(batches: Generator[Batch], how_many: int = _AHEAD) -> Generator[Batch]:
    """Batches made in one worker thread, at most so many before they are asked for."""
    with ThreadPoolExecutor(1, "reading") as worker:
        waiting = deque(worker.submit(next, batches, None) for _ in range(how_many))
        try:
            while (batch := waiting.popleft().result()) is not None:
                waiting.append(worker.submit(next, batches, None))
                yield batch
        finally:
            for future in waiting:
                future.cancel()
            worker.submit(batches.close).result()  # there, where its library was opened


class Reader:
    """Reads the files that were gathered, as the user says they are to be read."""

    def __init__(self, library: Path, format_: str | None = None, encoding: str | None = None) -> None:
        self._path, self._format, self._encoding = library, format_, encoding
        self._info_at: tuple[Path, Info] = (Path(), facts.NO_INFO)  # the last one: a video's tracks lie together

    def batches(self, gathered: Gathered) -> Generator[Batch]:
        """All in the thread that asks for the first one; its library is closed at the end."""
        with Library(self._path) as library:
            for group in gathered.groups:
                yield from self._group(group, library)

    def _group(self, group: Sequence[FoundFile], library: Library) -> Iterator[Batch]:
        held = list[Incoming]()
        for found in group:
            blank = _blank(found)
            try:
                data = read_bytes(found.path)
                if data.startswith(_ZIP):
                    yield from self._archive(blank, data, library)
                else:
                    held.append(self._file(blank, found.path, data, library))
            except LibraryTrouble:
                raise
            except ReviewerError as error:
                held.append(_refused(blank, error))
            if len(held) >= _BATCH_FILES or sum(len(one.data) for one in held) > _BATCH_BYTES:
                yield Batch(_without_notes(held))
                held = []
        if held:
            yield Batch(_without_notes(held))

    def _file(self, blank: Incoming, path: Path, data: bytes, library: Library) -> Incoming:
        (member,) = members(path.name, data)
        return self._read(blank, member, self._info(path, blank.name), library)

    def _archive(self, blank: Incoming, data: bytes, library: Library) -> Iterator[Batch]:
        """The captions in an archive, those of one video together. Twice through it: an .info.json may come last."""
        infos, wanted = dict[tuple[str, str], Info](), 0
        for member in members(blank.file_name, data):
            if member.name.lower().endswith(INFO) and len(member.data) <= facts.LARGEST_INFO:
                infos[member.folder, member.name] = facts.read_info(member.name, member.data)
            wanted += _is_wanted(member)
        if not wanted:
            raise UnreadableCaptions(blank.file_name, None, "there are no captions in this archive.", OTHER_ARCHIVE)
        part, more, is_of_use = replace(blank, weight=blank.weight / wanted, is_named=False), wanted - 1, False
        taken = (member for member in members(blank.file_name, data) if _is_wanted(member))
        for _, together in groupby(taken, key=lambda m: (m.folder, facts.take_apart(m.name).episode)):
            held = _without_notes([self._of_archive(part, member, infos, library) for member in together])
            is_of_use = is_of_use or any(not one.passed_over for one in held)
            yield Batch(held, more)
            more = 0
        if blank.is_named and not is_of_use:
            error = UnreadableCaptions(blank.file_name, None, "nothing in this archive is of use.", OTHER_ARCHIVE)
            yield Batch([replace(blank, weight=0.0, error=error)], 1)

    def _of_archive(
        self, part: Incoming, member: Member, infos: dict[tuple[str, str], Info], library: Library
    ) -> Incoming:
        name = facts.take_apart(member.name)
        inside = f"{member.folder}/{member.name}".lstrip("/")
        one = replace(
            part, file=f"{part.file}: {inside}", called=f"{part.called}: {inside}", file_name=member.name, name=name
        )
        info = next((infos[member.folder, n] for n in name.infos if (member.folder, n) in infos), facts.NO_INFO)
        if member.refusal:
            return _refused(one, UnreadableCaptions(member.name, None, member.refusal, member.remedy))
        try:
            return self._read(one, member, info, library)
        except (UnreadableCaptions, Refused) as error:
            return _refused(one, error)

    def _read(self, blank: Incoming, member: Member, info: Info, library: Library) -> Incoming:
        """The file understood, unless its bytes are known; what the user said must make sense of these, too."""
        one = replace(
            blank, data=member.data, sha256=hashlib.sha256(member.data).hexdigest(), info=info, notes=member.notes
        )
        if self._format is None and self._encoding is None and self._is_known(one, library):
            return replace(one, data=b"")
        version = captions.read(member.name, member.data, format=self._format, encoding=self._encoding)
        return _judged(replace(one, version=version))

    @staticmethod
    def _is_known(one: Incoming, library: Library) -> bool:
        """Whether it is so for good: an episode that has no video yet may turn out to be of another one."""
        known = library.known(one.sha256, one.video_id)
        return known is not None and one.video_id in {"", known.video_id}

    def _info(self, path: Path, name: FileName) -> Info:
        """What the .info.json beside a file tells."""
        for beside in (path.with_name(one) for one in name.infos):
            if beside == self._info_at[0]:
                return self._info_at[1]
            info = _info_in(beside)
            if info is not None:
                self._info_at = (beside, info)
                return info
        return facts.NO_INFO


def _blank(found: FoundFile) -> Incoming:
    name = found.path.name
    return Incoming(str(found.path), found.called, printable(name), facts.take_apart(name), found.is_named, found.bytes)


def _is_wanted(member: Member) -> bool:
    """“..” in a path hides nothing: a member's path is a label, wherever it would lead to."""
    hidden = (part.startswith(".") for part in member.folder.split("/") if part not in {".", ".."})
    return is_wanted(member.name) and not any(hidden)


def _info_in(path: Path) -> Info | None:
    try:
        if path.stat().st_size > facts.LARGEST_INFO:
            return facts.left_out(path.name, f"it is over {facts.LARGEST_INFO // 2**20} MB")
        return facts.read_info(path.name, path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            return None  # no disk has a file of such a name
        return facts.left_out(path.name, "it can't be read")


# What is passed over
def _refused(one: Incoming, error: ReviewerError) -> Incoming:
    """Nobody said that a file which may be anything is captions: it is passed over."""
    if one.is_named or suffix_of(one.file_name) in CAPTIONS:
        return replace(one, error=error, data=b"")
    reason = error.reason if isinstance(error, UnreadableCaptions | UnreadableFile) else str(error)
    return replace(one, passed_over=f"not captions: {reason}", data=b"")


def _judged(one: Incoming) -> Incoming:
    """A plain text in a folder is a transcript only where it may be one."""
    suffix, version = suffix_of(one.file_name), one.version
    if one.is_named or version is None or not one.is_plain_text or suffix in CAPTIONS:
        return one
    if suffix not in TEXTS:
        return replace(one, version=None, passed_over="not captions: it has no caption times.")
    if one.name.stem.casefold() in _NOTES or version.cues.word_count < TRANSCRIPT_WORDS:
        told = f"a text of {count(version.cues.word_count, 'word')} without times; name the file itself to import it."
        return replace(one, version=None, passed_over=told)
    return one


def _without_notes(held: Sequence[Incoming]) -> list[Incoming]:
    """A plain text in a folder beside timed captions of the same name is what someone made of them."""
    if not any(_is_timed(one) for one in held):
        return list(held)
    told = "a text without times beside captions of the same name; name the file itself to import it."
    return [
        replace(one, version=None, passed_over=told) if one.is_plain_text and _is_found_text(one) else one
        for one in held
    ]


def _is_timed(one: Incoming) -> bool:
    """Of a file that is known its name must tell."""
    if one.error or one.passed_over:
        return False
    return one.version.cues.has_times if one.version else suffix_of(one.file_name) not in TEXTS


def _is_found_text(one: Incoming) -> bool:
    return not one.is_named and suffix_of(one.file_name) in TEXTS


def read_bytes(file: Path) -> bytes:
    """A file's bytes; raises UnreadableFile that says why it can't be read."""
    try:
        if file.is_dir():
            raise UnreadableFile(file, "this is a folder, a file is expected.", "Name a file in it.")
        if not file.is_file() and file.exists():
            raise UnreadableFile(file, "this is no ordinary file.")
        if holds_locks_on(file):
            raise UnreadableFile(file, "this is a library that is open here.", "Choose another file.")
        return _bytes(file)
    except FileNotFoundError as error:
        if file.is_symlink():
            raise UnreadableFile(file, "this link leads nowhere.", _OTHER_LINK) from error
        raise UnreadableFile(file, "there is no such file.", "See to its name and folder.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ELOOP:
            raise UnreadableFile(file, "this link leads back to itself.", _OTHER_LINK) from error
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise UnreadableFile(file, f"it can't be read ({what}).", "See to the file and its rights.") from error


def _bytes(file: Path) -> bytes:
    """No more than a caption file can have, and nothing of one that is still being written."""
    with file.open("rb") as opened:
        before = os.fstat(opened.fileno())
        if before.st_size > LARGEST:
            raise UnreadableFile(file, f"over {LARGEST // 2**20} MB is too large.")
        data = opened.read(LARGEST + 1)
        after = os.fstat(opened.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) > LARGEST:
        raise UnreadableFile(file, "it is being written just now.", "Import it again when it is finished.")
    return data
