"""What the program loads before its first window is painted: only what is seen first."""

import subprocess
import sys

import pytest

LATER = ("reviewer.gui.dialogs", "reviewer.gui.side", "reviewer.captions", "numpy", "sqlite_utils", "jsonschema")


@pytest.mark.parametrize("module", LATER)
def test_what_is_not_seen_first_is_not_loaded_first(module: str) -> None:
    program = f"import sys, reviewer.gui.application; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
