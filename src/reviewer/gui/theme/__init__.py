"""How the window looks: tokens, fonts, icons and the style, given to each widget as its `Theme`."""

from reviewer.gui.theme.theme import Theme

__all__ = ["Theme"]
