"""What the dialogs about captions are given to show in tests, with the hostile kind among it."""

from datetime import date

from reviewer.gui.dialogs.difference_rows import DifferenceItem
from reviewer.gui.dialogs.report_rows import FileLine
from reviewer.gui.dialogs.track_rows import OddityItem, TrackItem
from reviewer.gui.side.carried_rows import CarriedItem

TODAY = date(2026, 11, 14)
HOSTILE = "<b>bold</b> \u202eRTL\x00 <img src=x>"
FILE_LINES = (
    FileLine("imported", "/talks/handing-research.vtt", "Handing research to the machines, slowly. YouTube WebVTT, "
             "folded", "3,412 cues, 18,204 words", episode="handing-research"),
    FileLine("imported", "/talks/who-holds.srt", "Who holds the off switch. SRT, Windows-1252 assumed, 2 oddities",
             "812 cues, 9,120 words", episode="who-holds"),
    FileLine("version", "/talks/again/lamps.vtt", "Lamps. Leads now: 498 corrections carried, 3 settled by the file, "
             "2 fit no longer", "278 cues, 1,890 words", episode="lamps"),
    FileLine("track", "/talks/lamps.en-orig.vtt", "Lamps. Does not lead", "278 cues, 1,880 words", episode="lamps"),
    FileLine("known", "/talks/lamps.vtt", "The same bytes as “Lamps” (lamps). Nothing was added.", episode="lamps"),
    FileLine("refused", "/talks/interview-07.vtt", "“00:31:4x.200” stands where a time should.", line=412,
             remedy="Mend the line, or read the file as plain text. Nothing was changed.", can_be_text=True),
    FileLine("refused", f"/talks/{HOSTILE}.pdf", "this is a PDF.",
             remedy="Choose a WebVTT, SRT, SBV or text file. Nothing was changed."),
)  # fmt: skip
ODDITIES = (
    OddityItem(0, "Read as Windows-1252: the file does not say which encoding it is in."),
    OddityItem(412, "This cue ends before it begins; it is kept as it is.", "00:31:44.200 --> 00:31:41.000"),
    OddityItem(1_290, "There is no blank line before this cue.", f"00:58:01.000 --> 00:58:04.120\t{HOSTILE}"),
    OddityItem(88_888, "Unknown tag <blink>, taken out.", "<blink>and that is why nobody reads the monitor’s notes any "
               "more, four hundred pages a week of them</blink>"),
)  # fmt: skip
TRACKS = (
    TrackItem("a", "en · automatic · YouTube roll-up", "handing-research [k3xQ7vA2mZ0].en.vtt", "youtube-vtt", "utf-8",
              3_412, 18_204, 6_492_000, "11 November 2026", leads=True),
    TrackItem("b", "en · uploaded · SRT", "handing-research.srt", "srt", "cp1252", 1_204, 17_990, 6_480_000,
              "today 21:14", leads=False, oddities=ODDITIES),
    TrackItem("c", "nl · uploaded · WebVTT", f"{HOSTILE}.vtt", "webvtt", "utf-8", 1, 1, 0, "2 Mar 2025", leads=False),
)  # fmt: skip
DIFFERENCES = tuple(
    DifferenceItem(ms, "cue 4", before, one, other, after, 3)
    for ms, before, one, other, after in (
        (2_299_000, "and nobody at the", "holden institute", "Halden Institute", "reads them all because nobody has"),
        (2_384_000, "let me push on that", "", "when you say", "the monitor should be weaker than what it watches"),
        (3_730_000, "evals", "um you know", "", "for a year before you do"),
        (None, HOSTILE, HOSTILE, "שלום עולם", HOSTILE),
    )
)
CARRIED = (
    CarriedItem("e1", "holden institute", "Halden Institute", 2_299_000, 7, "Noor", "2026-11-11T12:00:00Z", "", TODAY),
    CarriedItem("e2", "a day emmy", "Adeyemi", None, 41, "Ari", "2026-11-11T12:00:00Z", "From the glossary", TODAY),
    CarriedItem("e3", "their for", "therefore", 9_000, 2, "Noor", "2026-11-11T12:00:00Z", "", TODAY, is_settled=True),
)
