"""What stands on a path of a map: processes, stocks of every kind, transports.

Field names, units and defaults are those of the file format `value-stream-map/1`. None means "not
said": what is reckoned instead stands in a property beside it.
"""

from dataclasses import dataclass
from typing import ClassVar

HOURS_PER_DAY = 24


@dataclass(frozen=True, kw_only=True)
class WorkingTime:
    shifts_per_day: float
    hours_per_shift: float
    break_minutes_per_shift: float = 0

    @property
    def seconds_per_day(self) -> float:
        """Available time per day, nothing taken off for downtime.

        >>> WorkingTime(shifts_per_day=2, hours_per_shift=8, break_minutes_per_shift=20
        ...     ).seconds_per_day
        55200
        """
        return self.shifts_per_day * (
            self.hours_per_shift * 3600 - self.break_minutes_per_shift * 60
        )


@dataclass(frozen=True, kw_only=True)
class Element:
    kind: ClassVar[str]
    name: str = ""
    floor_space_m2: float | None = None


@dataclass(frozen=True, kw_only=True)
class Process(Element):
    """One work unit, with its data box. Names of processes are unique in a map."""

    kind: ClassVar[str] = "process"
    cycle_time_s: float
    changeover_s: float = 0
    batch_size: float | None = None
    uptime: float = 1
    first_pass_yield: float = 1
    operators: float | None = None
    variants: int = 1
    shared: bool = False
    share_of_time: float = 1
    epe_days: float | None = None
    value_creating_s: float | None = None
    work_content_s: float | None = None
    working_time: WorkingTime | None = None
    cell: str | None = None
    organisation: str | None = None

    @property
    def value_s(self) -> float:
        """Value-creating time of one piece: as given, else the cycle time."""
        return self.cycle_time_s if self.value_creating_s is None else self.value_creating_s

    @property
    def work_s(self) -> float:
        """Work content of one piece: as given, else the value-creating time."""
        return self.value_s if self.work_content_s is None else self.work_content_s


@dataclass(frozen=True, kw_only=True)
class Stock(Element):
    """Pieces that wait: observed `days`, which win, or counted `pieces`."""

    days: float | None = None
    pieces: float | None = None
    by_variant: tuple[tuple[str, float], ...] = ()

    @property
    def pieces_in_all(self) -> float | None:
        """The pieces counted, where only the variants were counted their sum."""
        if self.pieces is None and self.by_variant:
            return sum(pieces for _, pieces in self.by_variant)
        return self.pieces


@dataclass(frozen=True, kw_only=True)
class Inventory(Stock):
    kind: ClassVar[str] = "inventory"


@dataclass(frozen=True, kw_only=True)
class Supermarket(Stock):
    kind: ClassVar[str] = "supermarket"


@dataclass(frozen=True, kw_only=True)
class Fifo(Stock):
    kind: ClassVar[str] = "fifo"
    max_pieces: float | None = None


@dataclass(frozen=True, kw_only=True)
class SafetyStock(Stock):
    kind: ClassVar[str] = "safety_stock"


@dataclass(frozen=True, kw_only=True)
class Transport(Element):
    """A way of `days`, which win, or `hours` by the clock."""

    kind: ClassVar[str] = "transport"
    days: float | None = None
    hours: float | None = None

    @property
    def days_under_way(self) -> float | None:
        if self.days is None and self.hours is not None:
            return self.hours / HOURS_PER_DAY
        return self.days


KINDS: dict[str, type[Element]] = {
    each.kind: each for each in (Process, Inventory, Supermarket, Fifo, SafetyStock, Transport)
}
