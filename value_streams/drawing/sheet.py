"""The whole drawing: actors, information, material, timeline, each below the other."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from ..mapping import Map
from ..mapping.analysis import Analysis
from . import figures, icons
from .actors import PARTNER, Actors
from .canvas import Canvas
from .elements import Elements
from .ladder import HEIGHT, LOOP, TOTALS, draw_brackets, ladder, loop_brackets, totals
from .lanes import Box, Lane, Row
from .lettering import shown, wrapped
from .messages import sorted_mail
from .placing import LEAD, places, rows
from .shipping import first_delivery, shipment
from .tracks import TAG, bands

BETWEEN_ROWS, BETWEEN_LANES = 30, 18
#: rows as long as the sheet of a page is wide
ROW_WIDTH = 1184


@dataclass
class Sheet:
    """A finished drawing from 0, 0 to how wide and high it is; lines may touch its edge."""

    canvas: Canvas
    width: float
    height: float


def sheet(analysis: Analysis, width: float = ROW_WIDTH) -> Sheet:
    """Everything in its place on a drawing of about `width` px, or less; see docs/maps.md."""
    return _Composition(analysis, width).sheet()


class _Composition:
    def __init__(self, analysis: Analysis, width: float):
        self.analysis, self.map = analysis, analysis.map
        self.named = places(self.map)
        self.canvas = Canvas()
        self.elements = Elements(analysis)
        self.mail = sorted_mail(self.map)
        room = width - PARTNER - 32
        self.rows = rows(self.map, room)
        if _first_needs_tags(self.map, self.rows, self.named, self.mail.messages):
            self.rows = rows(self.map, room, LEAD + 48)
        right = max((row.right + 34 * bool(row.trunk.goes_to) for row in self.rows), default=0)
        self.actors = Actors(analysis, self.mail, self._arrow(), right)
        self.bands = bands(self.map, self.rows, self.actors, self.named)

    def _arrow(self) -> float:
        """x at which what the supplier delivers comes down."""
        if not self.rows:
            return 34
        first = self.rows[0].trunk.boxes[0]
        return first.x - (42 if first.is_process else 30) if first.x > 0 else first.middle

    def sheet(self) -> Sheet:
        bottom = self._tops()
        canvas = self.canvas
        for lane, band in self.bands.items():
            band.draw(canvas, self.band_tops[lane])
        self.actors.draw(canvas)
        if self.actors.arrow is not None and self.rows:
            first_delivery(canvas, self.actors, self.elements, self.rows[0].trunk.boxes[0])
        for row in self.rows:
            for lane in row.lanes:
                self._lane(lane)
            self._ladder(row)
        ending = [row for row in self.rows if row.trunk.path is self.map.main]
        if ending:
            shipment(canvas, self.actors, self.elements, ending[-1].trunk.boxes[-1])
        width = (
            max(self.actors.width, *(row.right for row in self.rows))
            if self.rows
            else (self.actors.width)
        )
        return Sheet(canvas, round(width), round(bottom))

    def _tops(self) -> float:
        """Gives every band, element and ladder its height on the sheet; the lowest y."""
        y = self.actors.bottom
        self.band_tops: dict[Lane, float] = {}
        self.ladder_tops: dict[Row, float] = {}
        self.brackets = {}
        for place, row in enumerate(self.rows):
            for level in range(max(lane.level for lane in row.lanes) + 1):
                lanes = [lane for lane in row.lanes if lane.level == level]
                y += BETWEEN_LANES if level else 0
                for lane in lanes:
                    self.band_tops[lane] = y
                y += max(self.bands[lane].height for lane in lanes)
                boxes = [box for lane in lanes for box in lane.boxes]
                stacked = max(len(box.bursts) for box in boxes)
                y += stacked * (icons.BURST[1] + 4) + 6
                if place == 0 and level == 0:
                    y = max(y, self.actors.customer_bottom + 64, self.actors.suppliers_bottom + 34)
                for box in boxes:
                    box.top = y
                y += max(self.elements.height(box) for box in boxes)
                y += 24 if any(box.is_process and box.element.cell for box in boxes) else 0
                leads = [lane for lane in lanes if lane.joins or lane.path.joins]
                y = max(y, max(box.top for box in boxes) + 62) if leads else y
            if any(box.key in self.elements.walked for box in row.boxes):
                self.ladder_tops[row] = y + 32
                y += 20 + HEIGHT
            self.brackets[row] = (y + 6, loop_brackets(self.map.loops, row, self.named))
            found = self.brackets[row][1]
            y += LOOP * (max(level for level, *_ in found) + 1) if found else 0
            if row is self._last_main() and row in self.ladder_tops:
                y = max(y, self.ladder_tops[row] - 20 + TOTALS[1])
            y += BETWEEN_ROWS
        return y - BETWEEN_ROWS if self.rows else y

    def _last_main(self) -> Row | None:
        return next((row for row in reversed(self.rows) if row.trunk.path is self.map.main), None)

    def _ladder(self, row: Row):
        y = self.ladder_tops.get(row)
        if y is not None:
            walked = [box for box in row.boxes if box.key in self.elements.walked]
            last = row is self._last_main()
            ladder(self.canvas, self.analysis, walked, y, self.actors.customer_x if last else None)
            if last:
                totals(self.canvas, self.analysis, self.actors.customer_x, y - 20)
        top, found = self.brackets[row]
        draw_brackets(self.canvas, found, top)

    def _lane(self, lane: Lane):
        canvas, elements = self.canvas, self.elements
        self._cells(lane)
        for before, box in pairwise(lane.boxes):
            if before.is_process and box.is_process:
                y = elements.flow_y(before)
                icons.arrow(canvas, (before.right, y), (box.x, y), width=2.4)
        for box in lane.boxes:
            elements.draw(canvas, box)
            self._bursts(box)
            self._joining(box)
        self._lead(lane)
        if lane.goes_to:
            last = lane.boxes[-1]
            y = elements.flow_y(last)
            at = last.x + last.room + 24
            canvas.line((elements.edge(last, 1), y), (at - 10, y), width=2.4)
            icons.numbered(canvas, at, y, lane.goes_to)

    def _lead(self, lane: Lane):
        """Left of the first element: where the way comes from, or whose path this is."""
        first = lane.boxes[0]
        y = self.elements.flow_y(first)
        end = (self.elements.edge(first, -1), y)
        if lane.comes_from:
            icons.numbered(self.canvas, first.x - 34, y, lane.comes_from)
            icons.arrow(self.canvas, (first.x - 24, y), end, width=2.4)
        elif lane.path.joins is not None:
            x = lane.left
            for at, (words, bold, tone) in enumerate(_path_lines(lane)):
                self.canvas.text(x, first.top + 12 + 14 * at, words, TAG, bold=bold, tone=tone)
            if first.is_process:
                icons.arrow(self.canvas, (first.x - 12, first.top + 30), (first.x, first.top + 30))

    def _joining(self, box: Box):
        if box.joins is None:
            return
        canvas = self.canvas
        y = box.top + (self.elements.head + 12 if box.is_process else 24)
        for lane in box.joined:
            last = lane.boxes[-1]
            exit_y = self.elements.flow_y(last)
            canvas.line(
                *((self.elements.edge(last, 1), exit_y), (box.joins, exit_y), (box.joins, y)),
                width=2.4,
            )
        for at, letter in enumerate(box.letters):
            icons.numbered(canvas, box.joins, y + 26 * at + 14, letter)
        start = (box.joins, y)
        if box.letters:
            canvas.line((box.joins, y), (box.joins, y + 4), width=2.4)
        icons.arrow(canvas, start, (self.elements.edge(box, -1), y), width=2.4)

    def _bursts(self, box: Box):
        left = box.x + (40 if box.is_process else box.width / 2)
        for at, kaizen in enumerate(box.bursts):
            y = box.top - (icons.BURST[1] + 4) * (at + 1) - 2
            icons.burst(self.canvas, left, y, thick=kaizen.kind == "flow")
            middle = left + icons.BURST[0] / 2
            _two_lines(self.canvas, middle, y + icons.BURST[1] / 2, kaizen.text, 66)

    def _cells(self, lane: Lane):
        run: list[Box] = []
        for box in [*lane.boxes, None]:
            if box is not None and not box.is_process:
                continue
            if run and (box is None or box.element.cell != run[0].element.cell):
                self._cell(lane, run)
                run = []
            if box is not None and box.element.cell:
                run.append(box)

    def _cell(self, lane: Lane, run: list[Box]):
        """A dashed boundary around the processes of a cell and what stands between them."""
        start, end = lane.boxes.index(run[0]), lane.boxes.index(run[-1])
        inside = lane.boxes[start : end + 1]
        left, right = run[0].x - 7, run[-1].right + 7
        top = run[0].top
        bottom = top + max(self.elements.height(box) for box in inside) + 20
        self.canvas.rect(left, top - 6, right - left, bottom - top + 8, fill=None, dashes="6 4")
        words = self.elements.cell_in_words(run[0].element.cell)
        ways_up = [box.joins for box in inside if box.joined]
        start, end = max(pairwise([left, *ways_up, right]), key=lambda piece: piece[1] - piece[0])
        self.canvas.text(start + 6, bottom - 4, words, end - start - 12, bold=True)


def _two_lines(canvas: Canvas, middle, centre, words, room):
    lines = len(wrapped(shown(words), room, 2))
    canvas.text(middle, centre + 4 - 6.5 * (lines - 1), words, room, anchor="middle", rows=2)


def _path_lines(lane: Lane) -> list[tuple[str, bool, str]]:
    """Whose path this is, how many pieces of it a product takes, where it joins."""
    path = lane.path
    lines = [(path.name, True, "")]
    pieces = figures.plain(path.pieces_per_product, 3)
    lines.append((_("%(pieces)s per product") % {"pieces": pieces}, False, ""))
    if path.organisation:
        lines.append((path.organisation, False, "p"))
    return lines


def _first_needs_tags(drawn: Map, found: list[Row], named, messages) -> bool:
    """Does an element at the head of the drawing talk with one that stands in another lane?"""
    if not found:
        return False
    here = {box.key for box in found[0].trunk.boxes}
    for message in messages:
        if message.fixed is None:
            ends = [named.get(message.flow.sender) in here, named.get(message.flow.to) in here]
            if any(ends) and not all(ends):
                return True
    return False
