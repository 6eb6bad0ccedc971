"""What a pipeline says while it works: the command line prints it, the window shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many are done; `what` is at work now."""

    done: int
    total: int
    what: str = ""
