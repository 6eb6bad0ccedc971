"""Loggers by subject; they write to stderr, warnings always and the rest where REVIEWER_LOG names a level."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging


def logger(subject: str) -> "logging.Logger":
    """The logger of one subject, such as "library" or "player"; the module is loaded when there is something to say."""
    import logging

    return logging.getLogger(f"reviewer.{subject}")


def configure() -> None:
    """Show what REVIEWER_LOG asks for (debug, info, warning); without it warnings reach stderr anyway."""
    level = os.environ.get("REVIEWER_LOG")
    if level:
        import logging

        number = logging.getLevelNamesMapping().get(level.upper(), logging.WARNING)
        logging.basicConfig(level=number, format="%(name)s: %(message)s")
