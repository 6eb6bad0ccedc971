"""Rows: ranks and orders."""

from reviewer.core.rows import Decision, Rows, Source, Switch, new_id


def test_a_person_prevails_then_a_publisher_a_rule_an_import() -> None:
    assert sorted(Source, key=lambda s: s.rank, reverse=True) == ["person", "publisher", "rule", "import"]


def test_the_order_is_counter_replica_id() -> None:
    keys = [(2, "a", "x"), (1, "b", "x"), (1, "a", "y"), (1, "a", "x")]
    decisions = [Decision(id_, "me", replica, counter, "", "") for counter, replica, id_ in keys]
    assert [d.order for d in sorted(decisions, key=lambda d: d.order)] == sorted(keys)


def test_rows_are_joined() -> None:
    one, other = Rows((Decision("d", "me", "r", 1, "", ""),)), Rows(switches=(Switch("d", False, 2, "r", ""),))
    assert one + other == Rows(one.decisions, (), other.switches)


def test_ids_are_random_and_of_128_bits() -> None:
    made = {new_id() for _ in range(100)}
    assert len(made) == 100
    assert all(len(id_) == 32 and int(id_, 16) >= 0 for id_ in made)
