"""`reviewer media`, `heard` and `assess`."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from reviewer.app.importing import LARGEST, read_bytes
from reviewer.assessment.document import read_values
from reviewer.assessment.ledger import heard_json
from reviewer.assessment.values import parse_field
from reviewer.cli.opening import session
from reviewer.cli.output import Answer
from reviewer.errors import FileTrouble, printable

_STDIN = {"-", "/dev/stdin"}  # as a path that one may be a pipe, which is no file to read


def media(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        recording = opened.hearing.attach(arguments.file)
    value = {"file": recording.path, "sha256": recording.sha256, "bytes": recording.bytes}
    return Answer(value, (f"{printable(recording.file_name)} is attached to {opened.episode.slug}.",))


def heard(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        listening, recording = opened.hearing.listening, opened.hearing.recording
    value = heard_json(listening)
    value["recording"] = {"file": recording.path, "sha256": recording.sha256} if recording else None
    amount = f": {listening.amount}" if listening.duration_ms else ""
    return Answer(value, (f"{listening.wording}{amount}. {listening.hint}",))


def assess(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        opened.set_fields(_wanted(arguments, opened.episode.slug))
        made = opened.assessment()
    return Answer(made, tuple(json.dumps(made, ensure_ascii=False, indent=2).split("\n")))


def _wanted(arguments: Namespace, slug: str) -> dict[str, Any]:
    """The fields to write, all of them understood before the first is written."""
    wanted: dict[str, Any] = {}
    if arguments.source:
        wanted.update(_read(arguments.source, slug))
    for name, text in arguments.fields:
        wanted[name] = parse_field(name, text)
    if arguments.state:
        wanted["state"] = arguments.state
    return wanted


def _read(source: Path, slug: str) -> dict[str, Any]:
    if str(source) not in _STDIN:
        return read_values(source.name, read_bytes(source), episode=slug)
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileTrouble(f"Standard input: over {LARGEST // 2**20} MB is too large. Nothing was changed.")
    return read_values("Standard input", data, episode=slug)
