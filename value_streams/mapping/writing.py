"""A map as a file of the format `value-stream-map/1`: what `reading` reads back as the same map."""

import json
from dataclasses import fields
from datetime import date

from .elements import Element
from .map import Map
from .reading import FORMAT

#: Fields that are pairs in a map and an object of names in a file.
OBJECTS = ("variants", "by_variant", "answers")
RENAMED = {"sender": "from"}
FIRST = ("kind", "name", "state", "as_of", "customer", "suppliers", "working_time")
LAST = ("paths", "elements", "information_flows", "kaizen", "loops", "answers")


def write_map(drawn: Map) -> str:
    """The file's text: keys always in one order, defaults left out, whole numbers without a point.

    >>> from .elements import WorkingTime
    >>> from .map import Customer, Path
    >>> drawn = Map(name="Brackets", customer=Customer(daily_demand=920.0),
    ...     working_time=WorkingTime(shifts_per_day=2, hours_per_shift=7.5),
    ...     paths=(Path(name="main"),))
    >>> print(" ".join(write_map(drawn).split())) # doctest: +NORMALIZE_WHITESPACE
    { "format": "value-stream-map/1", "name": "Brackets", "state": "current",
      "customer": { "daily_demand": 920 },
      "working_time": { "shifts_per_day": 2, "hours_per_shift": 7.5 },
      "paths": [ { "name": "main", "elements": [] } ] }
    """
    file = {"format": FORMAT} | _object(drawn)
    return json.dumps(file, ensure_ascii=False, indent=2) + "\n"


def _object(part) -> dict:
    """A part of a map as the file's object."""
    said = {"kind": part.kind} if isinstance(part, Element) else {}
    for field in fields(part):
        value = getattr(part, field.name)
        if value != field.default or field.name in ("state", "elements"):
            said[RENAMED.get(field.name, field.name)] = _value(field.name, value)
    return dict(sorted(said.items(), key=lambda pair: _place(pair[0])))


def _place(key: str) -> int:
    """Before or behind what stands in the order of its class."""
    if key in FIRST:
        return FIRST.index(key) - len(FIRST)
    return 1 + LAST.index(key) if key in LAST else 0


def _value(name: str, value):
    match value:
        case tuple() if name in OBJECTS:
            return {key: _value(key, each) for key, each in value}
        case tuple():
            return [each if isinstance(each, str) else _object(each) for each in value]
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return int(value)
        case None | bool() | int() | float() | str():
            return value
    return _object(value)
