"""What a message says that the reader of a caption file can do."""

from typing import Final

NOTHING_CHANGED = "Nothing was changed."
AS_TEXT = f"Mend the line, or import the file as plain text with --format text. {NOTHING_CHANGED}"
KNOWN: Final = "WebVTT, SRT, SBV, TTML, YouTube's json3 or srv, JSON of Whisper or a podcast, Markdown, or text"
OTHER_FILE = f"Choose a file of captions ({KNOWN}). {NOTHING_CHANGED}"
REREAD = "If letters look wrong, choose “Re-read as…”."
