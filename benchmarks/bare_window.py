"""The floor of window_start.py: the least that shows an episode's cues, a plain list of uniform rows.

Reads the cues of a library by sqlite3 and ends after the first paint, as the program does when
REVIEWER_QUIT_AFTER_PAINT is set. Prints when that was.
"""

import sqlite3
import sys
import time

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView


class _QuitAfterPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def main() -> int:
    connection = sqlite3.connect(sys.argv[1])
    rows = [text for (text,) in connection.execute("select text from cues order by row")]
    connection.close()
    app = QApplication(sys.argv[:1])
    app.aboutToQuit.connect(lambda: print(time.monotonic()))
    view = QListView(uniformItemSizes=True)
    view.setModel(QStringListModel(rows))
    after = _QuitAfterPaint()
    view.viewport().installEventFilter(after)
    view.resize(1440, 900)
    view.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
