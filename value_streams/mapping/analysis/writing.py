"""An analysis as the JSON object of `analyse_map --json`."""

from .analysis import Analysis, Cell
from .processes import ProcessFigures


def as_json(analysis: Analysis) -> dict:
    """The object to print: figures unrounded, null for what cannot be said."""
    bottleneck = analysis.bottleneck
    return {
        "takt_s": analysis.takt_s,
        "daily_demand": analysis.daily_demand,
        "available_s_per_day": analysis.available_s_per_day,
        "pitch_s": analysis.pitch_s,
        "lead_time_days": analysis.lead_time_days,
        "lead_time_convention": str(analysis.convention),
        "value_creating_s": analysis.value_creating_s,
        "longest_path": [path.name for path in analysis.walk.paths],
        "value_ratio_calendar": analysis.value_ratio_calendar,
        "value_ratio_working": analysis.value_ratio_working,
        "inventory_turns": analysis.inventory_turns,
        "bottleneck": bottleneck and bottleneck.name,
        "rolled_first_pass_yield": analysis.rolled_first_pass_yield,
        "waits": [{"name": wait.element.name, "days": wait.days} for wait in analysis.waits],
        "processes": [_process(each) for each in analysis.processes],
        "cells": [_cell(each) for each in analysis.cells],
    }


def _process(figures: ProcessFigures) -> dict:
    return {
        "name": figures.name,
        "takt_s": figures.takt_s,
        "effective_cycle_time_s": figures.effective_cycle_time_s,
        "capacity_per_day": figures.capacity_per_day,
        "over_takt": figures.over_takt,
        "epei_days": figures.epei_days,
    }


def _cell(cell: Cell) -> dict:
    return {"name": cell.name, "operators_needed": cell.operators_needed}
