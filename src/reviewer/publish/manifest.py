"""The manifest of a bundle: every file with its hash, and what the bundle was made from."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from reviewer.errors import Refused, printable
from reviewer.publish.material import Material

MANIFEST: Final = "manifest.json"
SCHEMA: Final = "reviewer-bundle/1"
_SLUG: Final = re.compile(r"[a-z0-9-]{1,200}")


def safe_slug(slug: str) -> str:
    """The slug, which is the name of folders and files; raises Refused where it could name another place."""
    if not _SLUG.fullmatch(slug):
        raise Refused(f"“{printable(slug)}” can't name files: a slug has only a to z, 0 to 9 and hyphens. Rename it.")
    return slug


def json_bytes(value: Any) -> bytes:
    """JSON in UTF-8 with sorted keys: the same bytes for equal values."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def manifest(
    material: Material,
    files: Mapping[str, bytes],
    left_out: Mapping[str, str],
    losses: Mapping[str, tuple[str, ...]],
) -> bytes:
    """The manifest of some files; `left_out` says by path why one is not there, `losses` what one can't carry."""
    lexicon, version = material.figures.lexicon, material.version
    return json_bytes(
        {
            "schema": SCHEMA,
            "episode": material.episode.slug,
            "title": material.episode.title,
            "program": {"name": "Reviewer", "version": material.program_version},
            "lexicon": {
                "id": lexicon.id,
                "version": lexicon.version,
                "sha256": lexicon.sha256,
                "validated": lexicon.is_validated,
            },
            "version": {
                "id": version.id,
                "captions_sha256": version.sha256,
                "format": version.format,
                "kind": version.kind,
                "language": version.language,
                "encoding": version.encoding,
                "reader": version.reader,
                "reader_version": version.reader_version,
            },
            "left_out": [{"path": path, "why": left_out[path]} for path in sorted(left_out)],
            "losses": [{"path": path, "what": list(losses[path])} for path in sorted(losses)],
            "files": file_rows(files),
        }
    )


def file_rows(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Path, SHA-256 and size of each file, sorted by path."""
    return [
        {"path": path, "sha256": hashlib.sha256(files[path]).hexdigest(), "bytes": len(files[path])}
        for path in sorted(files)
    ]


def read_manifest(data: bytes) -> dict[str, Any]:
    """A manifest from its bytes; raises Refused where they are none."""
    try:
        made = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{MANIFEST}: this is not JSON. Export the bundle again.") from error
    if not isinstance(made, dict) or made.get("schema") != SCHEMA:
        raise Refused(f"{MANIFEST}: this is not the manifest of a bundle ({SCHEMA}). Export the bundle again.")
    return made


def listed(data: bytes) -> set[str]:
    """The paths that a manifest names."""
    rows = read_manifest(data).get("files")
    named = [row.get("path") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {path for path in named if isinstance(path, str)}
