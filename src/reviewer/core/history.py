"""The log folded: which decisions are on, which edits count, which are shown, and what undo would take back."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.core.anchors import Key, Place, Span
from reviewer.core.rows import WITHDRAW, Decision, Edit, Rows, Source, Switch

Order = tuple[int, str, str]
Rank = tuple[int, tuple[Order, str]]


@dataclass(frozen=True, slots=True)
class Placed:
    """The heads of one layer in one version: those shown, and those that yield with the one that they yield to."""

    shown: tuple[Edit, ...]  # in the order of the text
    yielded: tuple[tuple[Edit, Edit], ...]
    spans: tuple[Span, ...] = ()  # of those shown: their own, or where they were carried to


class History:
    """Rows in any order and number, and what they mean together.

    The state depends on the set of rows alone: adding the same rows again, or in another order, changes nothing.
    """

    def __init__(self, rows: Rows | None = None) -> None:
        self.decisions: dict[str, Decision] = {}
        self.edits: dict[str, Edit] = {}
        self._switches: dict[str, Switch] = {}  # the last of each decision
        self._of_decision: dict[str, list[Edit]] = defaultdict(list)
        # By layer those whose decision is known, the lowest rank first
        self._ranked: dict[str, list[tuple[Rank, Edit]]] = defaultdict(list)
        self._forget()
        if rows is not None:
            self.add(rows)

    def _forget(self) -> None:
        """Drop what was folded from the rows; each is folded again when it is asked for."""
        self._counting: set[str] | None = None
        self._heads: dict[str, list[Edit]] = {}
        self._placed: dict[tuple[str, str], Placed] = {}
        self._values: dict[tuple[str, str], dict[str, Edit]] = {}

    def add(self, rows: Rows) -> None:
        """Take in rows; an edit may come before its decision and counts from when that is there."""
        new = {d.id: d for d in rows.decisions if d.id not in self.decisions}
        self.decisions.update(new)
        arrived = [e for decision in new for e in self._of_decision.get(decision, ())]
        for edit in rows.edits:
            if edit.id not in self.edits:
                self.edits[edit.id] = edit
                self._of_decision[edit.decision].append(edit)
                if edit.decision in self.decisions:
                    arrived.append(edit)
        self._rank_among(arrived)
        for switch in rows.switches:
            last = self._switches.get(switch.decision)
            if last is None or switch.order > last.order:
                self._switches[switch.decision] = switch
        self._forget()

    def _rank_among(self, arrived: Iterable[Edit]) -> None:
        layers = set()
        for edit in arrived:
            self._ranked[edit.layer].append((self.rank(edit), edit))
            layers.add(edit.layer)
        for layer in layers:
            self._ranked[layer].sort()  # cheap: all but the new ones are in order; no two ranks are equal

    # State
    def is_on(self, decision: str) -> bool:
        last = self._switches.get(decision)
        return decision in self.decisions and (last is None or last.on)

    @property
    def counting(self) -> set[str]:
        """The ids of the edits whose decision is on and that no counting withdraw names."""
        if self._counting is None:
            self._counting = self._count()
        return self._counting

    def _count(self) -> set[str]:
        on = {d for d in self.decisions if self.is_on(d)}
        withdrawn: set[str] = set()
        withdraws = [e for _, e in self._ranked.get(WITHDRAW, ()) if e.decision in on]
        for edit in sorted(withdraws, key=self._order, reverse=True):  # who withdraws is newer than what it names
            if edit.id not in withdrawn:
                withdrawn.update(target.id for target in self._older(edit))
        return {e.id for e in self.edits.values() if e.decision in on and e.id not in withdrawn}

    def _order(self, edit: Edit) -> tuple[Order, str]:
        return self.decisions[edit.decision].order, edit.id

    def _older(self, edit: Edit) -> Iterable[Edit]:
        """The edits that `over` names, those not older than the edit itself left out."""
        mine = self.decisions[edit.decision].order
        for name in edit.over:
            target = self.edits.get(name)
            decision = self.decisions.get(target.decision) if target else None
            if target and decision and decision.order < mine:
                yield target

    def rank(self, edit: Edit) -> Rank:
        """Greater for the edit that prevails: a person before a publisher, a rule, an import; then the later."""
        return self.decisions[edit.decision].source.rank, self._order(edit)

    def heads(self, layer: str) -> list[Edit]:
        """The counting edits of a layer that no counting edit of it reaches by `over`, highest rank first."""
        if layer not in self._heads:
            self._heads[layer] = self._find_heads(layer)
        return list(self._heads[layer])

    def counted(self, layer: str) -> list[Edit]:
        """The counting edits of a layer, heads or not, the lowest rank first."""
        return [e for _, e in self._ranked.get(layer, ()) if e.id in self.counting]

    def _find_heads(self, layer: str) -> list[Edit]:
        return self._heads_of(layer, self.counted(layer))

    def _heads_of(self, layer: str, counting: Sequence[Edit]) -> list[Edit]:
        """Of some edits, the lowest rank first, those that none of them reaches."""
        reached: set[str] = set()
        waiting = [e for e in counting if e.over]
        while waiting:
            for target in self._older(waiting.pop()):
                if target.layer == layer and target.id not in reached:
                    reached.add(target.id)
                    waiting.append(target)
        return [e for e in reversed(counting) if e.id not in reached]

    def placed(self, layer: str, version: str, moved: Mapping[str, Span] | None = None) -> Placed:
        """The heads of a layer on one version's words: each takes its place whole or yields.

        `moved` says where counting edits that stand on the words of other versions were carried to, by their ids.
        What has no place in this version hides nothing here: a correction that was laid anew on another version's
        words, and does not fit these, lets that under it show.
        """
        if moved:
            return self._lay(layer, version, moved)
        if (layer, version) not in self._placed:
            self._placed[layer, version] = self._lay(layer, version, {})
        return self._placed[layer, version]

    def _lay(self, layer: str, version: str, moved: Mapping[str, Span]) -> Placed:
        standing = [e for e in self.counted(layer) if _span_in(e, version, moved) is not None]
        return _place([(s, e) for e in self._heads_of(layer, standing) if (s := _span_in(e, version, moved))])

    def values(self, layer: str, scope: str) -> Mapping[str, Edit]:
        """By key the edit whose value holds, of one scope."""
        if (layer, scope) not in self._values:
            held: dict[str, Edit] = {}
            for head in self.heads(layer):
                if isinstance(head.anchor, Key) and head.anchor.scope == scope:
                    held.setdefault(head.anchor.name, head)
            self._values[layer, scope] = held
        return self._values[layer, scope]

    # Undo and redo
    def to_undo(self, person: str, replica: str, touches: Callable[[Decision], bool]) -> Decision | None:
        """The newest decision that is on, is mine and touches what is open."""
        mine = [d for d in self._mine(person, replica) if self.is_on(d.id) and touches(d)]
        return max(mine, key=lambda d: d.order, default=None)

    def to_redo(self, person: str, replica: str, touches: Callable[[Decision], bool]) -> Decision | None:
        """What I switched off last, as long as I have decided nothing here since."""
        mine = [d for d in self._mine(person, replica) if touches(d)]
        newest = max((d.counter for d in mine), default=0)
        off = [(s.order, d) for d in mine if (s := self._switches.get(d.id)) and not s.on and s.counter > newest]
        return max(off, key=lambda pair: (pair[0], pair[1].order))[1] if off else None

    def _mine(self, person: str, replica: str) -> Iterable[Decision]:
        return (
            d
            for d in self.decisions.values()
            if d.person == person and d.replica == replica and d.source is Source.PERSON
        )

    def withdrawn_by(self, edit: str) -> list[Edit]:
        """The counting withdraws that name an edit."""
        return [e for _, e in self._ranked.get(WITHDRAW, ()) if edit in e.over and e.id in self.counting]

    def in_order(self) -> list[Edit]:
        """The edits whose decision is known, the oldest first."""
        return sorted((e for e in self.edits.values() if e.decision in self.decisions), key=self._order)

    def edits_of(self, decision: str) -> list[Edit]:
        return list(self._of_decision.get(decision, ()))

    def touched_versions(self) -> set[str]:
        return {e.anchor.version for e in self.edits.values() if isinstance(e.anchor, Place)}


def _span_in(edit: Edit, version: str, moved: Mapping[str, Span]) -> Span | None:
    """Where an edit stands on a version's words, its own or those to which it was carried."""
    if not isinstance(edit.anchor, Place):
        return None
    span = edit.anchor.span if edit.anchor.version == version else moved.get(edit.id)
    return None if span is None or span.is_reversed else span


