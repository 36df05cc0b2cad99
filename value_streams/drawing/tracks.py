"""The level lines of information above a lane of elements, and what comes down from them.

Every message has a track, a level line of its own height; from it arrows go down to elements, up to
partners, or to the office it comes from. Where the other end stands in another lane, a tag at the
left of the lane names it. Words stand above their track, where no other line comes through.
"""

from dataclasses import dataclass, field

from ..mapping import Map
from . import icons
from .actors import OFFICE, Actors, Office
from .canvas import Canvas
from .lanes import PORTS, Box, Lane
from .lettering import text_width
from .messages import Message
from .placing import LEAD

TAG, TAG_HEIGHT = LEAD - 14, 31
CLEAR = 5


@dataclass(eq=False)
class Track:
    """`boxes` and `partners` are its ends on this lane, each with whether an arrow points there."""

    message: Message
    boxes: list[tuple[Box, bool]] = field(default_factory=list)
    partners: list[tuple[str, bool]] = field(default_factory=list)
    office: Office | None = None
    tag: str = ""
    y: float = 0
    #: (x, y of the other end or None for an element below, box, arrow points there)
    uprights: list[tuple[float, float | None, Box | None, bool]] = field(default_factory=list)
    trunk: float | None = None

    @property
    def icon(self):
        return icons.FLOW_ICONS.get(self.message.flow.kind)

    @property
    def above(self) -> float:
        if self.tag:
            return TAG_HEIGHT / 2 + 2
        icon = 11 if self.icon else 3
        return icon + (0 if self.office else 15)

    @property
    def below(self) -> float:
        return TAG_HEIGHT / 2 + 2 if self.tag else 11 if self.icon else 7

    def span(self, lane: Lane) -> tuple[float, float]:
        xs = [x for x, *_ in self.uprights]
        if self.trunk is not None:
            xs.append(self.trunk)
        if self.tag:
            xs += [lane.left, lane.left + TAG + 8]
        return min(xs), max(xs)


class Band:
    """The tracks above one lane."""

    def __init__(self, lane: Lane, arrow: float | None = None):
        self.lane, self.tracks, self.height, self.arrow = lane, [], 0.0, arrow

    def arrange(self, actors: Actors | None):
        """Gives every end its x and every track its y, counted from the band's top."""
        slots = self._slots()
        for track in self.tracks:
            for box, into in track.boxes:
                track.uprights.append((slots[track, box], None, box, into))
            for name, into in track.partners:
                x, y = actors.port(name)
                track.uprights.append((x, y, None, into))
            if track.office is not None:
                xs = [x for x, *_ in track.uprights]
                middle = track.office.x + OFFICE / 2
                side = 1 if sum(x > middle for x in xs) * 2 > len(xs) else -1
                track.trunk = track.office.trunk(track.message, side)
        own = [track for track in self.tracks if track.office is not None]
        shared = [track for track in self.tracks if track.office is None]
        shared.sort(key=lambda track: track.span(self.lane)[0] - track.span(self.lane)[1])
        for level in [*([track] for track in own), *self._levels(shared)]:
            above, below = max(t.above for t in level), max(t.below for t in level)
            for track in level:
                track.y = self.height + above
            self.height += above + below
        self.height += 8 if self.tracks else 0

    def _slots(self) -> dict[tuple[Track, Box], float]:
        ends: dict[Box, list[Track]] = {}
        for track in self.tracks:
            for box, _into in track.boxes:
                ends.setdefault(box, []).append(track)
        found = {}
        for box, tracks in ends.items():
            left, room = box.x + 6, (PORTS if box.bursts else box.width) - 12
            if not box.is_process:
                left, room = box.middle - 16, 16 if box.bursts else 32
            for at, track in enumerate(tracks):
                found[track, box] = left + room * (at + 0.5) / len(tracks)
        return found

    def _levels(self, tracks: list[Track]) -> list[list[Track]]:
        levels: list[list[Track]] = []
        for track in tracks:
            left, right = track.span(self.lane)
            for level in levels:
                spans = [other.span(self.lane) for other in level]
                if all(right + 14 < start or end + 14 < left for start, end in spans):
                    level.append(track)
                    break
            else:
                levels.append([track])
        return levels

    def draw(self, canvas: Canvas, top: float):
        for track in self.tracks:
            self._lines(canvas, track, top)
        for track in self.tracks:
            self._words(canvas, track, top)

    def _lines(self, canvas: Canvas, track: Track, top: float):
        y = top + track.y
        left, right = track.span(self.lane)
        if track.tag:
            left += TAG
        if track.office is not None:
            _leave(canvas, track, y)
        canvas.line((left, y), (right, y))
        for x, other, box, into in track.uprights:
            end = box.top if box is not None else other
            if into:
                icons.arrow(canvas, (x, y), (x, end))
            else:
                canvas.line((x, y), (x, end))
        if track.tag and not track.boxes[0][1]:
            icons.head(canvas, (left, y), (-1, 0))

    def _words(self, canvas: Canvas, track: Track, top: float):
        y = top + track.y
        left, right = track.span(self.lane)
        if track.tag:
            canvas.rect(left, y - TAG_HEIGHT / 2, TAG, TAG_HEIGHT, stroke="ink2", pen=1)
            canvas.text(left + 6, y - 3, track.tag, TAG - 12, tone="p")
            canvas.text(left + 6, y + 10, track.message.words, TAG - 12)
            left += TAG
        start, end = self._free(track, left, right)
        middle = (start + end) / 2
        raised = 3
        if track.icon:
            draw_icon, width, height = track.icon
            raised = height / 2 + 4
            if track.office is not None and end - start < width - 4:
                track.message.icon_in_row = True
            else:
                draw_icon(canvas, middle - width / 2, y - height / 2)
            if track.message.electronic and not track.office and end - start > width + 46:
                _bolt(canvas, middle + width / 2 + 14, y)
        elif track.message.electronic and track.office is None and end - start > 24:
            _bolt(canvas, middle, y)
            raised = 8
        if not track.tag and track.office is None:
            room = end - start - 2
            if min(text_width(track.message.words), 30) <= room:
                canvas.text(middle, y - raised, track.message.words, room, anchor="middle")

    def _free(self, track: Track, left: float, right: float) -> tuple[float, float]:
        """The widest piece of the track that no other line comes through."""
        through = [(x, x) for other in self.tracks for x in _crossing(other, track)]
        if self.arrow is not None:
            through.append((self.arrow - 14, self.arrow + 14))
        edges = [(left, left), *through, (right, right)]
        inside = sorted((min(max(a, left), right), min(max(b, left), right)) for a, b in edges)
        pieces, reached = [], left
        for start, end in inside:
            pieces.append((reached, start))
            reached = max(reached, end)
        start, end = max(pieces, key=lambda piece: piece[1] - piece[0])
        return start + CLEAR, end - CLEAR


