"""What all tests share: a screenless Qt, folders of their own, and the corpus where it lies beside the checkout."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

CHECKOUT = Path(__file__).parents[1]
CORPUS = CHECKOUT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Other people's caption files, read where they lie; the test is skipped where they are not."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside this checkout")
    return CORPUS


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the user's library or settings."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("REVIEWER_LIBRARY", str(home / "library.sqlite"))
    monkeypatch.setenv("REVIEWER_SETTINGS", str(home / "settings"))
