"""The command line over app."""

from reviewer.cli.main import main

__all__ = ["main"]
