"""The side pane: Names, Slice, Assessment and Corrections, each a widget that takes values in and gives signals out.

The form of the assessment is imported from its own module, when it is needed.
"""

from reviewer.gui.side.corrections_pane import CorrectionsPane
from reviewer.gui.side.names_pane import NamesPane
from reviewer.gui.side.pane import SidePane, TabName
from reviewer.gui.side.slice_pane import SlicePane
from reviewer.gui.side.views import CardView, PlaceView

__all__ = [
    "CardView",
    "CorrectionsPane",
    "NamesPane",
    "PlaceView",
    "SidePane",
    "SlicePane",
    "TabName",
]
