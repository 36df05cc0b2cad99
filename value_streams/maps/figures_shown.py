"""The figures of a map as a page shows them: name, value, unit, and the answer to "why?"."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from value_streams.drawing.figures import plain
from value_streams.mapping import Analysis, Transport
from value_streams.mapping.analysis.stocks import consumption_per_day
from value_streams.mapping.figures import (
    Figure,
    cell_figure,
    map_figures,
    process_figures,
)

from .entered import Entered

#: How many decimals a figure is shown with; the others with one.
DECIMALS = {
    "inventory_pieces": 0,
    "operators": 1,
    "operators_needed": 2,
    "floor_space_m2": 0,
    "epei_days": 2,
    "load": 2,
}
PERCENT = {
    "value_ratio_calendar": 4,
    "value_ratio_working": 3,
    "rolled_first_pass_yield": 1,
}
#: What each base of a map carries; where it is not entered yet, these are not known.
NEEDS = {
    "customer": (
        *("daily_demand", "takt_s", "pitch_s", "lead_time_days", "value_ratio_calendar"),
        *("value_ratio_working", "inventory_turns", "inventory_pieces"),
    ),
    "working_time": ("available_s_per_day", "takt_s", "pitch_s", "value_ratio_working"),
}
#: The order of a page: what one asks first.
ORDER = (
    *("takt_s", "lead_time_days", "value_creating_s", "value_ratio_working"),
    *("value_ratio_calendar", "inventory_turns", "inventory_pieces", "operators"),
    *("floor_space_m2", "rolled_first_pass_yield", "pitch_s", "daily_demand"),
    "available_s_per_day",
)


@dataclass(frozen=True)
class Shown:
    name: str
    value: str
    unit: str = ""
    why: str = ""
    missing: bool = False


def shown_figures(known: Entered) -> list[Shown]:
    """The figures of the whole map, as far as they can be said."""
    if known.analysis is None:
        return []
    figures = {figure.key: figure for figure in map_figures(known.analysis)}
    lacking = {key: base for base in known.lacks for key in NEEDS[base]}
    return [
        _not_yet(figures[key], lacking[key]) if key in lacking else shown(figures[key])
        for key in ORDER
    ]


def shown(figure: Figure) -> Shown:
    name = _(figure.name)
    if figure.value is None:
        return Shown(name, _("not known"), why=why(figure), missing=True)
    return Shown(name, *value_and_unit(figure.key, figure.value, figure.unit), why=why(figure))


def value_and_unit(key: str, value: float, unit: str) -> tuple[str, str]:
    """
    >>> value_and_unit("lead_time_days", 23.6196, "days")
    ('23.6', 'days')
    >>> value_and_unit("value_ratio_working", 0.000144, "")
    ('0.014', '%')
    """
    if key in PERCENT:
        return plain(value * 100, PERCENT[key]), "%"
    return plain(value, DECIMALS.get(key, 1)), _(unit) if unit else ""


def why(figure: Figure) -> str:
    """The formula, this map's numbers in it, and what was agreed on."""
    inputs = "; ".join(_input(each) for each in figure.inputs)
    said = [_(figure.formula) + (f": {inputs}" if inputs else "")]
    said += [_(sentence) for sentence in (figure.convention, figure.source) if sentence]
    return " ".join(sentence if sentence.endswith(".") else f"{sentence}." for sentence in said)


def _input(given) -> str:
    name = given.name if given.own else _(given.name)
    if given.value is None:
        return _("%(name)s not said") % {"name": name}
    value = given.value if isinstance(given.value, str) else plain(given.value, 3)
    return f"{name} {value}" + (f"\u00a0{_(given.unit)}" if given.unit else "")


def _not_yet(figure: Figure, base: str) -> Shown:
    words = {
        "customer": _("the customer's demand is missing"),
        "working_time": _("the working time is missing"),
    }
    return Shown(_(figure.name), words[base], missing=True)


def shown_processes(analysis: Analysis) -> list[dict]:
    """One row per process: its name, whether it is over takt, its figures."""
    return [
        {
            "name": each.name,
            "organisation": each.process.organisation or "",
            "over_takt": each.over_takt,
            "is_bottleneck": each is analysis.bottleneck,
            "figures": [shown(figure) for figure in process_figures(each)],
        }
        for each in analysis.processes
    ]


def shown_waits(analysis: Analysis) -> list[dict]:
    """The waits of the longest walk, supplier side first."""
    longest = max((wait.days or 0 for wait in analysis.waits), default=0)
    return [
        {
            "name": wait.element.name or wait.element.kind,
            "is_longest": bool(longest) and wait.days == longest,
            "days": plain(wait.days) if wait.days is not None else _("not known"),
            "why": _why_wait(analysis, wait),
        }
        for wait in analysis.waits
    ]


def _why_wait(analysis: Analysis, wait) -> str:
    """What was counted or observed there, in a few words."""
    element = wait.element
    if element.days is not None:
        return _("as observed on the walk")
    if isinstance(element, Transport):
        return _("%(hours)s\u00a0h under way ÷ 24") % {"hours": plain(element.hours or 0)}
    if element.pieces_in_all is None:
        return _("neither days nor pieces were observed")
    taken = consumption_per_day(analysis.map, wait.path)
    words = {"pieces": plain(element.pieces_in_all), "taken": plain(taken)}
    return _("%(pieces)s pieces ÷ %(taken)s a day") % words


def shown_cells(analysis: Analysis) -> list[Shown]:
    return [
        Shown(cell.name, *value_and_unit("operators_needed", each.value, each.unit), why=why(each))
        for cell in analysis.cells
        for each in [cell_figure(cell)]
    ]
