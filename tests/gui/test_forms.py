"""The compiled forms are those of ui/*.ui; `make forms` makes them anew."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
FORMS = CHECKOUT / "src" / "reviewer" / "gui" / "forms"
DRAWN = sorted((CHECKOUT / "ui").glob("*.ui"))


def without_banner(code: str) -> list[str]:
    """The banner names the version of the compiler."""
    return [line for line in code.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda path: path.stem)
def test_a_compiled_form_is_fresh(drawn: Path) -> None:
    compiler = Path(sys.executable).with_name("pyside6-uic")
    fresh = subprocess.run([compiler, "-g", "python", drawn], capture_output=True, text=True, check=True).stdout
    kept = (FORMS / f"{drawn.stem}.py").read_text("utf-8")
    assert without_banner(kept) == without_banner(fresh)


def test_every_compiled_form_is_drawn() -> None:
    kept = {path.stem for path in FORMS.glob("*.py")} - {"__init__"}
    assert kept == {path.stem for path in DRAWN}
