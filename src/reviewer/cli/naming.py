"""`reviewer names …` and `suggest`."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from reviewer.app.importing import read_bytes
from reviewer.app.naming import own_names
from reviewer.app.workspace import Workspace
from reviewer.app.writing import write_file
from reviewer.cli.opening import session, workspace
from reviewer.cli.output import Answer, shown
from reviewer.core.wording import clock, count
from reviewer.errors import Refused, printable
from reviewer.names import Name, make_name, read_names, write_names


def listed(arguments: Namespace) -> Answer:
    with workspace(arguments) as opened:
        value = _values(opened, opened.names())
    return Answer(value, tuple(f"{shown(name['canonical'])}\t{name['kind']}" for name in value))


def _values(opened: Workspace, names: Sequence[Name]) -> list[dict[str, Any]]:
    own = {name.id for name in own_names(opened.library)}
    return [{"id": name.id, **name.as_value(), "scope": "library" if name.id in own else "shipped"} for name in names]


def add(arguments: Namespace) -> Answer:
    try:
        name = make_name(arguments.name, arguments.kind, arguments.alias, arguments.misheard, arguments.note)
    except ValueError as error:
        raise Refused(f"“{printable(arguments.name)}”: {error} Nothing was changed.") from error
    return _added(arguments, [name])


def import_file(arguments: Namespace) -> Answer:
    names = read_names(arguments.file.name, read_bytes(arguments.file))
    if not names:
        raise Refused(f"{printable(str(arguments.file))}: there is no name in this file. Write one a line.")
    return _added(arguments, names)


def _added(arguments: Namespace, new: Sequence[Name]) -> Answer:
    """The entries as they stand now, each with whether this changed it."""
    with workspace(arguments) as opened:
        change = opened.add_names(list(new))
        there = {name.id: name for name in opened.names()}
        value = _values(opened, [there[name.id] for name in new])
    changed = {key.name for _, key in change.keys} if change else set()
    line = f"{count(len(changed), 'name')} added or changed, {len(new) - len(changed)} known already."
    return Answer([{**name, "changed": name["id"] in changed} for name in value], (line,))


def remove(arguments: Namespace) -> Answer:
    with workspace(arguments) as opened:
        removed = _values(opened, [opened.name(arguments.name)])
        label = opened.remove_name(arguments.name).label
    return Answer(removed, (f"{shown(label)}.",))


def export_file(arguments: Namespace) -> Answer:
    with workspace(arguments) as opened:
        found = opened.names()
        value = _values(opened, found)
    write_file(arguments.file, write_names(found, arguments.file.suffix, arguments.file.name))
    return Answer(value, (f"{count(len(found), 'name')} written to {printable(str(arguments.file))}.",))


def suggest(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        found = opened.suggestions()
    value = [
        {
            "start": s.start, "end": s.end, "heard": s.heard, "meant": s.meant, "score": s.score, "lane": s.lane,
            "reasons": list(s.reasons), "cue": s.cue, "start_ms": s.start_ms,
        }
        for s in found
    ]  # fmt: skip
    lines = [
        f"{s.score:.2f}\t{clock(s.start_ms)}\t{shown(s.heard)} → {shown(s.meant)}\t{', '.join(s.reasons)}"
        for s in found
    ]
    return Answer(value, tuple(lines))
