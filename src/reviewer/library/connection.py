"""Opening a library file, and telling the environment's faults from ours.

A connection belongs to one thread. Several windows and command lines may have one library open.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.errors import LibraryTrouble
from reviewer.library import schema

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


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Tell the environment's faults to the user; what remains is our bug and passes as it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        reason = _FAULTS.get(code & 0xFF) if code is not None else None
        if reason is None:
            raise
        raise LibraryTrouble(f"{path.name}: {reason}") from error


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Open a library, made or migrated where needed; and whether it can only be read.

    Raises `LibraryTrouble` for a file that is no library of ours, a later version's, locked or damaged.
    """
    with faults(path):
        _make_folder(path)
        if path.is_dir():
            raise LibraryTrouble(f"{path.name}: this is a folder. Name the library file in it.")
        connection = _open(path)
        try:
            _check(connection, path)
            if _number(connection) < schema.NUMBER:
                schema.migrate(connection)
            return _prepared(connection), _is_read_only(connection, path)
        except sqlite3.OperationalError as error:
            connection.close()
            if (
                error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
                or not path.exists()
            ):
                raise
            return _read_only(path), True
        except BaseException:
            connection.close()
            raise


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


def _read_only(path: Path) -> sqlite3.Connection:
    """Open on a medium where nothing can be written; `immutable` where not even a lock can be placed."""
    for more in ("", "&immutable=1"):
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
    raise LibraryTrouble(f"{path.name}: it can't be opened. See whether it may be read.")


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
    import os

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
