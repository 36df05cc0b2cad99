"""The achievement of a plan: against what is agreed now, and against the baseline."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from .achievement import Objective, Progress, progress


@dataclass(frozen=True)
class Total:
    """The weighted means, and every objective that was asked, counted or not.

    Only objectives with a figure count; `counted` of `asked` is the coverage. None: none counts.
    """

    parts: tuple[Progress, ...]

    @property
    def asked(self) -> int:
        return len(self.parts)

    @property
    def counted(self) -> tuple[Progress, ...]:
        """Those behind the figure, for "why this number?"."""
        return tuple(part for part in self.parts if part.achieved is not None)

    @property
    def achieved(self) -> Fraction | None:
        return _mean((part, part.achieved) for part in self.counted)

    @property
    def unlimited(self) -> Fraction | None:
        return _mean((part, part.unlimited) for part in self.counted)

    @property
    def expected(self) -> Fraction | None:
        """Over all objectives with a target by then, marked or not."""
        return _mean((part, part.expected) for part in self.parts if part.expected is not None)


def total(objectives: Iterable[Objective], month: int) -> Total:
    """Against the current revision: what was dropped is not asked any more."""
    return Total(tuple(progress(each, month) for each in objectives if not each.dropped))


def against_baseline(
    baseline: Iterable[Objective], current: Iterable[Objective], month: int
) -> Total:
    """Goals, weights and targets as first agreed, with the actuals of today.

    What a revision dropped counts with its last actual; what one added is not in the baseline.
    """
    now = {each.key: each for each in current}
    return Total(tuple(progress(_with_actuals(each, now), month) for each in baseline))


def _with_actuals(agreed: Objective, now: dict) -> Objective:
    known = now.get(agreed.key, agreed)
    return replace(agreed, actuals=known.actuals, done=known.done)


def _mean(shares) -> Fraction | None:
    pairs = [(part.objective.weight, share) for part, share in shares]
    weights = sum((weight for weight, _ in pairs), Fraction(0))
    if not weights:
        return None
    return sum((weight * share for weight, share in pairs), Fraction(0)) / weights
