"""The window on a real X screen; its picture is an artefact to be looked at beside those of the design."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ARTEFACTS = Path(__file__).parents[2] / "artefacts"
SIZE = (1440, 900)


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen of its own; `make test` installs Xvfb where it may."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


def test_the_window_stands_on_the_screen(screen: str, tmp_path: Path) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    picture = ARTEFACTS / "screen.png"
    picture.unlink(missing_ok=True)
    settings = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    script = Path(__file__).with_name("on_a_screen.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), str(picture)],
        env=settings, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == SIZE
    # The primary button, the strip's risk end and the paper are where the design has them.
    colors = {image.pixelColor(x, y).name().upper() for x in range(0, SIZE[0], 3) for y in range(0, SIZE[1], 3)}
    assert {"#FDFCFA", "#F3F2EF", "#3B4CC0"} <= colors
