"""`reviewer media`, `heard` and `assess`."""

import json
from argparse import Namespace
from typing import Any

from reviewer.app.importing import read_bytes
from reviewer.assessment.document import read_values
from reviewer.assessment.ledger import heard_json
from reviewer.assessment.values import parse_field
from reviewer.cli.opening import session
from reviewer.cli.output import Answer
from reviewer.core.wording import length
from reviewer.errors import printable


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
    line = (
        f"{listening.wording}: {length(listening.heard_ms)} of {length(listening.duration_ms or 0)}. {listening.hint}"
    )
    return Answer(value, (line,))


def assess(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        opened.set_fields(_wanted(arguments, opened.episode.slug))
        made = opened.assessment()
    return Answer(made, tuple(json.dumps(made, ensure_ascii=False, indent=2).split("\n")))


def _wanted(arguments: Namespace, slug: str) -> dict[str, Any]:
    """The fields to write, all of them understood before the first is written."""
    wanted: dict[str, Any] = {}
    if arguments.source:
        wanted.update(read_values(arguments.source.name, read_bytes(arguments.source), episode=slug))
    for name, text in arguments.fields:
        wanted[name] = parse_field(name, text)
    if arguments.state:
        wanted["state"] = arguments.state
    return wanted
