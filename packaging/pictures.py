"""The pictures of the documentation: the real window on the sample episode, drawn without a screen.

Run it with the checkout's Python; `docs/pictures/` is written anew.
"""

import os
import tempfile
from pathlib import Path

from reviewer.app import naming, sample
from reviewer.app.workspace import Workspace
from reviewer.gui.theme.choice import Choice
from reviewer.names.suggestion import cards

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SHOTS: tuple[tuple[str, Choice, str], ...] = (("window", "light", "names"), ("window-dark", "dark", "slice"))


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["REVIEWER_SETTINGS"] = str(folder / "settings")
        library = folder / "library.sqlite"
        slug = _sample_at_work(library)
        for picture, theme, tab in SHOTS:
            _draw(library, slug, PICTURES / f"{picture}.png", theme, tab)


def _sample_at_work(library: Path) -> str:
    """The sample with a few names put right, as after some minutes of work."""
    with Workspace(library, "Noor Hadley") as workspace:
        slug = sample.bring_in(workspace)
        session = workspace.session(slug)
        for card in cards(session.suggestions())[:6]:
            session.do(naming.accepting(session.text, card.places, card.meant))
        session.keep_figures()
    return slug


def _draw(library: Path, slug: str, path: Path, theme: Choice, tab: str) -> None:
    from reviewer.gui.picture import Look, picture_of_window

    picture_of_window(library, slug, path, Look(theme=theme, tab=tab, chosen_slice=2))


if __name__ == "__main__":
    main()
