"""`reviewer import`."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from reviewer.app.importing import Imported, ImportOptions, ImportResult, import_files
from reviewer.app.settings import Settings
from reviewer.cli.output import Answer, follow, say, shown
from reviewer.core.wording import count
from reviewer.errors import LibraryTrouble, printable


def run(arguments: Namespace) -> Answer:
    options = ImportOptions(
        arguments.slug or "", arguments.series or "", arguments.title or "", arguments.format, arguments.encoding,
        arguments.new,
    )  # fmt: skip
    result = ImportResult()
    trouble = _import(arguments, options, result)
    for refused in result.refused:
        say(refused.message)
    if trouble:
        say(str(trouble))
    lines = [_line(one) for one in result.imported]
    lines += [f"{printable(one.file)}: {one.message}" for one in result.known]
    lines += [f"{printable(one.file)}: passed over, {shown(one.reason)}" for one in result.skipped]
    if len(lines) + len(result.refused) > 1:
        lines.append(" ".join(_summary(result)))
    return Answer(_value(result), tuple(lines), 1 if result.refused or trouble else 0)


def _import(arguments: Namespace, options: ImportOptions, result: ImportResult) -> LibraryTrouble | None:
    """Import; what was done before the library could not be written any more is told, too."""
    try:
        follow(import_files(arguments.library, arguments.paths, options, result, Settings().person))
    except LibraryTrouble as trouble:
        if result == ImportResult():
            raise
        return trouble
    return None


def _line(one: Imported) -> str:
    odd = f", {count(len(one.oddities), 'oddity', 'oddities')}" if one.oddities else ""
    held = f"{count(one.cues, 'cue')}, {count(one.words, 'word')}"
    return f"{printable(one.file)}: {_became(one)} ({one.format}, {one.encoding}, {held}{odd}).{_carried(one)}"


def _became(one: Imported) -> str:
    if one.added == "episode":
        return f"imported as {one.episode}"
    leads = "which leads now" if one.leads else "which does not lead"
    return f"imported as a new {'version' if one.added == 'version' else 'track'} of {one.episode}, {leads}"


def _carried(one: Imported) -> str:
    """What became of the corrections of the version that led."""
    told = [(one.carried, "carried over"), (one.settled, "settled by the file"), (one.unfit, "no longer fitting")]
    parts = [f"{number:,} {what}" for number, what in told if number]
    look = f" “reviewer carried {one.episode}” lists them." if one.unfit else ""
    vain = f" {' and '.join(one.not_applied)} not applied." if one.not_applied else ""
    return f" Corrections: {', '.join(parts)}.{look}{vain}" if parts else vain


def _summary(result: ImportResult) -> Iterator[str]:
    """“Imported 12 episodes, 2 new versions, 3 tracks. 40 known already. 2 refused.”"""
    added = Counter[str](one.added for one in result.imported)
    kinds = (("episode", "episode"), ("version", "new version"), ("track", "track"))
    parts = [count(added[kind], what) for kind, what in kinds if added[kind]]
    yield f"Imported {', '.join(parts)}." if parts else "Imported nothing."
    for files, what in ((result.known, "known already"), (result.refused, "refused"), (result.skipped, "passed over")):
        if files:
            yield f"{len(files):,} {what}."


def _value(result: ImportResult) -> dict[str, object]:
    return {
        "imported": [asdict(one) for one in result.imported],
        "known": [
            {"file": one.file, "episode": one.episode, "not_applied": one.not_applied, "filled": one.filled}
            for one in result.known
        ],
        "refused": [
            {"file": one.file, "line": one.line, "reason": one.reason, "remedy": one.remedy} for one in result.refused
        ],
        "skipped": [asdict(one) for one in result.skipped],
    }
