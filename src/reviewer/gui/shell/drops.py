"""What was dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def take(event: QDropEvent) -> list[Path]:
    """The files and folders of a drop, or of a drag that comes in, which is accepted where there are any."""
    paths = dropped_paths(event.mimeData())
    if paths:
        event.setDropAction(Qt.DropAction.CopyAction)  # the files stay where they are
        event.accept()
    return paths
