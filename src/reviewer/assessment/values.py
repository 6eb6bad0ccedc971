"""What a person or a file gives for a field, as the field holds it: checked, trimmed, and refused with the reason."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from reviewer.assessment.fields import FIELDS, Field, Kind, WrongField, field
from reviewer.core.wording import MINUS
from reviewer.errors import printable

RANGE: Final = f"a whole number from {MINUS}100 to 100"
PARTS: Final = ("start_ms", "end_ms", "quote", "note", "verified")
JOINERS: Final = "\u200c\u200d"  # not printable, and part of words in many scripts


def parse_field(name: str, text: str) -> Any:
    """The value that a text stands for, as in `--set FIELD=VALUE`; an empty text empties the field.

    Tags are parted by commas, highlights and claims by line breaks; every list, and the moments always, may also be
    given as JSON.
    """
    wanted = field(name)
    if not text.strip():
        return wanted.empty
    if wanted.kind in {"tags", "lines", "moments"}:
        return checked(name, _entries(wanted, text))
    return checked(name, _number(name, text) if wanted.kind == "number" else text)


def checked(name: str, value: Any) -> Any:
    """A value from outside as the field holds it; raises WrongField that says what is wrong."""
    wanted = field(name)
    return wanted.empty if value is None else _CHECKS[wanted.kind](wanted, value)


def _wrong(name: str, what: str) -> WrongField:
    return WrongField(name.partition(",")[0], f"Assessment, field {printable(name)}: {what}.")


def _number(name: str, text: str) -> int:
    plain = text.strip().replace(MINUS, "-")
    if not re.fullmatch(r"[+-]?[0-9]{1,4}", plain):
        raise _wrong(name, f"“{printable(text.strip())}” is not {RANGE}")
    return int(plain)


def _entries(wanted: Field, text: str) -> Any:
    if text.lstrip().startswith("["):
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _wrong(wanted.name, "this is not a JSON list") from error
    if wanted.kind == "moments":
        raise _wrong(wanted.name, "must be a JSON list of moments with start_ms, end_ms and quote")
    return re.split(r"[,\n]", text) if wanted.kind == "tags" else text.splitlines()


def _text(name: str, value: object, longest: int) -> str:
    if not isinstance(value, str):
        raise _wrong(name, f"must be a text, not {_called(value)}")
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    foreign = next((c for c in text if not (c.isprintable() or c.isspace() or c in JOINERS)), "")
    if foreign:
        raise _wrong(name, f"holds the character U+{ord(foreign):04X}, which has no place in a text")
    if len(text) > longest:
        raise _wrong(name, f"has {len(text):,} characters; at most {longest:,} fit")
    return text


def _line(name: str, value: object, longest: int) -> str:
    return " ".join(_text(name, value, longest).split())


def _choice(wanted: Field, value: object) -> str:
    choice = value.strip().lower() if isinstance(value, str) else None
    if choice == "":
        return str(wanted.empty)
    if choice not in wanted.choices:
        raise _wrong(wanted.name, f"must be one of {', '.join(c for c in wanted.choices if c)}")
    return choice


def _position(wanted: Field, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -100 <= value <= 100:
        raise _wrong(wanted.name, f"must be {RANGE}")
    return value


def _list(wanted: Field, value: object) -> list[tuple[str, Any]]:
    """The entries, each with the name under which an error tells of it."""
    if not isinstance(value, list | tuple):
        raise _wrong(wanted.name, f"must be a list, not {_called(value)}")
    if len(value) > wanted.most:
        raise _wrong(wanted.name, f"has {len(value):,} entries; at most {wanted.most} fit")
    return [(f"{wanted.name}, entry {number}", entry) for number, entry in enumerate(value, 1)]


def _lines(wanted: Field, value: object) -> list[str]:
    """Each entry once, the empty ones left out."""
    entries = [_line(name, entry, wanted.longest) for name, entry in _list(wanted, value)]
    return list(dict.fromkeys(entry for entry in entries if entry))


def _moments(wanted: Field, value: object) -> list[dict[str, Any]]:
    return [_moment(name, entry) for name, entry in _list(wanted, value)]


def _moment(name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(name, f"must be an object with {', '.join(PARTS)}, not {_called(value)}")
    unknown = next((str(part) for part in value if part not in PARTS), "")
    if unknown:
        raise _wrong(name, f"has no part “{printable(unknown)}”; it has {', '.join(PARTS)}")
    start, end = (_time(f"{name}, {part}", value.get(part)) for part in ("start_ms", "end_ms"))
    if start is not None and end is not None and end < start:
        raise _wrong(name, "ends before it begins")
    verified = value.get("verified", False)
    if not isinstance(verified, bool):
        raise _wrong(f"{name}, verified", "must be true or false")
    if "quote" not in value:
        raise _wrong(name, "has no quote: the words that are said there")
    quote, note = (_text(f"{name}, {p}", value.get(p, ""), FIELDS["moments"].longest) for p in ("quote", "note"))
    return {"start_ms": start, "end_ms": end, "quote": quote, "note": note, "verified": verified}


def _time(name: str, value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:  # exact in JSON up to there
        raise _wrong(name, "must be a time in whole milliseconds, or null")
    return value


def _called(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return names.get(type(value), "an object" if isinstance(value, Mapping) else "this")


_CHECKS: Final[Mapping[Kind, Callable[[Field, Any], Any]]] = {
    "text": lambda wanted, value: _text(wanted.name, value, wanted.longest),
    "line": lambda wanted, value: _line(wanted.name, value, wanted.longest),
    "choice": _choice,
    "number": _position,
    "tags": _lines,
    "lines": _lines,
    "moments": _moments,
}
