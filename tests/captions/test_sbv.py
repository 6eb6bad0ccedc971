import pytest

from reviewer.captions import read
from reviewer.core.cues import Version


def shown(version: Version) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def test_a_regular_file_has_no_oddities() -> None:
    version = read("a.sbv", b"0:00:01.000,0:00:02.000\nOne,\ntwo.\n\n10:00:02.000,10:00:03.500\nMore.\n")
    assert shown(version) == [(1_000, 2_000, "One,\ntwo."), (36_002_000, 36_003_500, "More.")]
    assert version.oddities == ()


@pytest.mark.parametrize(
    ("content", "expected", "told"),
    [
        ("0:00:01.000,0:00:02.000\na\n\nno time\n\n0:00:03.000,0:00:04.000\nb\n", ["a\nno time", "b"], [4]),
        ("0:00:01.000,0:00:02.000\na\n\n0:00:0x.000,0:00:03.000\nb\n", ["a", "b"], [4]),
        ("0:00:01.000,0:00:02.000\n\n0:00:02.000,0:00:03.000\nb\n", ["", "b"], [1]),
        ("A title\n\n0:00:01.000,0:00:02.000\na\n", ["A title\na"], [1]),
        ("0:00:02.000,0:00:01.000\na\n", ["a"], [1]),
    ],
)
def test_ill_files_lose_no_word(content: str, expected: list[str], told: list[int]) -> None:
    version = read("a.sbv", content.encode())
    assert [cue.text for cue in version.cues] == expected
    assert [oddity.line for oddity in version.oddities] == told
