"""The documents: what they point to is there, and the README names the two commands of the Makefile."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path for folder in (".", "docs", "benchmarks", "packaging") for path in (CHECKOUT / folder).glob("*.md")
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_what_a_document_points_to_is_there(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    own = [link for link in links if "://" not in link]
    assert not [link for link in own if not (document.parent / link).exists()]


def test_the_readme_names_two_commands_that_the_makefile_has() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("```\n")[2].partition("```")[0]
    assert block.split("\n") == ["make run", "make test", ""]
    targets = re.findall(r"^([a-z]+):", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"run", "test"} <= set(targets)
