"""Writing the assessment into the site's folder, where the page looks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from reviewer.assessment.document import check, to_bytes
from reviewer.errors import FileTrouble, Refused, printable
from reviewer.publish.manifest import safe_slug
from reviewer.publish.writing import made_folder, told, write_whole

ASSESSMENTS: Final = ("resources", "transcript-assessments")


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one file of the site."""

    path: Path
    what: Literal["new", "changed", "same"]


def assessment_path(slug: str, content_folder: Path) -> Path:
    """Where the site has the assessment of an episode; `content_folder` is its folder called content."""
    return content_folder.joinpath(*ASSESSMENTS, f"{safe_slug(slug)}.json")


def publish_assessment(made: Mapping[str, Any], content_folder: Path, *, dry_run: bool = False) -> list[Change]:
    """Writes an assessment document into the site, or says what would be written.

    A file that is already the same stays untouched. Raises Refused for a document that does not fit its schema,
    FileTrouble where the folder is none or can't be written; nothing is changed then.
    """
    check(made)
    if not content_folder.is_dir():
        called = printable(str(content_folder))
        raise FileTrouble(f"{called}: there is no such folder. Name the folder of the site that is called content.")
    path, data = assessment_path(made["episode"], content_folder), to_bytes(made)
    change = Change(path, _what(path, data))
    if not dry_run and change.what != "same":
        with told(path), made_folder(path.parent):
            write_whole(path, data)
    return [change]


def _what(path: Path, data: bytes) -> Literal["new", "changed", "same"]:
    with told(path):
        if path.is_dir():
            raise Refused(f"{printable(str(path))}: a folder stands where the file would go. Move it away.")
        if not path.exists():
            return "new"
        return "same" if path.read_bytes() == data else "changed"
