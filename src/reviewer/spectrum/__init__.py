"""Lexicon, slices, scores and statistics, and the geometry of the three pictures."""
