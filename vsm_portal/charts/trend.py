"""The firefighting trend: a point a week, gaps, the fitted line with its band, what happened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .lettering import shorten, text_width
from .svg import Drawing

FIRST_WEEKS = 4
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class TrendChart:
    """points: (Monday, share in percent), in order. line: levels at the first and the last point.

    band: (lower, upper) slope a week, around the middle of the points. events: (day, words).
    """

    points: Sequence[tuple[date, float]]
    line: tuple[float, float] | None = None
    band: tuple[float, float] | None = None
    events: Sequence[tuple[date, str]] = field(default_factory=list)
    title: str = ""
    description: str = ""

    @property
    def gaps(self) -> list[date]:
        """Mondays between the first and the last point without one."""
        there = {monday for monday, _share in self.points}
        first, last = self.points[0][0], self.points[-1][0]
        weeks = (last - first).days // 7
        return [first + WEEK * at for at in range(weeks) if first + WEEK * at not in there]

    def wide(self, theme="classes") -> str:
        return _Sheet(
            self, 830, 400, right=118, size=3.6, css="chart only-wide", theme=theme
        ).draw()

    def narrow(self, theme="classes") -> str:
        return _Sheet(self, 358, 260, right=14, size=3, css="chart only-phone", theme=theme).draw()

    def small(self) -> str:
        """One of many beside each other, all on the same scale of 0 to 100 %."""
        return _Sheet(
            self, 240, 110, right=8, size=1.8, css="chart", theme="classes", top=100
        ).draw()


class _Sheet:
    """The drawing of one size."""

    left, above, below = 36, 12, 30

    def __init__(self, chart, width, height, *, right, size, css, theme, top=None):
        self.chart, self.width, self.height, self.right = chart, width, height, right
        self.size, self.is_wide = size, width > 400
        highest = max([*(share for _monday, share in chart.points), *(chart.line or ())], default=0)
        self.top = top or next((level for level in (20, 40, 60, 80) if highest <= level), 100)
        self.first = chart.points[0][0]
        self.weeks = max(1, (chart.points[-1][0] - self.first).days / 7)
        self.sheet = Drawing(width, height, chart.title, chart.description, theme=theme, css=css)

    @property
    def floor(self):
        return self.height - self.below

    def x(self, day) -> float:
        room = self.width - self.left - self.right - 16
        return self.left + 8 + room * ((day - self.first).days / 7) / self.weeks

    def y(self, share) -> float:
        inside = min(max(share, 0), self.top)
        return self.floor - (self.floor - self.above) * inside / self.top

    def draw(self) -> str:
        self._gaps()
        self._scale()
        self._months()
        if self.chart.line:
            self._band()
            self._line()
        self._points()
        if self.is_wide:
            self._events()
        return self.sheet.svg()

    def _gaps(self):
        half = max(3.0, (self.x(self.first + WEEK) - self.x(self.first)) / 2)
        for monday in self.chart.gaps:
            x = self.x(monday)
            self.sheet.rect(x - half, self.above, 2 * half, self.floor - self.above, "gap")

    def _scale(self):
        step = self.top // 4 if self.top != 100 else 25
        for level in range(0, self.top + 1, step):
            y = self.y(level)
            end = self.width - self.right
            self.sheet.line(self.left, y, end, y, "rule" if level else "rule2")
            words = _("%(n)s %%") % {"n": level} if level == self.top else str(level)
            self.sheet.text(self.left - 6, y + 4, words, "pencil", 11, "end")

    def _months(self):
        room, last = 34 if self.is_wide else 44, -100.0
        month = self.first.replace(day=1)
        end = self.chart.points[-1][0]
        while month <= end:
            x = self.x(max(month, self.first))
            if x - last >= room:
                self.sheet.line(x, self.floor, x, self.floor + 5, "rule2")
                self.sheet.text(x, self.floor + 18, date_format(month, "M"), "pencil", 11)
                last = x
            month = (month + timedelta(days=32)).replace(day=1)

    def _at(self, weeks, slope, middle) -> tuple[float, float]:
        day = self.first + timedelta(days=round(7 * weeks))
        return self.x(day), self.y(middle[1] + slope * (weeks - middle[0]))

    def _band(self):
        if not self.chart.band:
            return
        start, end = self.chart.line
        slope = (end - start) / self.weeks
        times = sorted((monday - self.first).days / 7 for monday, _share in self.chart.points)
        middle = times[len(times) // 2]
        pivot = (middle, start + slope * middle)
        low, high = self.chart.band
        for edge in (0, self.weeks):
            corner = [self._at(middle, 0, pivot), self._at(edge, low, pivot)]
            self.sheet.area([*corner, self._at(edge, high, pivot)], "tint")

    def _line(self):
        start, end = self.chart.line
        last = self.chart.points[-1][0]
        ends = [(self.x(self.first), self.y(start)), (self.x(last), self.y(end))]
        self.sheet.path(ends, "pen", 2.5)
        if self.is_wide:
            now = _("%(n)s %% now") % {"n": round(end)}
            began = _("started at %(n)s %%") % {"n": round(start)}
            at = min(max(self.y(end), self.above + 8), self.floor - 24)
            self.sheet.text(self.x(last) + 10, at, now, "pen", 12, bold=True)
            self.sheet.text(self.x(last) + 10, at + 15, began, "ink", 11)

    def _points(self):
        for place, (monday, share) in enumerate(self.chart.points):
            if place < FIRST_WEEKS:
                self.sheet.ring(self.x(monday), self.y(share), self.size, "ink")
            else:
                self.sheet.circle(self.x(monday), self.y(share), self.size, "ink")

    def _events(self):
        """A small arrow on the axis with its words on the free side; one that has no room, none."""
        taken = float(self.left)
        for day, words in sorted(self.chart.events):
            x = self.x(day)
            if not self.left <= x <= self.width - self.right:
                continue
            self.sheet.line(x, self.floor - 22, x, self.floor, "ink", 1.5)
            self.sheet.area(
                [(x - 4, self.floor - 22), (x, self.floor - 28), (x + 4, self.floor - 22)], "ink"
            )
            said = shorten(words, 150, 11)
            if x - 8 - text_width(said, 11) > taken:
                self.sheet.text(x - 8, self.floor - 12, said, "ink", 11, "end")
                taken = x + 8
