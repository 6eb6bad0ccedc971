"""The fold of the log: the same state from the same rows, and the state that log.md describes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.logs import LAYERS, VERSION, all_off, any_rows, size, split

from reviewer.core.anchors import Gap, Key, Place, Span
from reviewer.core.history import History
from reviewer.core.rows import CORRECTION, WITHDRAW, Decision, Edit, Rows, Source, Switch


def state(history: History) -> dict[str, Any]:
    """All that a history says."""
    mine = [(person, replica) for person in "ab" for replica in "rs"]
    return {
        "counting": history.counting,
        "heads": [history.heads(layer) for layer in LAYERS],
        "placed": [history.placed(layer, VERSION) for layer in LAYERS],
        "values": history.values("assessment", "ep"),
        "undo": [history.to_undo(*who, lambda _: True) for who in mine],
        "redo": [history.to_redo(*who, lambda _: True) for who in mine],
        "withdrawn": {e: {w.id for w in history.withdrawn_by(e)} for e in history.edits},
    }


@given(any_rows(), st.data())
def test_rows_in_any_order_and_number_give_the_same_state(rows: Rows, data: st.DataObject) -> None:
    every = list(range(size(rows)))
    again = data.draw(st.lists(st.sampled_from(every), max_size=8))
    history = History()
    for some in split(rows, data.draw(st.permutations(every + again))):
        history.add(some)
        if data.draw(st.booleans()):
            state(history)  # asking in between changes nothing
    assert state(history) == state(History(rows)) == state(History(rows + rows))


@given(any_rows())
def test_the_fold_is_the_one_that_the_log_describes(rows: Rows) -> None:
    history = History(rows)
    plain = PlainFold(rows)
    assert history.counting == plain.counting
    for layer in LAYERS:
        assert {e.id for e in history.heads(layer)} == plain.heads(layer)
        assert [e.id for e in history.placed(layer, VERSION).shown] == plain.shown(layer)


@given(any_rows())
def test_shown_corrections_never_meet_and_who_yields_meets_a_shown_one(rows: Rows) -> None:
    placed = History(rows).placed(CORRECTION, VERSION)
    spans = [_span(e) for e in placed.shown]
    assert spans == sorted(spans)
    assert not any(a.meets(b) for n, a in enumerate(spans) for b in spans[:n])
    assert all(_span(e).meets(_span(other)) and other in placed.shown for e, other in placed.yielded)


@given(any_rows())
def test_with_every_decision_off_nothing_counts(rows: Rows) -> None:
    history = History(rows + all_off(rows))
    assert history.counting == set()
    assert all(history.placed(layer, VERSION).shown == () for layer in LAYERS)
    assert history.values("assessment", "ep") == {}
    assert history.to_undo("a", "r", lambda _: True) is None


def _span(edit: Edit) -> Span:
    assert isinstance(edit.anchor, Place)
    return edit.anchor.span


class PlainFold:
    """log.md, "State", word by word and slow."""

    def __init__(self, rows: Rows) -> None:
        self.decisions = {d.id: d for d in rows.decisions}
        self.edits = {e.id: e for e in rows.edits}
        last = sorted(rows.switches, key=lambda s: (s.counter, s.replica))
        self.off = {d for d in self.decisions if [s.on for s in last if s.decision == d][-1:] == [False]}
        self.counting = {e for e in self.edits if self.counts(e)}

    def order(self, edit: str) -> tuple[int, str, str]:
        d = self.decisions[self.edits[edit].decision]
        return d.counter, d.replica, d.id

    def over(self, edit: str) -> list[str]:
        return [t for t in self.edits[edit].over if self.order(t) < self.order(edit)]

    def counts(self, edit: str) -> bool:
        withdraws = [e.id for e in self.edits.values() if e.layer == WITHDRAW and edit in self.over(e.id)]
        return self.edits[edit].decision not in self.off and not any(self.counts(w) for w in withdraws)

    def reach(self, edit: str) -> set[str]:
        same = {t for t in self.over(edit) if self.edits[t].layer == self.edits[edit].layer}
        return same.union(*(self.reach(t) for t in same))

    def heads(self, layer: str) -> set[str]:
        counting = {e for e in self.counting if self.edits[e].layer == layer}
        return counting - set().union(*(self.reach(e) for e in counting))

    def shown(self, layer: str) -> list[str]:
        ranks = [Source.IMPORT, Source.RULE, Source.PUBLISHER, Source.PERSON]
        placed = [self.edits[e] for e in self.heads(layer) if isinstance(self.edits[e].anchor, Place)]
        placed.sort(key=lambda e: (ranks.index(self.decisions[e.decision].source), self.order(e.id), e.id))
        taken: list[Edit] = []
        for edit in reversed(placed):
            if not any(_span(edit).meets(_span(other)) for other in taken):
                taken.append(edit)
        return [e.id for e in sorted(taken, key=lambda e: (_span(e), e.id))]


def decision(number: int, source: Source = Source.PERSON, person: str = "ann") -> Decision:
    return Decision(f"d{number}", person, "r", number, "", "", "", source)


def edit(number: int, first: int, last: int, *over: str) -> Edit:
    anchor = Place(VERSION, Span(Gap(0, first), Gap(0, last)))
    return Edit(f"e{number}", f"d{number}", CORRECTION, anchor, {"words": "x"}, over)


@pytest.mark.parametrize(
    ("highest", "shown"),
    [(2, ["e2"]), (1, ["e1", "e3"]), (3, ["e1", "e3"])],
    ids=["the middle one hides both", "the first lets the third show", "the third lets the first show"],
)
def test_of_three_heads_of_which_neighbours_meet(highest: int, shown: list[str]) -> None:
    spans = {1: (0, 2), 2: (1, 4), 3: (3, 5)}
    later = {n: n if n != highest else 9 for n in spans}
    decisions = tuple(Decision(f"d{n}", "ann", "r", later[n], "", "") for n in spans)
    rows = Rows(decisions, tuple(edit(n, *span) for n, span in spans.items()))
    assert [e.id for e in History(rows).placed(CORRECTION, VERSION).shown] == shown


def test_a_person_prevails_over_a_later_run_and_a_publisher_over_a_rule() -> None:
    order = [Source.PERSON, Source.PUBLISHER, Source.RULE, Source.IMPORT]
    rows = Rows(tuple(decision(n, s) for n, s in enumerate(order)), tuple(edit(n, 0, 2) for n in range(4)))
    placed = History(rows).placed(CORRECTION, VERSION)
    assert [e.id for e in placed.shown] == ["e0"]
    assert [(e.id, other.id) for e, other in placed.yielded] == [("e1", "e0"), ("e2", "e0"), ("e3", "e0")]


def test_what_lies_over_what_lies_over_an_edit_hides_it_even_if_the_middle_is_off() -> None:
    rows = Rows(
        tuple(decision(n) for n in (1, 2, 3)), (edit(1, 0, 2), edit(2, 0, 2, "e1"), edit(3, 0, 1, "e2")),
        (Switch("d2", False, 4, "r", ""),),
    )  # fmt: skip
    assert [e.id for e in History(rows).heads(CORRECTION)] == ["e3"]


def test_an_edit_can_not_lie_over_one_of_its_own_time_or_later() -> None:
    rows = Rows((decision(1), decision(2)), (edit(1, 0, 2, "e2"), edit(2, 3, 4)))
    assert [e.id for e in History(rows).placed(CORRECTION, VERSION).shown] == ["e1", "e2"]


def test_an_anchor_that_ends_before_it_begins_takes_no_place() -> None:
    rows = Rows((decision(1), decision(2)), (edit(1, 3, 1), edit(2, 3, 1)))
    assert History(rows).placed(CORRECTION, VERSION).shown == ()


def test_the_later_of_two_values_under_one_key_holds() -> None:
    edits = [Edit(f"e{n}", f"d{n}", "assessment", Key(scope, "x"), n) for n, scope in ((1, "ep"), (2, "ep"), (3, "no"))]
    history = History(Rows(tuple(decision(n) for n in (1, 2, 3)), tuple(edits)))
    assert history.values("assessment", "ep")["x"].value == 2


def test_undo_is_of_mine_and_of_what_touches_here() -> None:
    decisions = (
        decision(1), decision(2), decision(3, person="ben"), decision(4, Source.RULE),
        Decision("d5", "ann", "other replica", 5, "", ""),
    )  # fmt: skip
    history = History(Rows(decisions))
    assert history.to_undo("ann", "r", lambda _: True) == decisions[1]
    assert history.to_undo("ann", "r", lambda d: d.id == "d1") == decisions[0]
    assert history.to_undo("ann", "r", lambda _: False) is None
    assert history.to_redo("ann", "r", lambda _: True) is None
