"""The colours of the window and the page: one table, read by the theme of the window and by the page's styles.

Shapes carry the names of these tokens, never a colour. Contrast is WCAG 2.2, measured on `paper`: text has at
least 4.5, shapes and borders 3.0; tests/gui/theme/test_tokens.py holds the table to it.
"""

from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: every colour by its name, as #RRGGBB."""

    name: str
    paper: str  # transcript, tables
    ground: str  # frame, side panes, floor of the plots
    raised: str  # fields, cards, popups
    hover: str  # under the pointer
    sunken: str  # pressed; read only
    line: str  # parts areas, carries no meaning
    edge: str  # borders of controls, zero line
    ink: str  # text
    ink2: str  # second text, icons
    ink3: str  # times, hints, key caps
    accent: str  # focus, selection, primary, links, playhead
    on_accent: str  # text on accent
    accent_soft: str  # selected rows, found words
    on_soft: str  # text on accent_soft and on now
    now: str  # the word being played
    slice_tint: str  # the chosen slice in the text
    view: str  # what is on screen, in the arc
    corrected: str  # corrected words and their rule
    suggest: str  # dotted rule of a suggestion
    suggest_soft: str  # the suggestion being judged
    risk: str  # fill of risk-forward bars, strip at −24
    risk_end: str  # strip and bars at −100
    risk_edge: str  # edge of risk bars, sparklines, rule of terms
    risk_soft: str  # ground of a risk term
    mixed: str  # mixed bars, strip from −16 to 16
    opp: str  # fill of opportunity-forward bars, strip from 24
    opp_edge: str  # their edge
    silent: str  # ticks of silent slices
    heard: str  # heard band and its hatching
    good: str  # done
    warn: str  # stale
    bad: str  # error

    def __getitem__(self, token: str) -> str:
        """The colour of a token by its name, as the shapes carry it; KeyError for a name that is none."""
        if token not in TOKEN_NAMES:
            raise KeyError(token)
        colour: str = getattr(self, token)
        return colour


TOKEN_NAMES: Final = frozenset(f.name for f in fields(Tokens)) - {"name"}

LIGHT: Final = Tokens(
    name="light",
    paper="#FDFCFA",
    ground="#F3F2EF",
    raised="#FFFFFF",
    hover="#EAE8E3",
    sunken="#DFDCD5",
    line="#DDDAD3",
    edge="#847F76",
    ink="#1E2227",
    ink2="#4D535B",
    ink3="#5F646C",
    accent="#3B4CC0",
    on_accent="#FFFFFF",
    accent_soft="#E5E8F8",
    on_soft="#1E2227",
    now="#CBD2F7",
    slice_tint="#F1F2FA",
    view="#E2E3EE",
    corrected="#1D6A49",
    suggest="#9A2C7A",
    suggest_soft="#F8E6F2",
    risk="#EE9F1E",
    risk_end="#CF7A00",
    risk_edge="#9A5500",
    risk_soft="#FAE5C8",
    mixed="#0D899D",
    opp="#FFFFFF",
    opp_edge="#39434C",
    silent="#807B72",
    heard="#59626C",
    good="#1D6A49",
    warn="#94401F",
    bad="#AF2A20",
)

DARK: Final = Tokens(
    name="dark",
    paper="#1A1E23",
    ground="#14171B",
    raised="#22272D",
    hover="#262B32",
    sunken="#0F1215",
    line="#2E343B",
    edge="#6F7882",
    ink="#E4E6E8",
    ink2="#B1B7BE",
    ink3="#989FA7",
    accent="#9AA7FF",
    on_accent="#10132A",
    accent_soft="#2A3054",
    on_soft="#E4E6E8",
    now="#3C4688",
    slice_tint="#20253A",
    view="#262C45",
    corrected="#7CCBA2",
    suggest="#E796CA",
    suggest_soft="#40263A",
    risk="#F0A63F",
    risk_end="#FFC570",
    risk_edge="#F0A63F",
    risk_soft="#463013",
    mixed="#3FBACD",
    opp="#FFFFFF",
    opp_edge="#FFFFFF",
    silent="#6F7882",
    heard="#98A2AC",
    good="#7CCBA2",
    warn="#F2A98F",
    bad="#FF9388",
)

CONTRAST: Final = Tokens(
    name="contrast",
    paper="#000000",
    ground="#000000",
    raised="#000000",
    hover="#1E1E1E",
    sunken="#000000",
    line="#9E9E9E",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E6E6E6",
    accent="#B4BEFF",
    on_accent="#000000",
    accent_soft="#B4BEFF",
    on_soft="#000000",
    now="#B4BEFF",
    slice_tint="#000000",
    view="#303030",
    corrected="#8CF0BE",
    suggest="#FF9BE0",
    suggest_soft="#000000",
    risk="#FFB020",
    risk_end="#FFD080",
    risk_edge="#FFB020",
    risk_soft="#000000",
    mixed="#40E0F0",
    opp="#FFFFFF",
    opp_edge="#FFFFFF",
    silent="#A0A0A0",
    heard="#FFFFFF",
    good="#8CF0BE",
    warn="#FFBFA6",
    bad="#FF9C94",
)

TOKENS: Final[dict[str, Tokens]] = {tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)}
