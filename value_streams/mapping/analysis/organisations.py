"""What each organisation has of an enterprise's stream: waits, value, people, floor."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..elements import Element, Process, Stock
from ..map import Path
from .analysis import Analysis, Known, known, known_floor_space
from .stocks import pieces_there


@dataclass(frozen=True)
class OrganisationFigures:
    """`name` is None for what is nobody else's: the site that draws the map.

    `waiting_days` and `value_creating_s` are its part of the longest walk; their sums over all
    organisations are those of the map. The rest is all of the map that is its own.
    """

    name: str | None
    waiting_days: float
    value_creating_s: float
    processes: int
    over_takt: int
    inventory_pieces: Known
    operators: Known
    floor_space_m2: Known


def organisation_of(path: Path, element: Element) -> str | None:
    """A process's own organisation, else that of its path."""
    return getattr(element, "organisation", None) or path.organisation


def by_organisation(analysis: Analysis) -> tuple[OrganisationFigures, ...]:
    """One row per organisation, in the order in which they first appear on the map."""
    own = _grouped(analysis.map.elements)
    walked = _grouped(analysis.walk.steps)
    waits = _grouped((wait.path, wait.element, wait) for wait in analysis.waits)
    over_takt = _grouped((each.path, each.process) for each in analysis.over_takt)
    return tuple(
        OrganisationFigures(
            name=name,
            waiting_days=math.fsum(wait.days or 0 for _, _, wait in waits[name]),
            value_creating_s=math.fsum(
                each.value_s for _, each in walked[name] if isinstance(each, Process)
            ),
            processes=sum(isinstance(each, Process) for _, each in placed),
            over_takt=len(over_takt[name]),
            inventory_pieces=known(
                pieces_there(analysis.map, path, each)
                for path, each in placed
                if isinstance(each, Stock)
            ),
            operators=known(each.operators for _, each in placed if isinstance(each, Process)),
            floor_space_m2=known_floor_space(each for _, each in placed),
        )
        for name, placed in own.items()
    )


def _grouped(placed: Iterable[tuple]) -> dict[str | None, list[tuple]]:
    """What begins with a path and an element, by organisation."""
    groups = defaultdict(list)
    for each in placed:
        groups[organisation_of(*each[:2])].append(each)
    return groups
