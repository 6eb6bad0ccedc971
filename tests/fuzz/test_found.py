"""What the fuzzers found, kept small: through every reader, as bytes and as what each says of them."""

from pathlib import Path

import pytest
from tests.fuzz.growth import is_proportional
from tests.fuzz.laws import check, check_archive, check_written
from tests.fuzz.mutating import FOUND

from reviewer.captions import FORMATS

CASES = sorted(FOUND.iterdir())


def name_of(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", CASES, ids=name_of)
@pytest.mark.parametrize("format_", [None, *FORMATS])
def test_what_was_found_is_read_or_refused(path: Path, format_: str | None) -> None:
    version = check(path.read_bytes(), format_)
    if version and format_ is None:
        check_written(version)


@pytest.mark.parametrize("path", CASES, ids=name_of)
def test_what_was_found_is_opened_or_refused(path: Path) -> None:
    check_archive(path.read_bytes())


@pytest.mark.parametrize("path", [path for path in CASES if path.name.endswith("fill-a-line")], ids=name_of)
def test_what_was_slow_takes_time_in_proportion(path: Path) -> None:
    begin, filling, end = path.read_text(encoding="utf-8").partition(longest_line(path))
    assert is_proportional(lambda times: begin + filling * times + end, 3)


def longest_line(path: Path) -> str:
    return max(path.read_text(encoding="utf-8").split("\n"), key=len)
