"""Glossaries as files: plain text with one canonical form a line, CSV and JSON."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Any

from reviewer.errors import ReviewerError, printable
from reviewer.names.glossary import Name, make_name, name_of

_ENTRY = (
    'Write an entry as "Owain Evans" or as {"canonical": "Owain Evans", "kind": "person", "misheard": ["Aine Evans"]}.'
)
COLUMNS = ("canonical", "kind", "aliases", "misheard", "note")
_LIST, _NAMED_LIST = re.compile(r"\s*\["), re.compile(r'"names"\s*:\s*\[')
# What a spreadsheet may take for a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class UnreadableGlossary(ReviewerError):
    """A glossary file that can't be read or a kind of file that can't be written; nothing of it was kept."""

    def __init__(self, filename: str, line: int | None, reason: str, remedy: str = "") -> None:
        where = printable(PurePath(filename).name) + (f", line {line}" if line is not None else "")
        super().__init__(f"{where}: {reason} {remedy}".rstrip())
        self.filename, self.reason = filename, reason
        self._line, self._remedy = line, remedy

    @property
    def line(self) -> int | None:
        return self._line

    @property
    def remedy(self) -> str:
        return self._remedy


def read_names(filename: str, data: bytes) -> list[Name]:
    """The names of a file, in its order, by its suffix; of two with one id the later one is kept, in the first's place.

    Raises:
        UnreadableGlossary: With the line and the reason.
    """
    text = _decoded(filename, data)
    reader = _READERS.get(PurePath(filename).suffix.casefold(), _read_lines)
    return list({name.id: name for name in reader(filename, text)}.values())


def write_names(names: Sequence[Name], suffix: str, filename: str = "") -> bytes:
    """The names as the bytes of a file; `suffix` is .txt (canonical forms only), .csv or .json.

    Raises:
        UnreadableGlossary: For another suffix; it names the file.
    """
    writer = _WRITERS.get(suffix.casefold())
    if writer is None:
        reason = (
            f"there is no such kind of glossary as {printable(suffix)}." if suffix else "the name says no kind of file."
        )
        raise UnreadableGlossary(filename or f"names{suffix}", None, reason, "Choose .txt, .csv or .json.")
    return writer(names).encode()


def _decoded(filename: str, data: bytes) -> str:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableGlossary(filename, line, "this is not UTF-8 text.", "Save the file as UTF-8.") from error


def _named(filename: str, line: int, make: Callable[[], Name]) -> Name:
    try:
        return make()
    except ValueError as error:
        raise UnreadableGlossary(filename, line, str(error)) from error


# Plain text
def _read_lines(filename: str, text: str) -> list[Name]:
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    return [
        _named(filename, number, lambda line=line: make_name(line))  # type: ignore[misc]
        for number, line in lines
        if line and not line.startswith("#")
    ]


def _write_lines(names: Iterable[Name]) -> str:
    return "".join(f"{name.canonical}\n" for name in names)


# CSV
def _read_csv(filename: str, text: str) -> list[Name]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [cell.strip().casefold() for cell in next(reader, [])]
        if "canonical" not in head:
            remedy = f"The columns are {', '.join(COLUMNS)}."
            raise UnreadableGlossary(filename, 1, "the first line names no column “canonical”.", remedy)
        return [_from_row(filename, reader.line_num, head, row) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise UnreadableGlossary(filename, reader.line_num, f"this is not CSV: {error}.") from error


def _from_row(filename: str, line: int, head: Sequence[str], row: Sequence[str]) -> Name:
    if len(row) > len(head):
        raise UnreadableGlossary(
            filename, line, f"{len(row)} cells for {len(head)} columns.", "Quote cells with commas."
        )
    cells = dict(zip(head, map(_unguarded, row), strict=False))
    texts = [cells.get(column, "") for column in COLUMNS]
    canonical, kind, aliases, misheard, note = texts
    return _named(
        filename,
        line,
        lambda: make_name(canonical, kind.strip().casefold(), aliases.split("|"), misheard.split("|"), note),
    )


def _write_csv(names: Iterable[Name]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for name in names:
        row = (name.canonical, name.kind.value, "|".join(name.aliases), "|".join(name.misheard), name.note)
        writer.writerow(map(_guarded, row))
    return out.getvalue()


def _guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it; a cell that looks guarded already is guarded once more."""
    return f"'{cell}" if cell.startswith(_FORMULA) or _looks_guarded(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _looks_guarded(cell) else cell


def _looks_guarded(cell: str) -> bool:
    return cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA)


# JSON
def _read_json(filename: str, text: str) -> list[Name]:
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableGlossary(filename, error.lineno, f"this is not JSON: {error.msg}.") from error
    except RecursionError as error:
        raise UnreadableGlossary(filename, None, "this JSON is nested too deep.") from error
    if isinstance(items, dict):
        items = items.get("names")
    if not isinstance(items, list):
        raise UnreadableGlossary(filename, 1, "this is not a list of names.", "Write the names between [ and ].")
    names: list[Name] = []
    for number, item in enumerate(items, 1):
        try:
            names.append(_from_item(item))
        except ValueError as error:
            raise UnreadableGlossary(
                filename, _line_of_entry(text, number), f"entry {number}: {error}", f"{_ENTRY} Nothing was changed."
            ) from error
    return names


def _from_item(item: Any) -> Name:
    if isinstance(item, str):
        return make_name(item)
    if not isinstance(item, dict):
        raise ValueError("a name in quotes or an object is expected.")  # noqa: TRY004 — the file is at fault, not the call
    for part in ("canonical", "kind", "note"):
        if not isinstance(item.get(part, ""), str):
            raise ValueError(f"its “{part}” must be a text in quotes.")  # noqa: TRY004
    for part in ("aliases", "misheard"):
        if not _is_texts(item.get(part, [])):
            raise ValueError(f"its “{part}” must be a list of texts in quotes.")
    return name_of(item)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _line_of_entry(text: str, number: int) -> int | None:
    """The line on which an entry of the list begins; none where the list is not where it is looked for."""
    opening = _LIST.match(text) or _NAMED_LIST.search(text)
    if opening is None:
        return None
    decoder, at, begin = json.JSONDecoder(), opening.end(), 0
    try:
        for _ in range(number):
            begin = _skipped(text, at)
            _, at = decoder.raw_decode(text, begin)
            at = _skipped(text, at) + 1  # the comma
    except ValueError:
        return None
    return text.count("\n", 0, begin) + 1


def _skipped(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _write_json(names: Iterable[Name]) -> str:
    return json.dumps([name.as_value() for name in names], ensure_ascii=False, indent=1) + "\n"


_READERS = {".csv": _read_csv, ".json": _read_json}
_WRITERS = {".txt": _write_lines, ".csv": _write_csv, ".json": _write_json}
