"""The walks from supplier to customer, and the longest of them: it is the lead time.

Every path begins one walk: its own elements, then those of the path it joins, from the element it
joins before; and so on to the customer. A map has as many walks as paths.
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..elements import Element, Process
from ..map import Map, Path
from .stocks import wait_days

#: Walks closer than this in days are equally long; then the more value-creating one counts.
EQUALLY_LONG_DAYS = 1e-9


@dataclass(frozen=True)
class Wait:
    """A stock or a transport of a walk; `days` is None where nothing was observed or counted."""

    path: Path
    element: Element
    days: float | None


@dataclass(frozen=True)
class Walk:
    """One way through the map, the supplier's side first."""

    paths: tuple[Path, ...]
    steps: tuple[tuple[Path, Element], ...]
    waits: tuple[Wait, ...]

    @property
    def processes(self) -> tuple[Process, ...]:
        return tuple(element for _, element in self.steps if isinstance(element, Process))

    @property
    def waiting_days(self) -> float:
        """Sum of the waits; one that is not known counts nothing."""
        return math.fsum(wait.days or 0 for wait in self.waits)

    @property
    def value_creating_s(self) -> float:
        return math.fsum(process.value_s for process in self.processes)

    @property
    def rolled_first_pass_yield(self) -> float:
        return float(math.prod(process.first_pass_yield for process in self.processes))


def walk_from(drawn: Map, path: Path) -> Walk:
    """The walk that begins with that path."""
    named = {each.name: each for each in drawn.paths}
    paths, steps, start = [], [], 0
    while path is not None:
        paths.append(path)
        steps += [(path, element) for element in path.elements[start:]]
        joined = named.get(path.joins)
        start = joined.place_of(path.joins_before) if joined else 0
        path = joined
    waits = (
        Wait(each, element, wait_days(drawn, each, element))
        for each, element in steps
        if not isinstance(element, Process)
    )
    return Walk(tuple(paths), tuple(steps), tuple(waits))


def walks(drawn: Map) -> Iterator[Walk]:
    return (walk_from(drawn, path) for path in drawn.paths)


def longest_walk(drawn: Map) -> Walk:
    """The walk with the longest sum of waits, of equally long ones that with more value-creating
    time, of these the one whose path stands first in the map.

    The lengths are summed from the customer backwards, each element once, however many paths join.
    """
    lengths = _lengths(drawn)
    longest = max(days for days, _ in lengths.values())
    equal = {
        name: round(value_s, 9)
        for name, (days, value_s) in lengths.items()
        if longest - days <= EQUALLY_LONG_DAYS
    }
    return walk_from(
        drawn,
        max(
            (path for path in drawn.paths if path.name in equal), key=lambda path: equal[path.name]
        ),
    )


def _lengths(drawn: Map) -> dict[str, tuple[float, float]]:
    """For each path by name: days and value-creating seconds from its first element to the end."""
    children = defaultdict(list)
    for path in drawn.paths:
        children[path.joins].append(path)
    lengths: dict[str, tuple[float, float]] = {}
    beyond = {path.name: (0.0, 0.0) for path in children[None]}
    waiting = list(children[None])
    while waiting:
        path = waiting.pop()
        from_place = _from_each_place(drawn, path, beyond[path.name])
        lengths[path.name] = from_place[0]
        places = path.places_by_name if children[path.name] else {}
        for child in children[path.name]:
            beyond[child.name] = from_place[places[child.joins_before]]
            waiting.append(child)
    return lengths


def _from_each_place(drawn: Map, path: Path, beyond: tuple[float, float]) -> list:
    """What remains to be walked from each element of the path; last, what remains after it."""
    remaining = [beyond]
    for element in reversed(path.elements):
        days, value_s = remaining[-1]
        if isinstance(element, Process):
            value_s += element.value_s
        remaining.append((days + (wait_days(drawn, path, element) or 0), value_s))
    return remaining[::-1]
