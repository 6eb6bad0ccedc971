"""`reviewer import`."""

from argparse import Namespace
from dataclasses import asdict

from reviewer.app.importing import Imported, ImportOptions, ImportResult, import_files
from reviewer.cli.output import Answer, follow, say
from reviewer.core.wording import count
from reviewer.errors import printable


def run(arguments: Namespace) -> Answer:
    options = ImportOptions(
        arguments.slug or "", arguments.series or "", arguments.title or "", arguments.format, arguments.encoding
    )
    result = ImportResult()
    follow(import_files(arguments.library, arguments.paths, options, result))
    for refused in result.refused:
        say(refused.message)
    lines = [_line(one) for one in result.imported]
    lines += [f"{printable(one.file)}: {one.message}" for one in result.known]
    return Answer(_value(result), tuple(lines), 1 if result.refused else 0)


def _line(one: Imported) -> str:
    odd = f", {count(len(one.oddities), 'oddity', 'oddities')}" if one.oddities else ""
    held = f"{count(one.cues, 'cue')}, {count(one.words, 'word')}"
    return f"{printable(one.file)}: imported as {one.episode} ({one.format}, {one.encoding}, {held}{odd})."


def _value(result: ImportResult) -> dict[str, object]:
    return {
        "imported": [asdict(one) for one in result.imported],
        "known": [{"file": one.file, "episode": one.episode, "not_applied": one.not_applied} for one in result.known],
        "refused": [
            {"file": one.file, "line": one.line, "reason": one.reason, "remedy": one.remedy} for one in result.refused
        ],
    }
