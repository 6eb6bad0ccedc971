"""A file written where the user said, whole or not at all."""

from pathlib import Path

from reviewer.publish.writing import write_whole


def write_file(path: Path, data: bytes) -> None:
    """Write a file; raises FileTrouble that names it and what to do, and leaves an older one as it was."""
    write_whole(path, data)
