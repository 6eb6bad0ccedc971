"""A library of the test's own, a talk in it, and the command line."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, CommandLine, webvtt


@pytest.fixture
def reviewer(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture
def library() -> Path:
    """The library that commands use in this test."""
    return Path(os.environ["REVIEWER_LIBRARY"])


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a caption file of the given cues, in a folder of its own."""

    def writing(name: str, *texts: str) -> Path:
        path = tmp_path / "captions" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(webvtt(*texts), "utf-8")
        return path

    return writing


@pytest.fixture
def talk(reviewer: CommandLine, write: Callable[..., Path]) -> str:
    """An imported episode; its slug."""
    reviewer.json("import", write("talk.vtt", *TALK), "--title", "A talk")
    return "a-talk"
