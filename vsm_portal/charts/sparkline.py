"""A line without axes beside its figure."""

from django.utils.translation import gettext as _

from .svg import Drawing, number


def sparkline(values, target=None, scale=None, abnormal=False, theme="classes") -> str:
    """The readings of one measure, oldest first; gaps stay gaps, the last reading is a point.

    values: numbers or None (no reading: no line across). target: a dashed line. scale: (lowest,
    highest), the same for a whole column, so that flat looks flat; without it the line fills its
    own height. 84 × 24 px.

    Example: [98, None, 88] with target 97 → one point at 98, a gap, the last point at 88.
    """
    width, height, edge = 84, 24, 3
    known = [value for value in values if value is not None]
    told = ", ".join(_("no reading") if value is None else number(value) for value in values)
    drawing = Drawing(width, height, told or _("No readings"), theme=theme)
    if target is not None:
        drawing.description = _("target %(target)s") % {"target": number(target)}
    ends = scale or _ends(known, target)
    step = (width - 2 * edge) / max(1, len(values) - 1)

    def height_of(value):
        low, high = ends
        share = float(value - low) / float(high - low) if high != low else 0.5
        return height - edge - min(1, max(0, share)) * (height - 2 * edge)

    if target is not None:
        drawing.line(0, height_of(target), width, height_of(target), "rule2", 1, "2 2")
    points = [
        None if value is None else (edge + at * step, height_of(value))
        for at, value in enumerate(values)
    ]
    for run in _runs(points):
        drawing.path(run, "red" if abnormal else "ink2")
        if len(run) == 1:
            drawing.circle(*run[0], 1.2, "red" if abnormal else "ink2")
    last = next((point for point in reversed(points) if point), None)
    if last:
        drawing.circle(*last, 2.4, "red" if abnormal else "ink")
    return drawing.svg()


def _ends(known, target):
    shown = [*known, *([] if target is None else [target])] or [0]
    return min(shown), max(shown)


def _runs(points):
    """Neighbouring points together: [a, b, None, c] → [[a, b], [c]]."""
    runs = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]
