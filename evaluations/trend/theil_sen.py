"""The Theil–Sen line: the median of the slopes between any two points; odd weeks do not tilt it.

Sources: H. Theil (1950); P. K. Sen, J. Am. Stat. Assoc. 63 (1968), equation 2.6 for the interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

import numpy as np

from .kendall import pairs_of, score_variance

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Line:
    """`slope` per unit of time, with its interval; `at(time)` reads the line."""

    slope: float
    interval: tuple[float, float]
    intercept: float

    def at(self, time) -> float:
        return self.intercept + self.slope * float(time)


def theil_sen(times: Sequence[Fraction], values: Sequence[Fraction]) -> Line | None:
    """The line through at least two points, in order of their different times; None for fewer.

    >>> line = theil_sen([1, 2, 3, 4], [10, 8, 6, 4])
    >>> line.slope, line.at(4)
    (-2.0, 4.0)
    """
    if len(values) < 2:
        return None
    t, x = np.array(times, dtype=float), np.array(values, dtype=float)
    earlier, later = pairs_of(len(x))
    slopes = (x[later] - x[earlier]) / (t[later] - t[earlier])
    lower, upper = _interval_places(len(slopes), values)
    middle = (len(slopes) - 1) // 2, len(slopes) // 2
    # Only these four have to stand where sorting would put them.
    slopes.partition(sorted({lower, upper, *middle}))
    slope = float(slopes[middle[0]] + slopes[middle[1]]) / 2
    return Line(
        slope=slope,
        interval=(float(slopes[lower]), float(slopes[upper])),
        intercept=_median(x) - slope * _median(t),
    )


def _median(values: np.ndarray) -> float:
    """As `np.median`, of a few.

    >>> _median(np.array([3.0, 1.0, 2.0, 4.0]))
    2.5
    """
    ordered, n = np.sort(values), len(values)
    return float(ordered[(n - 1) // 2] + ordered[n // 2]) / 2


def _interval_places(pairs: int, values: Sequence[Fraction]) -> tuple[int, int]:
    """The slopes as many places from the middle as chance would carry the ranks."""
    z = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / 2)
    spread = z * sqrt(score_variance(values))
    lower = max(round((pairs - spread) / 2) - 1, 0)
    return lower, min(round((pairs + spread) / 2), pairs - 1)
