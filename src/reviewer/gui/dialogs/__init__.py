"""Dialogs: to see all places before they are corrected, to say who one is, to see the keys."""
