"""Matrices for the tests: all tiny ones, and drawn ones with or without families in them."""

import random
from itertools import product

from value_streams.grouping import Matrix


def of_rows(rows, demand=None) -> Matrix:
    """Crosses only: P1, P2, … and S1, S2, …."""
    products = tuple(f"P{place}" for place in range(1, len(rows) + 1))
    steps = tuple(f"S{place}" for place in range(1, len(rows[0]) + 1))
    cells = tuple(tuple(None if cell else 0.0 for cell in row) for row in rows)
    return Matrix(products, steps, cells, tuple(demand or [None] * len(rows)))


def all_tiny(products: int, steps: int):
    """Every matrix of this size without an empty row or column."""
    for cells in product((0, 1), repeat=products * steps):
        rows = [cells[start : start + steps] for start in range(0, len(cells), steps)]
        if all(map(any, rows)) and all(map(any, zip(*rows, strict=True))):
            yield rows


def drawn(seed: int, products: int, steps: int, families: int = 1, inside=0.6, outside=0.1):
    """A matrix with so many families hidden in it."""
    draw = random.Random(seed)
    family_of = [draw.randrange(families) for _ in range(products)]
    block_of = [draw.randrange(families) for _ in range(steps)]
    rows = [
        [int(draw.random() < (inside if own == block else outside)) for block in block_of]
        for own in family_of
    ]
    for place, row in enumerate(rows):
        row[place % steps] = 1
    for place in range(steps):
        rows[place % products][place] = 1
    return rows


def shuffled(matrix: Matrix, seed: int) -> Matrix:
    """The same matrix with its rows and columns in another order."""
    draw = random.Random(seed)
    rows = draw.sample(range(len(matrix.products)), len(matrix.products))
    columns = draw.sample(range(len(matrix.steps)), len(matrix.steps))
    return Matrix(
        tuple(matrix.products[row] for row in rows),
        tuple(matrix.steps[column] for column in columns),
        tuple(tuple(matrix.cells[row][column] for column in columns) for row in rows),
        tuple(matrix.demand[row] for row in rows),
    )


def as_csv(matrix: Matrix) -> bytes:
    lines = [",".join(["product", *matrix.steps])]
    lines += [
        ",".join([name, *("X" if cell is None else f"{cell:g}" for cell in row)])
        for name, row in zip(matrix.products, matrix.cells, strict=True)
    ]
    return "\n".join(lines).encode()
