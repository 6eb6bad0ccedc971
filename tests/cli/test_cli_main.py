"""The top of the command line: exit statuses, the streams, which library, and what becomes of errors."""

import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import CommandLine, typed

from reviewer.app.workspace import Workspace
from reviewer.cli.parser import make_parser

Write = Callable[..., Path]


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("nonsense",), ("show",), ("list", "--nonsense"), ("show", "x", "--cues", "--words"), ("undo", "x", "--steps", "-1"),
        ("undo", "x", "--steps", "two"), ("correct", "x", "a", "b", "--all", "--cue", "1"), ("names",), ("export", "--to", "x"),
        ("export", "x", "--all", "--to", "y"), ("export", "x"), ("publish", "x"), ("assess", "x", "--set", "summary"),
        ("assess", "x", "--state", "done"), ("correct", "x", "a", "b", "--kind", "other"), ("import",),
        ("search", "\udcff"), ("export", "x", "--to", ""), ("export", "--all", "--to", ""), ("--library", "", "list"), ("import", ""),
        ("lis",), ("list", "--js"), ("list", "--status", "other"),
    ],
)  # fmt: skip
def test_wrong_usage_is_2_and_told_on_stderr(reviewer: CommandLine, arguments: tuple[str, ...]) -> None:
    run = reviewer(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("usage: reviewer")
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    "command",
    [
        ("show", "nothing"), ("correct", "nothing", "a", "b"), ("undo", "nothing"), ("redo", "nothing"),
        ("corrections", "nothing"), ("suggest", "nothing"), ("score", "nothing"), ("heard", "nothing"),
        ("media", "nothing", "x.opus"), ("assess", "nothing"), ("export", "nothing", "--to", "out"),
        ("publish", "nothing", "--content", "."), ("show", ""), ("show", "%"), ("show", "_-talk"), ("show", "a-talk\n"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("talk")
def test_an_unknown_episode_is_1_in_one_line(reviewer: CommandLine, command: tuple[str, ...]) -> None:
    assert reviewer.fails(*command, "--json").startswith("No episode “")


@pytest.mark.usefixtures("talk")
def test_enough_of_the_beginning_names_an_episode(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("b.vtt", "Words"), "--slug", "a-talk-again")
    reviewer.json("import", write("c.vtt", "More"), "--slug", "other")
    assert reviewer.json("show", "oth")["episode"] == "other"
    assert reviewer.json("show", "a-talk")["episode"] == "a-talk"
    told = reviewer.fails("show", "a-t")
    assert "a-talk, a-talk-again" in told


@pytest.mark.parametrize(
    "command", [("list",), ("search", "x"), ("names", "list"), ("score",), ("export", "--all", "--to", "out")]
)
def test_any_command_makes_the_library(
    reviewer: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    named = tmp_path / "mine.sqlite"
    reviewer.json("--library", named, *command)
    assert named.is_file()


def test_a_library_is_made_with_the_folders_that_it_needs(
    reviewer: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reviewer.json("--library", tmp_path / "new" / "mine.sqlite", "list") == []
    assert "can't be made" in reviewer.fails("--library", tmp_path / ("x" * 300) / "mine.sqlite", "list")
    monkeypatch.setenv("REVIEWER_LIBRARY", str(tmp_path / "deep" / "er" / "mine.sqlite"))
    assert reviewer.json("list") == []
    monkeypatch.chdir(tmp_path)
    assert reviewer.json("--library", "here.sqlite", "list") == []


def test_the_library_is_the_named_one_else_the_users_own(
    reviewer: CommandLine, talk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.sqlite"
    assert reviewer.json("--library", other, "list") == []
    assert [row["episode"] for row in reviewer.json("list")] == [talk]
    monkeypatch.setenv("REVIEWER_LIBRARY", str(other))
    assert reviewer.json("list") == []


@pytest.mark.parametrize("kind", ["folder", "text", "other database", "in a file", "empty"])
def test_a_library_that_is_none_is_told(reviewer: CommandLine, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "library"
    match kind:
        case "folder":
            path.mkdir()
        case "empty":
            path.touch()
        case "text":
            path.write_text("not a library " * 99)
        case "other database":
            with sqlite3.connect(path) as connection:
                connection.execute("create table theirs(a)")
            connection.close()
        case "in a file":
            (tmp_path / "file").write_text("x")
            path = tmp_path / "file" / "library"
    before = path.read_bytes() if path.is_file() else None
    assert reviewer.fails("--library", path, "list")
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_bug_is_70_with_its_traceback(reviewer: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "episodes", lambda _self: 1 // 0)
    run = reviewer("list", "--json")
    assert (run.status, run.out) == (70, "")
    assert "ZeroDivisionError" in run.err


def test_an_interruption_is_quiet(reviewer: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_self: Workspace) -> list[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "episodes", interrupted)
    assert reviewer("list") == (130, "", "")


def test_an_import_that_is_interrupted_from_outside_tells_what_it_did(reviewer: CommandLine, write: Write) -> None:
    many = [write(f"{n}.vtt", *[f"word {n} {m}" for m in range(400)]) for n in range(150)]
    # Where the tests run behind a shell's “&”, children are born deaf to this signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "import", *map(str, many)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    signal.signal(signal.SIGINT, before)
    library = Path(os.environ["REVIEWER_LIBRARY"])
    while not library.exists() and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err.count("\n"), err[:9]) == (130, 1, "Stopped. ")
    *lines, summary = out.splitlines()
    assert summary.startswith("Imported ")
    assert len(lines) <= len(reviewer.json("list")) <= len(lines) + 1 < 150


def test_a_reader_that_goes_away_is_no_error(reviewer: CommandLine, write: Write) -> None:
    reviewer.json("import", write("long.vtt", *[f"These are the words of cue {n}." for n in range(5_000)]))
    line = f"{sys.executable} -m reviewer show long --cues --json | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", timeout=30, check=False)
    assert (done.stdout, done.stderr) == ("[\n0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["show a-talk", "show a-talk --json", "list"])
@pytest.mark.usefixtures("talk")
def test_an_answer_that_cannot_be_written_is_1_in_one_line(command: str) -> None:
    line = f"{sys.executable} -m reviewer {command} > /dev/full"
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", timeout=30, check=False)
    assert done.returncode == 1
    assert done.stderr == "The answer can't be written (No space left on device). Send it to another place.\n"


def test_what_export_is_to_take_is_said_once(reviewer: CommandLine) -> None:
    assert "leave one of them out" in reviewer("export", "x", "--all", "--to", "y").err
    assert "name the episodes" in reviewer("export", "--to", "y").err


def test_stdout_is_utf_8_whatever_the_locale(talk: str, reviewer: CommandLine) -> None:
    reviewer.json("correct", talk, "catastrophe", "Katastrophe – שואה")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}
    done = typed("show", talk, "--json", environment=plain)
    assert (done.returncode, done.stderr) == (0, "")
    assert "שואה" in str(json.loads(done.stdout))


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[1]", b'{"person": 7}', b"[" * 100_000, b""])
def test_damaged_settings_are_as_none(reviewer: CommandLine, talk: str, content: bytes) -> None:
    folder = Path(os.environ["REVIEWER_SETTINGS"])
    folder.mkdir()
    (folder / "settings.json").write_bytes(content)
    run = reviewer("correct", talk, "catastrophe", "disaster", "--json")
    assert run.status == 0
    assert run.value["corrections"]


def test_the_person_of_the_settings_decides(reviewer: CommandLine, talk: str) -> None:
    folder = Path(os.environ["REVIEWER_SETTINGS"])
    folder.mkdir()
    (folder / "settings.json").write_text('{"person": "Gwen\\n\\ud800"}')
    reviewer.json("correct", talk, "catastrophe", "disaster")
    assert [row["person"] for row in reviewer.json("corrections", talk)] == ["Gwen \\xd800"]


HEAVY = (
    "numpy",
    "PySide6",
    "sqlite_utils",
    "jinja2",
    "wordfreq",
    "rapidfuzz",
    "charset_normalizer",
    "jsonschema",
    "webvtt",
)


@pytest.mark.parametrize("command", [("list",), ("show", "a-talk"), ("search", "x"), ("corrections", "a-talk")])
@pytest.mark.usefixtures("talk")
def test_quick_commands_load_nothing_heavy(command: tuple[str, ...]) -> None:
    code = (
        "import sys; from reviewer.cli.main import main; main(sys.argv[1:])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == "[]\n"


COMMANDS = (
    "import", "list", "show", "search", "correct", "undo", "redo", "corrections", "names", "suggest", "score", "media", "heard",
    "assess", "export", "publish", "verify",
)  # fmt: skip


def test_help_names_every_command(reviewer: CommandLine) -> None:
    told = reviewer("--help").out
    assert [name for name in COMMANDS if f"\n    {name}" not in told] == []
    assert reviewer("--version").out.startswith("reviewer ")


def test_the_documentation_has_every_command_with_an_example() -> None:
    told = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`reviewer {name} " not in told and f"$ reviewer {name} " not in told] == []
    for block in told.split("```console\n")[1:]:
        first = block.split("\n")[0].split("#")[0].removeprefix("$ reviewer ")
        make_parser().parse_args(shlex.split(first))
