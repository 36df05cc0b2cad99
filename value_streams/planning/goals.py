"""A measurable goal: from where, to where, and which way is better."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Direction(StrEnum):
    LOWER = "lower"
    HIGHER = "higher"
    KEEP = "keep"


class GoalRefused(ValueError):
    """The direction says otherwise than from → to."""


@dataclass(frozen=True)
class Goal:
    """From → to in the unit of the measure.

    From = to keeps what is: at or better than it is enough where the direction says which way is
    better; with `KEEP` itself nothing says so, and only the value itself keeps it.
    """

    direction: Direction
    start: Fraction
    to: Fraction

    def __post_init__(self):
        against = {
            Direction.LOWER: self.to > self.start,
            Direction.HIGHER: self.to < self.start,
            Direction.KEEP: self.to != self.start,
        }
        if against[self.direction]:
            raise GoalRefused(f"{self.direction}: {self.start} → {self.to}")

    @property
    def keeps(self) -> bool:
        return self.start == self.to

    def misses(self, actual: Fraction, target: Fraction) -> bool:
        """Whether the actual is worse than the target of its month.

        >>> Goal(Direction.LOWER, Fraction(60), Fraction(10)).misses(Fraction(19), Fraction(10))
        True
        """
        if self.direction == Direction.LOWER:
            return actual > target
        if self.direction == Direction.HIGHER:
            return actual < target
        return actual != target

    def achieved(self, actual: Fraction) -> Fraction:
        """The share of the way that is gone, unlimited: (actual − from) ÷ (to − from).

        >>> Goal(Direction.LOWER, Fraction(60), Fraction(10)).achieved(Fraction(19))
        Fraction(41, 50)
        >>> Goal(Direction.HIGHER, Fraction(80), Fraction(100)).achieved(Fraction(105))
        Fraction(5, 4)
        """
        if self.keeps:
            return Fraction(0 if self.misses(actual, self.to) else 1)
        return (actual - self.start) / (self.to - self.start)


def limited(share: Fraction) -> Fraction:
    """As it counts in the total: never below 0 nor above 1."""
    return min(max(share, Fraction(0)), Fraction(1))
