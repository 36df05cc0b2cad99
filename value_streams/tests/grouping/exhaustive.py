"""The best grouping of a tiny matrix by looking at all of them, as plainly as it can be written."""

from itertools import product


def best_efficacy(rows: list[tuple[int, ...]]) -> dict[int, float]:
    """For each number of families the best (e − e0) ÷ (e + ev), each family with both of its kinds.

    >>> best_efficacy([(1, 0), (0, 1)])
    {1: 0.5, 2: 1.0}
    """
    products, steps = len(rows), len(rows[0])
    return {
        number: max(
            _efficacy(rows, families, blocks)
            for families in _onto(products, number)
            for blocks in _onto(steps, number)
        )
        for number in range(1, min(products, steps) + 1)
    }


def _onto(items: int, number: int):
    """All ways to give each item one of so many families with no family empty."""
    return (way for way in product(range(number), repeat=items) if len(set(way)) == number)


def _efficacy(rows, families, blocks) -> float:
    inside = outside = voids = 0
    for row, family in zip(rows, families, strict=True):
        for cell, block in zip(row, blocks, strict=True):
            inside += bool(cell) and family == block
            outside += bool(cell) and family != block
            voids += not cell and family == block
    return inside / (inside + outside + voids)
