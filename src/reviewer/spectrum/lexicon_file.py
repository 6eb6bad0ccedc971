"""Lexicon files read and checked: what gets past here fits the program."""

import hashlib
import json
from collections.abc import Collection
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn, get_args

from reviewer.errors import ReviewerError, printable
from reviewer.spectrum.figures import LexiconName
from reviewer.spectrum.lexicon import (
    Axis,
    Bands,
    Formula,
    Lens,
    Lexicon,
    Modifier,
    Modifiers,
    Role,
    SliceRule,
    Term,
)
from reviewer.spectrum.matching import split_pattern
from reviewer.spectrum.spoken import parts_of

SCHEMA = "reviewer-lexicon/1"
WIDEST = 10  # words; a shifter further off is in another clause


class UnusableLexicon(ReviewerError):
    """A lexicon file that can't be used: not there, not JSON, or not what a lexicon is."""

    def __init__(self, path: Path, what: str, line: int | None = None) -> None:
        self.path, self._line = path, line
        where = printable(path.name) + (f", line {line}" if line is not None else "")
        super().__init__(f"{where}: {printable(what)} {self.remedy}")

    @property
    def line(self) -> int | None:
        return self._line

    @property
    def remedy(self) -> str:
        return "Mend the file, or choose another lexicon."


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file; raises `UnusableLexicon` with the entry that is at fault."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableLexicon(path, f"The lexicon can't be read ({error.strerror}).") from error
    try:
        return _lexicon(_Object(_parsed(data, path), "the lexicon"), hashlib.sha256(data).hexdigest())
    except _Fault as fault:
        raise UnusableLexicon(path, str(fault)) from fault


def _parsed(data: bytes, path: Path) -> Any:
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise UnusableLexicon(path, f"This is not JSON ({error.msg}).", error.lineno) from error
    except UnicodeDecodeError as error:
        raise UnusableLexicon(path, "The text is not in UTF-8.", data.count(b"\n", 0, error.start) + 1) from error
    except RecursionError as error:
        raise UnusableLexicon(path, "It is nested too deeply.") from error


def _no_constant(name: str) -> NoReturn:
    raise _Fault(f"{name} is no number of a lexicon.")


class _Fault(Exception):
    """What is wrong, and where in the file."""


