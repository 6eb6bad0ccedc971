"""The assessment file in the site's folder."""

import errno
import os
from pathlib import Path

import pytest
from tests.publish.material import make_assessment

from reviewer.assessment.document import to_bytes
from reviewer.errors import FileTrouble, Refused
from reviewer.publish.site import publish_assessment

PLACE = "resources/transcript-assessments/handing-research.json"


def test_a_file_is_new_then_the_same_then_changed(tmp_path: Path) -> None:
    made, changed = make_assessment(), make_assessment({"summary": "Another."})
    assert [c.what for c in publish_assessment(made, tmp_path)] == ["new"]
    assert (tmp_path / PLACE).read_bytes() == to_bytes(made)
    assert [c.what for c in publish_assessment(made, tmp_path)] == ["same"]
    assert [c.what for c in publish_assessment(changed, tmp_path)] == ["changed"]
    assert (tmp_path / PLACE).read_bytes() == to_bytes(changed)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    change = publish_assessment(make_assessment(), tmp_path, dry_run=True)[0]
    assert (change.what, change.path) == ("new", tmp_path / PLACE)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_site_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="there is no such folder"):
        publish_assessment(make_assessment(), tmp_path / "content")
    assert not (tmp_path / "content").exists()


def test_a_document_that_does_not_fit_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="field position"):
        publish_assessment({**make_assessment(), "position": 101}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / PLACE).mkdir(parents=True)
    with pytest.raises(Refused, match="a folder stands where the file would go"):
        publish_assessment(make_assessment(), tmp_path)


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "resources").touch()
    with pytest.raises(FileTrouble, match="A file stands where a folder is needed"):
        publish_assessment(make_assessment(), tmp_path)


def test_a_file_that_was_not_written_leaves_no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(FileTrouble, match="The disk is full"):
        publish_assessment(make_assessment(), tmp_path)
    assert list(tmp_path.iterdir()) == []
