"""A library in a file of its own, with one episode."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.made_libraries import add

from reviewer.library.episodes import Episode
from reviewer.library.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as made:
        yield made


@pytest.fixture
def episode(library: Library) -> Episode:
    return add(library)
