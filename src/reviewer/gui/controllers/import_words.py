"""What an import made of the files, in words: for the toast, and for the list that shows it all."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.core.wording import count
from reviewer.gui.formats import encoding_words, format_words, is_assumed

if TYPE_CHECKING:
    from reviewer.app.importing import Imported, ImportResult, RefusedFile
    from reviewer.core.cues import Oddity
    from reviewer.gui.dialogs.report_rows import FileLine

_KNOWN = "Known already: "  # said by the heading
_TYPED = " with --format text"  # said to those who import from a command line


def files_of(result: "ImportResult") -> int:
    return len(result.imported) + len(result.known) + len(result.refused) + len(result.skipped)


def counts(result: "ImportResult") -> Iterator[str]:
    """“Imported 278 cues, 1,890 words.” of one file, “Imported 3 episodes. 2 known already.” of several."""
    several = files_of(result) > 1
    if len(result.imported) == 1 and not several:
        yield one_told(result.imported[0])
    elif result.imported:
        yield _several_told(result.imported)
    if result.known:
        yield f"{len(result.known):,} known already." if several else result.known[0].message
    if result.skipped:
        yield f"{count(len(result.skipped), 'file')} passed over."
    if result.refused:
        yield f"{count(len(result.refused), 'file')} refused."


def one_told(one: "Imported") -> str:
    if one.added == "version" and one.leads:
        return f"New version leads: {carried_told(one.carried, one.settled, one.unfit)}."
    if one.added == "track":
        return f"A further track: {count(one.cues, 'cue')}, {count(one.words, 'word')}. It does not lead."
    if one.added == "version":
        return f"A new version of a further track: {count(one.cues, 'cue')}, {count(one.words, 'word')}."
    return f"Imported {count(one.cues, 'cue')}, {count(one.words, 'word')}.{_odd(one.oddities)}"


def carried_told(carried: int, settled: int, unfit: int) -> str:
    """“498 corrections carried, 2 fit no longer”."""
    if not (carried or settled or unfit):
        return "there was no correction to carry"
    told = [
        f"{count(carried, 'correction')} carried" if carried or not settled else "",
        f"{settled:,} settled by the file" if settled else "",
        f"{unfit:,} {'fits' if unfit == 1 else 'fit'} no longer" if unfit else "",
    ]
    return ", ".join(part for part in told if part)


def _several_told(imported: "Sequence[Imported]") -> str:
    odd = sum(bool(one.oddities) for one in imported)
    kinds = (("episode", "episode"), ("version", "new version"), ("track", "further track"))
    numbers = [(words, sum(one.added == added for one in imported)) for added, words in kinds]
    told = ", ".join(count(number, words) for words, number in numbers if number)
    return f"Imported {told}{f', {odd:,} with oddities' if odd else ''}."


def _odd(oddities: "Sequence[Oddity]") -> str:
    """The first oddity with its line, and how many more there are."""
    if not oddities:
        return ""
    first, more = oddities[0], len(oddities) - 1
    where = f"line {first.line:,}: " if first.line else ""
    rest = f" {count(more, 'more oddity', 'more oddities')}." if more else ""
    return f" Read all the same: {where}{first.what.rstrip('.')}.{rest}"


def file_lines(result: "ImportResult") -> "list[FileLine]":
    """What became of each file."""
    from reviewer.gui.dialogs.report_rows import FileLine

    lines = [_imported_line(one) for one in result.imported]
    lines += [
        FileLine("known", one.file, _sentence(one.message.removeprefix(_KNOWN)), episode=one.episode)
        for one in result.known
    ]
    lines += [_refused_line(one) for one in result.refused]
    return lines + [
        FileLine("passed", one.file, _sentence(one.reason.replace("ends here", "ends"))) for one in result.skipped
    ]


def _imported_line(one: "Imported") -> "FileLine":
    from reviewer.gui.dialogs.report_rows import FileLine

    figure = f"{count(one.cues, 'cue')}, {count(one.words, 'word')}"
    assumed = f", {encoding_words(one.encoding)} assumed" if is_assumed(one.oddities) else ""
    read = f"{one.episode}: {format_words(one.format)}{assumed}.{_odd(one.oddities)}"
    match one.added:
        case "episode":
            return FileLine("imported", one.file, read, figure, episode=one.episode)
        case "version" if one.leads:
            told = f"{read} Leads now: {carried_told(one.carried, one.settled, one.unfit)}."
            return FileLine("version", one.file, told, figure, episode=one.episode)
        case "version":
            return FileLine("version", one.file, f"{read} Its track does not lead.", figure, episode=one.episode)
    return FileLine("track", one.file, f"{read} Does not lead.", figure, episode=one.episode)


def _refused_line(one: "RefusedFile") -> "FileLine":
    from reviewer.gui.dialogs.report_rows import FileLine

    can_be_text = "plain text" in one.remedy and Path(one.file).is_file()
    remedy = one.remedy.replace(_TYPED, "")
    told = _sentence(one.reason)
    return FileLine("refused", one.file, told, line=one.line, remedy="" if remedy in told else remedy,
                    can_be_text=can_be_text)  # fmt: skip


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
