"""What a panel of assessors wrote down: criteria, people and scores, nothing reckoned yet.

Candidates, assessors and criteria are known by any hashable key: a database id from the page,
a name from a file. Order is the caller's: wherever the ranking lists people or criteria that
nothing else puts in order, they stand as the panel names them.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

TIERS = (1, 2, 3)
LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True)
class Criterion:
    """One thing candidates are judged on; its weight counts within its tier only.

    >>> Criterion("Sees the whole stream", tier=1)
    Criterion(key='Sees the whole stream', tier=1, weight=Fraction(1, 1))
    """

    key: Hashable
    tier: int
    weight: Fraction = Fraction(1)

    def __post_init__(self):
        object.__setattr__(self, "weight", Fraction(self.weight))
        if self.tier not in TIERS:
            raise ValueError(f"{self.key}: tier must be 1, 2 or 3, got {self.tier}")
        if self.weight <= 0:
            raise ValueError(f"{self.key}: weight must be greater than 0, got {self.weight}")


@dataclass(frozen=True)
class ScoreRow:
    """What one assessor wrote about one candidate on one criterion.

    A level from 1 to 5, whole or not; None is "not observed". Where there is no row at all, the
    assessor was not asked. Neither is ever a zero.
    """

    candidate: Hashable
    assessor: Hashable
    criterion: Hashable
    score: Fraction | None

    def __post_init__(self):
        if self.score is None:
            return
        object.__setattr__(self, "score", Fraction(self.score))
        if not LOWEST <= self.score <= HIGHEST:
            raise ValueError(f"score must be from {LOWEST} to {HIGHEST}, got {self.score}")


@dataclass(frozen=True)
class Panel:
    """Everything a ranking is reckoned from.

    `candidates` left out are those with a row. `tier_weights` belong to `tiers`, in that order;
    None is the rank-order centroid.

    >>> panel = Panel([Criterion("whole", 1), Criterion("flows", 3)], ["Ana"],
    ...               [ScoreRow("A", "Ana", "whole", 4), ScoreRow("A", "Ana", "flows", None)])
    >>> panel.tiers, panel.candidates
    ((1, 3), ('A',))
    """

    criteria: tuple[Criterion, ...]
    assessors: tuple[Hashable, ...]
    rows: tuple[ScoreRow, ...]
    candidates: tuple[Hashable, ...] | None = None
    tier_weights: tuple[Fraction, ...] | None = None

    def __post_init__(self):
        if self.candidates is None:
            object.__setattr__(self, "candidates", dict.fromkeys(r.candidate for r in self.rows))
        for field in ("criteria", "assessors", "rows", "candidates"):
            object.__setattr__(self, field, tuple(getattr(self, field)))
        if self.tier_weights is not None:
            weights = tuple(Fraction(weight) for weight in self.tier_weights)
            object.__setattr__(self, "tier_weights", weights)
        self._refuse_strangers_and_twins()

    def _refuse_strangers_and_twins(self):
        keys = [criterion.key for criterion in self.criteria]
        criteria = _each_once("criterion", keys)
        assessors = _each_once("assessor", self.assessors)
        candidates = _each_once("candidate", self.candidates)
        _each_once("score", [(r.candidate, r.assessor, r.criterion) for r in self.rows])
        for row in self.rows:
            known = row.candidate in candidates and row.assessor in assessors
            if not known or row.criterion not in criteria:
                raise ValueError(f"{row} names somebody or something the panel does not")

    @property
    def tiers(self) -> tuple[int, ...]:
        """The tiers that have a criterion, in the order of importance."""
        return tuple(sorted({criterion.tier for criterion in self.criteria}))

    def without_assessor(self, assessor: Hashable) -> "Panel":
        """The same panel had this assessor not sat on it."""
        return replace(
            self,
            assessors=tuple(a for a in self.assessors if a != assessor),
            rows=tuple(row for row in self.rows if row.assessor != assessor),
        )

    def without_criterion(self, criterion: Hashable) -> "Panel":
        """The same panel had this criterion not been asked."""
        return replace(
            self,
            criteria=tuple(c for c in self.criteria if c.key != criterion),
            rows=tuple(row for row in self.rows if row.criterion != criterion),
        )


def _each_once(noun: str, keys: Iterable[Hashable]) -> set[Hashable]:
    seen: set[Hashable] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f"{noun} given twice: {key}")
        seen.add(key)
    return seen
