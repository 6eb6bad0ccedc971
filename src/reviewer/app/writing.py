"""A file written where the user said, whole or not at all, and never in the place of a library."""

import os
from pathlib import Path

from reviewer.errors import Refused, printable
from reviewer.library.connection import holds_locks_on
from reviewer.library.schema import APPLICATION_ID
from reviewer.publish.writing import write_whole

# SQLite's header: its first words, and at which byte it says whose file it is (https://www.sqlite.org/fileformat.html).
_SQLITE, _OWNER = b"SQLite format 3\0", slice(68, 72)
_BESIDE = ("-wal", "-shm", "-journal")  # the ends of what belongs to a library, whether it is there just now or not


def write_file(path: Path, data: bytes) -> None:
    """Write a file; raises FileTrouble that names it and what to do, and leaves an older one as it was.

    Raises Refused where a library of ours stands, or what belongs to one.
    """
    refuse_library(path)
    write_whole(path, data)


def refuse_library(path: Path) -> None:
    """Raise Refused for the file of a library and the files beside it, open or not, also by another name or a link."""
    called, goal = printable(str(path)), Path(os.path.realpath(path))
    whole = next((goal.with_name(goal.name.removesuffix(end)) for end in _BESIDE if goal.name.endswith(end)), goal)
    if holds_locks_on(goal) or holds_locks_on(whole):
        raise Refused(f"{called}: this is a library that is open here. Choose another file. Nothing was written.")
    if _is_library(whole):
        raise Refused(f"{called}: this is a library, or belongs to one. Choose another file. Nothing was written.")


def _is_library(path: Path) -> bool:
    """Whether a file that this process does not have open is a library; asked of no other, see `holds_locks_on`."""
    try:
        if not path.is_file():  # reading a pipe would wait for its other end
            return False
        with path.open("rb") as file:
            head = file.read(100)
    except (OSError, ValueError):
        return False
    return head.startswith(_SQLITE) and int.from_bytes(head[_OWNER]) == APPLICATION_ID
