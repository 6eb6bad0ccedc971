"""The episode on the desk: which session is open, and the one way by which controllers change it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.app.listening import Hearing
from reviewer.app.session import Change, ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.core.acts import Act
from reviewer.core.anchors import LIBRARY
from reviewer.core.wording import count
from reviewer.errors import NothingLeft, ReviewerError
from reviewer.gui.controllers.scoring import LONG_TEXT, Scoring

if TYPE_CHECKING:  # nothing of the figures is needed at the start
    from reviewer.spectrum.figures import SliceScore

T = TypeVar("T")

LOOK_EVERY_MS = 500  # for what other windows and command lines wrote; shown within a second
KEEP_AFTER_MS = 300  # of no decision: then what the list shows of the figures is kept
IDLE_MS = 60_000  # without a decision: then the write-ahead file is folded into the library


class Desk(QObject):
    """Holds the open session. Every change goes through here, so that every view hears of it.

    Signals:
        leaving: Another episode is about to take the place of the open one.
        opened: The ReviewSession that is open now; what takes longer than a frame waits for `settled`.
        settled: The same, once its text has been painted.
        scoring: The same; its text is long, and it will be a while until it is scored.
        scored: The same; its figures are there. For a text of a usual length at once after `settled`.
        text_changed: The ranges of flat words that read otherwise, and a Change or None (someone else's).
        values_changed: Values without a place (assessment, glossary) changed, perhaps elsewhere.
        changed_elsewhere: Another window or command line has written something.
        figures_kept: What the list of episodes shows of the open one is up to date.
        saved: When the last decision was on the disk, "21:14".
        told: What was done, and whether it can be undone.
        failed: One line of what went wrong; nothing was changed.
    """

    leaving = Signal()
    opened = Signal(object)
    settled = Signal(object)
    scoring = Signal(object)
    scored = Signal(object)
    text_changed = Signal(object, object)
    values_changed = Signal()
    changed_elsewhere = Signal()
    figures_kept = Signal()
    saved = Signal(str)
    told = Signal(str, bool)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.session: ReviewSession | None = None
        self.is_reopening = False  # of the same episode, since another version leads
        self._is_shown = self._is_closed = False
        self._scoring = Scoring(self)
        self._scoring.done.connect(self._on_scored)
        self._beside: set[str] = set()  # decisions on the glossary made in this window: its undo takes them back too
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        self._keep = QTimer(self, interval=KEEP_AFTER_MS, singleShot=True)
        self._keep.timeout.connect(self._on_keep_due)
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(workspace.library.checkpoint)

    def open(self, slug: str) -> ReviewSession | None:
        """Put an episode on the desk; None where it can't be opened, which is told."""
        if self.session is not None and self.session.episode.slug == slug:
            return self.session
        return self._put(self.attempt(lambda: self.workspace.session(slug)))

    def _put(self, session: ReviewSession | None) -> ReviewSession | None:
        if session is not None:
            self.leaving.emit()
            self._scoring.stop()
            self.session = session
            self.opened.emit(session)
            if self._is_shown:
                QTimer.singleShot(0, self, self._settle)
        return session

    def _follow_lead(self) -> bool:
        """Open the episode anew, at the place where one was, if another version leads now; whether one does."""
        session = self.session
        if session is None or self.attempt(lambda: session.is_leading) is not False:
            return False
        self.is_reopening = True
        try:
            self._put(self.attempt(session.reopened))
        finally:
            self.is_reopening = False
        return True

    def shown(self) -> None:
        """The window was painted for the first time."""
        self._is_shown = True
        self._settle()

    def _settle(self) -> None:
        if self.session is not None:
            self.settled.emit(self.session)
            self._score(self.session)

    def _score(self, session: ReviewSession) -> None:
        if self.is_scoring:
            self._scoring.start(session)
            self.scoring.emit(session)
        else:
            self._on_scored()

    def _on_scored(self) -> None:
        if self.session is not None:
            self.scored.emit(self.session)
            self._keep.start()

    @property
    def is_scoring(self) -> bool:
        """Whether the open text is long and not scored yet: no figure of it is to be shown."""
        session = self.session
        return session is not None and not session.is_scored and session.version.cues.word_count > LONG_TEXT

    @property
    def scores(self) -> "tuple[SliceScore, ...]":
        """Of the open text; none while they are being made."""
        return self.session.scores if self.session is not None and not self.is_scoring else ()

    def set_person(self, name: str) -> None:
        """Who decides from now on."""
        self.workspace.person = name
        session = self.session
        if session is not None:
            session.person = name
            session.hearing = Hearing(session.library, session.episode, name)  # each person has heard her own share
            self.values_changed.emit()

    # Deciding
    def do(self, act: Act) -> Change | None:
        session = self.session
        return self.decide(lambda: session.do(act)) if session else None

    def decide(self, work: Callable[[], Change | None], told: str = "") -> Change | None:
        """Do what makes a decision, and let everyone know.

        `told` is said in the toast, {label} and {slices} in it replaced.
        """
        change = self.attempt(work)
        if change is not None:
            self.announce(change, told)
        return change

    def undo(self) -> None:
        if self.session is not None:
            session = self.session
            self.decide(lambda: session.undo(self._beside), "Undone: {label}.")

    def redo(self) -> None:
        if self.session is not None:
            session = self.session
            self.decide(lambda: session.redo(self._beside), "Redone: {label}.")

    def announce(self, change: Change, told: str) -> None:
        """Let everyone know of what was decided, here or by a task."""
        self.note_saved()
        self._idle.start()
        self._keep.start()
        if any(key.scope == LIBRARY for _, key in change.keys):
            self._beside.add(change.decision)
        if change.leads:
            self._follow_lead()
        elif change.touched:
            self.text_changed.emit(change.touched, change)
        if change.keys or not (change.touched or change.leads):  # such as what fits no longer, withdrawn
            self.values_changed.emit()
        if told:
            text = told.replace("{label}", change.label).replace("{slices}", self._rescored(change))
            elsewhere = f" Also {count(change.elsewhere, 'place')} in other episodes." if change.elsewhere else ""
            self.told.emit(text + elsewhere, self.session is not None and not told.startswith("Undone"))

    def note_saved(self) -> None:
        """Something new is on the disk, such as a decision or an imported episode."""
        self.saved.emit(f"{datetime.now().astimezone():%H:%M}")

    def _rescored(self, change: Change) -> str:
        met = sum(any(s.slice.first < max(last, first + 1) and first < s.slice.last for first, last in change.touched)
                  for s in self.scores)  # fmt: skip
        return f" {count(met, 'slice')} rescored." if met else ""

    def tell(self, text: str) -> None:
        """Say what was done where there is nothing to take back."""
        self.told.emit(text, False)  # noqa: FBT003 — a signal has no keywords

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Do something that may fail in a way the user can understand; what failed is told.

        Once the library is closed nothing is done: a timer of a window that goes may still be due.
        """
        if self._is_closed:
            return None
        try:
            return work()
        except NothingLeft as error:
            self.tell(str(error))
            return None
        except ReviewerError as error:
            self.failed.emit(str(error))
            return None

    def _on_keep_due(self) -> None:
        session = self.session
        if session is not None and not self.is_scoring and not self.workspace.library.is_read_only:
            self.attempt(session.keep_figures)
            self.figures_kept.emit()

    def close(self) -> None:
        """Keep what is due and look no more: the library is about to be closed."""
        if self._keep.isActive():
            self._on_keep_due()
        self._scoring.stop()
        for timer in (self._look, self._keep, self._idle):
            timer.stop()
        self.session, self._is_closed = None, True

    # Others
    def look(self) -> None:
        """Take in what others wrote since."""
        if not self.attempt(self.workspace.has_changed_elsewhere):
            return
        self.changed_elsewhere.emit()
        session = self.session
        if session is None:
            return
        if self._follow_lead():
            return
        moved = self.attempt(session.refresh)
        session.hearing.forget()
        if moved:
            self.text_changed.emit(moved, None)
        self.values_changed.emit()
