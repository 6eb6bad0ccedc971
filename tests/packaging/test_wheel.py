"""The wheel, built and run where nothing of the checkout can be imported. Needs no network."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import reviewer

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parents[2]
CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:04.000
The catastrophic risk is real, says Aine Evans.

00:00:04.000 --> 00:00:08.000
And there is a great opportunity to cure diseases.
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment of its own that holds the wheel, and the locked packages by their place in the checkout's."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "env" / "bin" / "python"

    def run(self, *command: str | Path, **more: str) -> str:
        """Stdout of one of the environment's programs, run outside the checkout on a library of its own."""
        settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "REVIEWER"))}
        settings |= {"REVIEWER_LIBRARY": str(self.folder / "library.sqlite"), "HOME": str(self.folder)} | more
        program = self.folder / "env" / "bin" / command[0]
        done = subprocess.run(
            [program, *command[1:]], cwd=self.folder, env=settings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def json(self, *command: str | Path) -> Any:
        return json.loads(self.run("reviewer", *command, "--json"))


def _python(*arguments: str | Path) -> None:
    done = subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as a stranger would build it: from the source archive, so that the archive is shown to be whole."""
    folder = tmp_path_factory.mktemp("dist")
    _python("-m", "hatchling", "build", "-t", "sdist", "-d", folder)
    (source,) = folder.glob("*.tar.gz")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check")
    _python("-m", "pip", "wheel", *offline, "-w", folder, source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    made = Installed(tmp_path_factory.mktemp("installed"))
    _python("-m", "venv", "--without-pip", made.folder / "env")
    _python("-m", "pip", "--python", made.python, "install", "-q", "--no-index", "--no-deps", wheel)
    (packages,) = (made.folder / "env" / "lib").glob("python3*/site-packages")
    # A .pth file inside a folder that came by a .pth file is not read, so the checkout's editable install stays out.
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return made


def _expected(folder: str, prefix: str) -> set[str]:
    """The names in the wheel of all files under a folder of the checkout."""
    root = CHECKOUT / folder
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"{prefix}/{path.relative_to(root).as_posix()}" for path in files}


@pytest.mark.parametrize(("folder", "prefix"), [("src/reviewer", "reviewer"), ("resources", "reviewer/_resources")])
def test_every_file_is_in_the_wheel(wheel: Path, folder: str, prefix: str) -> None:
    missing = _expected(folder, prefix) - set(zipfile.ZipFile(wheel).namelist())
    assert not missing


@pytest.mark.parametrize(
    "part",
    ["_resources/lexicons/", "_resources/schemas/", "_resources/page/", "_resources/icons/", "_resources/sample/",
     "_resources/glossary/", "gui/forms/"],
)  # fmt: skip
def test_each_kind_of_file_is_in_the_wheel(wheel: Path, part: str) -> None:
    assert any(name.startswith(f"reviewer/{part}") for name in zipfile.ZipFile(wheel).namelist())


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"reviewer", f"reviewer-{reviewer.__version__}.dist-info"}


def test_the_wheel_itself_is_imported(installed: Installed) -> None:
    show = "import json, sys, reviewer; print(json.dumps([reviewer.__file__, sys.path]))"
    file, path = json.loads(installed.run("python", "-c", show))
    assert Path(file).is_relative_to(installed.folder / "env")
    assert str(CHECKOUT / "src") not in path
    assert str(CHECKOUT) not in path


def test_the_installed_program_tells_its_version(installed: Installed) -> None:
    assert installed.run("reviewer", "--version").strip() == f"reviewer {reviewer.__version__}"


def test_a_file_goes_through_the_installed_program(installed: Installed) -> None:
    """From captions over scores to a bundle: the lexicon, the schemas and the page are found in the wheel."""
    captions = installed.folder / "Two minds.en.vtt"
    captions.write_text(CAPTIONS, encoding="utf-8")
    imported = installed.json("import", captions)
    scored = installed.json("score", "two-minds")
    exported = installed.json("export", "two-minds", "--to", installed.folder / "bundles")
    assert [one["episode"] for one in imported["imported"]] == ["two-minds"]
    assert scored["statistics"]["slices"] == 1
    assert "two-minds/page/two-minds.html" in {file["path"] for file in exported["files"]}
    assert (installed.folder / "bundles" / "two-minds" / "manifest.json").is_file()


def test_the_installed_window_opens(installed: Installed) -> None:
    """Its icons, fonts and forms are found; the process ends after the first paint and tells when that was."""
    told = installed.run(
        "reviewer",
        "--library",
        installed.folder / "shown.sqlite",
        QT_QPA_PLATFORM="offscreen",
        REVIEWER_QUIT_AFTER_PAINT="1",
    )
    assert float(told) > 0
