"""What a ranking says: every figure with what it was reckoned from, nothing rounded."""

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from .means import CriterionMean


@dataclass(frozen=True)
class TierStanding:
    """One candidate's value on one tier, what it counts, and the criteria behind it."""

    tier: int
    weight: Fraction
    value: Fraction | None
    criteria: tuple[CriterionMean, ...]

    @property
    def contribution(self) -> Fraction | None:
        """What the tier adds to the score: weight x value, None where nobody observed it.

        >>> TierStanding(2, Fraction(5, 18), Fraction(2), ()).contribution
        Fraction(5, 9)
        """
        return None if self.value is None else self.weight * self.value

    def share(self, mean: CriterionMean) -> Fraction | None:
        """The share of the tier that a criterion carries, after the unobserved ones gave theirs.

        >>> from .panel import Criterion
        >>> whole = CriterionMean(Criterion("whole", 1, weight=3), (("Ana", 4),))
        >>> trust = CriterionMean(Criterion("trust", 1, weight=1), (("Ana", 2),))
        >>> risks = CriterionMean(Criterion("risks", 1, weight=9), ())
        >>> tier = TierStanding(1, Fraction(1), Fraction(7, 2), (whole, trust, risks))
        >>> tier.share(whole), tier.share(risks)
        (Fraction(3, 4), None)
        """
        if not mean.scores:
            return None
        return mean.criterion.weight / sum(m.criterion.weight for m in self.criteria if m.scores)


@dataclass(frozen=True)
class Coverage:
    """How many of how many: "7 of 9 criteria"."""

    observed: int
    all: int


@dataclass(frozen=True)
class Standing:
    """One candidate in the ranking.

    `score`, `place` and `rank_acceptability` are None where a tier was observed by nobody: not
    rankable. Equal scores share a place. `rank_acceptability` has one share per rankable
    candidate; `ahead_for_every_weighting` names the candidates behind whatever the weights.
    """

    candidate: Hashable
    score: Fraction | None
    place: int | None
    tiers: tuple[TierStanding, ...]
    coverage_criteria: Coverage
    coverage_assessors: Coverage
    rank_acceptability: tuple[Fraction, ...] | None
    ahead_for_every_weighting: tuple[Hashable, ...]

    @property
    def is_rankable(self) -> bool:
        return self.score is not None


@dataclass(frozen=True)
class FirstPlaceChanges:
    """Whose leaving out, one at a time, changes who comes first, and who then does.

    `first_without` has a pair (left out, who comes first) for each of them. The skipped ones
    would leave a candidate without a tier, so that nothing follows from their run.
    """

    assessors: tuple[Hashable, ...]
    criteria: tuple[Hashable, ...]
    first_without: tuple[tuple[Hashable, frozenset[Hashable]], ...] = ()
    skipped_assessors: tuple[Hashable, ...] = ()
    skipped_criteria: tuple[Hashable, ...] = ()


@dataclass(frozen=True)
class Disagreement:
    """One criterion of one candidate that assessors see at least two levels apart."""

    candidate: Hashable
    criterion: Hashable
    range: Fraction
    scores: tuple[tuple[Hashable, Fraction], ...]


@dataclass(frozen=True)
class Ranking:
    """The whole answer: candidates by score, the not rankable ones last."""

    tiers: tuple[int, ...]
    tier_weights: tuple[Fraction, ...]
    keeps_the_order: bool
    judged_by_the_same: bool
    candidates: tuple[Standing, ...]
    first_place_changes_without: FirstPlaceChanges
    disagreement: tuple[Disagreement, ...]

    @property
    def first_place(self) -> frozenset[Hashable]:
        """Who comes first: several where scores are equal, nobody where nobody is rankable."""
        return frozenset(s.candidate for s in self.candidates if s.place == 1)
