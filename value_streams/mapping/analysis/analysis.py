"""Every figure of a map. Figures are unrounded; None is "cannot be said", never zero."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..elements import Element, Process, Stock
from ..map import Map
from .processes import ProcessFigures, process_figures
from .stocks import pieces_there
from .walks import Wait, Walk, longest_walk

SECONDS_PER_CALENDAR_DAY = 86_400


class Convention(StrEnum):
    """What the lead time is made of; the map says which."""

    WAITS = "waits only"
    WAITS_AND_PROCESSING = "waits and processing"


@dataclass(frozen=True)
class Cell:
    name: str
    processes: tuple[ProcessFigures, ...]

    @property
    def operators_needed(self) -> float:
        """Σ work content ÷ takt, each process at its own takt."""
        return math.fsum(each.process.work_s / each.takt_s for each in self.processes)


@dataclass(frozen=True)
class Known:
    """A sum over what was said, and how much of it was said: `total` is None where nothing was."""

    total: float | None
    said: int
    of: int

    @property
    def complete(self) -> bool:
        return self.said == self.of > 0


@dataclass(frozen=True)
class Analysis:
    """The figures of one map; `walk` is its longest, which lead time and value are taken from."""

    map: Map
    walk: Walk
    processes: tuple[ProcessFigures, ...]
    cells: tuple[Cell, ...]
    inventory_pieces: Known
    operators: Known
    floor_space_m2: Known

    @property
    def daily_demand(self) -> float:
        return float(self.map.customer.pieces_per_day)

    @property
    def available_s_per_day(self) -> float:
        return float(self.map.working_time.seconds_per_day)

    @property
    def takt_s(self) -> float:
        return self.available_s_per_day / self.daily_demand

    @property
    def pitch_s(self) -> float | None:
        pack = self.map.customer.pack_size
        return None if pack is None else self.takt_s * pack

    @property
    def waits(self) -> tuple[Wait, ...]:
        return self.walk.waits

    @property
    def unknown_waits(self) -> tuple[Wait, ...]:
        """Waits of the walk nobody has observed: the lead time is at least what is shown."""
        return tuple(wait for wait in self.waits if wait.days is None)

    @property
    def convention(self) -> Convention:
        with_processing = self.map.lead_time_includes_processing
        return Convention.WAITS_AND_PROCESSING if with_processing else Convention.WAITS

    @property
    def processing_days(self) -> float:
        return self.value_creating_s / self.available_s_per_day

    @property
    def lead_time_days(self) -> float:
        with_processing = self.map.lead_time_includes_processing
        return self.walk.waiting_days + (self.processing_days if with_processing else 0)

    @property
    def value_creating_s(self) -> float:
        return self.walk.value_creating_s

    @property
    def value_ratio_calendar(self) -> float | None:
        return self._value_ratio(SECONDS_PER_CALENDAR_DAY)

    @property
    def value_ratio_working(self) -> float | None:
        return self._value_ratio(self.available_s_per_day)

    def _value_ratio(self, seconds_per_day: float) -> float | None:
        lead_time_s = self.lead_time_days * seconds_per_day
        return self.value_creating_s / lead_time_s if lead_time_s else None

    @property
    def inventory_turns(self) -> float | None:
        days_per_year, lead_time = self.map.customer.days_per_year, self.lead_time_days
        return days_per_year / lead_time if days_per_year is not None and lead_time else None

    @property
    def bottleneck(self) -> ProcessFigures | None:
        """The process with the largest effective cycle time ÷ takt, over takt or not; of equally
        loaded ones the first."""
        return max(self.processes, key=lambda each: round(each.load, 12), default=None)

    @property
    def over_takt(self) -> tuple[ProcessFigures, ...]:
        return tuple(each for each in self.processes if each.over_takt)

    @property
    def rolled_first_pass_yield(self) -> float:
        return self.walk.rolled_first_pass_yield


def analyse(drawn: Map) -> Analysis:
    """Every figure of the map; `mapping.figures` says why each is what it is."""
    processes = tuple(
        process_figures(drawn, path, process) for path in drawn.paths for process in path.processes
    )
    stocks = [
        pieces_there(drawn, path, element)
        for path, element in drawn.elements
        if isinstance(element, Stock)
    ]
    return Analysis(
        map=drawn,
        walk=longest_walk(drawn),
        processes=processes,
        cells=_cells(processes),
        inventory_pieces=known(stocks),
        operators=known(each.process.operators for each in processes),
        floor_space_m2=known_floor_space(element for _, element in drawn.elements),
    )


def known_floor_space(elements: Iterable[Element]) -> Known:
    """Floor space of the processes, and of whatever else says it: no stock must."""
    return known(
        each.floor_space_m2
        for each in elements
        if isinstance(each, Process) or each.floor_space_m2 is not None
    )


def known(values: Iterable[float | None]) -> Known:
    """
    >>> known([120, None, 30])
    Known(total=150.0, said=2, of=3)
    """
    values = list(values)
    said = [value for value in values if value is not None]
    return Known(math.fsum(said) if said else None, len(said), len(values))


def _cells(processes: Iterable[ProcessFigures]) -> tuple[Cell, ...]:
    """The cells in the order in which their first process stands in the map."""
    members: dict[str, list[ProcessFigures]] = {}
    for each in processes:
        if each.process.cell:
            members.setdefault(each.process.cell, []).append(each)
    return tuple(Cell(name, tuple(those)) for name, those in members.items())
