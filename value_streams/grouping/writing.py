"""A proposal as the JSON object of `group_families`, unrounded; a matrix as a table of text."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..mapping.quantities import shown
from .families import Proposal
from .matrix import PASSES, PASSES_NOT, Cell, Matrix
from .reading import DEMAND, PRODUCT


def as_json(proposal: Proposal) -> dict[str, Any]:
    return {
        "grouping_efficacy": proposal.grouping_efficacy,
        "ones": proposal.ones,
        "exceptional": proposal.exceptional,
        "voids": proposal.voids,
        "families": [
            {
                "products": list(family.products),
                "steps": list(family.steps),
                "common_step_share": family.common_step_share,
                "work_content_spread": family.work_content_spread,
                "within_rules": family.within_rules,
            }
            for family in proposal.families
        ],
    }


def as_table(matrix: Matrix, decimal_mark: str = ".") -> str:
    r"""The matrix as a spreadsheet pastes it: tabs between cells, one product a line.

    >>> as_table(Matrix(("A",), ("Saw", "Mill"), ((1.5, None),), (12.0,)), ",")
    'product\tSaw\tMill\tdemand_per_month\nA\t1,5\tX\t12\n'
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    writer.writerows(as_rows(matrix, decimal_mark))
    return file.getvalue()


def as_rows(matrix: Matrix, decimal_mark: str = ".") -> Iterator[list[str]]:
    """The header and a row for each product, every cell as text."""
    has_demand = any(each is not None for each in matrix.demand)
    yield [PRODUCT, *matrix.steps, *[DEMAND][:has_demand]]
    for name, row, demand in zip(matrix.products, matrix.cells, matrix.demand, strict=True):
        cells = [_cell(cell, decimal_mark) for cell in row]
        pieces = "" if demand is None else _cell(demand, decimal_mark)
        yield [name, *cells, *[pieces][:has_demand]]


def _cell(cell: Cell, decimal_mark: str) -> str:
    """Every digit that was typed, no exponent and no thousands set apart."""
    if cell is PASSES:
        return "X"
    if cell == PASSES_NOT:
        return ""
    return shown(Decimal(repr(cell))).replace(".", decimal_mark)