def _place(heads: Sequence[tuple[Span, Edit]]) -> Placed:
    """Lay heads, the highest rank first, on the words."""
    ordered = sorted(heads, key=_by_place)
    if not any(_meet(a, b) for (a, _), (b, _) in pairwise(ordered)):
        return Placed(tuple(edit for _, edit in ordered), (), tuple(span for span, _ in ordered))
    taken = _Taken()
    shown, yielded = [], []
    for span, head in heads:
        other = taken.meeting(span)
        if other is None:
            taken.add(span, head)
            shown.append((span, head))
        else:
            yielded.append((head, other))
    shown.sort(key=_by_place)
    return Placed(tuple(edit for _, edit in shown), tuple(yielded), tuple(span for span, _ in shown))


def _by_place(head: tuple[Span, Edit]) -> tuple[Span, str]:
    return head[0], head[1].id


def _meet(span: Span, following: Span) -> bool:
    """Whether two neighbours in the order of the text meet; where no neighbours do, none do."""
    return (following.start < span.end or following.start == span.start) and span.meets(following)


class _Taken:
    """Spans that have taken their place, none meeting another, found by where they begin."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._edits: dict[Span, Edit] = {}

    def add(self, span: Span, edit: Edit) -> None:
        insort(self._spans, span)
        self._edits[span] = edit

    def meeting(self, span: Span) -> Edit | None:
        """The edit whose span meets this one.

        Neighbours are enough: the taken ones do not meet, so in the order of the text one that meets this span
        stands beside where it would be put; an empty span may stand between.
        """
        at = bisect_left(self._spans, span)
        near = self._spans[max(at - 2, 0) : at]
        for other in near:
            if other.meets(span):
                return self._edits[other]
        for other in self._spans[at:]:
            if other.start > span.end:
                break
            if other.meets(span):
                return self._edits[other]
        return None
