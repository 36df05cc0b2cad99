"""A value-stream map as data: what one saw on the walk, or plans to see. Nothing is reckoned here.

The fields, units and defaults are those of the file format `value-stream-map/1`; a map read from a
file, made from rows of the database or written in a test is the same object.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .elements import Element, Process, WorkingTime

MAIN = "main"
PRODUCTION_CONTROL = "Production control"
#: What a flow may name instead of the customer or the suppliers.
ROLES = ("Customer", "Supplier")

STATES = ("current", "future", "ideal")
MEDIA = ("manual", "electronic")
FLOW_KINDS = (
    *("order", "forecast", "schedule", "production-kanban", "withdrawal-kanban"),
    *("signal-kanban", "sequenced-pull", "levelling", "go-see"),
)
KAIZEN_KINDS = ("process", "flow")
LOOP_KINDS = ("pacemaker", "upstream", "supplier")
QUESTIONS = tuple("12345678")
MONTHS_PER_YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Customer:
    """Demand either by the month, with the month's working days, or by the day."""

    name: str = ""
    demand_per_month: float | None = None
    working_days_per_month: float | None = None
    daily_demand: float | None = None
    working_days_per_year: float | None = None
    pack_size: float | None = None
    shipments_per_day: float | None = None
    variants: tuple[tuple[str, float], ...] = ()

    @property
    def pieces_per_day(self) -> float:
        """
        >>> Customer(demand_per_month=18400, working_days_per_month=20).pieces_per_day
        920.0
        """
        if self.daily_demand is not None:
            return self.daily_demand
        return self.demand_per_month / self.working_days_per_month

    @property
    def days_per_year(self) -> float | None:
        """Working days per year: as given, else twelve months; None where neither is known."""
        if self.working_days_per_year is None and self.working_days_per_month is not None:
            return MONTHS_PER_YEAR * self.working_days_per_month
        return self.working_days_per_year


@dataclass(frozen=True, kw_only=True)
class Supplier:
    name: str
    delivers: str = ""


@dataclass(frozen=True, kw_only=True)
class Path:
    """Elements in flow order. Every path but the main one joins another before an element of it."""

    name: str
    elements: tuple[Element, ...] = ()
    joins: str | None = None
    joins_before: str | None = None
    pieces_per_product: float = 1
    organisation: str | None = None

    @property
    def processes(self) -> tuple[Process, ...]:
        return tuple(each for each in self.elements if isinstance(each, Process))

    @property
    def places_by_name(self) -> dict[str, int]:
        """Where each name stands first; a process before a stock of the same name."""
        stocks_first = sorted(
            enumerate(self.elements),
            key=lambda placed: (isinstance(placed[1], Process), -placed[0]),
        )
        return {element.name: place for place, element in stocks_first}

    def place_of(self, name: str) -> int | None:
        return self.places_by_name.get(name)


@dataclass(frozen=True, kw_only=True)
class InformationFlow:
    """`sender` is the file's `from`; both ends are names of elements, partners or offices."""

    sender: str
    to: str
    medium: str
    kind: str
    content: str = ""
    frequency: str = ""


@dataclass(frozen=True, kw_only=True)
class Kaizen:
    at: str
    text: str
    kind: str
    loop: str | None = None


@dataclass(frozen=True, kw_only=True)
class Loop:
    name: str
    kind: str
    order: int | None = None
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Map:
    name: str
    customer: Customer
    working_time: WorkingTime
    paths: tuple[Path, ...]
    state: str = "current"
    as_of: date | None = None
    suppliers: tuple[Supplier, ...] = ()
    lead_time_includes_processing: bool = False
    information_flows: tuple[InformationFlow, ...] = ()
    kaizen: tuple[Kaizen, ...] = ()
    loops: tuple[Loop, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()

    @property
    def main(self) -> Path:
        """The path that ends at the customer: the only one that joins nothing."""
        return next(path for path in self.paths if path.joins is None)

    @property
    def elements(self) -> Iterator[tuple[Path, Element]]:
        """All elements with their path, path by path in flow order."""
        return ((path, element) for path in self.paths for element in path.elements)

    @property
    def processes(self) -> tuple[Process, ...]:
        return tuple(process for path in self.paths for process in path.processes)

    @property
    def partners(self) -> frozenset[str]:
        """The names of the customer and the suppliers."""
        return frozenset({self.customer.name, *(each.name for each in self.suppliers)} - {""})

    @property
    def places(self) -> frozenset[str]:
        """Whatever a flow or a kaizen can be at by its name, but for the offices."""
        names = {*ROLES, *self.partners}
        for path in self.paths:
            names |= {path.name, path.organisation}
        for _, each in self.elements:
            names |= {each.name, getattr(each, "cell", None), getattr(each, "organisation", None)}
        return frozenset(names - {None, ""})

    @property
    def offices(self) -> tuple[str, ...]:
        """Who informs or is informed and is nothing else on the map, as production control is."""
        places = self.places
        ends = (end for flow in self.information_flows for end in (flow.sender, flow.to))
        return tuple(dict.fromkeys(end for end in ends if end not in places))

    def path(self, name: str) -> Path:
        return _named(self.paths, name)

    def process(self, name: str) -> Process:
        return _named(self.processes, name)

    def loop(self, name: str) -> Loop:
        return _named(self.loops, name)

    def joining(self, path: Path) -> tuple[Path, ...]:
        """The paths that join this one, in the file's order."""
        return tuple(each for each in self.paths if each.joins == path.name)


def _named(things, name):
    """The one with that name; KeyError where there is none."""
    for thing in things:
        if thing.name == name:
            return thing
    raise KeyError(name)
