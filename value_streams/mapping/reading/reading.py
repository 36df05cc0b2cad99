"""A map file (format `value-stream-map/1`) as a map, or all of its faults at once."""

from dataclasses import dataclass

from value_streams.strict_json import Faults, exact_json, shown

from ..map import STATES, InformationFlow, Kaizen, Loop, Map, Path
from . import parts
from .fields import MapCheck, day, name, one_of, read_fields, yes_or_no
from .joins import check_joins
from .references import check_names, check_references

FORMAT = "value-stream-map/1"
MOST_BYTES = 10_000_000


@dataclass(frozen=True)
class ReadMap:
    """The map of a file, and what was understood in another way than written, one line each."""

    map: Map
    remarks: tuple[str, ...] = ()


def read_map(raw: bytes) -> ReadMap:
    """The map a file describes; `Faults` with one line per fault otherwise.

    >>> read = read_map(b'''{"format": "value-stream-map/1", "name": "Brackets",
    ...     "customer": {"daily_demand": 920},
    ...     "working_time": {"shifts_per_day": 2, "hours_per_shift": 8},
    ...     "paths": [{"name": "main", "elements": [
    ...         {"kind": "process", "name": "Weld", "cycle_time_s": "39 min"}]}]}''')
    >>> read.map.process("Weld").cycle_time_s, read.remarks
    (2340.0, ('paths[0].elements[0].cycle_time_s: 39 min is taken as 2340 s.',))
    >>> read_map(b'{"format": "value-stream-map/1", "name": "", "paths": 7}')
    Traceback (most recent call last):
        ...
    value_streams.strict_json.checking.Faults: customer: is missing
    working_time: is missing
    name: must be a name, got ""
    paths: must be a list, got 7
    """
    if len(raw) > MOST_BYTES:
        raise Faults([f"file: must not be larger than {MOST_BYTES // 10**6} MB"])
    try:
        value = exact_json.read(raw)
    except exact_json.NotJson as error:
        raise Faults([f"file: {error}"]) from error
    check = MapCheck()
    file = _file(check, value)
    if check.faults:
        raise Faults(check.faults)
    return ReadMap(_map(file), tuple(check.remarks))


def _format(check: MapCheck, value: object, path: str) -> str | None:
    if value == FORMAT:
        return FORMAT
    return check.fault(path, f"must be {shown(FORMAT)}, got {shown(value)}")


HEAD = {
    "format": _format,
    "name": name,
    "state": one_of(STATES),
    "as_of": day,
    "lead_time_includes_processing": yes_or_no,
    "customer": parts.customer,
    "suppliers": parts.suppliers,
    "working_time": parts.working_time,
    "answers": parts.ANSWERS,
    "paths": parts.paths,
    "information_flows": parts.information_flows,
    "kaizen": parts.kaizen,
    "loops": parts.loops,
}


def _file(check: MapCheck, value: object) -> dict:
    """The file's parts, read and held against each other."""
    file = read_fields(check, value, "", HEAD, "format name customer working_time paths")
    for key in ("paths", "information_flows", "kaizen", "loops"):
        file.setdefault(key, [])
    check_names(check, file["paths"], file["loops"])
    check_joins(check, file["paths"])
    check_references(check, file, _partners(file, value))
    return file


def _partners(file: dict, value: object) -> set[str] | None:
    """The names of customer and suppliers; None where one of them could not be read."""
    if "customer" not in file or ("suppliers" in value and "suppliers" not in file):
        return None
    return {file["customer"].name, *(each.name for each in file.get("suppliers", ()))}


def _map(file: dict) -> Map:
    """The map of a file without faults."""
    del file["format"]
    flows = [{"sender": each.pop("from"), **each} for each in file.pop("information_flows")]
    return Map(
        paths=tuple(_path(each) for each in file.pop("paths")),
        information_flows=tuple(InformationFlow(**each) for each in flows),
        kaizen=tuple(Kaizen(**each) for each in file.pop("kaizen")),
        loops=tuple(Loop(**each) for each in file.pop("loops")),
        **file,
    )


def _path(row: dict) -> Path:
    elements = ({**each} for each in row.pop("elements"))
    return Path(elements=tuple(each.pop("kind")(**each) for each in elements), **row)
