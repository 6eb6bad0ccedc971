"""The library's own file is never opened beside SQLite: closing it would drop SQLite's locks."""

from pathlib import Path

import pytest

from reviewer.app.importing import read_bytes
from reviewer.app.listening import described
from reviewer.errors import ReviewerError
from reviewer.library.library import Library


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_a_library_that_is_open_is_not_read_as_a_file(tmp_path: Path, end: str) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        library.episodes()
        link = tmp_path / "linked.vtt"
        link.hardlink_to(path.with_name(path.name + end))
        for read in (read_bytes, described):
            with pytest.raises(ReviewerError, match="a library that is open here"):
                read(link)
    if not end:
        assert read_bytes(path).startswith(b"SQLite format 3")
