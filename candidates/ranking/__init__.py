"""How a panel's candidates compare, and how far that holds. Pure: a panel in, a ranking out."""

from .leaving_out import first_place_changes
from .means import CriterionMean
from .panel import Criterion, Panel, ScoreRow
from .rank import rank
from .reading import Faults, read_panel
from .resting import MOST, Resting, rests_on, share_of
from .severity import ENOUGH, Severity, severities
from .standing import (
    Coverage,
    Disagreement,
    FirstPlaceChanges,
    Ranking,
    Standing,
    TierStanding,
)
from .weights import keeps_the_order, rank_order_centroid
from .writing import as_json

__all__ = [
    "ENOUGH",
    "MOST",
    "Coverage",
    "Criterion",
    "CriterionMean",
    "Disagreement",
    "Faults",
    "FirstPlaceChanges",
    "Panel",
    "Ranking",
    "Resting",
    "ScoreRow",
    "Severity",
    "Standing",
    "TierStanding",
    "as_json",
    "first_place_changes",
    "keeps_the_order",
    "rank",
    "rank_order_centroid",
    "read_panel",
    "rests_on",
    "severities",
    "share_of",
]
