"""Timelines and the overview as SVG, shape by shape."""
