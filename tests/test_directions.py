"""Who may look at whom: the contracts in pyproject.toml."""

import pytest
from importlinter.cli import lint_imports
from tests.conftest import CHECKOUT


def test_rooms_import_only_in_the_allowed_direction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    assert lint_imports(no_cache=True) == 0
