"""Opening the library and the episodes that a command names."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from reviewer.app.progress import Progress
from reviewer.app.session import ReviewSession
from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace
from reviewer.cli.output import say
from reviewer.errors import ReviewerError


@contextmanager
def workspace(arguments: Namespace) -> Iterator[Workspace]:
    with Workspace(arguments.library, Settings().person) as opened:
        yield opened


@contextmanager
def session(arguments: Namespace) -> Iterator[ReviewSession]:
    with workspace(arguments) as opened:
        yield opened.session(arguments.episode)


class Several:
    """Episodes named together, or all of them: what is good is done, what is bad is reported, and the status is then 1.

    An error with an episode that is named alone is raised.
    """

    def __init__(self, opened: Workspace, names: Sequence[str]) -> None:
        self._opened = opened
        self._names = tuple(dict.fromkeys(names or (row.slug for row in opened.episodes())))
        self._is_alone = len(names) == 1
        self._done: set[str] = set()
        self.refused: list[dict[str, str]] = []

    def each(self, do: Callable[[ReviewSession], object]) -> Iterator[Progress]:
        """Do it with one episode after the other: the texts and figures of all together would fill the memory."""
        for number, name in enumerate(self._names):
            yield Progress(number, len(self._names), name)
            try:
                self._do_once(do, self._opened.session(name))
            except ReviewerError as error:
                if self._is_alone:
                    raise
                say(str(error))
                self.refused.append({"episode": name, "reason": str(error)})

    def _do_once(self, do: Callable[[ReviewSession], object], session: ReviewSession) -> None:
        """Two beginnings may name the same episode."""
        if session.episode.slug not in self._done:
            self._done.add(session.episode.slug)
            do(session)

    @property
    def status(self) -> int:
        return 1 if self.refused else 0
