"""Choosing files and folders, without a file of the folder being opened for it.

Qt's own file dialog opens each file that it lists to tell its type. On POSIX systems, closing any descriptor of a file
drops all locks that the process holds on it: with the library in the listed folder SQLite's locks would be gone, and
the next program that closes the library would take the write-ahead file away under ours.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QFileIconProvider, QLineEdit, QStyle, QWidget

Mode = QFileDialog.FileMode


class _Untouching(QFileIconProvider):
    """Tells icon and type by what the folder says of a file, never by what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        if isinstance(of, QFileInfo):
            return self._folder if of.isDir() else self._file
        return self._file if of == QAbstractFileIconProvider.IconType.File else self._folder

    def type(self, info: QFileInfo) -> str:
        return "Folder" if info.isDir() else info.suffix().upper()


@cache
def _provider() -> _Untouching:
    """One for the process: the dialog's worker thread may ask it as long as the dialog lives."""
    return _Untouching()


@cache
def _dialog() -> QFileDialog:
    """One for the process, never deleted: its end would wait for a worker that waits for Python."""
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # the desktop's own would open files in this process too
    dialog.setIconProvider(_provider())
    return dialog


def _chosen(parent: QWidget, title: str, mode: Mode, filters: str, start: str, *, to_save: bool = False) -> list[Path]:
    dialog = _dialog()
    dialog.setParent(parent, dialog.windowFlags())
    dialog.setWindowTitle(title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if to_save else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode is Mode.Directory)
    dialog.setNameFilters(filters.split(";;"))
    folder, name = _split(start)
    if folder:
        dialog.setDirectory(folder)
    dialog.selectFile(name)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    if edit is not None:
        edit.setText(name)  # an empty name leaves the one of the time before
    is_taken = bool(dialog.exec())
    files = [Path(name) for name in dialog.selectedFiles()] if is_taken else []
    dialog.setParent(None)
    return files


def _split(start: str) -> tuple[str, str]:
    """A folder to begin in, and a name that is proposed."""
    path = Path(start) if start else None
    if path is None:
        return "", ""
    return (start, "") if path.is_dir() else (str(path.parent) if path.parent != Path() else "", path.name)


def choose_files(parent: QWidget, title: str, filters: str, start: str = "") -> list[Path]:
    """Some files that are there; none where the user thought better of it."""
    return _chosen(parent, title, Mode.ExistingFiles, filters, start)


def choose_file(parent: QWidget, title: str, filters: str, start: str = "") -> Path | None:
    files: Sequence[Path] = _chosen(parent, title, Mode.ExistingFile, filters, start)
    return files[0] if files else None


def choose_folder(parent: QWidget, title: str, start: str = "") -> Path | None:
    """A folder that is there. Its files are not shown, and yet Qt's own dialog would open each of them."""
    folders = _chosen(parent, title, Mode.Directory, "Folders (*)", start)
    return folders[0] if folders else None


def choose_new_file(parent: QWidget, title: str, filters: str, start: str = "") -> Path | None:
    """A file to write; the dialog asks before an old one is written over."""
    files = _chosen(parent, title, Mode.AnyFile, filters, start, to_save=True)
    return files[0] if files else None
