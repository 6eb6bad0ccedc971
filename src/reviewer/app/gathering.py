"""Which files a list of paths means: files as they are named, and of folders what looks like captions.

Nothing is opened here. The files of one video stand together, so that the best of its tracks can come first.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reviewer.app.facts import INFO, take_apart
from reviewer.errors import FileTrouble, printable

CAPTIONS: Final = frozenset(
    {".vtt", ".srt", ".sbv", ".ttml", ".dfxp", ".json3", ".srv1", ".srv2", ".srv3"}
)  # nothing else is called so
TEXTS: Final = frozenset({".txt", ".md"})
PACKED: Final = frozenset({".gz", ".zip"})
SUFFIXES: Final = CAPTIONS | TEXTS | {".json", ".xml"}  # the others may hold anything
_PASSED_OVER: Final = frozenset({"__MACOSX"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to try. What was named is tried whatever it is; what a folder holds may turn out to be something else."""

    path: Path
    called: str  # by messages
    is_named: bool
    bytes: int = 0


@dataclass(slots=True)
class Gathered:
    """The files that some paths mean, those of one video together, and what can't be looked into."""

    groups: list[list[FoundFile]] = field(default_factory=list)
    refused: list[tuple[Path, "UnreadableFile"]] = field(default_factory=list)

    @property
    def files(self) -> int:
        return sum(len(group) for group in self.groups)

    @property
    def bytes(self) -> int:
        return sum(file.bytes for group in self.groups for file in group)


class UnreadableFile(FileTrouble):
    """A file or folder that is named and can't be read as one; nothing of it was kept."""

    def __init__(self, path: Path, reason: str, remedy: str = "Choose another file.") -> None:
        self.reason = reason
        self._remedy = f"{remedy} Nothing was changed."
        super().__init__(f"{printable(str(path))}: {reason} {self._remedy}")

    @property
    def remedy(self) -> str:
        return self._remedy


def gather(paths: Iterable[Path], into: Gathered) -> Iterator[str]:
    """Fill `into`; yields what is looked at, folder by folder, since a disk has many."""
    named: list[FoundFile] = []
    for path in paths:
        if is_folder(path):
            into.groups += _grouped(_without_used_infos(named))
            named.clear()
            yield from _gather_folder(path, into)
        else:
            named.append(FoundFile(path, path.name, is_named=True, bytes=_size(path)))
    into.groups += _grouped(_without_used_infos(named))


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # such as a name that is too long for the disk: reading it tells why
        return False


def suffix_of(name: str) -> str:
    """The suffix that tells what a file may hold: of a packed one that of what is in it; .zip for a collection."""
    path = Path(name.lower())
    inner = Path(path.stem).suffix if path.suffix in PACKED else path.suffix
    return inner if inner in SUFFIXES else path.suffix


def is_wanted(name: str) -> bool:
    """Whether a file that nobody named may hold captions, by its name."""
    suffix = suffix_of(name)
    return not _is_passed_over(name) and not name.lower().endswith(INFO) and (suffix in SUFFIXES or suffix == ".zip")


def _gather_folder(path: Path, into: Gathered) -> Iterator[str]:
    before, refused = len(into.groups), len(into.refused)
    yield from _walk(path, into)
    if len(into.groups) == before and len(into.refused) == refused:
        reason = f"there is no caption file ({', '.join(sorted(SUFFIXES))}, or .gz or .zip of them) in this folder."
        remedy = "Choose another folder, or name the file itself."
        into.refused.append((path, UnreadableFile(path, reason, remedy)))


def _walk(top: Path, into: Gathered) -> Iterator[str]:
    """Files and folders in the order of their names; each folder once, whatever links to it."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Path | list[FoundFile]] = [top]
    while waiting:
        here = waiting.pop()
        if not isinstance(here, Path):
            into.groups.append(here)
            continue
        yield str(here)
        try:
            status = here.stat()
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting += reversed(_inside(here))
        except OSError as error:
            reason = f"this folder can't be read ({error.strerror})."
            into.refused.append((here, UnreadableFile(here, reason, "See to its rights.")))


def _inside(folder: Path) -> list[Path | list[FoundFile]]:
    """The groups of files and the folders that a folder holds, in the order of their (first) names."""
    names, folders = list[str](), list[str]()
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_folder(Path(entry.path)):
                folders.append(entry.name)
            elif is_wanted(entry.name):  # a link that leads nowhere, too: reading it tells why
                names.append(entry.name)
    files = [_found(folder / name) for name in sorted(names)]
    items: list[tuple[str, Path | list[FoundFile]]] = [(group[0].path.name, group) for group in _grouped(files)]
    items += [(name, folder / name) for name in folders if not _is_passed_over(name)]
    return [item for _, item in sorted(items, key=lambda item: item[0])]


def _found(path: Path) -> FoundFile:
    return FoundFile(path, str(path), is_named=False, bytes=_size(path))


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name in _PASSED_OVER


def _grouped(files: Iterable[FoundFile]) -> list[list[FoundFile]]:
    """The files of one video in one folder together, where the first of them stands."""
    groups: dict[tuple[Path, str], list[FoundFile]] = {}
    for file in files:
        groups.setdefault((file.path.parent, take_apart(file.path.name).episode), []).append(file)
    return list(groups.values())


def _without_used_infos(files: list[FoundFile]) -> list[FoundFile]:
    """An .info.json that was dropped together with its captions is read beside them, not as captions."""
    used = {f.path.with_name(n) for f in files if not _is_info(f) for n in take_apart(f.path.name).infos}
    return [file for file in files if not (_is_info(file) and file.path in used)]


def _is_info(file: FoundFile) -> bool:
    return file.path.name.lower().endswith(INFO)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
