"""What can be said of a half-entered map: the map without that which has a fault.

Left out is the least that helps: a field that may be missing, else its row. A stock of which
nothing was observed stays, its wait unknown. Pure: a document in, a map out.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from value_streams import mapping
from value_streams.mapping import Faults, Stock, Transport, read_map

#: Without the demand and the working time nothing is reckoned by the day. A stand-in lets the rest
#: be read; whoever asks is told.
STAND_INS = {
    "customer": {"daily_demand": 1},
    "working_time": {"shifts_per_day": 1, "hours_per_shift": 8},
}
MAY_LACK = {
    "customer": ("name", "pack_size", "shipments_per_day", "working_days_per_year", "variants"),
    "paths": ("pieces_per_product", "organisation"),
    "suppliers": ("delivers",),
    "information_flows": ("content", "frequency"),
    "kaizen": ("loop",),
    "loops": ("order",),
}
NEEDED = {"process": ("kind", "name", "cycle_time_s")}
MOST_ROUNDS = 50
#: Stands in the days of a stock while the rest is read: nobody waits 2.7 million years.
_UNOBSERVED = 987654321.0625
_STEP = re.compile(r"([a-z_]+)\[([0-9]+)\]|([^.\[\]]+)")


def what_remains(said: dict, lines: Iterable[str]) -> tuple[mapping.Map | None, tuple[str, ...]]:
    """The map, and which of `STAND_INS` stand for what is missing; None if nothing can be read."""
    said = json.loads(json.dumps(said))
    lacks: set[str] = set()
    for _round in range(MOST_ROUNDS):
        for line in lines:
            _leave_out(said, line.split(": ", 1)[0], lacks)
        _drop_emptied(said)
        try:
            return _as_observed(read_map(as_bytes(said)).map), tuple(sorted(lacks))
        except Faults as faults:
            lines = faults.lines
    return None, tuple(sorted(lacks))


def as_bytes(said: dict) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode(errors="surrogatepass")


def steps(path: str) -> list[tuple[str, int | None]]:
    """
    >>> steps("paths[0].elements[12].working_time.shifts_per_day")
    [('paths', 0), ('elements', 12), ('working_time', None), ('shifts_per_day', None)]
    """
    return [
        (list_name, int(place)) if list_name else (key, None)
        for list_name, place, key in _STEP.findall(path)
    ]


def _leave_out(said: dict, path: str, lacks: set[str]) -> None:
    (head, place), *rest = steps(path)
    if head in STAND_INS:
        _leave_out_of_base(said, head, rest, lacks)
    elif head == "name":
        said["name"] = "–"
    elif head == "paths" and place is None:
        said["paths"] = []
    elif place is None:
        said.pop(head, None)
    elif rest and rest[0][0] == "elements" and rest[0][1] is not None:
        _leave_out_of_row(said[head], place, rest, head)
    else:
        _leave_out_field(said[head], place, rest, MAY_LACK.get(head, ()))


def _leave_out_of_base(said, head, rest, lacks) -> None:
    may_lack = MAY_LACK.get(head, ())
    if rest and rest[0][0] in may_lack:
        said[head].pop(rest[0][0], None)
        return
    kept = {key: value for key, value in said.get(head, {}).items() if key in may_lack}
    said[head] = kept | STAND_INS[head]
    lacks.add(head)


def _leave_out_of_row(rows, place, rest, head) -> None:
    """A fault at an element of a path, or at a name in a loop."""
    (_, inner), *field = rest
    row = rows[place]
    if row is None:
        return
    if head == "loops":
        row["elements"][inner] = None
        return
    element = row["elements"][inner]
    if element is None:
        return
    kind = element.get("kind")
    if not field and kind != "process":
        element["days"] = _UNOBSERVED
    else:
        needed = NEEDED.get(kind, ("kind",))
        may_lack = tuple(key for key in element if key not in needed)
        _leave_out_field(row["elements"], inner, field, may_lack)


def _leave_out_field(rows, place, rest, may_lack) -> None:
    if rows[place] is None:
        return
    if rest and rest[0][0] in may_lack:
        rows[place].pop(rest[0][0], None)
    else:
        rows[place] = None


def _drop_emptied(said: dict) -> None:
    for head in ("suppliers", "paths", "information_flows", "kaizen", "loops"):
        rows = [row for row in said.get(head, []) if row is not None]
        for row in rows:
            if "elements" in row:
                row["elements"] = [each for each in row["elements"] if each is not None]
        said[head] = rows
    if not said["paths"]:
        said["paths"] = [{"name": "main", "elements": []}]


def _as_observed(read: mapping.Map) -> mapping.Map:
    """The map with its unknown waits unknown."""
    paths = tuple(
        replace(path, elements=tuple(_observed(each) for each in path.elements))
        for path in read.paths
    )
    return replace(read, paths=paths)


def _observed(element):
    if isinstance(element, Stock | Transport) and element.days == _UNOBSERVED:
        return replace(element, days=None)
    return element
