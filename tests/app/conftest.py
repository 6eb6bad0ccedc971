"""A library with one talk in it, opened by one person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, webvtt

from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace


@pytest.fixture
def library(tmp_path: Path) -> Path:
    file, path, result = tmp_path / "talk.vtt", tmp_path / "library.sqlite", ImportResult()
    file.write_text(webvtt(*TALK), "utf-8")
    list(import_files(path, [file], ImportOptions(), result))
    assert not result.refused
    return path


@pytest.fixture
def workspace(library: Path) -> Iterator[Workspace]:
    with Workspace(library, "gwen") as opened:
        yield opened


@pytest.fixture
def session(workspace: Workspace) -> ReviewSession:
    return workspace.session("talk")
