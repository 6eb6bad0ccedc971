import pytest
from tests.evaluation import names


def test_suggestions_are_no_worse_than_the_baseline() -> None:
    if not names.SET.is_dir():
        pytest.skip("the development set is not beside this checkout")
    saved, figures = names.baseline(), names.measure()
    worse = {name: (figures[name], saved[name]) for name in saved if figures[name] < saved[name] - names.ROOM}
    assert not worse, "run tests/evaluation/names.py, and with --update if this is meant"
