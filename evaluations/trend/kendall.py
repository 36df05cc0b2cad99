"""The Mann–Kendall test for a trend, and Kendall's tau-b.

Sources: H. B. Mann, Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1975), for the
variance with ties and the correction for continuity.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import comb, factorial, sqrt
from statistics import NormalDist

import numpy as np

#: below this many values without ties every order is counted instead of approximated
EXACT_BELOW = 10


def rises_minus_falls(values: Sequence) -> int:
    """Kendall's S: over all pairs, those that rise minus those that fall.

    >>> rises_minus_falls([5, 3, 4])
    -1
    """
    place_of = {value: place for place, value in enumerate(sorted(set(values)))}
    places = np.array([place_of[value] for value in values], dtype=np.int64)
    earlier, later = pairs_of(len(places))
    return int(np.sign(places[later] - places[earlier]).sum())


@lru_cache(maxsize=256)
def pairs_of(n: int) -> tuple[np.ndarray, np.ndarray]:
    """The places of the earlier and of the later one of every two among n; not to be changed."""
    return np.triu_indices(n, k=1)


def tau_b(values: Sequence) -> float | None:
    """S as a share of the pairs that could count, ties corrected; None when all are equal.

    >>> tau_b([4, 3, 2]), tau_b([1, 1])
    (-1.0, None)
    """
    return tau_b_of(rises_minus_falls(values), values)


def tau_b_of(score: int, values: Sequence) -> float | None:
    """As `tau_b`, of values whose S is known."""
    pairs = comb(len(values), 2)
    untied = pairs - sum(comb(times, 2) for times in _ties(values))
    return score / sqrt(pairs * untied) if untied else None


def p_values(values: Sequence) -> tuple[float, float]:
    """How likely chance alone makes S this low, and this high: (p declining, p rising).

    >>> p_values([4, 3, 2, 1])
    (0.041666666666666664, 1.0)
    >>> p_values([7, 7, 7])
    (0.5, 0.5)
    """
    return p_values_of(rises_minus_falls(values), values)


def p_values_of(score: int, values: Sequence) -> tuple[float, float]:
    """As `p_values`, of values whose S is known."""
    if len(values) < EXACT_BELOW and len(set(values)) == len(values):
        return _share_of_orders_up_to(score, len(values)), _share_of_orders_up_to(
            -score, len(values)
        )
    towards_zero = (score < 0) - (score > 0)
    z = (score + towards_zero) / sqrt(score_variance(values)) if score else 0.0
    return NormalDist().cdf(z), NormalDist().cdf(-z)


def _share_of_orders_up_to(score: int, n: int) -> float:
    """Of all orders of n different values, the share with S <= score.

    With k falling pairs S is n(n−1)/2 − 2k. Putting the m-th value among m − 1 others adds 0 to
    m − 1 falling pairs, so the orders are counted value by value.
    """
    orders = [1]  # by number of falling pairs
    for m in range(2, n + 1):
        longer = [0] * (len(orders) + m - 1)
        for falls, number in enumerate(orders):
            for added in range(m):
                longer[falls + added] += number
        orders = longer
    fewest_falls = (comb(n, 2) - score) // 2
    return float(Fraction(sum(orders[fewest_falls:]), factorial(n)))


def score_variance(values: Sequence) -> float:
    """Of Kendall's S, if chance alone ordered the values; ties make it smaller.

    >>> score_variance([1, 2, 3]), score_variance([1, 1, 1])
    (3.6666666666666665, 0.0)
    """

    def term(n):
        return comb(n, 2) * (2 * n + 5)

    return (term(len(values)) - sum(map(term, _ties(values)))) / 9


def _ties(values: Sequence) -> list[int]:
    """How often each value that is there more than once is there."""
    if len(set(values)) == len(values):
        return []
    return [times for times in Counter(values).values() if times > 1]
