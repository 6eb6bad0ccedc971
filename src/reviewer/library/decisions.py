"""Deciding, undoing, redoing: the rows of the log, and in the same transaction all that follows from them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reviewer.core.acts import Act, Ground, SetValue
from reviewer.core.anchors import LIBRARY, Key, Place
from reviewer.core.cues import Cues
from reviewer.core.history import History
from reviewer.core.reading import Correction, ReadingText
from reviewer.core.rows import LEADING, WITHDRAW, Decision, Edit, Rows, Switch, new_id
from reviewer.errors import NothingLeft, Refused
from reviewer.library import carried, derived, episodes, leading, logrows, versions
from reviewer.library.connection import writing
from reviewer.library.episodes import Episode
from reviewer.library.leading import Lead
from reviewer.library.shelf import Shelf, data_version
from reviewer.library.versions import NewVersion


def now() -> str:
    """This moment in UTC, to the millisecond, as the log writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision, an undo or a redo changed; views refresh by this.

    `touched` are ranges of flat imported words of the episode's leading version whose reading changed; `corrections`
    are those that came; `keys` are the values that changed; `elsewhere` counts places in other episodes. `leads` says
    that another version leads now: whoever has the episode open opens it anew, and `touched` is empty.
    """

    label: str
    decision: str
    touched: tuple[tuple[int, int], ...] = ()
    corrections: tuple[Correction, ...] = ()
    keys: tuple[tuple[str, Key], ...] = ()
    elsewhere: int = 0
    leads: bool = False

    @property
    def places(self) -> int:
        return len(self.touched)


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
            if episode and leading.version_of(self._connection, episode.number) != episode.version:
                raise Refused("Another version of this episode leads now. Open the episode anew and decide then.")
            return self._decided(act, person, episode, history)

    def add_version(self, episode: Episode, new: NewVersion, person: str, *, lead: bool, label: str) -> Change | None:
        """Add a version, unless it is there already, and let it lead if asked; None where none leads that did not."""
        with self._transaction(episode.id, episode) as history:
            version = episodes.named_anew(self._connection, new.version, episode.facts.video_id, episode.number)
            number = versions.add(self._connection, episode.number, replace(new, version=version), now())
            if not lead or leading.version_of(self._connection, episode.number) == number:
                return None
            act = SetValue(LEADING, episode.id, leading.NAME, version.id, label or f"Read “{new.file_name}”")
            return self._decided(act, person, episode, history)

    def _decided(self, act: Act, person: str, episode: Episode | None, history: History) -> Change:
        counter = logrows.next_counter(self._connection)
        label, why = _storable(act.label), _storable(act.why)
        decision = Decision(new_id(), _storable(person), self._replica, counter, now(), label, why, act.source)
        text = self._shelf.text(episode.version) if episode else ReadingText(Cues())
        ground = Ground(episode.version_id if episode else "", text, history)
        edits = tuple(replace(e, value=_storable(e.value)) for e in act.edits(ground, decision.id))
        self._see_to_leads(edits)
        return self._write(Rows((decision,), edits), decision, edits, history, episode)

    def _see_to_leads(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            if edit.layer == LEADING and isinstance(edit.anchor, Key):
                lead = leading.of_version(self._connection, str(edit.value))
                if lead is None or lead.episode_id != edit.anchor.scope:
                    raise Refused("This episode has no such version. Nothing was changed.")

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
        keys = sorted({(e.layer, e.anchor) for e in reached if isinstance(e.anchor, Key)}, key=repr)
        self._update_held(keys, history, episode)
        switched = self._follow_leads(key.scope for layer, key in keys if layer == LEADING)
        here, came, elsewhere = self._refold_all(self._leads(reached), switched, history, episode)
        change = Change(decision.label, decision.id, (), tuple(came), tuple(keys), elsewhere)
        if not episode:
            return replace(change, leads=bool(switched))
        if leading.version_of(self._connection, episode.number) != episode.version:
            return replace(change, leads=True)
        return replace(change, touched=_ranges(self._shelf.version(episode.version).cues, here))

    def _refold_all(
        self, leads: set[Lead], switched: set[Lead], history: History, episode: Episode | None
    ) -> tuple[list[Correction], list[Correction], int]:
        """What came or went in the open episode, and what came there; in how many places of others, but for those that
        read another version now.
        """
        here: list[Correction] = []
        came: list[Correction] = []
        elsewhere = 0
        for lead in sorted(leads | switched):
            changed, new = self._refold(lead, history, episode)
            if episode and lead.version == episode.version:
                here, came = changed, new
            elif lead not in switched and not (episode and lead.episode == episode.number):
                elsewhere += len(changed)
        return here, came, elsewhere

    def _leads(self, edits: Iterable[Edit]) -> set[Lead]:
        """The leading versions of the episodes on whose words, of whichever version, some edits stand."""
        ids = {e.anchor.version for e in edits if isinstance(e.anchor, Place)}
        return {lead for i in ids if (lead := leading.of_version(self._connection, i))}

    def _follow_leads(self, scopes: Iterable[str]) -> set[Lead]:
        """Let those versions lead which the values held now say; those that did not before."""
        switched = set()
        for scope in set(scopes):
            lead = leading.of_scope(self._connection, scope)
            if lead and leading.follow(self._connection, lead):
                now_leads = leading.of_episode(self._connection, lead.episode)
                self._shelf.forget(lead.version, now_leads.version)
                switched.add(now_leads)
        return switched

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
        self, lead: Lead, history: History, episode: Episode | None = None
    ) -> tuple[list[Correction], list[Correction]]:
        """Bring what is shown of a leading version in line with the log: what came or went, and what came."""
        whole = self._whole(history, lead.episode_id, episode)
        number = lead.version
        moved = carried.moved(self._connection, self._shelf, whole, lead)
        before = self._shelf.live(number)
        after = derived.shown_corrections(whole, lead.version_id, moved, before)
        changed = derived.update_corrections(self._connection, number, self._shelf.version(number).cues, before, after)
        self._shelf.set_live(number, data_version(self._connection), after)
        olds = {c.edit for c in before}
        return changed, [c for c in after if c.edit not in olds]

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
        logrows.note_touched(self._connection, history.in_order())
        keys = {(e.layer, e.anchor) for e in history.edits.values() if isinstance(e.anchor, Key)}
        self._update_held(sorted(keys, key=repr), history, None)
        leading.rebuild(self._connection)
        for lead in sorted(self._leads(history.edits.values())):
            self._refold(lead, history)


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
