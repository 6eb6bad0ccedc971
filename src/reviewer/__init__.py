"""Reviewer: a desk for people who review transcripts, offline."""

from typing import Final

__version__: Final = "0.1.0"
