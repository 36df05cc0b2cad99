"""A product × step matrix: which product passes which process step, and how long it works there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

#: A cell: not passed, or passed with so many seconds of work content, or passed and not timed.
Cell = float | None
PASSES = None
PASSES_NOT = 0.0


@dataclass(frozen=True)
class Matrix:
    """Products in rows, steps in flow order in columns.

    `cells[i][j]` is 0 where product i does not pass step j, its seconds of work content where it
    does, and None where it passes and no seconds are known. A matrix without any seconds is
    incidence only. `demand` is pieces per month, None where not given.
    """

    products: tuple[str, ...]
    steps: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    demand: tuple[float | None, ...]

    @property
    def incidence(self) -> np.ndarray:
        """1 where the product passes the step, products × steps."""
        return np.array([[cell != PASSES_NOT for cell in row] for row in self.cells], np.float32)

    @property
    def is_incidence_only(self) -> bool:
        return all(cell in (PASSES, PASSES_NOT) for row in self.cells for cell in row)

    @property
    def total_demand(self) -> float | None:
        """Pieces per month of all products; None where one is not known: a share would mislead."""
        return None if None in self.demand else sum(self.demand)

    def work_content(self, product: int) -> float | None:
        """Seconds over all steps; None where a passed step is not timed.

        >>> Matrix(("A",), ("Saw", "Mill"), ((20.0, 62.0),), (None,)).work_content(0)
        82.0
        """
        row = self.cells[product]
        return None if PASSES in row else sum(row)

    def without_steps(self, left_out: Collection[str]) -> "Matrix":
        """The same products without the steps that are upstream of all families."""
        kept = [place for place, step in enumerate(self.steps) if step not in left_out]
        return Matrix(
            self.products,
            tuple(self.steps[place] for place in kept),
            tuple(tuple(row[place] for place in kept) for row in self.cells),
            self.demand,
        )


def without_seconds_where_none_are_said(cells: Sequence[Sequence[Cell]]) -> tuple:
    """If every filled cell is X or 1, a 1 is a cross and no second.

    >>> without_seconds_where_none_are_said([[1.0, None], [0.0, 1.0]])
    ((None, None), (0.0, None))
    >>> without_seconds_where_none_are_said([[1.0, 20.0]])
    ((1.0, 20.0),)
    """
    crosses = (PASSES, PASSES_NOT, 1.0)
    if any(cell not in crosses for row in cells for cell in row):
        return tuple(map(tuple, cells))
    return tuple(
        tuple(PASSES_NOT if cell == PASSES_NOT else PASSES for cell in row) for row in cells
    )
