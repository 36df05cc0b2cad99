"""A partition of products and steps into families, and the figures of each.

common-step share   steps all products of the family pass ÷ steps any of them passes
work-content spread (largest − smallest) ÷ largest total work content of its products
demand share        pieces per month of the family ÷ pieces per month of all products

Two rules of thumb mark a family; they never change the grouping.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .improving import efficacy
from .matrix import Matrix

#: 0.3 of 100 seconds must not fail for the last binary digit.
ROUNDING = 1e-9


@dataclass(frozen=True)
class Rules:
    """From which common-step share on, and up to which spread, a family is within the rules."""

    common_steps: float = 0.8
    work_spread: float = 0.3


@dataclass(frozen=True)
class Partition:
    """The family of every product and of every step's block, counted from 0."""

    products: tuple[int, ...]
    steps: tuple[int, ...]

    @property
    def number(self) -> int:
        return max(self.products) + 1


@dataclass(frozen=True)
class FamilyFigures:
    """One family; `work_content_spread` and `demand_share` are None where they are not known."""

    products: tuple[str, ...]
    steps: tuple[str, ...]
    common_step_share: float
    work_content_spread: float | None
    demand_share: float | None
    enough_in_common: bool
    near_in_work: bool

    @property
    def within_rules(self) -> bool:
        return self.enough_in_common and self.near_in_work


@dataclass(frozen=True)
class Proposal:
    """A grouping of a matrix with its figures; of the steps left out nothing is counted.

    exceptional: ones outside the blocks; voids: zeros inside. `by_number` has the best efficacy
    found for each number of families, where the numbers were compared.
    """

    matrix: Matrix
    partition: Partition
    grouping_efficacy: float
    ones: int
    exceptional: int
    voids: int
    families: tuple[FamilyFigures, ...]
    by_number: tuple["NumberFigures", ...] = ()


@dataclass(frozen=True)
class NumberFigures:
    """What so many families would be like."""

    number: int
    grouping_efficacy: float
    exceptional: int
    voids: int
    within_rules: int
    partition: Partition


def figures_of(matrix: Matrix, partition: Partition, rules: Rules = Rules()) -> Proposal:
    """The figures of any partition, the program's or a person's.

    >>> matrix = Matrix(("A", "B"), ("Saw", "Mill"), ((20.0, 0.0), (0.0, 30.0)), (300, 100))
    >>> proposal = figures_of(matrix, Partition((0, 1), (0, 1)))
    >>> proposal.grouping_efficacy, proposal.families[0].demand_share
    (1.0, 0.75)
    """
    ones = matrix.incidence
    products, steps = np.array(partition.products), np.array(partition.steps)
    inside = products[:, None] == steps[None, :]
    ones_inside = int(ones[inside].sum())
    return Proposal(
        matrix=matrix,
        partition=partition,
        grouping_efficacy=efficacy(ones, products, steps),
        ones=int(ones.sum()),
        exceptional=int(ones.sum()) - ones_inside,
        voids=int(inside.sum()) - ones_inside,
        families=tuple(
            _family(matrix, ones, partition, family, rules) for family in range(partition.number)
        ),
    )


def partition_of(products: Sequence[int], steps: Sequence[int]) -> Partition:
    """The same families numbered as they come: by the first step of the block, in flow order.

    >>> partition_of([7, 7, 3], [3, 7, 3])
    Partition(products=(1, 1, 0), steps=(0, 1, 0))
    """
    order = {family: place for place, family in enumerate(dict.fromkeys([*steps, *products]))}
    return Partition(
        tuple(order[family] for family in products), tuple(order[family] for family in steps)
    )


def _family(matrix: Matrix, ones, partition: Partition, family: int, rules: Rules):
    members = [place for place, own in enumerate(partition.products) if own == family]
    passed = ones[members].sum(axis=0)
    any_of_them = int((passed > 0).sum())
    common = int((passed == len(members)).sum()) / any_of_them if members and any_of_them else 0.0
    spread = _spread(matrix, members)
    total = matrix.total_demand
    return FamilyFigures(
        products=tuple(matrix.products[place] for place in members),
        steps=tuple(
            step for step, own in zip(matrix.steps, partition.steps, strict=True) if own == family
        ),
        common_step_share=common,
        work_content_spread=spread,
        demand_share=sum(matrix.demand[place] for place in members) / total if total else None,
        enough_in_common=common >= rules.common_steps - ROUNDING,
        near_in_work=spread is None or spread <= rules.work_spread + ROUNDING,
    )


def _spread(matrix: Matrix, members: list[int]) -> float | None:
    """Unknown without seconds, and where a step of one of the products is not timed."""
    work = [matrix.work_content(place) for place in members]
    if not work or None in work or matrix.is_incidence_only:
        return None
    return (max(work) - min(work)) / max(work)
