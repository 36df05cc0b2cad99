"""The timeline at the foot of a row: waits on the step, value-creating time in the trough."""

from django.utils.translation import gettext as _

from ..mapping import Loop
from ..mapping.analysis import Analysis, wait_days
from . import figures
from .canvas import Canvas
from .lanes import Box, Row

STEP, HEIGHT, LOOP = 26, 50, 22
TOTALS = (122, 66)


def ladder(canvas: Canvas, analysis: Analysis, walked: list[Box], y: float, end: float | None):
    """The steps of the boxes of one row that lie on the longest walk; `y` is the upper line.

    It goes on to x = `end` where the sums stand.
    """
    boxes = sorted(walked, key=lambda box: box.x)
    points = [(boxes[0].x - (0 if boxes[0].is_process else 6), y)]
    ticks = []
    for at, box in enumerate(boxes):
        if box.is_process:
            points += [(box.x, y), (box.x, y + STEP), (box.right, y + STEP), (box.right, y)]
            value = figures.seconds(box.element.value_s)
            canvas.text(box.middle, y + STEP - 7, value, box.width - 8, anchor="middle")
            continue
        days = figures.days(wait_days(analysis.map, box.path, box.element))
        canvas.text(box.middle, y - 6, days, box.room, size=12, anchor="middle", bold=True)
        if at and not boxes[at - 1].is_process:
            ticks.append((boxes[at - 1].right + box.x) / 2)
    if end is not None:
        points.append((end, y))
    elif boxes[-1].is_process:
        points.pop()
    else:
        points.append((boxes[-1].right + 6, y))
    canvas.line(*points, width=1.6)
    for x in ticks:
        canvas.line((x, y), (x, y + 6), width=1.6)


def totals(canvas: Canvas, analysis: Analysis, x: float, y: float):
    """Lead time and value-creating time under the shipment, 122 × 66."""
    width, height = TOTALS
    canvas.rect(x, y, width, height)
    canvas.line((x, y + 34), (x + width, y + 34), width=1)
    name = _("Lead time")
    if analysis.map.lead_time_includes_processing:
        name = _("Lead time with processing")
    room = width - 14
    canvas.text(x + 7, y + 13, name, room, tone="p")
    figure = figures.days(analysis.lead_time_days)
    if analysis.unknown_waits:
        figure = _("at least %(days)s") % {"days": figure}
    canvas.text(x + width - 7, y + 28, figure, room, size=12, anchor="end", bold=True)
    canvas.text(x + 7, y + 47, _("Value-creating"), room, tone="p")
    value = figures.value_seconds(analysis.value_creating_s)
    canvas.text(x + width - 7, y + 60, value, room, size=12, anchor="end", bold=True)


def loop_brackets(
    drawn_loops: tuple[Loop, ...], row: Row, named
) -> list[tuple[int, float, float, str]]:
    """(level, from x, to x, words) of each loop that has elements in the row."""
    brackets: list[tuple[int, float, float, str]] = []
    for loop in drawn_loops:
        keys = {named[name] for name in loop.elements if name in named}
        boxes = [box for box in row.boxes if box.key in keys]
        if not boxes:
            continue
        left, right = min(box.x for box in boxes), max(box.right for box in boxes)
        words = loop.name if loop.order is None else f"{loop.order} · {loop.name}"
        level = 0
        while any(lv == level and left < r + 8 and le < right + 8 for lv, le, r, _w in brackets):
            level += 1
        brackets.append((level, left, right, words))
    return brackets


def draw_brackets(canvas: Canvas, brackets, y: float):
    for level, left, right, words in brackets:
        low = y + LOOP * level
        canvas.line(
            (left, low - 5), (left, low), (right, low), (right, low - 5), stroke="pen", width=1.5
        )
        canvas.text((left + right) / 2, low + 13, words, right - left, anchor="middle", tone="pen")
