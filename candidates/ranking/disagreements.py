"""Where assessors see a candidate far apart: the agenda of the panel's discussion."""

from collections.abc import Hashable, Iterable

from .means import CriterionMean
from .standing import Disagreement

WORTH_TALKING = 2


def disagreements(
    means: Iterable[tuple[Hashable, Iterable[CriterionMean]]],
) -> tuple[Disagreement, ...]:
    """Criteria seen two levels apart or more, the widest first, else in the order given.

    >>> from .panel import Criterion
    >>> whole = CriterionMean(Criterion("whole", 1), (("Ana", 4), ("Ben", 1)))
    >>> trust = CriterionMean(Criterion("trust", 1), (("Ana", 4), ("Ben", 3)))
    >>> [(each.criterion, int(each.range)) for each in disagreements([("A", [whole, trust])])]
    [('whole', 3)]
    """
    apart = [
        Disagreement(candidate, mean.criterion.key, mean.range, mean.scores)
        for candidate, each in means
        for mean in each
        if mean.range >= WORTH_TALKING
    ]
    return tuple(sorted(apart, key=lambda disagreement: -disagreement.range))
