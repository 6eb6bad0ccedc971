"""The top of the command line: one command is done; and what becomes of errors."""

import importlib
import os
import sys
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress

from reviewer import log, paths
from reviewer.errors import ReviewerError

USER_CAN_MEND, OUR_BUG, INTERRUPTED = 1, 70, 130  # wrong usage is 2, as argparse has it


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit status."""
    log.configure()
    # A file's name may be any bytes; what is no text in it is written as \udcff, which JSON reads back as it was.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        from reviewer.cli.parser import make_parser

        parser = make_parser()
        return _run(parser, parser.parse_args(argv))
    except ReviewerError as error:
        sys.stderr.write(f"{error}\n")
        _write_the_rest()
        return USER_CAN_MEND
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _write_nowhere()
        return 0
    except Exception:  # noqa: BLE001 — the top of the program
        traceback.print_exc()
        return OUR_BUG


def _run(parser: ArgumentParser, arguments: Namespace) -> int:
    if arguments.command is None:
        parser.error("name a command; “reviewer --help” lists them")
    from reviewer.cli.output import WrongUsage, give

    arguments.library = arguments.library or paths.user_library()
    module, _, function = arguments.run.partition(".")
    run = getattr(importlib.import_module(f"reviewer.cli.{module}"), function)
    try:
        return give(run(arguments), as_json=arguments.json)
    except WrongUsage as error:
        parser.error(str(error))


def _write_the_rest() -> None:
    """What stdout still holds; where it can't be written Python would complain once more when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        _write_nowhere()


def _write_nowhere() -> None:
    """Python flushes stdout once more when it ends, and would complain there."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
