"""Who is ahead whatever the weights, as long as they keep the order of importance.

Every weighting w1 >= w2 >= w3 >= 0 with sum 1 is a mix of its corners (1, 0, 0), (1/2, 1/2, 0)
and (1/3, 1/3, 1/3), and a score is linear in the weights: whoever is ahead in the corners is
ahead everywhere. In a corner the score is the mean of the first tiers, so only the running sums
of the tier values matter.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate


def corner_scores(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The scores in the corners of the admissible weightings: means of the first 1, 2, … tiers.

    >>> [str(score) for score in corner_scores((4, 2, 3))]
    ['4', '3', '3']
    """
    return tuple(Fraction(total) / n for n, total in enumerate(accumulate(values), start=1))


def is_ahead_for_every_weighting(a: Sequence[Fraction], b: Sequence[Fraction]) -> bool:
    """Whether all partial sums of (a - b) over the tiers are >= 0 and one is > 0.

    A weaker tier can be outweighed by a stronger one before it, never by one after it:

    >>> is_ahead_for_every_weighting((4, 2, 3), (3, 3, 3))
    True
    >>> is_ahead_for_every_weighting((3, 3, 3), (4, 2, 3))
    False
    >>> is_ahead_for_every_weighting((4, 2, 3), (3, 4, 3))
    False
    >>> is_ahead_for_every_weighting((4, 2, 3), (4, 2, 3))
    False
    """
    leads = list(accumulate(x - y for x, y in zip(a, b, strict=True)))
    return min(leads) >= 0 and max(leads) > 0
