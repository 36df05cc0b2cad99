"""Which single assessor or criterion, left out, would change who comes first.

Everything is reckoned again without them, under the same tier weights. A run is skipped when it
leaves a candidate without a tier that they had: the first place would then change because
somebody dropped out of the ranking, not because of a judgement. A candidate who lacks a tier to
begin with stops nothing. A criterion that is the only one of its tier is never left out, for the
same reason.
"""

from collections.abc import Hashable
from fractions import Fraction

from .means import criterion_means, score, tier_values
from .panel import Panel
from .standing import FirstPlaceChanges
from .weights import tier_weights

Values = dict[Hashable, tuple[Fraction | None, ...]]


def first_place_changes(panel: Panel) -> FirstPlaceChanges:
    """Who and what would change the set in first place.

    Ana and Ben together put A first; without Ben, whose 5 decides, B is:

    >>> from .panel import Criterion, ScoreRow
    >>> panel = Panel([Criterion("whole", 1)], ["Ana", "Ben"], [
    ...     ScoreRow("A", "Ana", "whole", 3), ScoreRow("A", "Ben", "whole", 5),
    ...     ScoreRow("B", "Ana", "whole", 4), ScoreRow("B", "Ben", "whole", 3)])
    >>> first_place_changes(panel)
    FirstPlaceChanges(assessors=('Ben',), criteria=())
    """
    weights, values = tier_weights(panel), _values(panel)

    def changes(run: Panel) -> bool:
        if run.tiers != panel.tiers:
            return False
        left = _values(run)
        return not _loses_a_tier(values, left) and first(weights, left) != first(weights, values)

    keys = (criterion.key for criterion in panel.criteria)
    return FirstPlaceChanges(
        assessors=tuple(a for a in panel.assessors if changes(panel.without_assessor(a))),
        criteria=tuple(key for key in keys if changes(panel.without_criterion(key))),
    )


def first(weights: tuple[Fraction, ...], values: Values) -> frozenset[Hashable]:
    """Who has the highest score; nobody where nobody is rankable.

    >>> first((1,), {"A": (3,), "B": (None,), "C": (2,)})
    frozenset({'A'})
    """
    scores = {candidate: score(weights, tiers) for candidate, tiers in values.items()}
    best = max((each for each in scores.values() if each is not None), default=None)
    return frozenset(c for c, each in scores.items() if each is not None and each == best)


def _values(panel: Panel) -> Values:
    means = criterion_means(panel)
    return {candidate: tier_values(panel, means[candidate]) for candidate in panel.candidates}


def _loses_a_tier(before: Values, after: Values) -> bool:
    return any(
        had is not None and has is None
        for candidate in before
        for had, has in zip(before[candidate], after[candidate], strict=True)
    )
