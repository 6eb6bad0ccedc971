"""The assessment document: every text and judgement of the page, what was heard, and what it was made against."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from reviewer.assessment import schema
from reviewer.assessment.fields import FIELDS, WrongField, field
from reviewer.assessment.ledger import Listening, interval_rows
from reviewer.assessment.values import checked
from reviewer.errors import Refused, ReviewerError, printable

SCHEMA: Final = "reviewer-assessment/1"
SCHEMA_FILE: Final = "assessment-1"
# What the program itself writes into the document: read past when a document is read back.
COMPUTED: Final = frozenset({"schema", "title", "video_id", "series", "shelf", "listening", "made_against"})


@dataclass(frozen=True, slots=True)
class Facts:
    """Which conversation: what the document repeats of the episode."""

    episode: str
    title: str
    video_id: str = ""
    series: str = ""
    shelf: str = ""


@dataclass(frozen=True, slots=True)
class LexiconUsed:
    """The lexicon whose figures the assessor saw."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MadeAgainst:
    """What the assessor had before him, so that it shows when one of it has changed since."""

    version: str
    captions_sha256: str
    text_sha256: str
    lexicon: LexiconUsed | None = None


class UnreadableAssessment(ReviewerError):
    """A file that holds no assessment; nothing of it was taken over."""

    def __init__(self, name: str, line: int | None, reason: str, remedy: str) -> None:
        where = printable(name) + (f", line {line}" if line is not None else "")
        super().__init__(f"{where}: {reason} {remedy}".rstrip())
        self._line, self._remedy = line, remedy

    @property
    def line(self) -> int | None:
        return self._line

    @property
    def remedy(self) -> str:
        return self._remedy


def document(
    values: Mapping[str, Any], facts: Facts, listening: Listening, made_against: MadeAgainst | None = None
) -> dict[str, Any]:
    """The whole document, its keys always in the same order; fields without a value are empty.

    Raises Refused where a value is not what its field holds.
    """
    for name in values:
        field(name)
    return {
        "schema": SCHEMA,
        **asdict(facts),
        **{name: checked(name, values.get(name)) for name in FIELDS},
        "listening": _listening(listening),
        "made_against": asdict(made_against) if made_against else None,
    }


def _listening(heard: Listening) -> dict[str, Any]:
    return {
        "listen_based": heard.listen_based,
        "coverage": heard.coverage,
        "heard_ms": heard.heard_ms,
        "duration_ms": heard.duration_ms,
        "wording": heard.wording,
        "intervals": interval_rows(heard.intervals),
    }


def check(made: Mapping[str, Any]) -> None:
    """Raises Refused that names the first field which does not fit the schema."""
    problems = schema.problems(SCHEMA_FILE, made)
    if problems:
        raise Refused(f"Assessment, {problems[0]}")


def to_bytes(made: Mapping[str, Any]) -> bytes:
    """The file of a document: JSON in UTF-8, the same bytes for equal documents."""
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def is_begun(made: Mapping[str, Any]) -> bool:
    """Whether anyone has written or judged anything yet."""
    return any(made.get(name) != FIELDS[name].empty for name in FIELDS)


def read_values(name: str, data: bytes, *, episode: str = "") -> dict[str, Any]:
    """The fields that a JSON file sets, as in `--from FILE`; a whole document may be read back.

    Raises UnreadableAssessment that names the file and the line or the field; a document of another episode is one.
    """
    made = _object(name, data)
    if episode and made.get("episode", episode) != episode:
        other = printable(str(made["episode"]))
        reason = f"this is the assessment of “{other}”, not of “{episode}”."
        raise UnreadableAssessment(name, None, reason, "Take out its field episode to use it all the same.")
    try:
        return {key: checked(key, value) for key, value in made.items() if key not in COMPUTED | {"episode"}}
    except WrongField as error:
        raise UnreadableAssessment(name, _line_of(data, error.field), str(error), "Nothing was changed.") from error


def _object(name: str, data: bytes) -> dict[str, Any]:
    try:
        made = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except _Twice as error:
        reason, remedy = f"“{printable(error.key)}” stands twice in one object.", "Leave one. Nothing was changed."
        raise UnreadableAssessment(name, _line_of_second(data, error.key), reason, remedy) from error
    except json.JSONDecodeError as error:
        raise UnreadableAssessment(name, error.lineno, "this is not JSON.", "Mend it, or export a new one.") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise UnreadableAssessment(name, None, "this is not JSON in UTF-8.", "Save it as UTF-8.") from error
    if not isinstance(made, dict):
        remedy = f"Its fields are {', '.join(FIELDS)}."
        raise UnreadableAssessment(name, 1, "a JSON object with the fields is expected.", remedy)
    return made


class _Twice(Exception):
    """A key that an object has twice: which of the values is meant nobody can tell."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _Twice(key)
        made[key] = value
    return made


def _line_of_second(data: bytes, key: str) -> int | None:
    """The line of a key that stands twice in the file; none where it stands oftener, in other objects."""
    name = re.escape(json.dumps(key, ensure_ascii=False).encode(errors="replace"))
    found = [match.start() for match in re.finditer(name + rb"\s*:", data)]
    return data.count(b"\n", 0, found[1]) + 1 if len(found) == 2 else None


def _line_of(data: bytes, field_name: str) -> int | None:
    """The line on which a field stands."""
    at = data.find(json.dumps(field_name, ensure_ascii=False).encode(errors="replace"))
    return data.count(b"\n", 0, at) + 1 if at >= 0 else None
