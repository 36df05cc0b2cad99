"""The Theil–Sen line: the median of the slopes between any two points; odd weeks do not tilt it.

Sources: H. Theil (1950); P. K. Sen, J. Am. Stat. Assoc. 63 (1968), equation 2.6 for the interval.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import sqrt
from statistics import NormalDist, median

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Line:
    """`slope` per unit of time, with its interval; `at(time)` reads the line."""

    slope: Fraction
    interval: tuple[Fraction, Fraction]
    intercept: Fraction

    def at(self, time: Fraction) -> Fraction:
        return self.intercept + self.slope * time


def theil_sen(times: Sequence[Fraction], values: Sequence[Fraction]) -> Line | None:
    """The line through at least two points at different times; None for fewer.

    >>> line = theil_sen([1, 2, 3, 4], [10, 8, 6, 4])
    >>> str(line.slope), str(line.at(Fraction(4)))
    ('-2', '4')
    """
    points = sorted(zip(times, values, strict=True))
    slopes = sorted(
        Fraction(later - earlier) / Fraction(end - start)
        for (start, earlier), (end, later) in combinations(points, 2)
        if end != start
    )
    if not slopes:
        return None
    slope = median(slopes)
    return Line(
        slope=slope,
        interval=_interval(slopes, times, values),
        intercept=median(map(Fraction, values)) - slope * median(map(Fraction, times)),
    )


def _interval(slopes, times, values) -> tuple[Fraction, Fraction]:
    """The slopes as many places from the middle as chance would carry the ranks."""
    z = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / 2)
    spread = z * sqrt(_rank_variance(times, values))
    lower = max(round((len(slopes) - spread) / 2) - 1, 0)
    upper = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    return slopes[lower], slopes[upper]


def _rank_variance(times, values) -> float:
    def term(n):
        return n * (n - 1) * (2 * n + 5)

    tied = sum(term(n) for axis in (times, values) for n in Counter(axis).values() if n > 1)
    return (term(len(values)) - tied) / 18
