"""Each reader with any bytes and with its own files spoilt: what comes out keeps the laws, or is a refusal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.laws import check
from tests.fuzz.mutating import Mutation, mutated, pieces, seeds

from reviewer.captions import FORMATS

PIECES = st.sampled_from(pieces())
MUTATIONS = st.lists(
    st.builds(
        Mutation,
        how=st.sampled_from(["cut", "double", "move", "insert", "replace"]),
        at=st.integers(0, 2_000),
        length=st.integers(1, 12),
        to=st.integers(0, 2_000),
        piece=PIECES | st.binary(min_size=1, max_size=3),
        by_line=st.booleans(),
    ),
    min_size=1,
    max_size=5,
)
ANY = st.lists(PIECES | st.binary(max_size=3), max_size=25).map(b"".join)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_seeds_are_what_they_say(format_: str) -> None:
    versions = [check(seed) for seed in seeds(format_)]
    assert {version.format for version in versions if version} == {format_}
    assert all(version and version.cues.word_count for version in versions)


@pytest.mark.parametrize("format_", FORMATS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_spoilt_file_is_read_or_refused(format_: str, data: st.DataObject) -> None:
    spoilt = mutated(data.draw(st.sampled_from(seeds(format_))), data.draw(MUTATIONS))
    check(spoilt)
    check(spoilt, format_)


@pytest.mark.parametrize("format_", [None, *FORMATS])
@given(data=ANY)
@settings(max_examples=40, deadline=None)
def test_any_bytes_are_read_or_refused(format_: str | None, data: bytes) -> None:
    check(data, format_)
