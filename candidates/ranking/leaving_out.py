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
    """Who and what would change the set in first place, and which runs say nothing.

    Ana and Ben together put A first; without Ben, whose 5 decides, B is. Leaving out the only
    criterion is skipped:

    >>> from .panel import Criterion, ScoreRow
    >>> panel = Panel([Criterion("whole", 1)], ["Ana", "Ben"], [
    ...     ScoreRow("A", "Ana", "whole", 3), ScoreRow("A", "Ben", "whole", 5),
    ...     ScoreRow("B", "Ana", "whole", 4), ScoreRow("B", "Ben", "whole", 3)])
    >>> changes = first_place_changes(panel)
    >>> changes.assessors, changes.first_without
    (('Ben',), (('Ben', frozenset({'B'})),))
    >>> changes.skipped_assessors, changes.skipped_criteria
    ((), ('whole',))
    """
    weights, values = tier_weights(panel), _values(panel)
    now = first(weights, values)

    def then(run: Panel) -> frozenset[Hashable] | None:
        """Who comes first in this run; None where it is skipped."""
        if run.tiers != panel.tiers:
            return None
        left = _values(run)
        return None if _loses_a_tier(values, left) else first(weights, left)

    criteria = [criterion.key for criterion in panel.criteria]
    by_assessor = {each: then(panel.without_assessor(each)) for each in panel.assessors}
    by_criterion = {each: then(panel.without_criterion(each)) for each in criteria}
    return FirstPlaceChanges(
        assessors=_changing(by_assessor, now),
        criteria=_changing(by_criterion, now),
        first_without=tuple(
            (each, runs[each])
            for runs in (by_assessor, by_criterion)
            for each in _changing(runs, now)
        ),
        skipped_assessors=tuple(each for each, run in by_assessor.items() if run is None),
        skipped_criteria=tuple(each for each, run in by_criterion.items() if run is None),
    )


def _changing(runs: dict, now: frozenset[Hashable]) -> tuple[Hashable, ...]:
    return tuple(each for each, run in runs.items() if run is not None and run != now)


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