class _Object:
    """A JSON object that knows its place in the file and hands out checked values."""

    def __init__(self, raw: Any, where: str) -> None:
        if not isinstance(raw, dict):
            raise _Fault(f"{where} is not an object.")
        self._raw: dict[str, Any] = raw
        self.where = where

    def _get(self, key: str, kind: type | tuple[type, ...], called: str) -> Any:
        value = self._raw.get(key)
        if not isinstance(value, kind) or isinstance(value, bool):
            self.fault(key, f"is missing or not {called}")
        return value

    def fault(self, key: str, what: str) -> NoReturn:
        raise _Fault(f"“{key}” of {self.where} {what}.")

    def text(self, key: str, *, may_be_empty: bool = False) -> str:
        value: str = self._get(key, str, "a text")
        if not value.strip() and not may_be_empty:
            self.fault(key, "is empty")
        return value

    def number(self, key: str, low: float | None = None, high: float | None = None) -> float:
        value: float = self._get(key, (int, float), "a number")
        if not isfinite(value) or (low is not None and value < low) or (high is not None and value > high):
            self.fault(key, "is out of its bounds")
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        self._get(key, int, "a whole number")
        return int(self.number(key, low, high))

    def one_of(self, key: str, known: Collection[str]) -> str:
        value = self.text(key)
        if value not in known:
            self.fault(key, f"is “{value}”, and here only {', '.join(known)} can be")
        return value

    def flag(self, key: str) -> bool:
        """False where the key is missing."""
        return self._raw.get(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._get(key, list, "a list")
        if not all(isinstance(value, str) for value in values):
            self.fault(key, "has an entry that is not a text")
        return tuple(values)

    def inner(self, key: str) -> "_Object":
        return _Object(self._get(key, dict, "an object"), f"“{key}”")

    def objects(self, key: str) -> list["_Object"]:
        values = self._get(key, list, "a list")
        if not values:
            self.fault(key, "is empty")
        return [_Object(value, f"entry {number} of “{key}”") for number, value in enumerate(values, 1)]


def _lexicon(file: _Object, sha256: str) -> Lexicon:
    file.one_of("schema", [SCHEMA])
    name = LexiconName(
        file.text("id"), file.text("version"), sha256, file.text("title"), is_validated=file.flag("validated")
    )
    axis, lenses = file.inner("axis"), _lenses(file)
    return Lexicon(
        name=name,
        language=file.text("language"),
        axis=Axis(axis.text("negative"), axis.text("middle"), axis.text("positive")),
        formula=_formula(file.inner("formula")),
        bands=_bands(file.inner("bands")),
        lenses=lenses,
        modifiers=_modifiers(file.inner("modifiers")),
        slices=_slices(file.inner("slices")),
        terms=_terms(file, {lens.id for lens in lenses}),
    )


def _formula(raw: _Object) -> Formula:
    raw.one_of("name", ["balance"])
    raw.one_of("repeat", ["root-sum-square"])
    return Formula(
        decisive=raw.number("decisive", 0),
        doubt_per_1000_words=raw.number("doubt_per_1000_words", 1, 1_000),
        reference_words=raw.whole("reference_words", 1, 10_000),
    )


def _bands(raw: _Object) -> Bands:
    return Bands(raw.whole("risk_forward_max", -100, -1), raw.whole("opportunity_forward_min", 1, 100))


def _lenses(file: _Object) -> tuple[Lens, ...]:
    lenses: dict[str, Lens] = {}
    for raw in file.objects("lenses"):
        lens = Lens(raw.text("id"), raw.text("label"))
        if lens.id in lenses:
            raw.fault("id", f"is “{lens.id}” as an earlier one's is")
        lenses[lens.id] = lens
    return tuple(lenses.values())


def _modifiers(raw: _Object) -> Modifiers:
    return Modifiers(
        negation=_modifier(raw.inner("negation"), 0, 0),  # a negated term is not turned round: spectrum.md
        hedge=_modifier(raw.inner("hedge"), 0.01, 1),
        booster=_modifier(raw.inner("booster"), 1, 10),
        stop_negation=_phrases(raw, "stop_negation"),
    )


def _modifier(raw: _Object, low: float, high: float) -> Modifier:
    return Modifier(raw.number("factor", low, high), raw.whole("window", 1, WIDEST), _phrases(raw, "terms"))


def _phrases(raw: _Object, key: str) -> tuple[str, ...]:
    phrases = raw.texts(key)
    for phrase in phrases:
        if not parts_of(phrase):
            raw.fault(key, f"has “{phrase}”, in which there is no word")
    return phrases


def _slices(raw: _Object) -> SliceRule:
    raw.one_of("unit", ["sentence"])
    raw.one_of("fallback_unit", ["cue"])
    return SliceRule(raw.whole("limit_chars", 100, 100_000), raw.whole("fallback_limit_chars", 100, 100_000))


def _terms(file: _Object, lenses: Collection[str]) -> tuple[Term, ...]:
    terms = []
    seen: set[tuple[tuple[str, ...], bool, bool]] = set()
    for raw in file.objects("terms"):
        term = _term(raw, lenses)
        # A pattern may belong to a lens besides, but weighs or excludes once.
        key = (*split_pattern(term.pattern), term.role == "lens")
        if key in seen:
            raw.fault("pattern", f"is “{term.pattern}” as an earlier one's is")
        seen.add(key)
        terms.append(term)
    return tuple(terms)


def _term(raw: _Object, lenses: Collection[str]) -> Term:
    role: Role = raw.one_of("role", get_args(Role))  # type: ignore[assignment]
    weight = raw.number("weight", -100, 100)
    if (weight != 0) != (role in {"stance", "subject"}):
        raw.fault("weight", f"does not go with the role “{role}”")
    named = raw.texts("lens")
    for lens in named:
        if lens not in lenses:
            raw.fault("lens", f"names “{lens}”, which is no lens of this lexicon")
    if role == "lens" and not named:
        raw.fault("lens", "is empty")
    return Term(
        _pattern(raw), weight, role, raw.text("facet", may_be_empty=True), named, raw.text("note", may_be_empty=True)
    )


def _pattern(raw: _Object) -> str:
    pattern = raw.text("pattern")
    before_star = pattern.removesuffix("*")
    if "*" in before_star or not parts_of(pattern) or not before_star[-1:].isalnum():
        raw.fault("pattern", f"is “{pattern}”; it has to be words, and “*” can only end the last")
    return pattern
