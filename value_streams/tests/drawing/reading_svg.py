"""What an SVG of a map shows, read from its text alone: labels, lines, and what covers them."""

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

SIZES = {"s": 11, "h": 15}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Room:
    left: float
    top: float
    right: float
    bottom: float
    words: str = ""

    def meets(self, other: "Room", by: float = 0.01) -> bool:
        return (
            self.left + by < other.right
            and other.left + by < self.right
            and self.top + by < other.bottom
            and other.top + by < self.bottom
        )

    def holds(self, other: "Room") -> bool:
        return (
            self.left <= other.left + 0.5
            and self.top <= other.top + 0.5
            and self.right >= other.right - 0.5
            and self.bottom >= other.bottom - 0.5
        )


class Seen:
    """`labels` are the lines of text; `crossed` those that a line runs through which nothing drawn
    later hides; `frame` is the drawing's own edge."""

    def __init__(self, svg: str):
        self.root = ElementTree.fromstring(svg)
        left, top, width, height = map(float, self.root.get("viewBox").split())
        self.frame = Room(left, top, left + width, top + height)
        self.labels: list[Room] = []
        self.lines: list[tuple[int, Room]] = []
        self.covers: list[tuple[int, Room]] = []
        self.at: dict[Room, int] = {}
        for at, element in enumerate(self.root.iter()):
            self._see(at, element, element.tag.rpartition("}")[2])

    def _see(self, at, element, tag):
        css = (element.get("class") or "").split()
        if tag == "text":
            size = next((SIZES[each] for each in css if each in SIZES), 12)
            x, y, width = (float(element.get(name)) for name in ("x", "y", "textLength"))
            label = Room(x, y - 0.78 * size, x + width, y + 0.22 * size, element.text)
            self.labels.append(label)
            self.at[label] = at
        elif tag == "rect":
            x, y, width, height = (float(element.get(n)) for n in ("x", "y", "width", "height"))
            if element.get("fill") == "none":
                self._lines(at, [(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
            else:
                self.covers.append((at, Room(x, y, x + width, y + height)))
        elif tag == "circle" and element.get("fill") != "none":
            x, y, radius = (float(element.get(name)) for name in ("cx", "cy", "r"))
            self.covers.append((at, Room(x - radius, y - radius, x + radius, y + radius)))
        elif tag == "path":
            numbers = [float(each) for each in NUMBER.findall(element.get("d"))]
            points = (
                list(zip(numbers[::2], numbers[1::2], strict=True)) if _straight(element) else []
            )
            if element.get("fill") == "none":
                self._lines(at, points)
            elif points:
                xs, ys = zip(*points, strict=True)
                self.covers.append((at, Room(min(xs), min(ys), max(xs), max(ys))))

    def _lines(self, at, points):
        for (x1, y1), (x2, y2) in pairwise(points):
            if x1 == x2 or y1 == y2:
                ends = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
                self.lines.append((at, Room(*ends)))

    @property
    def overlapping(self) -> list[tuple[str, str]]:
        return [
            (one.words, other.words)
            for place, one in enumerate(self.labels)
            for other in self.labels[place + 1 :]
            if one.meets(other)
        ]

    @property
    def outside(self) -> list[str]:
        return [label.words for label in self.labels if not self.frame.holds(label)]

    @property
    def crossed(self) -> list[str]:
        return [
            label.words
            for label in self.labels
            for at, line in self.lines
            if _thick(line).meets(label) and not self._hidden(at, self.at[label], label)
        ]

    def _hidden(self, line_at, label_at, label) -> bool:
        """Something opaque lies between the line and the words upon it."""
        return any(line_at < at < label_at and cover.holds(label) for at, cover in self.covers)


def _thick(line: Room) -> Room:
    return Room(line.left - 0.1, line.top - 0.1, line.right + 0.1, line.bottom + 0.1)


def _straight(element) -> bool:
    return not re.search("[a-km-zA-KN-Y]", element.get("d").replace("M", "").replace("L", ""))
