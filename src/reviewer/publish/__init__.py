"""The bundle, the page, the pictures as SVG, and writing files whole."""
