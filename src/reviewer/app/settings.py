"""What the user chose once: who she is, the theme, the text size, folders; kept as one JSON file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reviewer import paths
from reviewer.errors import printable
from reviewer.log import logger


class Settings:
    """Values by name, read once and written whole at each change. A damaged file counts as none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or paths.settings_folder()) / "settings.json"
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            logger("settings").warning("%s can't be read (%s); the usual settings are used.", self._file, error)
            return {}
        return values if isinstance(values, dict) else {}

    def get(self, name: str, usual: Any) -> Any:
        """The value chosen, where it is of the kind of the usual one; else the usual one."""
        value = self._values.get(name, usual)
        return value if isinstance(value, type(usual)) else usual

    def set(self, values: Mapping[str, Any]) -> None:
        """Keep values; those that are the same already are not written again.

        Raises FileTrouble where they can't be written; they hold until the program ends all the same.
        """
        if all(self._values.get(name) == value for name, value in values.items()):
            return
        from reviewer.publish.writing import told, write_whole

        self._values.update(values)
        with told(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, (json.dumps(self._values, indent=1, sort_keys=True) + "\n").encode())

    @property
    def person(self) -> str:
        """The name that stands beside each decision."""
        return printable(" ".join(str(self.get("person", "")).split()) or _account())


def _account() -> str:
    try:
        import getpass

        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without an entry, as in a bare container
        return "someone"
