"""An episode of the length of a long podcast."""

import pytest
from tests.core.log_texts import cues_of

from reviewer.core.cues import Cues


@pytest.fixture(scope="session")
def long_cues() -> Cues:
    """3,300 cues, 23,100 words; every tenth cue names Aine Evans."""
    return cues_of(*(f"so {'Aine Evans' if n % 10 == 0 else 'some people'} said that w{n} again" for n in range(3_300)))
