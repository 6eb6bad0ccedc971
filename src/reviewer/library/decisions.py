"""Deciding, undoing, redoing: the rows of the log, and in the same transaction all that follows from them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reviewer.core.acts import Act, Ground
from reviewer.core.anchors import LIBRARY, Key, Place
from reviewer.core.cues import Cues, Version
from reviewer.core.history import History
from reviewer.core.reading import Correction, ReadingText
from reviewer.core.rows import WITHDRAW, Decision, Edit, Rows, Switch, new_id
from reviewer.errors import NothingLeft
from reviewer.library import derived, episodes, logrows
from reviewer.library.connection import writing
from reviewer.library.episodes import Episode


def now() -> str:
    """This moment in UTC, to the millisecond, as the log writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision, an undo or a redo changed; views refresh by this.

    `touched` are ranges of flat imported words of the episode's leading version whose reading changed; `corrections`
    are those that came; `keys` are the values that changed; `elsewhere` counts places in other episodes.
    """

    label: str
    decision: str
    touched: tuple[tuple[int, int], ...] = ()
    corrections: tuple[Correction, ...] = ()
    keys: tuple[tuple[str, Key], ...] = ()
    elsewhere: int = 0

    @property
    def places(self) -> int:
        return len(self.touched)


class Shelf:
    """The versions of a few open episodes, read once as they never change, and how each reads now."""

    SIZE = 4  # an episode's columns take about a megabyte

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._versions: dict[int, Version] = {}  # the one used last stands last
        self._live: dict[int, tuple[int, list[Correction]]] = {}  # with the data_version for which it holds
        self._texts: dict[int, ReadingText] = {}

    def version(self, number: int) -> Version:
        version = self._versions.pop(number, None) or episodes.version(self._connection, number)
        if len(self._versions) >= self.SIZE:
            oldest = next(iter(self._versions))
            del self._versions[oldest]
            self.forget(oldest)
        self._versions[number] = version
        return version

    def text(self, number: int) -> ReadingText:
        """A version as it reads now."""
        cues, corrections = self.version(number).cues, self.live(number)
        if number not in self._texts:
            self._texts[number] = ReadingText(cues, corrections)
        return self._texts[number]

    def live(self, number: int) -> list[Correction]:
        """The shown corrections of a version; read anew when another connection has written."""
        at = data_version(self._connection)
        if number not in self._live or self._live[number][0] != at:
            self.set_live(number, at, derived.live(self._connection, number))
        return self._live[number][1]

    def set_live(self, number: int, at: int, corrections: list[Correction]) -> None:
        self._live[number] = (at, corrections)
        self._texts.pop(number, None)

    def forget(self, *numbers: int) -> None:
        """Read how versions read now anew, all of them if none is named: what was written did not come to pass."""
        for number in numbers or tuple(self._live):
            self._live.pop(number, None)
            self._texts.pop(number, None)


def data_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma data_version").fetchone()[0])


class Decisions:
    """The log of one library file and what is derived from it."""

    def __init__(self, connection: sqlite3.Connection, replica: str, shelf: Shelf) -> None:
        self._connection, self._replica, self._shelf = connection, replica, shelf
        self._folded: tuple[str | None, int, History] | None = None  # of one scope, as of one data_version

    def history(self, scope: str | None) -> History:
        """The log of an episode and of the library's own values, folded; read anew when another has written.

        Without a scope it is the whole log.
        """
        at = data_version(self._connection)
        if self._folded is None or self._folded[:2] != (scope, at):
            rows = logrows.read_all(self._connection) if scope is None else logrows.read(self._connection, (scope,))
            self._folded = (scope, at, History(rows))
        return self._folded[2]

    def decide(self, act: Act, person: str, episode: Episode | None) -> Change:
        """Do an act: one short transaction in which its rows and all that follows from them are written."""
        with self._transaction(episode.id if episode else LIBRARY, episode) as history:
            counter = logrows.next_counter(self._connection)
            label, why = _storable(act.label), _storable(act.why)
            decision = Decision(new_id(), _storable(person), self._replica, counter, now(), label, why, act.source)
            text = self._shelf.text(episode.version) if episode else ReadingText(Cues())
            ground = Ground(episode.version_id if episode else "", text, history)
            edits = tuple(replace(e, value=_storable(e.value)) for e in act.edits(ground, decision.id))
            return self._write(Rows((decision,), edits), decision, edits, history, episode)

    def switch(self, person: str, episode: Episode | None, *, on: bool, beside: Collection[str] = ()) -> Change:
        """Undo or redo, whichever decision the log says it is; without an episode, of all that I decided.

        `beside` are decisions that count as touching the episode although they do not, such as those on the glossary
        that were made in its window.
        """
        with self._transaction(episode.id if episode else None, episode) as history:
            here = logrows.touching(self._connection, episode.id) if episode else history.decisions.keys()
            choose: Callable[..., Decision | None] = history.to_redo if on else history.to_undo
            decision = choose(person, self._replica, lambda d: d.id in here or d.id in beside)
            if decision is None:
                raise NothingLeft("Nothing to redo." if on else "Nothing to undo.")
            switch = Switch(decision.id, on, logrows.next_counter(self._connection), self._replica, now())
            return self._write(Rows(switches=(switch,)), decision, history.edits_of(decision.id), history, episode)

    @contextmanager
    def _transaction(self, scope: str | None, episode: Episode | None) -> Iterator[History]:
        """The fold to decide on; it is trusted afterwards only if the commit went through."""
        self.history(scope)  # read before the lock is taken, so that others wait the less
        if episode:
            self._shelf.text(episode.version)
        try:
            with writing(self._connection):
                history = self.history(scope)
                folded, self._folded = self._folded, None
                yield history
        except BaseException:
            self._shelf.forget()
            raise
        self._folded = folded

    def _write(
        self, rows: Rows, decision: Decision, edits: Iterable[Edit], history: History, episode: Episode | None
    ) -> Change:
        """Add rows and bring everything derived in line; the change as the open episode sees it."""
        logrows.insert(self._connection, rows)
        history.add(rows)
        reached = _reached(history, edits)
        places: list[Correction] = []
        came: list[Correction] = []
        elsewhere = 0
        for version_id in sorted({e.anchor.version for e in reached if isinstance(e.anchor, Place)}):
            moved, new = self._refold(version_id, history, episode)
            if episode and version_id == episode.version_id:
                places, came = moved, new
            else:
                elsewhere += len(moved)
        keys = sorted({(e.layer, e.anchor) for e in reached if isinstance(e.anchor, Key)}, key=repr)
        self._update_held(keys, history, episode)
        touched = _ranges(self._shelf.version(episode.version).cues, places) if episode else ()
        return Change(decision.label, decision.id, touched, tuple(came), tuple(keys), elsewhere)

    def _update_held(self, keys: list[tuple[str, Key]], history: History, episode: Episode | None) -> None:
        names: dict[tuple[str, str], list[str]] = defaultdict(list)
        for layer, key in keys:
            names[layer, key.scope].append(key.name)
        for (layer, scope), changed in names.items():
            derived.update_held(self._connection, self._whole(history, scope, episode), layer, scope, changed)

    def _whole(self, history: History, scope: str, episode: Episode | None) -> History:
        """A history that holds all of a scope's decisions: the one at hand, or one read for it."""
        is_open = scope in {LIBRARY, episode.id if episode else LIBRARY}
        if is_open or logrows.touching(self._connection, scope) <= history.decisions.keys():
            return history
        return History(logrows.read(self._connection, (scope,)))

    def _refold(
        self, version_id: str, history: History, episode: Episode | None = None
    ) -> tuple[list[Correction], list[Correction]]:
        """Bring what is shown of a version in line with the log: what came or went, and what came."""
        row = self._connection.execute(
            "select v.number, e.id from versions v join episodes e on e.number = v.episode where v.id = ?",
            (version_id,),
        ).fetchone()
        if row is None:
            return [], []
        number, scope = row
        whole = self._whole(history, scope, episode)
        before = self._shelf.live(number)
        after = derived.shown_corrections(whole, version_id, before)
        moved = derived.update_corrections(self._connection, number, self._shelf.version(number).cues, before, after)
        self._shelf.set_live(number, data_version(self._connection), after)
        olds = {c.edit for c in before}
        return moved, [c for c in after if c.edit not in olds]

    def rebuild(self) -> None:
        """Drop everything derived and make it anew from cues and log, in one transaction."""
        self._folded = None
        self._shelf.forget()
        try:
            with writing(self._connection):
                self._rebuild(History(logrows.read_all(self._connection)))
        finally:
            self._shelf.forget()

    def _rebuild(self, history: History) -> None:
        for table in ("touches", "live", "held", "reading"):
            self._connection.execute(f"delete from {table}")
        self._connection.execute("insert into search(search) values ('rebuild')")
        logrows.note_touched(self._connection, history.in_order())
        for version_id in sorted(history.touched_versions()):
            self._refold(version_id, history)
        keys = {(e.layer, e.anchor) for e in history.edits.values() if isinstance(e.anchor, Key)}
        self._update_held(sorted(keys, key=repr), history, None)


def _ranges(cues: Cues, corrections: Iterable[Correction]) -> tuple[tuple[int, int], ...]:
    """The imported words under some corrections; where one lies over another it is one range."""
    ranges: list[tuple[int, int]] = []
    for first, last in sorted({(cues.flat(c.span.start), cues.flat(c.span.end)) for c in corrections}):
        if ranges and first < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], last))
        else:
            ranges.append((first, last))
    return tuple(ranges)


def _reached(history: History, edits: Iterable[Edit]) -> list[Edit]:
    """The edits themselves, and those that a withdraw among them uncovers or covers."""
    reached: list[Edit] = []
    waiting = list(edits)
    while waiting:
        edit = waiting.pop()
        reached.append(edit)
        if edit.layer == WITHDRAW:
            waiting += [history.edits[i] for i in edit.over if i in history.edits]
    return reached


def _storable(value: Any) -> Any:
    """A value as SQLite can hold it: half a surrogate pair, which a paste may bring, becomes a question mark."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.loads(text.encode("utf-8", "replace"))
    return value
