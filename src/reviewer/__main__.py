"""`reviewer` and `python -m reviewer`: alone the window, with a command the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of what was asked for."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    library = _window_only(arguments)
    if library is None:
        from reviewer.cli.main import main as command_line

        return command_line(arguments)
    return _window(library)


def _window_only(arguments: list[str]) -> Path | None:
    """The library to open a window on, where nothing else is asked for."""
    from reviewer import paths

    match arguments:
        case []:
            return paths.user_library()
        case ["--library", name]:
            return Path(name)
        case [given] if given.startswith("--library="):
            return Path(given.removeprefix("--library="))
        case _:
            return None


def _window(library: Path) -> int:
    from reviewer import log
    from reviewer.errors import ReviewerError

    log.configure()
    try:
        from reviewer.gui.display import require_display

        require_display()
        from reviewer.app import workspace as _rooms_without_qt  # noqa: F401 — once PySide6 is there imports are slower
        from reviewer.gui.application import run

        return run(library)
    except ReviewerError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
