"""The forms of ui/*.ui, compiled by `make forms`; not to be edited here."""
