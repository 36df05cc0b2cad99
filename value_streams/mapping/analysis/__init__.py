"""What a map says in figures: takt, lead time, value-creating time, turns, bottleneck."""

from .analysis import Analysis, Cell, Convention, Known, analyse
from .organisations import OrganisationFigures, by_organisation
from .processes import ProcessFigures
from .stocks import pieces_there, wait_days
from .walks import Wait, Walk, longest_walk, walk_from, walks
from .writing import as_json

__all__ = [
    "Analysis",
    "Cell",
    "Convention",
    "Known",
    "OrganisationFigures",
    "ProcessFigures",
    "Wait",
    "Walk",
    "analyse",
    "as_json",
    "by_organisation",
    "longest_walk",
    "pieces_there",
    "wait_days",
    "walk_from",
    "walks",
]
