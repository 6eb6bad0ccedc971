from pathlib import Path

import pytest

from reviewer.app.settings import Settings
from reviewer.errors import FileTrouble


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    Settings(tmp_path / "deep").set({"theme": "dark", "zoom": 120})
    again = Settings(tmp_path / "deep")
    assert (again.get("theme", "light"), again.get("zoom", 100)) == ("dark", 120)


def test_a_value_of_another_kind_counts_as_none(tmp_path: Path) -> None:
    Settings(tmp_path).set({"zoom": "much"})
    assert Settings(tmp_path).get("zoom", 100) == 100


def test_the_same_values_are_not_written_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set({"theme": "dark"})
    (tmp_path / "settings.json").unlink()
    settings.set({"theme": "dark"})
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 99_999])
def test_a_damaged_file_counts_as_none_and_is_mended_by_the_next_choice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    settings = Settings(tmp_path)
    assert settings.get("theme", "light") == "light"
    settings.set({"theme": "dark"})
    assert Settings(tmp_path).get("theme", "light") == "dark"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    settings = Settings(tmp_path / "file" / "deep")
    with pytest.raises(FileTrouble):
        settings.set({"theme": "dark"})
    assert settings.get("theme", "light") == "dark"


def test_a_person_has_a_name_in_any_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "account")
    settings = Settings(tmp_path)
    assert settings.person == "account"
    settings.set({"person": " Gwen "})
    assert settings.person == "Gwen"
