"""The command line run in this process or in one of its own: what it wrote on either stream, and its exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest

from reviewer.cli.main import main

TALK = (
    "So today I am talking with Aine Evans.",
    "Aine Evans, welcome. You work on alignment and",
    "you wrote about existential risk and catastrophe.",
    "Yes. (Evans's) first book was about interpretability,",
    "and Evans was wrong. It was a great opportunity.",
    "So Aine",
    "Evans it is, and thank you.",
)


def webvtt(*texts: str, every_ms: int = 4_000) -> str:
    """A WebVTT file with one cue a text, one after the other."""
    cues = (f"{_stamp(n * every_ms)} --> {_stamp((n + 1) * every_ms)}\n{text}\n" for n, text in enumerate(texts))
    return "WEBVTT\n\n" + "\n".join(cues)


def _stamp(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


class Run(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value that stands on stdout, and nothing else."""
        return json.loads(self.out)


class CommandLine:
    """`reviewer …` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Run:
        self._capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        return Run(status, *self._capsys.readouterr())

    def json(self, *arguments: object) -> Any:
        """The value that a command prints with --json; it must have gone well and told nothing."""
        end = arguments.index("--") if "--" in arguments else len(arguments)
        run = self(*arguments[:end], "--json", *arguments[end:])
        assert (run.status, run.err) == (0, ""), run
        return run.value

    def fails(self, *arguments: object) -> str:
        """The one line on stderr of a command that the user can mend."""
        run = self(*arguments)
        assert (run.status, run.out) == (1, ""), run
        assert run.err.endswith("\n"), run
        assert run.err.count("\n") == 1, run
        return run.err.strip()


def typed(
    *arguments: object, environment: Mapping[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[str]:
    """`python -m reviewer …` as a person types it."""
    return subprocess.run(
        [sys.executable, "-m", "reviewer", *map(str, arguments)],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        **more,
    )
