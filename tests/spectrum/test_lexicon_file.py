import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.spectrum.spectrum_builders import LEXICON_FILE, lexicon

from reviewer.errors import ReviewerError
from reviewer.spectrum.lexicon_file import UnusableLexicon, load_lexicon


def test_the_shipped_lexicon_is_read_whole() -> None:
    roles = [term.role for term in lexicon().terms]
    assert {role: roles.count(role) for role in roles} == {"stance": 248, "subject": 49, "exclude": 89, "lens": 132}
    assert [lens.id for lens in lexicon().lenses][:2] == ["society", "labor"]
    assert lexicon().slices.limit_chars == 1_100
    assert lexicon().modifiers.negation.window == 3


def test_its_name_is_true_to_the_byte() -> None:
    name = lexicon().name
    assert (name.id, name.version, name.is_validated) == ("ai-discourse-en", "0.2.1", False)
    assert name.sha256 == hashlib.sha256(LEXICON_FILE.read_bytes()).hexdigest()


def test_a_published_lexicon_is_never_edited() -> None:
    older = LEXICON_FILE.with_name("ai-discourse-en-0.2.0.json")
    assert hashlib.sha256(older.read_bytes()).hexdigest() == (
        "2ebbc41b35edd30daa6d53d74557947363066f916332ee64c149fdd97b834bf8"
    )


def test_the_newer_one_only_excludes_more() -> None:
    older = load_lexicon(LEXICON_FILE.with_name("ai-discourse-en-0.2.0.json"))
    added = lexicon().terms[len(older.terms) :]
    assert lexicon().terms[: len(older.terms)] == older.terms
    assert {term.role for term in added} == {"exclude"}
    assert all(term.note for term in added)


def test_reading_it_twice_gives_equal_lexicons() -> None:
    assert load_lexicon(LEXICON_FILE) == lexicon()


def _set(*path: Any, to: Any) -> Callable[[Any], None]:
    def change(raw: Any) -> None:
        for key in path[:-1]:
            raw = raw[key]
        raw[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_set("schema", to="reviewer-lexicon/9"), "“schema” of the lexicon"),
        (_set("id", to=""), "“id” of the lexicon is empty"),
        (_set("title", to=3), "“title” of the lexicon is missing or not a text"),
        (_set("formula", "name", to="sum"), "only balance can be"),
        (_set("formula", "reference_words", to=0), "“reference_words” of “formula” is out of its bounds"),
        (_set("formula", "doubt_per_1000_words", to=True), "not a number"),
        (_set("bands", "risk_forward_max", to=20), "“risk_forward_max” of “bands”"),
        (_set("modifiers", "negation", "factor", to=-1), "“factor” of “negation”"),
        (_set("modifiers", "hedge", "terms", to=["maybe", "—"]), "in which there is no word"),
        (_set("modifiers", "hedge", "terms", to=[3]), "not a text"),
        (_set("slices", to=[]), "“slices” of the lexicon is missing or not an object"),
        (_set("slices", "unit", to="minute"), "“unit” of “slices”"),
        (_set("lenses", 1, "id", to="society"), "entry 2 of “lenses”"),
        (_set("terms", to=[]), "“terms” of the lexicon is empty"),
        (_set("terms", 4, to="doom"), "entry 5 of “terms” is not an object"),
        (_set("terms", 4, "pattern", to="do*m"), "“*” can only end the last"),
        (_set("terms", 4, "pattern", to="doom *"), "“*” can only end the last"),
        (_set("terms", 4, "pattern", to="*"), "“*” can only end the last"),
        (_set("terms", 4, "pattern", to="Existential-Risk*"), "as an earlier one's is"),
        (_set("terms", 4, "weight", to=0), "does not go with the role “stance”"),
        (_set("terms", 4, "role", to="exclude"), "does not go with the role “exclude”"),
        (_set("terms", 4, "role", to="verb"), "only stance, subject, lens, exclude can be"),
        (_set("terms", 4, "lens", to=["weather"]), "no lens of this lexicon"),
    ],
)
def test_what_does_not_fit_is_named_with_its_entry(change: Callable[[Any], None], said: str, tmp_path: Path) -> None:
    raw = json.loads(LEXICON_FILE.read_text(encoding="utf-8"))
    change(raw)
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(UnusableLexicon) as caught:
        load_lexicon(path)
    assert str(caught.value).startswith("mine.json: ")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("data", "said", "line"),
    [
        (b'{\n "id": }', "mine.json, line 2: This is not JSON", 2),
        (b"[]", "the lexicon is not an object", None),
        (b'{\n\n"id": "\xff"}', "not in UTF-8", 3),
        (b'{"id": NaN}', "NaN is no number", None),
        (b"[" * 100_000, "nested too deeply", None),
    ],
)
def test_what_is_no_lexicon_is_told_apart(data: bytes, said: str, line: int | None, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(data)
    with pytest.raises(ReviewerError) as caught:
        load_lexicon(path)
    assert said in str(caught.value)
    assert caught.value.line == line


def test_a_lexicon_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableLexicon, match=r"gone\.json: The lexicon can't be read"):
        load_lexicon(tmp_path / "gone.json")
