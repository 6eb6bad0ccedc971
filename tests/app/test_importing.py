from pathlib import Path

import pytest
from tests.cli.command_line import webvtt

from reviewer.app.importing import ImportOptions, ImportResult, UnreadableFile, import_files, read_bytes
from reviewer.app.workspace import Workspace


def test_stopping_between_two_files_leaves_whole_episodes(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.vtt" for n in range(4)]
    for number, file in enumerate(files):
        file.write_text(webvtt(f"Words of {number}"), "utf-8")
    result = ImportResult()
    steps = import_files(tmp_path / "library.sqlite", files, ImportOptions(), result)
    assert [(step.done, step.total, step.what) for step in (next(steps), next(steps), next(steps))][-1] == (
        2,
        4,
        "2.vtt",
    )
    steps.close()  # type: ignore[attr-defined]
    with Workspace(tmp_path / "library.sqlite", "gwen") as opened:
        assert (
            [row.slug for row in opened.episodes()] == [one.episode for one in reversed(result.imported)] == ["1", "0"]
        )


@pytest.mark.parametrize("name", ["missing", ".", "/dev/null", "x" * 300, "a\0b"])
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(tmp_path / name)
    assert caught.value.reason
    assert caught.value.remedy.endswith("Nothing was changed.")
    assert str(caught.value).count("\n") == 0
