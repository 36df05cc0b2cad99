"""Where everything stands from left to right: the main path cut into rows, joining paths beneath.

A *row* is a piece of a path with the paths that join it below it, each ending just before the
element it joins. A path that is too wide for that has rows of its own; a ring with the same letter
at both ends says where it joins. The drawing is as narrow as its number of rows allows.
"""

from itertools import pairwise

from ..mapping import Kaizen, Map, Path, Process
from .icons import BURST
from .lanes import GAP, PORTS, PROCESS, STOCK, Box, Lane, Row, set_levels

FLOW_GAP, JOIN = 28, 36
LEAD, START, GOES_ON = 132, 68, 34


class TooWideError(Exception):
    """The joining path that does not fit beside what it joins."""

    def __init__(self, path: Path):
        self.path = path


def rows(drawn: Map, width: float, begin: float | None = None) -> list[Row]:
    """The rows of the main path, then those of paths that have rows of their own.

    `width` is what elements and lead-ins may take; one element wider than it stands alone. `begin`
    is the room before the first element of the main path, without it what its kind needs.
    """
    if begin is None:
        begin = START if _needs_room_before(drawn) else 0
    detached: dict[str, str] = {}
    while True:
        try:
            return _rows(drawn, width, begin, detached)
        except TooWideError as too_wide:
            detached[too_wide.path.name] = _letter(len(detached))


def _needs_room_before(drawn: Map) -> bool:
    """Deliveries come from the left where the first element's upper side is a process's, or taken
    by information."""
    first = next(iter(drawn.main.elements), None)
    spoken = {end for flow in drawn.information_flows for end in (flow.sender, flow.to)}
    return isinstance(first, Process) or (first is not None and first.name in spoken)


def _letter(number: int) -> str:
    """0 → "A", 25 → "Z", 26 → "AA"."""
    number += 1
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _rows(drawn, width, begin, detached) -> list[Row]:
    placing = _Placing(drawn, begin, detached)
    found = placing.path_in_rows(drawn.main, width)
    for name in detached:
        found += placing.path_in_rows(drawn.path(name), width)
    return found


def places(drawn: Map) -> dict[str, tuple[str, int]]:
    """Element's name → (path, index); of equal names the first process, else the first stock."""
    found: dict[str, tuple[str, int]] = {}
    for processes in (True, False):
        for path in drawn.paths:
            for index, element in enumerate(path.elements):
                if isinstance(element, Process) is processes and element.name:
                    found.setdefault(element.name, (path.name, index))
    return found


