"""The sample episode that ships with the program: its captions, its glossary, its recording."""

from pathlib import Path

from reviewer import paths
from reviewer.app import naming
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.workspace import Workspace
from reviewer.core.rows import Source
from reviewer.errors import Refused
from reviewer.names.files import read_names

FOLDER = "sample"


def bring_in(workspace: Workspace) -> str:
    """Import the sample with its names and attach its recording; its slug. What is there already is left alone."""
    folder = paths.resource(FOLDER)
    result = ImportResult()
    list(import_files(workspace.library.path, [_only(folder, "*.vtt")], ImportOptions(), result))
    if result.refused:
        raise Refused(result.refused[0].message)
    slug = (result.imported or result.known)[0].episode
    glossary = folder / "glossary.txt"
    act = naming.adding(read_names(glossary.name, glossary.read_bytes()), workspace.library, Source.IMPORT)
    if act is not None:
        workspace.library.decide(act, workspace.person)
    hearing = workspace.session(slug).hearing
    if hearing.path is None:
        hearing.attach(_only(folder, "*.opus"))
    return slug


def _only(folder: Path, pattern: str) -> Path:
    return next(iter(sorted(folder.glob(pattern))))
