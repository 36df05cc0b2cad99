"""Shares of firefighting over time. A week without entries is not in the series: a gap, no zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

DAYS_PER_MONTH = Fraction(487, 16)  # 30.4375, a twelfth of 365.25


class Unit(Enum):
    """What one period is."""

    WEEK = "week"
    MONTH = "month"

    @property
    def per_month(self) -> Fraction:
        """How many of these periods a month has."""
        return DAYS_PER_MONTH / 7 if self is Unit.WEEK else Fraction(1)


@dataclass(frozen=True)
class Point:
    """`time` in periods, from any origin; `share` in percent, 0 to 100. Both exact."""

    time: Fraction
    share: Fraction


@dataclass(frozen=True)
class Series:
    """Points in order of time, at most one a period."""

    points: tuple[Point, ...]
    unit: Unit

    @classmethod
    def of_weeks(cls, weeks: Iterable[tuple[date, int, int]]) -> "Series":
        """From (any day of the week, firefighting minutes, all minutes); weeks of 0 are gaps.

        >>> series = Series.of_weeks([(date(2026, 2, 2), 30, 60), (date(2026, 2, 9), 0, 0)])
        >>> [str(point.share) for point in series.points]
        ['50']
        """
        return cls.of(
            (
                (Fraction(week_number(day)), Fraction(100 * firefighting) / Fraction(total))
                for day, firefighting, total in weeks
                if total
            ),
            Unit.WEEK,
        )

    @classmethod
    def of_minutes(cls, weeks: Iterable[tuple[int, int, int]]) -> "Series":
        """From (week number, firefighting minutes, all minutes) in order, none of 0: with floats.

        For many thousand series. A quotient of whole numbers below 2²⁶ is rounded correctly, so
        equal shares stay equal and different ones different: every figure is that of exact ones.

        >>> Series.of_minutes([(5, 30, 60)]).points[0].share
        50.0
        """
        return cls(
            tuple(Point(week, 100 * fighting / total) for week, fighting, total in weeks), Unit.WEEK
        )

    @classmethod
    def of(cls, pairs: Iterable[tuple[Fraction, Fraction]], unit: Unit) -> "Series":
        """From (time, share) in any order."""
        return cls(tuple(Point(*pair) for pair in sorted(pairs)), unit)

    @property
    def times(self) -> list[Fraction]:
        return [point.time for point in self.points]

    @property
    def shares(self) -> list[Fraction]:
        return [point.share for point in self.points]


def week_number(day: date) -> int:
    """Weeks from Monday to Sunday, counted on without a break at New Year.

    >>> week_number(date(2027, 1, 4)) - week_number(date(2026, 12, 31))
    1
    """
    return (day.toordinal() - 1) // 7