class _Placing:
    def __init__(self, drawn: Map, begin: float, detached: dict[str, str]):
        self.map, self.begin, self.detached, self.passages = drawn, begin, detached, 0
        self.bursts: dict[str, list[Kaizen]] = {}
        for kaizen in drawn.kaizen:
            self.bursts.setdefault(kaizen.at, []).append(kaizen)
        self.named = places(drawn)
        self.spoken = {end for flow in drawn.information_flows for end in (flow.sender, flow.to)}
        self.children: dict[tuple[str, int], list[Path]] = {}
        for path in drawn.paths:
            if path.joins is not None:
                place = drawn.path(path.joins).place_of(path.joins_before) or 0
                self.children.setdefault((path.joins, place), []).append(path)

    def path_in_rows(self, path: Path, width: float) -> list[Row]:
        if not path.elements:
            return []
        cuts = self._cuts(path, width)
        narrow, wide = width / 3, width
        while wide - narrow > 8:  # as narrow as this number of rows allows
            middle = (narrow + wide) / 2
            try:
                enough = len(self._cuts(path, middle)) == len(cuts)
            except TooWideError:
                enough = False
            narrow, wide = (narrow, middle) if enough else (middle, wide)
        cuts = self._cuts(path, wide)
        found = [self._row(path, start, end) for start, end in cuts]
        for before, after in pairwise(found):
            self.passages += 1
            before.trunk.goes_to = after.trunk.comes_from = str(self.passages)
        if path.name in self.detached:
            found[-1].trunk.goes_to = self.detached[path.name]
        return found

    def _cuts(self, path: Path, width: float) -> list[tuple[int, int]]:
        """Where rows begin and end: as long as fits, ending behind a process where one is."""
        cuts, start, count = [], 0, len(path.elements)
        while start < count:
            end = start + 1
            while end < count and self._fits(path, start, end + 1, width):
                end += 1
            if end == start + 1 and not self._fits(path, start, end, width):
                self._give_way(path, start, width)
            if end < count:
                good = [
                    place
                    for place in range(start + 1, end + 1)
                    if isinstance(path.elements[place - 1], Process)
                ]
                end = good[-1] if good and good[-1] > (start + end) / 2 else end
            cuts.append((start, end))
            start = end
        return cuts

    def _fits(self, path, start, end, width) -> bool:
        goes_on = GOES_ON if end < len(path.elements) or path.joins is not None else 0
        return self._row(path, start, end).right + goes_on <= width

    def _give_way(self, path, start, width):
        """One element and what joins it are too wide: the widest joining path gets its own rows."""
        row = self._row(path, start, start + 1)
        joining = [lane for lane in row.lanes if lane.joins is not None]
        if joining:
            leaves = [lane for lane in joining if not any(box.joined for box in lane.boxes)]
            raise TooWideError(min(leaves, key=lambda lane: lane.left).path)

    def _row(self, path: Path, start: int, end: int) -> Row:
        begins = start == 0 and path.joins is None
        trunk = self._lane(path, start, end, self.begin if begins else LEAD)
        trunk.shift(-min(lane.left for lane in trunk.whole))
        set_levels(trunk)
        return Row(list(trunk.whole))

    def _lane(self, path: Path, start: int, end: int, lead: float, joins=None) -> Lane:
        """The stretch from x = lead on, with the lanes that join it, which may reach below 0."""
        lane = Lane(path, [], lead, joins=joins)
        x = lead
        for index in range(start, end):
            box = self._box(path, index)
            before = lane.boxes[-1] if lane.boxes else None
            joining = self.children.get((path.name, index), [])
            if before is not None:
                x += FLOW_GAP if before.is_process and box.is_process else GAP
                x += GAP if _cell(before) != _cell(box) and (_cell(before) or _cell(box)) else 0
            if joining:
                x += JOIN
                box.joins = x - JOIN / 2
            box.x = x
            lane.boxes.append(box)
            for child in joining:
                if not child.elements:
                    continue
                if child.name in self.detached:
                    box.letters.append(self.detached[child.name])
                    continue
                below = self._lane(child, 0, len(child.elements), LEAD, joins=box)
                below.shift(box.joins - GAP - below.right)
                box.joined.append(below)
            x += box.room
        return lane

    def _box(self, path: Path, index: int) -> Box:
        element = path.elements[index]
        width = PROCESS if isinstance(element, Process) else STOCK
        own = self.named.get(element.name) == (path.name, index)
        bursts = tuple(self.bursts.get(element.name, ())) if own else ()
        ports = PORTS if isinstance(element, Process) else STOCK / 2
        room = width
        if bursts and not self._burst_may_reach_over(path, index):
            room = max(width, ports + BURST[0])
        return Box(path, index, element, 0, width, room, bursts)

    def _burst_may_reach_over(self, path: Path, index: int) -> bool:
        """Beside a process stands a stock above which nothing is drawn."""
        after = path.elements[index + 1 : index + 2]
        return (
            isinstance(path.elements[index], Process)
            and bool(after)
            and not isinstance(after[0], Process)
            and after[0].name not in self.spoken
            and after[0].name not in self.bursts
        )


def _cell(box: Box) -> str:
    return box.element.cell or "" if box.is_process else ""