def _crossing(other: Track, track: Track):
    """x of every upright of `other` that passes the height of `track`."""
    for x, _y, box, _into in other.uprights:
        down = box is not None
        if other is track or (other.y < track.y if down else other.y > track.y):
            yield x
    if other.trunk is not None and other.y >= track.y:
        yield other.trunk


def _bolt(canvas: Canvas, x: float, y: float):
    """A lightning on a level line."""
    canvas.rect(x - 2.5, y - 1.5, 5, 3, stroke=None)
    canvas.line((x - 2.5, y), (x + 7, y - 5), (x - 7, y + 5), (x + 2.5, y))


def _leave(canvas: Canvas, track: Track, y: float):
    """From the office's row out to the side, or below the last row, and down to the track."""
    office, message = track.office, track.message
    if office.leaves_below(message):
        start = (track.trunk, office.bottom)
        way = (0, -1)
        canvas.line(start, (track.trunk, y))
    else:
        row = office.row_y(message)
        side = office.x if track.trunk < office.x else office.x + OFFICE
        start, way = (side, row), (1 if side > track.trunk else -1, 0)
        canvas.line(start, (track.trunk, row), (track.trunk, y))
        if message.electronic:
            _bolt(canvas, side + (-14 if track.trunk < side else 14), row)
    if not message.sends:
        icons.head(canvas, start, way)


def bands(drawn: Map, rows, actors: Actors, named) -> dict[Lane, Band]:
    """The band of every lane, arranged."""
    first = rows[0].trunk if rows else None
    boxes = {box.key: (lane, box) for row in rows for lane in row.lanes for box in lane.boxes}
    found = {
        lane: Band(lane, actors.arrow if lane is first else None)
        for row in rows
        for lane in row.lanes
    }
    for message in actors.mail.messages:
        _sort_in(drawn, message, found, boxes, named, actors, first)
    for band in found.values():
        band.arrange(actors)
    return found


def _sort_in(drawn, message, found, boxes, named, actors, first):
    office = actors.offices.get(message.fixed)
    flow = message.flow
    if message.fixed is None:
        ends = [(boxes.get(named.get(flow.sender)), False), (boxes.get(named.get(flow.to)), True)]
        if None in (ends[0][0], ends[1][0]):
            return
        (lane, source), (goal_lane, goal) = ends[0][0], ends[1][0]
        if lane is goal_lane:
            found[lane].tracks.append(Track(message, [(source, False), (goal, True)]))
        else:
            found[lane].tracks.append(Track(message, [(source, False)], tag=flow.to))
            found[goal_lane].tracks.append(Track(message, [(goal, True)], tag=flow.sender))
        return
    here: dict = {}
    for name in message.others:
        if name in named and named[name] in boxes:
            lane, box = boxes[named[name]]
            here.setdefault(lane, []).append((box, message.sends))
    partners = [(name, message.sends) for name in message.others if name in drawn.partners]
    if office is None and message.fixed in drawn.partners and (first in here or partners):
        partners.append((message.fixed, not message.sends))
    if first is not None and (first in here or partners):
        found[first].tracks.append(Track(message, here.pop(first, []), partners, office=office))
    for lane, ends in here.items():
        found[lane].tracks.append(Track(message, ends, tag=message.fixed))
