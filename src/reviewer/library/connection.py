"""Opening a library file, and telling the environment's faults from ours.

A connection belongs to one thread. Several windows and command lines may have one library open.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.errors import LibraryTrouble
from reviewer.library import schema

SUFFIXES = frozenset({".sqlite", ".sqlite3", ".db"})  # an empty file with one of them is meant to become a library
MADE_SECONDS = 1.0  # how long an empty file may still be another's library in the making
BUSY_SECONDS = 10.0  # how long another's transaction is waited for; each is short, an import commits by the episode

_FAULTS = {
    sqlite3.SQLITE_BUSY: "another program is writing to it. Try again in a moment.",
    sqlite3.SQLITE_LOCKED: "another program is writing to it. Try again in a moment.",
    sqlite3.SQLITE_FULL: "the disk is full. Free some space and do it again; nothing was changed.",
    sqlite3.SQLITE_READONLY: "it lies on a read-only disk or may not be written. Here it can be read, not changed.",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened. See whether its folder is there and may be written.",
    sqlite3.SQLITE_IOERR: "the disk reports an error. See to the disk; what was saved before is not touched.",
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Restore a backup of it.",
    sqlite3.SQLITE_NOTADB: "this is not a library file. Choose another one.",
    sqlite3.SQLITE_PERM: "you have no right to open it.",
    sqlite3.SQLITE_AUTH: "you have no right to open it.",
}
# Without room for the file through which several connections share the write-ahead log nothing opens for writing.
_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE})
_FULL = _FAULTS[sqlite3.SQLITE_FULL]
_READABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})  # it may be read where it can't be written

open_libraries: list[Path] = []  # of this process, one a connection


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Tell the environment's faults to the user; what remains is our bug and passes as it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        reason = None if code is None else _FULL if code in _NO_ROOM else _FAULTS.get(code & 0xFF)
        if reason is None:
            raise
        raise LibraryTrouble(f"{path.name}: {reason}") from error


def holds_locks_on(path: Path) -> bool:
    """Whether a file is a library that this process has open, or belongs to one.

    Such a file must not be opened beside SQLite: on POSIX systems closing it again would drop SQLite's locks on it.
    """
    try:
        wanted = path.stat()
        return any(
            same.exists() and os.path.samestat(same.stat(), wanted)
            for library in open_libraries
            for same in (library, *(library.with_name(library.name + end) for end in ("-wal", "-shm")))
        )
    except (OSError, ValueError):
        return False


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Open a library, made or migrated where needed; and whether it can only be read.

    Raises `LibraryTrouble` for a file that is no library of ours, a later version's, locked or damaged.
    """
    with faults(path):
        _make_folder(path)
        if path.is_dir():
            raise LibraryTrouble(f"{path.name}: this is a folder. Name the library file in it.")
        _refuse_empty(path)
        connection = _open(path)
        try:
            _check(connection, path)
            if _number(connection) < schema.NUMBER:
                schema.migrate(connection)
            return _prepared(connection), _is_read_only(connection, path)
        except sqlite3.OperationalError as error:
            connection.close()
            if not _may_be_readable(error.sqlite_errorcode) or not path.exists():
                raise
            return _read_only(path, error), True
        except BaseException:
            connection.close()
            raise


def _may_be_readable(code: int) -> bool:
    return code in _NO_ROOM or code & 0xFF in _READABLE


def _refuse_empty(path: Path) -> None:
    """Someone's empty file, named by mistake, does not become a library; one that is being made just now is no such."""
    if path.suffix.lower() in SUFFIXES:
        return
    ends = time.monotonic() + MADE_SECONDS
    while path.is_file() and not path.stat().st_size:
        if time.monotonic() > ends:
            raise LibraryTrouble(
                f"{path.name}: this file is empty, not a library. Name another file, one that is not there yet or one "
                f"that ends in {', '.join(sorted(SUFFIXES))}. Nothing was changed."
            )
        time.sleep(0.05)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryTrouble(f"{path}: its folder can't be made ({error.strerror}). Choose another place.") from error


def _open(path: Path, flags: str = "") -> sqlite3.Connection:
    """Open for reading and writing, or with the flags of a `file:` address."""
    # as_uri() loads urllib, which the ordinary opening has no use for; it quotes `?` and `#` in a folder's name.
    name = f"{path.absolute().as_uri()}?{flags}" if flags else str(path)
    return sqlite3.connect(name, uri=bool(flags), timeout=BUSY_SECONDS, isolation_level=None)


def _read_only(path: Path, why: sqlite3.OperationalError) -> sqlite3.Connection:
    """Open on a medium where nothing can be written; `immutable` where not even a lock can be placed.

    An immutable library is read without its write-ahead file: where decisions lie there it is not opened so.
    """
    for more in ("",) if _has_unfolded(path) else ("", "&immutable=1"):
        connection = _open(path, f"mode=ro{more}")
        try:
            _check(connection, path)
            number = _number(connection)
        except sqlite3.OperationalError:
            connection.close()
            continue
        except LibraryTrouble:
            connection.close()
            raise
        if number < schema.NUMBER:
            connection.close()
            raise LibraryTrouble(f"{path.name}: an older library that can't be brought up to date on a read-only disk.")
        return _prepared(connection)
    if why.sqlite_errorcode in _NO_ROOM:
        raise LibraryTrouble(f"{path.name}: {_FULL}") from why
    raise LibraryTrouble(f"{path.name}: it can't be opened. See whether it may be read.")


def _has_unfolded(path: Path) -> bool:
    ahead = path.with_name(f"{path.name}-wal")
    return ahead.exists() and ahead.stat().st_size > 0


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = full")  # an acknowledged decision is on the disk
    return connection


def _number(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse other programs' databases and those of a later version, before anything is written."""
    ours = connection.execute("pragma application_id").fetchone()[0] == schema.APPLICATION_ID
    if not ours and (_number(connection) or connection.execute("select count(*) from sqlite_schema").fetchone()[0]):
        raise LibraryTrouble(f"{path.name}: another program's database, not a library. Nothing was changed.")
    if _number(connection) > schema.NUMBER:
        raise LibraryTrouble(f"{path.name}: a later version of Reviewer wrote this library. Use that version for it.")


def _is_read_only(connection: sqlite3.Connection, path: Path) -> bool:
    return not os.access(path, os.W_OK) or bool(connection.execute("pragma query_only").fetchone()[0])


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One short transaction that takes the write lock at once, and is whole or not at all."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
