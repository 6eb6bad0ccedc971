"""Importing in the window: what is asked, shown while it runs, told at the end and listed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.cli.command_line import webvtt
from tests.gui.controllers.two_talks import LAMPS, TALKS, Desktop, rows, said, session_of

from reviewer.app import importing
from reviewer.app.importing import ImportResult, SkippedFile
from reviewer.app.progress import Progress
from reviewer.gui.application import Program
from reviewer.gui.controllers.import_words import file_lines
from reviewer.gui.dialogs.report import ReportDialog
from reviewer.gui.dialogs.report_rows import FileLine


def bring_in(program: Program, desktop: Desktop, *files: Path) -> None:
    program.imports.import_paths(files)
    desktop.settle(program)
    desktop.settle(program)


def test_a_new_file_is_opened_and_told(program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desktop.folder / "storms.vtt"
    file.write_text(webvtt("A storm.", "Another one."), "utf-8")
    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_files", lambda *_: [file])
    program.window.actions_["import"].trigger()
    desktop.bot.waitUntil(lambda: session_of(program).episode.slug == "storms", timeout=5_000)
    assert program.window.toast.text == "Imported 2\u00a0cues, 4\u00a0words."
    bring_in(program, desktop, desktop.folder / "lamps.vtt")
    assert "Known already" in program.window.toast.text
    assert session_of(program).episode.slug == LAMPS


def report_of(program: Program) -> ReportDialog:
    report = program.imports._report
    assert report is not None
    return report


def lines_of(program: Program) -> dict[str, FileLine]:
    return {line.called: line for line in report_of(program).list.rows.rows if isinstance(line, FileLine)}


def changed_lamps(desktop: Desktop, **other: str) -> Path:
    """The file of the first talk, some words of it changed, in a folder of its own."""
    folder = desktop.folder / "again"
    folder.mkdir(exist_ok=True)
    lines = TALKS[LAMPS]
    for old, new in other.items():
        lines = tuple(line.replace(old, new) for line in lines)
    file = folder / "lamps.vtt"
    file.write_text(webvtt(*lines), "utf-8")
    return file


def test_refused_files_are_listed_beside_the_window(program: Program, desktop: Desktop) -> None:
    bring_in(program, desktop, *(desktop.folder / f"none {number}.vtt" for number in range(4)))
    report = report_of(program)
    assert report.isVisible()
    assert not report.isModal()
    assert report.head.text() == "4 refused."
    assert lines_of(program)["none 3.vtt"].told == "There is no such file."
    report.panel.copy.click()
    assert "none 0.vtt: There is no such file." in QGuiApplication.clipboard().text()


def test_what_is_no_caption_file_can_be_read_as_plain_text(program: Program, desktop: Desktop) -> None:
    file = desktop.folder / "broken.vtt"
    file.write_text("WEBVTT\n\n00:00:4x.000 --> when it is over\nwords\n", "utf-8")
    line = FileLine("refused", str(file), "This is not a caption time.", line=3, can_be_text=True)
    program.imports._lines = [line]
    program.imports.show_report()
    report = report_of(program)
    assert report.panel.as_text.isVisible()
    report.panel.as_text.click()
    desktop.settle(program)
    assert session_of(program).episode.slug == LAMPS  # the report had the focus
    assert [row.became for row in lines_of(program).values()] == ["imported"]
    report.panel.open.click()
    assert session_of(program).version.format == "text"
    assert not report.isVisible()
    desktop.bot.waitUntil(program.window.transcript.hasFocus)


def test_what_came_and_what_is_odd_is_told(program: Program, desktop: Desktop) -> None:
    odd, good = desktop.folder / "odd.vtt", desktop.folder / "good.vtt"
    odd.write_text("WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n", "utf-8")
    good.write_text(webvtt("A calm day."), "utf-8")
    bring_in(program, desktop, odd)
    assert "Read all the same: line 3: " in program.window.toast.text
    assert program.window.head.captions.text() == "1\u00a0oddity"
    bring_in(program, desktop, odd, good, desktop.folder / "none.vtt")
    assert program.window.toast.text.startswith("Imported 1\u00a0episode. 1 known already. 1\u00a0file refused.")
    assert [line.became for line in lines_of(program).values()] == ["refused", "imported", "known"]


def test_several_files_have_a_place_that_shows_them_all(program: Program, desktop: Desktop) -> None:
    folder = desktop.folder / "talks"
    folder.mkdir()
    for name in ("a calm day", "a storm"):
        (folder / f"{name}.vtt").write_text(webvtt(f"Of {name}."), "utf-8")
    bring_in(program, desktop, folder)
    assert program.imports._report is None
    program.window.toast._all.click()
    report = report_of(program)
    assert list(lines_of(program)) == ["a calm day.vtt", "a storm.vtt"]
    desktop.bot.waitUntil(report.list.hasFocus)
    desktop.press(report.list, Qt.Key.Key_Down)
    desktop.press(report.list, Qt.Key.Key_Return)
    assert session_of(program).episode.facts.title == "a storm"


def test_a_folder_is_asked_for(program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = desktop.folder / "talks"
    folder.mkdir()
    (folder / "storms.vtt").write_text(webvtt("A storm."), "utf-8")
    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_folder", lambda *_: folder)
    program.window.actions_["import_folder"].trigger()
    desktop.bot.waitUntil(lambda: session_of(program).episode.slug == "storms", timeout=5_000)
    assert desktop.settings.get("import_folder", "") == str(folder)


def test_a_new_version_of_the_open_episode_leads_and_undo_takes_it_back(program: Program, desktop: Desktop) -> None:
    session, before = session_of(program), said(program)
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"))
    program.desk.decide(lambda: session.correct(session.places("opportunity"), "chance"))
    bring_in(program, desktop, changed_lamps(desktop, opportunity="occasion"))
    toast = program.window.toast
    assert toast.text == "New version leads: 1\u00a0correction carried, 1 fits no longer."
    assert "a lantern that" in said(program)
    assert "occasion" in said(program)
    assert program.window.side.corrections.unfit.text() == "1 fits no longer"
    toast._undo.click()
    assert "a great chance" in said(program)
    assert toast.text.startswith("Undone: ")
    assert not program.window.side.corrections.unfit.isVisibleTo(program.window.side.corrections)
    program.desk.undo()
    program.desk.undo()
    assert said(program) == before


def test_what_is_being_typed_is_told_when_another_version_leads(program: Program, desktop: Desktop) -> None:
    transcript = program.window.transcript
    transcript.setFocus()
    desktop.press(transcript, Qt.Key.Key_F2)
    desktop.type("Half a wor")
    told: list[str] = []
    program.desk.failed.connect(told.append)
    bring_in(program, desktop, changed_lamps(desktop, opportunity="occasion"))
    assert any("Half a wor" in text for text in told)


def test_where_one_was_is_found_by_time_in_the_new_version(program: Program, desktop: Desktop) -> None:
    transcript, session = program.window.transcript, session_of(program)
    word = session.version.cues.first_word[30]
    transcript.put_caret(word)
    transcript.show_from(word)
    bring_in(program, desktop, changed_lamps(desktop, **{"Welcome to": "Welcome all of you to"}))
    desktop.bot.wait(20)
    place = transcript.caret_word()
    assert place is not None
    assert session_of(program).version.cues.cue_of(place.first) == 30


def test_an_import_that_ends_takes_nobody_out_of_a_correction(program: Program, desktop: Desktop) -> None:
    transcript = program.window.transcript
    transcript.setFocus()
    desktop.press(transcript, Qt.Key.Key_F2)
    desktop.type("Half a wor")
    file = desktop.folder / "storms.vtt"
    file.write_text(webvtt("A storm."), "utf-8")
    bring_in(program, desktop, file)
    assert transcript.is_correcting
    assert session_of(program).episode.slug == LAMPS
    assert "storms" in rows(program)


@pytest.mark.parametrize("place", ["search", "assessment", "names"])
def test_an_import_that_ends_takes_nobody_out_of_a_field(program: Program, desktop: Desktop, place: str) -> None:
    window = program.window
    if place == "search":
        window.library.search.setFocus()
        desktop.type("sto")
    else:
        window.side.show_tab(place, focus=True)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not window.transcript
    file = desktop.folder / "storms.vtt"
    file.write_text(webvtt("A storm.", "Another one."), "utf-8")
    bring_in(program, desktop, file)
    assert session_of(program).episode.slug == LAMPS
    assert QApplication.focusWidget() is focus
    assert window.status._saved.text().startswith("Saved ")
    assert window.toast._open.isVisible()
    window.toast._open.click()
    assert session_of(program).episode.slug == "storms"
    desktop.bot.waitUntil(window.transcript.hasFocus)


def test_a_new_version_that_leads_takes_no_focus_and_nothing_typed(program: Program, desktop: Desktop) -> None:
    window = program.window
    window.side.show_tab("assessment", focus=True)
    focus = QApplication.focusWidget()
    assert focus is not None
    bring_in(program, desktop, changed_lamps(desktop, opportunity="occasion"))
    assert "occasion" in said(program)
    assert QApplication.focusWidget() is focus
    assert not window.toast._open.isVisible()


def test_what_an_earlier_import_told_goes_when_the_report_opens(program: Program, desktop: Desktop) -> None:
    bring_in(program, desktop, desktop.folder / "lamps.vtt")
    assert program.window.toast.isVisible()
    bring_in(program, desktop, desktop.folder / "none.vtt")
    assert report_of(program).isVisible()
    assert not program.window.toast.isVisible()
    report_of(program).close()
    program.window.toast.complain("The disk is full.")
    program.imports.show_report()
    assert program.window.toast.isVisible()


def test_a_file_that_is_passed_over_is_not_told_to_end_here() -> None:
    result = ImportResult()
    result.skipped.append(SkippedFile("facts.json", "not captions: the JSON ends here before it is complete."))
    assert [line.told for line in file_lines(result)] == ["Not captions: the JSON ends before it is complete."]


def test_a_cancelled_import_keeps_whole_episodes(
    program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, real = threading.Event(), importing.import_files

    def slow(*arguments: object) -> Iterator[Progress]:
        for step in real(*arguments):  # type: ignore[arg-type]
            yield step
            goes_on.wait(5)

    monkeypatch.setattr(importing, "import_files", slow)
    files = [desktop.folder / f"storm {n}.vtt" for n in range(3)]
    for number, file in enumerate(files):
        file.write_text(webvtt(f"Storm {number}."), "utf-8")
    program.imports.import_paths(files)
    status = program.window.status
    desktop.bot.waitUntil(status._cancel.isVisible, timeout=3_000)
    desktop.bot.mouseClick(status._cancel, Qt.MouseButton.LeftButton)
    goes_on.set()
    desktop.settle(program)
    assert len([row for row in rows(program) if row.startswith("storm")]) < 3
    assert not status._cancel.isVisible()
    assert program.window.toast.text.startswith("Cancelled.")
