"""The standard icons with the meanings of *Learning to See* (Rother and Shook), each at a place.

`x`, `y` are the upper left corner unless said otherwise; sizes in px.
"""

from math import cos, pi, sin

from .canvas import Canvas

TEETH = 4
BURST = (92, 52)


def factory(canvas: Canvas, x, y, width, height=58):
    """A customer's or supplier's works: a box under a saw-tooth roof of 15 px."""
    roof = [(x, y + 15)]
    step = width / TEETH
    for tooth in range(TEETH):
        roof += [(x + (tooth + 1) * step, y), (x + (tooth + 1) * step, y + 15)]
    canvas.shape((x, y + height), *roof, (x + width, y + height))


def operator(canvas: Canvas, x, y):
    """A person seen from above, 18 × 16."""
    canvas.circle(x + 9, y + 5, 5, width=1.2)
    canvas.path(f"M{x:g} {y + 14:g}a9 6 0 0118 0", width=1.2)


def inventory(canvas: Canvas, x, y):
    """A stock that nobody asked for: a triangle with I, 36 × 31."""
    canvas.shape((x + 18, y), (x + 36, y + 31), (x, y + 31))
    canvas.text(x + 18, y + 26, "I", 20, size=12, anchor="middle", bold=True)


def supermarket(canvas: Canvas, x, y):
    """A controlled stock, open towards the process that fills it: three shelves, 30 × 36."""
    canvas.rect(x, y, 30, 36, stroke=None)
    canvas.line((x, y), (x + 30, y), (x + 30, y + 36), (x, y + 36), width=2)
    canvas.line((x, y + 12), (x + 30, y + 12), width=2)
    canvas.line((x, y + 24), (x + 30, y + 24), width=2)


def safety_stock(canvas: Canvas, x, y):
    """A reserve against trouble: a closed rack of three, 24 × 36."""
    canvas.rect(x, y, 24, 36, pen=2)
    canvas.line((x, y + 12), (x + 24, y + 12), width=2)
    canvas.line((x, y + 24), (x + 24, y + 24), width=2)


def fifo_lane(canvas: Canvas, x, y, width):
    """First in, first out: a lane between two lines with its name and an arrow, 28 high."""
    canvas.line((x, y), (x + width, y), width=1.5)
    canvas.line((x, y + 28), (x + width, y + 28), width=1.5)
    canvas.text(x + width / 2, y + 12, "FIFO", width, anchor="middle", bold=True)
    arrow(canvas, (x + 6, y + 20), (x + width - 6, y + 20), width=1.5)


def truck(canvas: Canvas, x, y):
    """A transport, 46 × 24."""
    canvas.rect(x, y, 32, 19, pen=1.3)
    canvas.shape(
        *((x + 32, y + 6), (x + 41, y + 6), (x + 46, y + 12), (x + 46, y + 19), (x + 32, y + 19)),
        width=1.3,
    )
    for wheel in (8, 24, 39):
        canvas.circle(x + wheel, y + 20, 3.6, width=1.3)


def push_arrow(canvas: Canvas, x, y):
    """Material is pushed on by a schedule: a striped arrow, 44 × 18."""
    outline = [(0, 4), (34, 4), (34, 0), (44, 9), (34, 18), (34, 14), (0, 14)]
    canvas.shape(*((x + dx, y + dy) for dx, dy in outline), width=1)
    for stripe in range(4):
        canvas.rect(x + 1 + 9 * stripe, y + 4, 4.5, 10, fill="ink", stroke=None)


def withdrawal(canvas: Canvas, x, y):
    """Material is pulled by the next process: a circular arrow, 22 × 22."""
    canvas.path(f"M{x + 11:g} {y + 2:g}a9 9 0 1 0 9 9", width=1.8)
    canvas.shape((x + 11, y - 3), (x + 11, y + 7), (x + 19, y + 2), fill="ink", width=0.5)


def broad_arrow(canvas: Canvas, *points):
    """A shipment from a supplier or to the customer: hollow, 14 wide, head 26, along a polyline of
    one or two legs. Points are its middle line; the last is the tip."""
    *before, (x1, y1), (x2, y2) = points
    if before:
        _elbow(canvas, before[0], (x1, y1), (x2, y2))
        return
    along = 1 if y2 > y1 else -1
    base = y2 - 12 * along
    outline = [(-7, y1), (-7, base), (-13, base), (0, y2), (13, base), (7, base), (7, y1)]
    canvas.shape(*((x1 + dx, y) for dx, y in outline), width=1.4)


def _elbow(canvas, start, corner, tip):
    """Down, then right."""
    (x0, y0), (_, y1), (x2, _) = start, corner, tip
    canvas.shape(
        *((x0 - 7, y0), (x0 - 7, y1 + 7), (x2 - 12, y1 + 7), (x2 - 12, y1 + 13), (x2, y1)),
        *((x2 - 12, y1 - 13), (x2 - 12, y1 - 7), (x0 + 7, y1 - 7), (x0 + 7, y0)),
        width=1.4,
    )


