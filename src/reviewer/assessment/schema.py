"""The shipped JSON schemas, and what a value breaks of them in words that name the field."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from reviewer.errors import printable
from reviewer.paths import resource

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError


def problems(name: str, value: Any) -> list[str]:
    """What a value breaks of resources/schemas/<name>.schema.json, a line each, in the order of the value."""
    errors = sorted(_validator(name).iter_errors(value), key=lambda e: [str(part) for part in e.absolute_path])
    return [f"field {_where(e.absolute_path)}: {_what(e)}." for e in errors]


@lru_cache
def _validator(name: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator  # 120 ms, needed only where a document is written or read

    return Draft202012Validator(json.loads(resource("schemas", f"{name}.schema.json").read_text("utf-8")))


def _where(path: Iterable[str | int]) -> str:
    """“moments[2].quote”, entries counted from 1 as everywhere."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{printable(part)}" if text else printable(part)
    return text or "(whole)"


_SAYINGS: Final = {
    "enum": "must be one of {}",
    "const": "must be {}",
    "exclusiveMaximum": "is not less than {}",
    "type": "must be of type {}",
    "maxLength": "has more than {} characters",
    "minLength": "has fewer than {} characters",
    "maxItems": "has more than {} entries",
    "minItems": "has fewer than {} entries",
    "minimum": "is less than {}",
    "maximum": "is more than {}",
    "pattern": "does not have the form {}",
}


def _what(error: "ValidationError") -> str:
    wanted: Any = error.validator_value
    instance: Any = error.instance
    if error.validator == "required":
        return f"{', '.join(name for name in wanted if name not in instance)} is missing"
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
        return f"{', '.join(sorted(printable(str(name)) for name in instance if name not in known))} is not known here"
    saying = _SAYINGS.get(str(error.validator))
    if saying is None:
        return printable(error.message)[:200]
    several = isinstance(wanted, list)
    return saying.format(" or ".join(map(_shown, wanted)) if several else _shown(wanted))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) and value else json.dumps(value)
