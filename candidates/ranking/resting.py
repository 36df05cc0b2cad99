"""What a candidate's score rests on: how much of it was seen, answered, read, or said by others.

Two shares of each kind of evidence. By number: of the observed scores. By weight: of the weighted
score itself, where one score carries the weight of its tier, of its criterion in the tier, and an
equal part among those who observed the criterion. The second is what the ranking rests on.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from .standing import Standing

#: more than this on what somebody said, rather than on what was seen or written, is worth saying
MOST = Fraction(1, 2)


@dataclass(frozen=True)
class Resting:
    """One kind of evidence of one candidate; `by_weight` is None for who is not rankable."""

    kind: Hashable
    scores: int
    by_number: Fraction
    by_weight: Fraction | None

    @property
    def share(self) -> Fraction:
        """By weight, or by number where there is no weighted score.

        >>> Resting("interview", 1, Fraction(1, 3), None).share
        Fraction(1, 3)
        """
        return self.by_number if self.by_weight is None else self.by_weight


def rests_on(
    standing: Standing, kinds: Mapping[tuple[Hashable, Hashable], Hashable]
) -> tuple[Resting, ...]:
    """The kinds found among a candidate's scores, in the order in which they are first met.

    kinds: of each observed (criterion, assessor). Tier 1 counts 3/4 and was seen by Ana and told
    to Ben; tier 2 counts 1/4 and was told to Ana: a third was seen, but three eighths by weight.

    >>> from .panel import Criterion, Panel, ScoreRow
    >>> from .rank import rank
    >>> rows = [("Ana", "whole", 4), ("Ben", "whole", 2), ("Ana", "lean", 3)]
    >>> panel = Panel([Criterion("whole", 1), Criterion("lean", 2)], ["Ana", "Ben"],
    ...               [ScoreRow("A", *row) for row in rows])
    >>> kinds = {("whole", "Ana"): "gemba", ("whole", "Ben"): "interview",
    ...          ("lean", "Ana"): "interview"}
    >>> for each in rests_on(rank(panel).candidates[0], kinds):
    ...     print(each.kind, each.scores, each.by_number, each.by_weight)
    gemba 1 1/3 3/8
    interview 2 2/3 5/8
    """
    counts: dict[Hashable, int] = {}
    weights: dict[Hashable, Fraction] = {}
    for tier in standing.tiers:
        for mean in tier.criteria:
            for assessor, _level in mean.scores:
                kind = kinds[mean.criterion.key, assessor]
                one = tier.weight * tier.share(mean) / len(mean.scores)
                counts[kind] = counts.get(kind, 0) + 1
                weights[kind] = weights.get(kind, Fraction(0)) + one
    every = sum(counts.values())
    return tuple(
        Resting(
            kind,
            count,
            Fraction(count, every),
            weights[kind] if standing.is_rankable else None,
        )
        for kind, count in counts.items()
    )


def share_of(resting: tuple[Resting, ...], kinds: frozenset[Hashable]) -> Fraction:
    """How much rests on any of these kinds.

    >>> told = Resting("interview", 2, Fraction(2, 3), Fraction(5, 8))
    >>> share_of((told,), frozenset({"interview", "reference"})) > MOST
    True
    """
    return sum((each.share for each in resting if each.kind in kinds), Fraction(0))
