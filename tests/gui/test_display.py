"""Whether a window can be shown: told in one line where Qt would abort."""

import sys

import pytest

from reviewer.gui import display
from reviewer.gui.display import NoDisplay, has_display, require_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "value"), [("QT_QPA_PLATFORM", "offscreen"), ("WAYLAND_DISPLAY", "wayland-0")])
def test_a_platform_that_was_asked_for_and_wayland_will_do(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert has_display()


def test_without_a_display_it_is_told_what_works() -> None:
    assert not has_display()
    with pytest.raises(NoDisplay, match=r"no display to open a window on\. The command line works"):
        require_display()


def test_an_x_server_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setattr(display, "_loads", lambda _library: True)
    with pytest.raises(NoDisplay, match=r"The display :4711 does not answer\."):
        require_display()


def test_missing_libraries_are_named_by_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(display, "_loads", lambda library: library != "libxcb-cursor.so.0")
    with pytest.raises(NoDisplay, match=r"apt-get install .*libxcb-cursor0$"):
        require_display()


def test_a_library_that_is_not_there_is_found_missing() -> None:
    assert not display._loads("libreviewer-nowhere.so.9")
