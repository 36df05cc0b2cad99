"""The arithmetic of a value-stream plan: exact, without database and clock."""

from .achievement import Objective, Progress, progress
from .goals import Direction, Goal, GoalRefused
from .total import Total, against_baseline, total

__all__ = [
    "Direction",
    "Goal",
    "GoalRefused",
    "Objective",
    "Progress",
    "Total",
    "against_baseline",
    "progress",
    "total",
]
