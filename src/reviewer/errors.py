"""The errors that a user can understand and act on, in families by who is at fault.

The message of each is what the user reads: what is wrong, where, what to do. Anything that is not a
`ReviewerError` is a bug of ours.
"""

from pathlib import PurePath


class ReviewerError(Exception):
    """Something the user can understand and act on; anything else is our bug."""

    @property
    def line(self) -> int | None:
        """The line of the file that is at fault, counted from 1, where there is one."""
        return None

    @property
    def remedy(self) -> str:
        """What to do about it, in one sentence; empty where the message already says so."""
        return ""


class UnreadableCaptions(ReviewerError):
    """A caption file that can't be read at all; nothing of it was kept."""

    def __init__(self, path: PurePath | str, line: int | None, reason: str, remedy: str) -> None:
        self.path = PurePath(path)
        self.reason = reason
        self._line = line
        self._remedy = remedy
        where = printable(self.path.name) + (f", line {line}" if line is not None else "")
        super().__init__(f"{where}: {reason} {remedy}".rstrip())

    @property
    def line(self) -> int | None:
        return self._line

    @property
    def remedy(self) -> str:
        return self._remedy


class FileTrouble(ReviewerError):
    """A file or folder of the user's that can't be read or written: missing, a directory, no right, disk full."""


class LibraryTrouble(ReviewerError):
    """The library file can't be used just now: locked, full, read-only, damaged, or of a later version."""


class NotFound(ReviewerError):
    """What was asked for by name is not there, or the name fits several things."""


class Refused(ReviewerError):
    """What was asked for is understood and can't be done as it stands; the message says what would do."""


class NothingLeft(Refused):
    """There is nothing more of what was asked for, as when all is undone: no fault of anyone's."""


def printable(text: str) -> str:
    """Foreign text as it may stand in a message: one line, no control or bidi override characters."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
