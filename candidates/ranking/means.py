"""From scores to tier values: means in which nothing unobserved counts.

The mean of a criterion is over the assessors who observed it. The value of a tier is the mean of
its criteria by their weights; a criterion nobody observed is left out, and its weight goes to the
rest of the tier in proportion. A tier in which nobody observed anything has no value.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from .panel import Criterion, Panel


@dataclass(frozen=True)
class CriterionMean:
    """One criterion of one candidate: `scores` are (assessor, level), the observed ones only."""

    criterion: Criterion
    scores: tuple[tuple[Hashable, Fraction], ...]

    @property
    def mean(self) -> Fraction | None:
        """The mean level over those who observed it, or None.

        >>> CriterionMean(Criterion("whole", 1), (("Ana", 4), ("Ben", 1))).mean
        Fraction(5, 2)
        """
        if not self.scores:
            return None
        return Fraction(sum(score for _, score in self.scores), len(self.scores))

    @property
    def range(self) -> Fraction:
        """How many levels lie between the highest and the lowest score."""
        levels = [score for _, score in self.scores]
        return max(levels) - min(levels) if levels else Fraction(0)


def criterion_means(panel: Panel) -> dict[Hashable, tuple[CriterionMean, ...]]:
    """Per candidate every criterion of the panel, in its order, with what was observed."""
    observed: dict[tuple[Hashable, Hashable], dict[Hashable, Fraction]] = {}
    for row in panel.rows:
        if row.score is not None:
            cell = observed.setdefault((row.candidate, row.criterion), {})
            cell[row.assessor] = row.score
    return {
        candidate: tuple(
            CriterionMean(criterion, _in_order(panel, observed.get((candidate, criterion.key), {})))
            for criterion in panel.criteria
        )
        for candidate in panel.candidates
    }


def _in_order(panel: Panel, cell: dict) -> tuple[tuple[Hashable, Fraction], ...]:
    return tuple((assessor, cell[assessor]) for assessor in panel.assessors if assessor in cell)


def tier_value(means: Iterable[CriterionMean]) -> Fraction | None:
    """The weighted mean over the criteria that somebody observed, or None.

    >>> whole = CriterionMean(Criterion("whole", 1, weight=3), (("Ana", 4),))
    >>> trust = CriterionMean(Criterion("trust", 1, weight=1), (("Ana", 2),))
    >>> risks = CriterionMean(Criterion("risks", 1, weight=9), ())
    >>> tier_value([whole, trust, risks])
    Fraction(7, 2)
    >>> tier_value([risks]) is None
    True
    """
    weighed = [(each.criterion.weight, each.mean) for each in means if each.scores]
    if not weighed:
        return None
    return sum(weight * mean for weight, mean in weighed) / sum(weight for weight, _ in weighed)


def tier_values(panel: Panel, means: Iterable[CriterionMean]) -> tuple[Fraction | None, ...]:
    """One candidate's value on each tier of the panel, in the order of importance."""
    means = tuple(means)
    return tuple(
        tier_value(each for each in means if each.criterion.tier == tier) for tier in panel.tiers
    )


def score(weights: tuple[Fraction, ...], values: tuple[Fraction | None, ...]) -> Fraction | None:
    """Tier values by tier weights; None where a tier has no value: not rankable.

    >>> from .weights import rank_order_centroid
    >>> score(rank_order_centroid(3), (4, 2, 3))
    Fraction(10, 3)
    >>> score(rank_order_centroid(3), (4, None, 3)) is None
    True
    """
    if None in values:
        return None
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