def head(canvas: Canvas, tip, towards, size=9, stroke="ink"):
    """A filled arrow head, 9 × 8; `towards` is the unit direction (dx, dy) in which it points."""
    (x, y), (dx, dy) = tip, towards
    back = (x - size * dx, y - size * dy)
    half = size * 4 / 9
    canvas.shape(
        *(
            tip,
            (back[0] - half * dy, back[1] + half * dx),
            (back[0] + half * dy, back[1] - half * dx),
        ),
        fill=stroke,
        stroke=None,
    )


def arrow(canvas: Canvas, start, end, width=1.2, stroke="ink"):
    """A straight level or upright arrow."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    towards = ((dx > 0) - (dx < 0), (dy > 0) - (dy < 0))
    canvas.line(
        start, (end[0] - 7 * towards[0], end[1] - 7 * towards[1]), width=width, stroke=stroke
    )
    head(canvas, end, towards, stroke=stroke)


def zigzag(canvas: Canvas, start, end, at=None, pointed=True):
    """Electronic information: a level line with a lightning in it, 14 wide, at x = `at`."""
    (x1, y), (x2, _) = start, end
    way = 1 if x2 > x1 else -1
    at = (x1 + x2) / 2 if at is None else at
    stop = x2 - 7 * way if pointed else x2
    bolt = [(at + 7 * way, y - 5), (at - 7 * way, y + 5)]
    canvas.line((x1, y), (at - 2 * way, y), *bolt, (at + 2 * way, y), (stop, y))
    if pointed:
        head(canvas, (x2, y), (way, 0))


def production_kanban(canvas: Canvas, x, y):
    """Permission to make: a card with a cut corner, 26 × 18."""
    canvas.shape((x, y), (x + 20, y), (x + 26, y + 6), (x + 26, y + 18), (x, y + 18), width=1.3)
    canvas.line((x + 20, y), (x + 20, y + 6), (x + 26, y + 6), width=1)


def withdrawal_kanban(canvas: Canvas, x, y):
    """Permission to fetch: the same card, hatched."""
    canvas.shape((x, y), (x + 20, y), (x + 26, y + 6), (x + 26, y + 18), (x, y + 18), width=1.3)
    for low in (6, 12, 18):
        canvas.line((x, y + low), (x + low, y), width=0.9)
    canvas.line((x + 6, y + 18), (x + 22, y + 2), width=0.9)
    canvas.line((x + 12, y + 18), (x + 26, y + 4), width=0.9)
    canvas.line((x + 18, y + 18), (x + 26, y + 10), width=0.9)


def signal_kanban(canvas: Canvas, x, y):
    """A batch is to be made: a triangle on its tip, 24 × 20."""
    canvas.shape((x, y), (x + 24, y), (x + 12, y + 20), width=1.5)


def sequenced_pull(canvas: Canvas, x, y):
    """Make this one next: a ball in a ring, 20 × 20."""
    canvas.circle(x + 10, y + 10, 9, width=1.5)
    canvas.circle(x + 10, y + 10, 4.5, fill="ink", stroke=None)


def levelling(canvas: Canvas, x, y):
    """Volume and mix are levelled: a box OXOX, 48 × 18."""
    canvas.rect(x, y, 48, 18, pen=1.3)
    for place in range(4):
        middle = x + 6 + 12 * place
        if place % 2:
            canvas.line((middle - 3.5, y + 5.5), (middle + 3.5, y + 12.5), width=1.4)
            canvas.line((middle - 3.5, y + 12.5), (middle + 3.5, y + 5.5), width=1.4)
        else:
            canvas.circle(middle, y + 9, 3.8, width=1.4)


def go_see(canvas: Canvas, x, y):
    """Somebody goes and looks before deciding: glasses, 32 × 16."""
    for lens in (8, 24):
        canvas.circle(x + lens, y + 10, 5.5, width=1.4)
    canvas.path(f"M{x + 13.5:g} {y + 9:g}q2.5 -2.5 5 0", width=1.4)
    canvas.line((x + 2.5, y + 9), (x + 6, y + 1), width=1.4)
    canvas.line((x + 29.5, y + 9), (x + 26, y + 1), width=1.4)


#: kind of information flow → its icon, width and height; orders, forecasts and schedules have none
FLOW_ICONS = {
    "production-kanban": (production_kanban, 26, 18),
    "withdrawal-kanban": (withdrawal_kanban, 26, 18),
    "signal-kanban": (signal_kanban, 24, 20),
    "sequenced-pull": (sequenced_pull, 20, 20),
    "levelling": (levelling, 48, 18),
    "go-see": (go_see, 32, 16),
}


def burst(canvas: Canvas, x, y, thick=False):
    """A kaizen burst: a star of 13 points, 92 × 52, in the pen's colour."""
    middle_x, middle_y = x + BURST[0] / 2, y + BURST[1] / 2
    points = []
    for place in range(26):
        radius = 1 if place % 2 == 0 else 0.78
        angle = pi * place / 13 - pi / 2
        points.append(
            (
                middle_x + BURST[0] / 2 * radius * cos(angle),
                middle_y + BURST[1] / 2 * radius * sin(angle),
            )
        )
    canvas.shape(*points, fill="tint", stroke="pen", width=2.2 if thick else 1.3)


def numbered(canvas: Canvas, x, y, words):
    """A ring of radius 10 around `x`, `y`: the same sign stands where the way goes on."""
    canvas.circle(x, y, 10, width=1.5)
    canvas.text(x, y + 4, words, 17, anchor="middle", bold=True)
