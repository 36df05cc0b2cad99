"""Who grades high or low: each assessor's levels beside those of the others on the same cells.

A cell is one candidate on one criterion. It is compared where the assessor and at least one other
observed it; the difference is the assessor's level less the mean of the others'. The severity is
the mean of these differences, each cell counting the same: above 0 grades higher than the others
did, below 0 lower. It says nothing of who is right, and nothing at all below `ENOUGH` cells.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from .means import criterion_means
from .panel import Panel

#: cells below which no conclusion is drawn
ENOUGH = 10


@dataclass(frozen=True)
class Severity:
    """One assessor: how many cells were compared, and the mean difference, None where there is
    none.
    """

    assessor: Hashable
    cells: int
    difference: Fraction | None

    @property
    def is_enough(self) -> bool:
        """Whether there are cells enough to say anything.

        >>> Severity("Ana", 9, Fraction(2)).is_enough, Severity("Ana", 10, Fraction(2)).is_enough
        (False, True)
        """
        return self.cells >= ENOUGH


def severities(panel: Panel) -> tuple[Severity, ...]:
    """Every assessor of the panel, in its order.

    On "whole" Ana gives 5 where Ben and Cem give 3 and 4: 3/2 above their mean. On "trust" only
    Ana and Ben observed: 1/2 apart. Ana is (3/2 + 1/2) / 2 = 1 above the others; Ben
    (-3/2 - 1/2) / 2 = 1 below; Cem, on one cell, level with them.

    >>> from .panel import Criterion, ScoreRow
    >>> half = Fraction(1, 2)
    >>> levels = {("Ana", "whole"): 5, ("Ben", "whole"): 3, ("Cem", "whole"): 4,
    ...           ("Ana", "trust"): 4, ("Ben", "trust"): 4 - half, ("Cem", "trust"): None}
    >>> panel = Panel([Criterion("whole", 1), Criterion("trust", 1)], ["Ana", "Ben", "Cem"],
    ...               [ScoreRow("A", *where, level) for where, level in levels.items()])
    >>> [(each.assessor, each.cells, str(each.difference)) for each in severities(panel)]
    [('Ana', 2, '1'), ('Ben', 2, '-1'), ('Cem', 1, '0')]
    """
    found: dict[Hashable, list[Fraction]] = {assessor: [] for assessor in panel.assessors}
    for means in criterion_means(panel).values():
        for mean in means:
            if len(mean.scores) > 1:
                total, others = sum(level for _, level in mean.scores), len(mean.scores) - 1
                for assessor, level in mean.scores:
                    found[assessor].append(level - (total - level) / Fraction(others))
    return tuple(
        Severity(assessor, len(each), sum(each, Fraction(0)) / len(each) if each else None)
        for assessor, each in found.items()
    )
