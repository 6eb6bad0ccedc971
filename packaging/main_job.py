"""The main job on the sample episode, or on files of one's own: `make run`, `make run FILE=captions.vtt`.

With a display it opens the window. Without one it does the same job: imports, scores, lists name suggestions,
corrects one, writes an assessment, exports the bundle, and renders the real window to a picture. All of it in
`output/`, in a library and with settings of its own, never the user's.
"""

import os
import sys
from pathlib import Path

from reviewer.app import naming, sample
from reviewer.app.exporting import WrittenFile, export
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.core.wording import clock, count, signed, span
from reviewer.errors import Refused, ReviewerError
from reviewer.gui.display import has_display
from reviewer.names.suggestion import cards

OUTPUT = Path(__file__).parents[1] / "output"
LIBRARY = OUTPUT / "library.sqlite"
PERSON = "The main job"


def main() -> int:
    os.environ["REVIEWER_SETTINGS"] = str(OUTPUT / "settings")
    files = [Path(name).expanduser() for name in [os.environ.get("FILE", "")] if name]
    try:
        with Workspace(LIBRARY, PERSON) as workspace:
            slug = _bring_in(workspace, files)
        is_seen = has_display() and os.environ.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"}
        return _open_window(slug) if is_seen else _do_the_job(slug)
    except ReviewerError as error:
        print(error, file=sys.stderr)
        return 1


def _bring_in(workspace: Workspace, files: list[Path]) -> str:
    """Import the files, or else the sample; the slug of the first."""
    if not files:
        return sample.bring_in(workspace)
    result = ImportResult()
    list(import_files(LIBRARY, files, ImportOptions(), result))
    if result.refused:
        raise Refused(result.refused[0].message)
    slugs = [file.episode for file in result.imported] + [file.episode for file in result.known]
    if not slugs:
        raise Refused(f"{files[0]}: no caption files in it.")
    return slugs[0]


def _open_window(slug: str) -> int:
    from reviewer.app.settings import Settings
    from reviewer.gui.application import run
    from reviewer.gui.display import require_display

    require_display()
    Settings().set({"episode": slug})
    return run(LIBRARY)


def _do_the_job(slug: str) -> int:
    with Workspace(LIBRARY, PERSON) as workspace:
        session = workspace.session(slug)
        cues = session.version.cues
        print(f"Episode     {session.episode.facts.title}: {count(len(cues), 'cue')}, {count(cues.word_count, 'word')}")
        _tell_scores(session)
        _correct(session)
        _assess(session)
        written: list[WrittenFile] = []
        list(export([session], OUTPUT / "bundle", written))
        print(f"Bundle      {count(len(written), 'file')} in {OUTPUT / 'bundle' / slug}")
        page = next(file.path for file in written if file.path.endswith(".html"))
        print(f"Page        {OUTPUT / 'bundle' / page}")
    picture = _render(slug)
    print(f"Window      {picture}")
    print(f"Library     {LIBRARY}")
    return 0


def _tell_scores(session: ReviewSession) -> None:
    session.keep_figures()
    figures = session.figures
    numbers = figures.statistics
    interval = span(numbers.mean_low, numbers.mean_high)
    print(f"Scores      {figures.leaning}, mean {signed(numbers.mean)} ({interval}), {count(numbers.slices, 'slice')}")


def _correct(session: ReviewSession) -> None:
    """List the best suggestions and accept the first, as an editor would."""
    found = cards(session.suggestions())
    shown = "; ".join(f"{card.heard} → {card.meant} {card.score:.2f}" for card in found[:4])
    print(f"Names       {count(len(found), 'suggestion')}{': ' + shown if shown else ''}")
    if found:
        change = session.do(naming.accepting(session.text, found[0].places, found[0].meant))
        place = found[0].places[0]
        print(f"Correction  {change.label}, at {clock(place.start_ms) or 'the first place'}")
    else:
        rows = [row for row in session.corrections() if row.is_shown]
        print(f"Correction  {count(len(rows), 'correction')} made before, nothing new to correct")


def _assess(session: ReviewSession) -> None:
    numbers = session.figures.statistics
    text = f"Scored in {count(numbers.slices, 'slice')}; nobody has listened yet. Written by the main job as a draft."
    session.set_field("editor_note", text)
    print(f"Assessment  {session.assessment()['state']}, {session.assessment()['listening']['wording'].lower()}")


def _render(slug: str) -> Path:
    """A picture of the real window with the episode in it, drawn without a screen."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    from reviewer.gui.picture import picture_of_window

    path = OUTPUT / "window.png"
    picture_of_window(LIBRARY, slug, path)
    return path


if __name__ == "__main__":
    sys.exit(main())
