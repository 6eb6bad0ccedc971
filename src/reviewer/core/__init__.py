"""Plain Python: time, cues, anchors, the log and its fold to the reading text."""
