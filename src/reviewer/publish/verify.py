"""Whether a bundle is what its manifest says, and how two bundles differ."""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from reviewer.assessment import schema
from reviewer.errors import FileTrouble, Refused, printable
from reviewer.publish.manifest import MANIFEST, read_manifest
from reviewer.publish.writing import LITTER, UNFINISHED

SCHEMAS: Final = {"assessment": "assessment-1", "scores": "scores-1", "corrections": "corrections-1"}
# By kind of file the fields of the manifest that it repeats, and where.
FACTS: Final[Mapping[str, Mapping[str, str]]] = {
    "assessment": {"episode": "episode", "title": "title"},
    "scores": {
        "episode": "episode",
        "lexicon.id": "lexicon.id",
        "lexicon.version": "lexicon.version",
        "lexicon.sha256": "lexicon.sha256",
    },
    "corrections": {"episode": "episode", "version.id": "version"},
}
CAPTIONS: Final = "version.captions_sha256"
LARGEST: Final = 200_000_000  # bytes of a bundle unpacked; a real one has a few million


def verify(bundle: Path) -> list[str]:
    """What is wrong with a bundle, a line each: the folder of an episode, a folder of several, or a zip.

    Files are held against the manifest's hashes and their schemas, the manifest against what the files repeat of it.
    """
    return [problem for name, files in read_bundles(bundle).items() for problem in _problems(name, files)]


def differences(bundle: Path, other: Path) -> list[str]:
    """How another bundle differs, a line each: what it has not, what it has beside, what is changed."""
    here, there = _together(read_bundles(bundle)), _together(read_bundles(other))
    lines = [f"{printable(path)}: only in the first." for path in sorted(here.keys() - there.keys())]
    lines += [f"{printable(path)}: only in the second." for path in sorted(there.keys() - here.keys())]
    return lines + [
        f"{printable(path)}: differs{_first_change(here[path], there[path])}."
        for path in sorted(here.keys() & there.keys())
        if here[path] != there[path]
    ]


def read_bundles(path: Path) -> dict[str, dict[str, bytes]]:
    """The files of each bundle at a path, by the name of its folder; raises FileTrouble, Refused."""
    try:
        files = _folder(path) if path.is_dir() else _zip(path)
    except (OSError, zipfile.BadZipFile) as error:
        reason = getattr(error, "strerror", None) or "this is neither a folder nor a whole zip"
        raise FileTrouble(f"{printable(str(path))}: {reason}. Name the folder or the zip of a bundle.") from error
    if MANIFEST in files:
        return {path.name: files}
    bundles: dict[str, dict[str, bytes]] = {}
    for name, data in files.items():
        folder, _, inner = name.partition("/")
        if f"{folder}/{MANIFEST}" in files:
            bundles.setdefault(folder, {})[inner] = data
    if not bundles:
        raise Refused(f"{printable(str(path))}: no bundle is here, {MANIFEST} is missing. Name the folder of a bundle.")
    return bundles


def _folder(path: Path) -> dict[str, bytes]:
    """Every file under a folder; links are not followed out of it, one is read as an empty file."""
    found = {p.relative_to(path).as_posix(): p for p in sorted(path.rglob("*")) if p.is_symlink() or p.is_file()}
    return {name: b"" if p.is_symlink() else p.read_bytes() for name, p in found.items() if not _is_aside(name)}


def _is_aside(name: str) -> bool:
    """What file managers and killed exports leave is no part of a bundle."""
    path = PurePosixPath(name)
    top = PurePosixPath(path.parts[0])
    return path.name in LITTER or (top.name.startswith(".") and top.suffix in UNFINISHED)


def _zip(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > LARGEST:
            raise Refused(f"{printable(path.name)}: this zip unpacks to more than any bundle has. It was not read.")
        return {
            entry.filename: packed.read(entry) for entry in entries if PurePosixPath(entry.filename).name not in LITTER
        }


def _problems(name: str, files: Mapping[str, bytes]) -> list[str]:
    where = printable(name)
    try:
        made = read_manifest(files[MANIFEST])
    except Refused as error:
        return [f"{where}/{error}"]
    broken = [f"{where}/{MANIFEST}: {problem}" for problem in schema.problems("bundle-1", made)]
    if broken:
        return broken
    documents, unfit = _documents(files)
    return [
        f"{where}/{problem}" for problem in (*_changed(made, files), *unfit, *_contradicted(made, files, documents))
    ]


def _changed(made: Mapping[str, Any], files: Mapping[str, bytes]) -> list[str]:
    rows = {row["path"]: row for row in made["files"]}
    lines = [f"{path}: missing." for path in rows if path not in files]
    lines += [f"{printable(path)}: not in the manifest." for path in sorted(files.keys() - rows.keys() - {MANIFEST})]
    for path, row in rows.items():
        if path in files and hashlib.sha256(files[path]).hexdigest() != row["sha256"]:
            lines.append(f"{path}: changed since the export, its SHA-256 is another.")
    if len(rows) != len(made["files"]):
        lines.append(f"{MANIFEST}: a path stands there twice.")
    return lines


def _documents(files: Mapping[str, bytes]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The JSON files that fit their schemas, by path, and what is wrong with the others."""
    documents: dict[str, dict[str, Any]] = {}
    lines = []
    for path, data in sorted(files.items()):
        wanted = SCHEMAS.get(path.partition("/")[0])
        if wanted is None or not path.endswith(".json"):
            continue
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            lines.append(f"{printable(path)}: this is not JSON.")
            continue
        problems = schema.problems(wanted, value)
        lines += [f"{printable(path)}: {problem}" for problem in problems]
        if not problems:
            documents[path] = value
    return documents, lines


def _contradicted(
    made: Mapping[str, Any], files: Mapping[str, bytes], documents: Mapping[str, Mapping[str, Any]]
) -> list[str]:
    """Where the manifest, which no hash covers, says another thing than the files that it names."""
    lines = [
        f"{MANIFEST}: field {field} is not what {printable(path)} has."
        for path, document in documents.items()
        for field, own in _same_facts(path.partition("/")[0], made, document)
        if _at(made, field) != own
    ]
    sha256 = str(_at(made, CAPTIONS))
    pages = (path for path in sorted(files) if path.startswith("page/"))
    return lines + [
        f"{MANIFEST}: field {CAPTIONS} is not what {printable(path)} has."
        for path in pages
        if sha256.encode() not in files[path]
    ]


def _same_facts(kind: str, made: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of the manifest that a document of that kind repeats, each with the document's own value."""
    for field, place in FACTS[kind].items():
        yield field, _at(document, place)
    against = document.get("made_against")
    if kind == "assessment" and against and against["version"] == _at(made, "version.id"):
        yield CAPTIONS, against["captions_sha256"]


def _at(value: Any, place: str) -> Any:
    """What stands at a place in JSON, such as `lexicon.id`; None where there is no such place."""
    for key in place.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _together(bundles: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """The files of one bundle by path; of several with their episode before it."""
    if len(bundles) == 1:
        return dict(next(iter(bundles.values())))
    return {f"{name}/{path}": data for name, files in bundles.items() for path, data in files.items()}


def _first_change(here: bytes, there: bytes) -> str:
    pairs = zip(here.split(b"\n"), there.split(b"\n"), strict=False)
    line = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), None)
    return f" from line {line} on" if line else " at its end"
