"""Figures that can be asked "why this number?": formula, inputs, unit and convention."""

from .figure import Figure, Input
from .of_map import map_figures
from .of_parts import cell_figure, process_figures, wait_figure

__all__ = ["Figure", "Input", "cell_figure", "map_figures", "process_figures", "wait_figure"]
