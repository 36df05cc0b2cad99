"""How far one objective is, at the end of a month, and how far it was to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from .goals import Goal, limited


@dataclass(frozen=True)
class Objective:
    """goal: None where it is only done or not done. Months count from 1 to 12 in the site's year.

    key is the same in the baseline and in every revision; dropped: taken out by a revision.
    """

    key: object
    goal: Goal | None
    weight: Fraction = Fraction(1)
    targets: Mapping[int, Fraction] = field(default_factory=dict)
    actuals: Mapping[int, Fraction] = field(default_factory=dict)
    done: bool = False
    dropped: bool = False


@dataclass(frozen=True)
class Progress:
    """Unlimited and limited achievement, what was expected, and the figures they came from.

    None is missing and never zero.
    """

    objective: Objective
    month: int | None
    actual: Fraction | None
    target: Fraction | None
    unlimited: Fraction | None
    expected: Fraction | None

    @property
    def achieved(self) -> Fraction | None:
        return None if self.unlimited is None else limited(self.unlimited)


def progress(objective: Objective, month: int) -> Progress:
    """The objective at the end of that month: its latest actual, and the latest target by then.

    >>> from .goals import Direction
    >>> changeover = Objective(
    ...     "changeover", Goal(Direction.LOWER, Fraction(60), Fraction(10)),
    ...     targets={1: Fraction(50), 2: Fraction(35)}, actuals={1: Fraction(45)},
    ... )
    >>> now = progress(changeover, 2)
    >>> now.month, now.achieved, now.expected
    (1, Fraction(3, 10), Fraction(1, 2))
    """
    marked = _latest(objective.actuals, month)
    planned = _latest(objective.targets, month)
    actual = None if marked is None else objective.actuals[marked]
    target = None if planned is None else objective.targets[planned]
    goal = objective.goal
    return Progress(
        objective,
        marked,
        actual,
        target,
        unlimited=None if goal is None or actual is None else goal.achieved(actual),
        expected=None if goal is None or target is None else limited(goal.achieved(target)),
    )


def _latest(months: Mapping[int, Fraction], until: int) -> int | None:
    return max((month for month in months if month <= until), default=None)
