"""From a matrix to the proposal: which products form families, and how many families there are."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..mapping.said import Said, gettext_noop
from .families import NumberFigures, Partition, Proposal, Rules, figures_of, partition_of
from .improving import EQUAL, Grouping
from .matrix import Matrix
from .searching import Progress, best_groupings


class Refusal(ValueError):
    """What was asked of the matrix cannot be done; all reasons at once, for a file or a page."""

    def __init__(self, reasons: Sequence[Said]):
        self.reasons = tuple(reasons)
        super().__init__("\n".join(map(str, reasons)))


def propose(
    matrix: Matrix,
    families: int | None = None,
    ignore: Sequence[str] = (),
    rules: Rules = Rules(),  # noqa: B008
    progress: Progress = lambda share: None,
) -> Proposal:
    """The best grouping found, with so many families or with the number of the best efficacy.

    The order of rows and columns changes nothing in who is together with whom: the search sees them
    by name. Ignored steps are upstream of all families and in none.

    >>> matrix = Matrix(tuple("ABC"), tuple("xyz"), ((9, 9, 0), (9, 8, 0), (0, 0, 7)), (1, 1, 2))
    >>> proposal = propose(matrix)
    >>> [(family.products, family.steps) for family in proposal.families]
    [(('A', 'B'), ('x', 'y')), (('C',), ('z',))]
    """
    refuse_impossible(matrix, families, ignore)
    counted = matrix.without_steps(ignore)
    rows = sorted(range(len(counted.products)), key=lambda place: counted.products[place])
    columns = sorted(range(len(counted.steps)), key=lambda place: counted.steps[place])
    found = best_groupings(counted.incidence[np.ix_(rows, columns)], families, progress)
    partitions = {
        number: partition_of(_put_back(each.products, rows), _put_back(each.steps, columns))
        for number, each in found.items()
    }
    proposed = figures_of(counted, partitions[families or _best_number(found)], rules)
    return replace(
        proposed,
        by_number=tuple(
            _number_figures(counted, partitions[number], rules) for number in sorted(partitions)
        ),
    )


def refuse_impossible(matrix: Matrix, families: int | None, ignore: Sequence[str]) -> None:
    """Raise `Refusal` for steps that are not there and for more families than there can be."""
    reasons = [
        Said(gettext_noop("The step {step} to be left out is not in the matrix."), {"step": step})
        for step in dict.fromkeys(ignore)
        if step not in matrix.steps
    ]
    counted = matrix.without_steps(ignore)
    if not counted.steps:
        reasons.append(Said(gettext_noop("All steps are left out; one at least must remain.")))
    else:
        reasons += [
            Said(gettext_noop("{product} passes only steps that are left out."), {"product": name})
            for name, row in zip(counted.products, counted.incidence, strict=True)
            if not row.any()
        ]
    most = min(len(counted.products), len(counted.steps))
    if families is not None and counted.steps and not 1 <= families <= most:
        sentence = gettext_noop("The number of families must be from 1 to {most}, got {got}.")
        reasons.append(Said(sentence, {"most": most, "got": families}))
    if reasons:
        raise Refusal(reasons)


def _put_back(groups: np.ndarray, order: list[int]) -> list[int]:
    """The groups in the matrix's own order again."""
    placed = [0] * len(order)
    for group, place in zip(groups.tolist(), order, strict=True):
        placed[place] = group
    return placed


def _best_number(found: dict[int, Grouping]) -> int:
    """Of equally good ones the fewest families."""
    best = max(each.efficacy for each in found.values())
    return min(number for number, each in found.items() if each.efficacy >= best - EQUAL)


def _number_figures(matrix: Matrix, partition: Partition, rules: Rules) -> NumberFigures:
    proposal = figures_of(matrix, partition, rules)
    return NumberFigures(
        number=partition.number,
        grouping_efficacy=proposal.grouping_efficacy,
        exceptional=proposal.exceptional,
        voids=proposal.voids,
        within_rules=sum(family.within_rules for family in proposal.families),
        partition=partition,
    )
