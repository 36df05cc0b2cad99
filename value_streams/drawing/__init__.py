"""The value-stream map as a drawing: an analysed map in, SVG and words out; no database."""

from .sheet import sheet
from .svg import draw_map
from .words import in_order

__all__ = ["draw_map", "in_order", "sheet"]
