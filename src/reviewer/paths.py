"""Where the shipped files are, and where the user's library and settings are."""

import os
from pathlib import Path

_INSTALLED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resource(*parts: str) -> Path:
    """A file shipped with the program, in the wheel or, in an editable install, in the checkout."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)


def user_library() -> Path:
    """The user's own library: REVIEWER_LIBRARY, else the platform's data folder."""
    named = os.environ.get("REVIEWER_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("reviewer", appauthor=False) / "library.sqlite"


def settings_folder() -> Path:
    """Where the window keeps its settings: REVIEWER_SETTINGS, else the platform's configuration folder."""
    named = os.environ.get("REVIEWER_SETTINGS")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("reviewer", appauthor=False)
