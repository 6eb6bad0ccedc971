"""What a desktop is told of the program: checked by the desktops' own validators, where they are installed."""

import configparser
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import reviewer

CHECKOUT = Path(__file__).parents[2]
PACKAGING = CHECKOUT / "packaging"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(PACKAGING / "reviewer.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo() -> ET.Element:
    return ET.parse(PACKAGING / "reviewer.metainfo.xml").getroot()


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "reviewer.desktop"],
        ["appstreamcli", "validate", "--no-net", "reviewer.metainfo.xml"],
    ],
    ids=lambda command: command[0],
)
def test_the_validator_has_no_complaint(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=PACKAGING, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_mime_type_can_be_installed(tmp_path: Path) -> None:
    if shutil.which("update-mime-database") is None:
        pytest.skip("update-mime-database is not installed")
    packages = tmp_path / "packages"
    packages.mkdir()
    shutil.copy(PACKAGING / "mime" / "reviewer.xml", packages)
    subprocess.run(["update-mime-database", str(tmp_path)], capture_output=True, check=True)
    assert "application/x-sbv:*.sbv" in (tmp_path / "globs2").read_text()


def test_sbv_is_the_only_type_that_we_declare() -> None:
    declared = ET.parse(PACKAGING / "mime" / "reviewer.xml").getroot().findall(f"{MIME}mime-type")
    assert [one.get("type") for one in declared] == ["application/x-sbv"]


def test_the_desktop_entry_starts_the_command_of_the_wheel(entry: configparser.SectionProxy) -> None:
    scripts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]["scripts"]
    assert entry["Exec"].split()[0] in scripts


def test_the_icon_is_there(entry: configparser.SectionProxy) -> None:
    root = ET.parse(PACKAGING / f"{entry['Icon']}.svg").getroot()
    assert root.get("viewBox") == "0 0 128 128"


def test_metainfo_and_program_tell_one_version(metainfo: ET.Element) -> None:
    release = metainfo.find("releases/release")
    assert release is not None
    declared = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]["version"]
    assert release.get("version") == reviewer.__version__ == declared


def test_metainfo_names_the_desktop_entry_and_the_licence(metainfo: ET.Element) -> None:
    assert metainfo.findtext("launchable") == "reviewer.desktop"
    assert metainfo.findtext("project_license") == "GPL-3.0-or-later"
