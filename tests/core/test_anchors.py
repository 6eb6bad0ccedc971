"""Anchors: when spans meet, and the form in which they are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.core.anchors import Anchor, Gap, Key, Place, Span, from_json, to_json

GAPS = st.builds(Gap, st.integers(0, 3), st.integers(0, 3))
SPANS = st.tuples(GAPS, GAPS).map(lambda pair: Span(*sorted(pair)))
ANCHORS = st.one_of(st.none(), st.builds(Place, st.text(), SPANS), st.builds(Key, st.text(), st.text()))


def span(first: int, last: int) -> Span:
    return Span(Gap(0, first), Gap(0, last))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (span(0, 2), span(1, 3), True),
        (span(0, 2), span(2, 3), False),
        (span(0, 3), span(1, 2), True),
        (span(1, 1), span(0, 2), True),
        (span(0, 0), span(0, 2), False),
        (span(2, 2), span(0, 2), False),
        (span(1, 1), span(1, 1), True),
        (span(1, 1), span(2, 2), False),
        (Span(Gap(0, 5), Gap(1, 2)), Span(Gap(1, 1), Gap(1, 3)), True),
        (Span(Gap(0, 2), Gap(0, 2)), Span(Gap(1, 0), Gap(1, 0)), False),
    ],
)
def test_spans_meet(one: Span, other: Span, meet: bool) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@given(SPANS, SPANS)
def test_a_union_holds_both(one: Span, other: Span) -> None:
    union = one.union(other)
    assert union.start <= one.start <= one.end <= union.end
    assert union == other.union(one)


@given(ANCHORS)
def test_an_anchor_is_read_as_it_was_written(anchor: Anchor) -> None:
    assert from_json(to_json(anchor)) == anchor


@pytest.mark.parametrize("text", ['["point","v",1,2]', "[]", "{}", '["span","v","1",0,1,1]', "null"])
def test_an_unknown_form_has_no_place(text: str) -> None:
    assert from_json(text) is None


def test_a_span_that_ends_before_it_begins_is_reversed() -> None:
    assert span(2, 1).is_reversed
    assert not span(1, 1).is_reversed
