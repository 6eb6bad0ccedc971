"""Writing files whole: what is there stays until the new one is complete on disk, and half a bundle is never seen."""

import errno
import io
import os
import secrets
import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Final

from reviewer.errors import FileTrouble, Refused, printable
from reviewer.publish.manifest import MANIFEST, listed, read_manifest, safe_slug

# The earliest date that a zip can hold: the same bytes whenever it is made.
ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # what file managers leave behind

UNFINISHED: Final = frozenset({".part", ".old"})  # ends of the names of folders that are on the way in or out

_REMEDIES: Final = {
    errno.ENOSPC: "The disk is full. Make room and write again.",
    errno.EDQUOT: "Your share of the disk is used up. Make room and write again.",
    errno.EACCES: "There is no right to write here. Choose another folder.",
    errno.EPERM: "There is no right to write here. Choose another folder.",
    errno.EROFS: "This disk is read-only. Choose another folder.",
    errno.ENOENT: "There is no such folder. Make it, or choose another.",
    errno.ENOTDIR: "A file stands where a folder is needed. Choose another folder.",
    errno.EISDIR: "A folder stands where the file would go. Move it away.",
    errno.ENAMETOOLONG: "The name is too long for this disk. Choose a shorter path.",
}


def write_whole(path: Path, data: bytes) -> None:
    """A file's new content, complete or not at all; a link is followed, the rights of an old file are kept.

    Raises FileTrouble that names the path and the remedy; the old file is then as it was.
    """
    with told(path):
        goal = path.resolve()
        if goal.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        part = goal.with_name(f".{goal.name[:100]}.{secrets.token_hex(4)}.part")
        try:
            _write(part, data)
            if goal.exists():
                shutil.copymode(goal, part)
            part.replace(goal)
        finally:
            part.unlink(missing_ok=True)
        _sync_folder(goal.parent)


def write_bundle(files: Mapping[str, bytes], folder: Path) -> Path:
    """The files of a bundle as `folder`/<slug>, in place of an older bundle there; gives the folder of the bundle.

    A bundle that is already the same stays untouched. Raises Refused where something stands there that no export
    wrote, FileTrouble where the disk says no; what was there is then as it was.
    """
    slug = safe_slug(read_manifest(files[MANIFEST])["episode"])
    goal = folder / slug
    with told(goal), made_folder(folder):
        if goal.exists() or goal.is_symlink():
            _refuse_what_is_not_ours(goal)
            if _is_same(goal, files):
                return goal
        part = folder / f".{slug[:100]}.{secrets.token_hex(4)}.part"
        try:
            _write_tree(part, files)
            _swap(part, goal)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        _sync_folder(folder)
        _sweep(folder, slug)
    return goal


def zip_bundle(files: Mapping[str, bytes]) -> bytes:
    """A bundle as one zip, the same bytes on every machine: stored, since compressors differ between versions."""
    slug = safe_slug(read_manifest(files[MANIFEST])["episode"])
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{slug}/{path}", ZIP_DATE)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            packed.writestr(entry, files[path])
    return held.getvalue()


@contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """A folder with those above it, made where they are missing and taken away again if what follows is not written."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):  # not empty: somebody else has begun to use it
                path.rmdir()
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """The operating system's errors as the user's: the path, what is wrong, and the remedy."""
    try:
        yield
    except OSError as error:
        reason = _REMEDIES.get(error.errno or 0) or f"{error.strerror or error}. Choose another folder."
        raise FileTrouble(f"{printable(str(path))}: nothing was written. {reason}") from error


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    for name in sorted(files):
        path = folder / PurePosixPath(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, files[name])
    for made in sorted({folder, *(path for path in folder.rglob("*") if path.is_dir())}):
        _sync_folder(made)


def _swap(part: Path, goal: Path) -> None:
    """The new folder in the place of the old one, which comes back if that fails."""
    if not goal.exists():
        part.rename(goal)
        return
    old = part.with_suffix(".old")
    goal.rename(old)
    try:
        part.rename(goal)
    except OSError:
        old.rename(goal)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sweep(folder: Path, slug: str) -> None:
    """Takes away what an export of this episode left that was killed; a young one may still be at work."""
    for left in folder.glob(f".{slug[:100]}.*"):
        if left.suffix in UNFINISHED and time.time() - left.stat().st_mtime > 3600:
            shutil.rmtree(left, ignore_errors=True)


def _sync_folder(folder: Path) -> None:
    """Renames are on disk only when their folder is; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks refuse to sync a folder
            os.fsync(number)
    finally:
        os.close(number)


def _refuse_what_is_not_ours(goal: Path) -> None:
    called = printable(str(goal))
    if goal.is_symlink() or not goal.is_dir():
        raise Refused(f"{called}: something that is no bundle stands here. Move it away, or choose another folder.")
    there = {path.relative_to(goal).as_posix() for path in goal.rglob("*") if not path.is_dir() or path.is_symlink()}
    there = {path for path in there if PurePosixPath(path).name not in LITTER}
    if MANIFEST not in there:
        if not there:
            return
        raise Refused(f"{called}: this folder holds no bundle. Move it away, or choose another folder.")
    known = listed((goal / MANIFEST).read_bytes())
    strange = sorted(there - known - {MANIFEST})
    if strange:
        name = printable(strange[0])
        raise Refused(f"{called}: “{name}” stands in this bundle, and no export wrote it. Move it away first.")


def _is_same(goal: Path, files: Mapping[str, bytes]) -> bool:
    there = {path.relative_to(goal).as_posix(): path for path in goal.rglob("*") if path.is_file()}
    return there.keys() == files.keys() and all(there[name].read_bytes() == files[name] for name in files)
