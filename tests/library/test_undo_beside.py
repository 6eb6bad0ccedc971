"""Undo in a window takes back what was decided there on the glossary too; half a character is never a crash."""

from pathlib import Path

from reviewer.core.acts import SetValue
from reviewer.core.anchors import LIBRARY
from reviewer.core.rows import GLOSSARY
from reviewer.library.library import Library


def test_a_decision_on_the_glossary_is_taken_back_where_it_was_made(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        change = library.decide(SetValue(GLOSSARY, LIBRARY, "owain", {"canonical": "Owain"}, "Add “Owain”"), "Noor")
        assert library.undo("Noor", None, {change.decision}).label == "Add “Owain”"
        assert library.held(GLOSSARY) == {}
        assert library.redo("Noor", None, {change.decision}).label == "Add “Owain”"
        assert library.held(GLOSSARY) == {"owain": {"canonical": "Owain"}}


def test_half_a_surrogate_pair_is_kept_as_a_question_mark(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        library.decide(SetValue(GLOSSARY, LIBRARY, "x", {"canonical": "a\ud800b"}, "Add “a\ud800b”"), "No\udfffor")
        assert library.held(GLOSSARY) == {"x": {"canonical": "a?b"}}
