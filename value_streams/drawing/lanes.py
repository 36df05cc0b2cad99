"""What a drawing is laid out in: boxes for elements, lanes for paths, rows of lanes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..mapping import Element, Kaizen, Path, Process

PROCESS, STOCK = 104, 64
GAP = 10
#: drops and kanban lines come down left of a burst, at most this far from the element's left edge
PORTS = 40


@dataclass(eq=False)
class Box:
    """One element's place: `x` is its left edge, `room` the width that nothing else may take."""

    path: Path
    index: int
    element: Element
    x: float
    width: float
    room: float
    bursts: tuple[Kaizen, ...] = ()
    joins: float | None = None
    joined: list["Lane"] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    top: float = 0

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def is_process(self) -> bool:
        return isinstance(self.element, Process)

    @property
    def key(self) -> tuple[str, int]:
        return self.path.name, self.index


@dataclass(eq=False)
class Lane:
    """A stretch of one path. `left` is where its lead-in begins; `level` counts downwards."""

    path: Path
    boxes: list[Box]
    lead: float
    level: int = 0
    comes_from: str = ""
    goes_to: str = ""
    joins: Box | None = None

    @property
    def left(self) -> float:
        return self.boxes[0].x - self.lead

    @property
    def right(self) -> float:
        return max(box.x + box.room for box in self.boxes)

    @property
    def is_joined(self) -> bool:
        return any(box.joined for box in self.boxes)

    def shift(self, by: float):
        for box in self.boxes:
            box.x += by
            box.joins = None if box.joins is None else box.joins + by
            for lane in box.joined:
                lane.shift(by)

    @property
    def whole(self) -> Iterator["Lane"]:
        """This lane and all that join it, earlier joins first."""
        yield self
        for box in self.boxes:
            for lane in box.joined:
                yield from lane.whole


@dataclass(eq=False)
class Row:
    lanes: list[Lane]

    @property
    def trunk(self) -> Lane:
        return self.lanes[0]

    @property
    def boxes(self) -> Iterator[Box]:
        return (box for lane in self.lanes for box in lane.boxes)

    @property
    def right(self) -> float:
        return max(lane.right for lane in self.lanes)


def set_levels(trunk: Lane):
    """Each joining lane as high as may be: beside nothing, with a free way up to its goal."""
    placed = [trunk]
    for lane in list(trunk.whole)[1:]:
        parent = next(each for each in placed if lane.joins in each.boxes)
        level = parent.level + 1
        while not _free(lane, level, placed):
            level += 1
        lane.level = level
        placed.append(lane)


def _free(lane: Lane, level: int, placed: list[Lane]) -> bool:
    """Beside no lane, on no other's way up, and above none if others are to join it from below.

    Then its own way up is free: whoever was placed below its goal joins the goal farther left.
    """
    for other in placed:
        beside = lane.left < other.right + GAP and other.left < lane.joins.joins + GAP
        if beside and (other.level == level or (other.level > level and lane.is_joined)):
            return False
        if other.joins is not None and other.joins is not lane.joins:
            above = next(each.level for each in placed if other.joins in each.boxes)
            crosses = lane.left - GAP < other.joins.joins < lane.right
            if crosses and above < level <= other.level:
                return False
    return True
