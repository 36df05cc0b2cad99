"""What each organisation has of an enterprise's stream: waits, value, people, floor."""

import math
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
    placed = list(analysis.map.elements)
    names = dict.fromkeys(organisation_of(path, element) for path, element in placed)
    return tuple(_figures(analysis, name, placed) for name in names)


def _figures(analysis: Analysis, name: str | None, placed: list) -> OrganisationFigures:
    own = [(path, each) for path, each in placed if organisation_of(path, each) == name]
    walked = [each for path, each in analysis.walk.steps if organisation_of(path, each) == name]
    waits = [w for w in analysis.waits if organisation_of(w.path, w.element) == name]
    processes = [each for _, each in own if isinstance(each, Process)]
    return OrganisationFigures(
        name=name,
        waiting_days=math.fsum(wait.days or 0 for wait in waits),
        value_creating_s=math.fsum(each.value_s for each in walked if isinstance(each, Process)),
        processes=len(processes),
        over_takt=sum(
            organisation_of(each.path, each.process) == name for each in analysis.over_takt
        ),
        inventory_pieces=known(
            pieces_there(analysis.map, path, each) for path, each in own if isinstance(each, Stock)
        ),
        operators=known(each.operators for each in processes),
        floor_space_m2=known_floor_space(each for _, each in own),
    )
