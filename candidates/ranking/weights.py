"""From an order of importance to numbers: how much each tier counts.

The paper orders the tiers (attitude and leadership, then lean knowledge, then knowledge of this
stream) and gives no numbers. The rank-order centroid is the one choice that prefers none of the
weightings the order admits: it is their mean.
"""

from fractions import Fraction
from itertools import pairwise

from .panel import Panel

# A program that writes 11/18 as a float misses the sum of 1 by some 1e-16; a person who forgets
# a tier misses it by far more.
ROUNDING = Fraction(1, 10**9)


def rank_order_centroid(n: int) -> tuple[Fraction, ...]:
    """The mean of all weightings w1 >= w2 >= ... >= wn >= 0 with sum 1.

    w_k = (1/k + 1/(k+1) + ... + 1/n) / n (Barron and Barrett, 1996).

    >>> [str(weight) for weight in rank_order_centroid(3)]
    ['11/18', '5/18', '1/9']
    >>> [str(weight) for weight in rank_order_centroid(2)]
    ['3/4', '1/4']
    """
    if n < 1:
        raise ValueError("an order of importance has at least one tier")
    return tuple(sum(Fraction(1, i) for i in range(k, n + 1)) / n for k in range(1, n + 1))


def tier_weights(panel: Panel) -> tuple[Fraction, ...]:
    """The weights the panel ranks by, one per tier that has a criterion, with a sum of exactly 1.

    Given weights whose sum misses 1 by no more than rounding are divided by it, so that whoever
    has 4 on every tier scores 4 and not 3.9999999999; a sum further off is refused.

    >>> from .panel import Criterion
    >>> panel = Panel([Criterion("whole", 1), Criterion("flows", 3)], (), (), tier_weights=None)
    >>> [str(weight) for weight in tier_weights(panel)]
    ['3/4', '1/4']
    """
    if panel.tier_weights is None:
        return rank_order_centroid(len(panel.tiers))
    total = sum(panel.tier_weights)
    if len(panel.tier_weights) != len(panel.tiers):
        raise ValueError("tier weights must be one per tier")
    if min(panel.tier_weights) < 0 or abs(total - 1) > ROUNDING:
        raise ValueError("tier weights must be 0 or more with a sum of 1")
    return tuple(weight / total for weight in panel.tier_weights)


def keeps_the_order(weights: tuple[Fraction, ...]) -> bool:
    """Whether no tier counts more than the one before it: the paper's order.

    >>> keeps_the_order((Fraction(1, 2), Fraction(1, 2))), keeps_the_order((0, 1))
    (True, False)
    """
    return all(weight >= following for weight, following in pairwise(weights))
