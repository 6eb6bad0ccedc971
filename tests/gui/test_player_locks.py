"""The player's calls leave Python to other threads meanwhile; else window and player can wait for each other for ever.

In a process of its own, since the fault hangs it. QtMultimedia's threads take Python's lock as they end, now and then
while the window's thread waits for them in `stop`; here a thread takes it in each call, so that the fault is certain.
"""

import subprocess
import sys

WATCHED = """
import os
from PySide6.QtCore import QObject, Qt, QThread, Slot
from PySide6.QtWidgets import QApplication
from reviewer import paths
from reviewer.gui.player import Player

class Watcher(QObject):
    seen = 0
    @Slot()
    def note(self):
        self.seen += 1

app, thread, watcher = QApplication([]), QThread(), Watcher()
player = Player(app)
watcher.moveToThread(thread)
thread.start()
inner = player._player
blocking = Qt.ConnectionType.BlockingQueuedConnection
for signal in (inner.playbackStateChanged, inner.sourceChanged, inner.playbackRateChanged):
    signal.connect(watcher.note, blocking)
player.open(paths.resource("sample", "the-lighthouse-keepers-model.opus"))
while not player.duration_ms:
    app.processEvents()
inner.positionChanged.connect(watcher.note, blocking)
player.play_from(5000)
player.set_rate(1.5)
player.pause()
player.close()
assert watcher.seen >= 6, watcher.seen
print("all answered", flush=True)
os._exit(0)
"""


def test_no_call_of_the_player_keeps_pythons_lock() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, timeout=30, check=False)
    assert b"all answered" in done.stdout, done.stderr.decode()
