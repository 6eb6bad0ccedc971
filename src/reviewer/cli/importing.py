"""`reviewer import`."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from reviewer.app.importing import Imported, ImportOptions, ImportResult, import_files
from reviewer.app.settings import Settings
from reviewer.cli.main import INTERRUPTED
from reviewer.cli.output import Answer, follow, say, shown
from reviewer.core.wording import count
from reviewer.errors import LibraryTrouble, printable

_MOST_KNOWN = 20
_STOPPED = "Stopped. What was imported is whole; the same command imports the rest."


def run(arguments: Namespace) -> Answer:
    options = ImportOptions(
        arguments.slug or "", arguments.series or "", arguments.title or "", arguments.format, arguments.encoding,
        arguments.new,
    )  # fmt: skip
    result = ImportResult()
    ended = _import(arguments, options, result)
    for refused in result.refused:
        say(refused.message)
    if ended:
        say(_STOPPED if isinstance(ended, KeyboardInterrupt) else str(ended))
    status = INTERRUPTED if isinstance(ended, KeyboardInterrupt) else 1 if result.refused or ended else 0
    return Answer(_value(result), tuple(_lines(result, is_cut_off=ended is not None)), status)


def _import(
    arguments: Namespace, options: ImportOptions, result: ImportResult
) -> LibraryTrouble | KeyboardInterrupt | None:
    """Import; what was done before Ctrl+C, or before the library could not be written any more, is told, too."""
    try:
        follow(import_files(arguments.library, arguments.paths, options, result, Settings().person))
    except KeyboardInterrupt as interrupt:
        return interrupt
    except LibraryTrouble as trouble:
        if result == ImportResult():
            raise
        return trouble
    return None


def _lines(result: ImportResult, *, is_cut_off: bool) -> Iterator[str]:
    """A line a file and, of several, a summary; many known ones, as after an import that was cut off, are counted."""
    yield from map(_line, result.imported)
    if len(result.known) <= _MOST_KNOWN:
        yield from (f"{printable(one.file)}: {one.message}" for one in result.known)
    yield from (f"{printable(one.file)}: passed over, {shown(one.reason)}" for one in result.skipped)
    files = len(result.imported) + len(result.known) + len(result.skipped) + len(result.refused)
    if is_cut_off or files > 1:
        yield " ".join(_summary(result))


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
