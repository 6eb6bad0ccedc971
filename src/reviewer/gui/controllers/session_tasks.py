"""Work with the open episode on another thread."""

from collections.abc import Callable
from typing import TypeVar

from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.errors import ReviewerError
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.tasks import Reporter, Tasks

T = TypeVar("T")


class SessionTasks:
    """Starts tasks that have a connection of their own: a session belongs to its thread."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        self._desk, self._tasks = desk, tasks

    def start(
        self,
        label: str,
        work: Callable[[ReviewSession], T],
        done: Callable[[T], None],
        failed: Callable[[ReviewerError], None],
    ) -> None:
        """Do something with the episode that is open now; without one nothing is done."""
        session = self._desk.session
        if session is None:
            return
        library, person, slug = session.library.path, session.person, session.episode.slug

        def in_task(_reporter: Reporter) -> T:
            with Workspace(library, person) as workspace:
                return work(workspace.session(slug))

        self._tasks.start(label, in_task, done, failed)
