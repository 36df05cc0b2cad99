"""A map as it is entered: its faults, each at its row, and what can be said of the rest.

A walk takes hours, and the map is looked at while it is drawn. So what has a fault is left out
until it is mended, and the figures are those of what remains.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from value_streams import mapping
from value_streams.mapping import Analysis, Faults, analyse, read_map
from value_streams.models import Map

from .document import LISTS, document
from .remaining import as_bytes, what_remains

#: only at the beginning: a name further on may look like a place, too
_PLACE = re.compile(r"\.?([a-z_]+)\[([0-9]+)\]")
_RELATIONS = (*LISTS, "paths", "elements")
_COLUMNS = {"from": "sender"}


@dataclass(frozen=True)
class Fault:
    """One fault: `path` as in a file, `sentence`, and the row and column where it is mended."""

    path: str
    sentence: str
    row: object | None = None
    column: str = ""

    def __str__(self):
        return f"{self.path}: {self.sentence}"


@dataclass(frozen=True)
class Entered:
    """What is known of a map that may still be half entered.

    `map` and `analysis` are of what can be read of it; `lacks` names the bases that are missing
    (the customer's demand, the working time) and for which stand-ins were taken: then only figures
    that do not rest on them may be shown.
    """

    drawn: Map
    faults: tuple[Fault, ...]
    remarks: tuple[str, ...]
    map: mapping.Map | None
    lacks: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not self.faults

    @cached_property
    def analysis(self) -> Analysis | None:
        return analyse(self.map) if self.map else None


def entered(drawn: Map) -> Entered:
    """`drawn` is fetched `with_rows()`."""
    said = document(drawn)
    try:
        read = read_map(as_bytes(said))
    except Faults as faults:
        found = tuple(_fault(drawn, line) for line in faults.lines)
        rest, lacks = what_remains(said, faults.lines)
        return Entered(drawn, found, (), rest, lacks)
    return Entered(drawn, (), read.remarks, read.map, ())


def _fault(drawn: Map, line: str) -> Fault:
    path, sentence = line.split(": ", 1)
    row, column = row_at(drawn, path)
    return Fault(path, sentence, row, column)


def row_at(drawn: Map, path: str) -> tuple[object | None, str]:
    """The row that a path of the document is in, and its column; the map itself for its head.

    `paths[0].elements[1].cycle_time_s` is the column `cycle_time_s` of the second element.
    """
    row, rest = drawn, path
    while place := _PLACE.match(rest):
        if place[1] == "elements" and isinstance(getattr(row, "elements", None), list):
            return row, "elements"
        if place[1] not in _RELATIONS or not hasattr(row, place[1]):
            break
        row = getattr(row, place[1]).all()[int(place[2])]
        rest = rest[place.end() :]
    return row, _column(rest)


def _column(rest: str) -> str:
    keys = [key for key in rest.strip(".").split(".") if key]
    if not keys:
        return ""
    if keys[:2] == ["customer", "name"]:
        return "customer_name"
    key = keys[1] if keys[0] in ("customer", "working_time") and keys[1:] else keys[0]
    return _COLUMNS.get(key, key)
