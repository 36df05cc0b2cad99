"""A matrix as a picture: products and steps re-ordered, so that the families stand as blocks."""

from vsm_portal.charts.svg import Drawing, attributes, written

CELL, SMALL_CELL = 18, 6
LONGEST_NAME, LONGEST_STEP = 28, 18
#: above this many products or steps names would not be read; the table has them
NAMED_PRODUCTS, NAMED_STEPS = 80, 45


def block_picture(figures, *, title: str, description: str) -> str:
    """Ink: passed inside a family; red with a ring: passed outside; frame: a family's block."""
    rows = _ordered(figures.partition.products)
    columns = _ordered(figures.partition.steps)
    named = len(rows) <= NAMED_PRODUCTS and len(columns) <= NAMED_STEPS
    cell = CELL if named else SMALL_CELL
    left, top = (204, 16 + 6 * _longest(figures.matrix.steps)) if named else (1, 1)
    right = 62 if named else 1
    drawing = Drawing(
        left + cell * len(columns) + right, top + cell * len(rows) + 2, title, description
    )
    if named:
        _names(drawing, figures.matrix, rows, columns, left, top)
    _blocks(drawing, figures.partition, rows, columns, left, top, cell)
    ones = figures.matrix.incidence
    for down, row in enumerate(rows):
        for along, column in enumerate(columns):
            if ones[row][column]:
                inside = figures.partition.products[row] == figures.partition.steps[column]
                _mark(drawing, left + along * cell, top + down * cell, cell, inside)
    return drawing.svg()


def _ordered(groups) -> list[int]:
    return sorted(range(len(groups)), key=lambda place: (groups[place], place))


def _mark(drawing, x, y, cell, inside):
    """What lies outside is a cross and not only red."""
    edge = cell / 4
    if inside or cell == SMALL_CELL:
        pen = "ink2" if inside else "red"
        drawing.rect(x + edge / 2, y + edge / 2, cell - edge, cell - edge, pen)
        return
    near, far = edge, cell - edge
    drawing.line(x + near, y + near, x + far, y + far, "red", 2)
    drawing.line(x + near, y + far, x + far, y + near, "red", 2)


def _blocks(drawing, partition, rows, columns, left, top, cell):
    for family in range(partition.number):
        down = [place for place, row in enumerate(rows) if partition.products[row] == family]
        along = [place for place, col in enumerate(columns) if partition.steps[col] == family]
        x, y = left + along[0] * cell, top + down[0] * cell
        width, height = len(along) * cell, len(down) * cell
        drawing.rect(x, y, width, height, "tint")
        for line in (
            (x, y, x + width, y),
            (x, y + height, x + width, y + height),
            (x, y, x, y + height),
            (x + width, y, x + width, y + height),
        ):
            drawing.line(*line, "pen", 1.5)


def _names(drawing, matrix, rows, columns, left, top):
    for down, row in enumerate(rows):
        y = top + down * CELL + CELL - 5
        drawing.text(left - 8, y, _short(matrix.products[row]), anchor="end")
    for along, column in enumerate(columns):
        x, y = left + along * CELL + CELL / 2 + 4, top - 8
        place = {"x": x, "y": y, "transform": f"rotate(-60 {x:g} {y:g})", "class": "tx"}
        words = written(_short(matrix.steps[column], LONGEST_STEP))
        drawing.parts.append(f"<text{attributes(place)}>{words}</text>")


def _longest(names) -> int:
    """Signs of the longest name as it is drawn."""
    return min(LONGEST_STEP, max(map(len, names)))


def _short(name: str, longest=LONGEST_NAME) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1]}…"
