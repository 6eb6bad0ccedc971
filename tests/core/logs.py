"""Logs for the tests: any rows of several people and replicas, and a desk on which people decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from reviewer.core.acts import Act, CorrectWords, Ground, WithdrawEdits
from reviewer.core.anchors import Anchor, Gap, Key, Place, Span
from reviewer.core.cues import Cues
from reviewer.core.find import find_places, place_of
from reviewer.core.history import History
from reviewer.core.reading import Correction, ReadingText
from reviewer.core.rows import CORRECTION, WITHDRAW, Decision, Edit, Rows, Source, Switch

VERSION = "v1"
LAYERS = (CORRECTION, "turn", "assessment", WITHDRAW)


@st.composite
def any_rows(draw: st.DrawFn) -> Rows:
    """A log of up to ten decisions, as two people on two replicas and a rule may have made and merged it."""
    decisions: list[Decision] = []
    edits: list[Edit] = []
    switches: list[Switch] = []
    for number in range(draw(st.integers(1, 10))):
        source = draw(st.sampled_from([Source.PERSON, Source.PERSON, *Source]))
        counter = draw(st.integers(1, 6))  # equal ones come about where two replicas decide apart
        person, replica = draw(st.sampled_from("ab")), draw(st.sampled_from("rs"))
        decision = Decision(f"d{number}", person, replica, counter, "", "", "", source)
        decisions.append(decision)
        for _ in range(draw(st.integers(0, 3))):
            edits.append(draw(_edits(f"e{len(edits)}", decision.id, edits)))
    for decision in draw(st.lists(st.sampled_from(decisions), max_size=8)):
        counter = draw(st.integers(7, 20))
        if not any((s.decision, s.counter) == (decision.id, counter) for s in switches):
            switches.append(Switch(decision.id, draw(st.booleans()), counter, decision.replica, ""))
    return Rows(tuple(decisions), tuple(edits), tuple(switches))


@st.composite
def _edits(draw: st.DrawFn, name: str, decision: str, known: Sequence[Edit]) -> Edit:
    layer = draw(st.sampled_from(LAYERS))
    over = draw(st.lists(st.sampled_from(known), max_size=3, unique_by=lambda e: e.id)) if known else []
    if layer == WITHDRAW:
        return Edit(name, decision, layer, None, None, tuple(e.id for e in over))
    anchor: Anchor = Key("ep", draw(st.sampled_from("xy"))) if layer == "assessment" else Place(VERSION, draw(_spans()))
    return Edit(name, decision, layer, anchor, {"words": name, "kind": "text"}, tuple(e.id for e in over))


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    first = draw(st.integers(0, 6))
    return Span(Gap(0, first), Gap(0, draw(st.integers(first, min(first + 3, 7)))))


def shown(history: History, version: str = VERSION) -> list[Correction]:
    """The corrections that the log shows, as the reading text takes them."""
    return [
        Correction(e.id, e.decision, e.anchor.span, str(e.value["words"]))
        for e in history.placed(CORRECTION, version).shown
        if isinstance(e.anchor, Place)
    ]


@dataclass
class Desk:
    """One person with a library file of their own, as far as core goes."""

    cues: Cues
    name: str = "ann"
    rows: Rows = field(default_factory=Rows)

    @property
    def history(self) -> History:
        return History(self.rows)

    @property
    def text(self) -> ReadingText:
        return ReadingText(self.cues, shown(self.history))

    @property
    def reads(self) -> list[str]:
        text = self.text
        return [text.cue_text(n) for n in range(len(self.cues))]

    def _next(self) -> int:
        return next_counter(self.rows)

    def do(self, act: Act) -> Decision:
        counter = self._next()
        decision = Decision(f"{self.name}{counter}", self.name, self.name, counter, "", act.label, "", act.source)
        edits = act.edits(Ground(VERSION, self.text, self.history), decision.id)
        self.rows += Rows((decision,), edits)
        return decision

    def correct(self, heard: str, meant: str) -> Decision:
        return self.do(CorrectWords(tuple(find_places(self.text, heard)), meant))

    def correct_words(self, first: int, last: int, meant: str) -> Decision:
        """The shown words that stand on the imported ones first to last."""
        words = [w for w in self.text.words(0, self.cues.word_count) if w.first < last and first < w.last]
        return self.do(CorrectWords((place_of(self.text, words),), meant))

    def withdraw(self, decision: Decision) -> Decision:
        return self.do(WithdrawEdits(tuple(e.id for e in self.history.edits_of(decision.id)), "it"))

    def switch(self, decision: Decision, *, on: bool) -> None:
        self.rows += Rows(switches=(Switch(decision.id, on, self._next(), self.name, ""),))

    def undo(self) -> Decision | None:
        decision = self.history.to_undo(self.name, self.name, lambda _: True)
        if decision:
            self.switch(decision, on=False)
        return decision

    def redo(self) -> Decision | None:
        decision = self.history.to_redo(self.name, self.name, lambda _: True)
        if decision:
            self.switch(decision, on=True)
        return decision

    def merge(self, *others: "Desk") -> None:
        for other in others:
            self.rows += other.rows


def next_counter(rows: Rows) -> int:
    counters = [d.counter for d in rows.decisions] + [s.counter for s in rows.switches]
    return 1 + max(counters, default=0)


def all_off(rows: Rows) -> Rows:
    """The switches that turn every decision of a log off."""
    last = next_counter(rows)
    return Rows(switches=tuple(Switch(d.id, False, last, "r", "") for d in rows.decisions))


def split(rows: Rows, numbers: Iterable[int]) -> list[Rows]:
    """The rows one by one, in the order of some numbers."""
    singles = [Rows(decisions=(d,)) for d in rows.decisions]
    singles += [Rows(edits=(e,)) for e in rows.edits]
    singles += [Rows(switches=(s,)) for s in rows.switches]
    return [singles[n % len(singles)] for n in numbers]


def size(rows: Rows) -> int:
    return len(rows.decisions) + len(rows.edits) + len(rows.switches)
