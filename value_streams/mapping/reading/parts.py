"""The parts of a map file, from its JSON objects to what each could be read as.

A part is read into a dict of its fields; what a fault hides is missing in it, so that the checks
between the parts (`references.py`) go on with what is there.
"""

from decimal import Decimal

from value_streams.strict_json import joined

from ..elements import (
    KINDS,
    Fifo,
    Inventory,
    Process,
    SafetyStock,
    Supermarket,
    Transport,
    WorkingTime,
)
from ..map import FLOW_KINDS, KAIZEN_KINDS, LOOP_KINDS, MEDIA, QUESTIONS, Customer, Supplier
from ..quantities import Unit, shown
from .fields import (
    MapCheck,
    by_name,
    counted,
    list_of,
    name,
    names,
    one_of,
    positive,
    read_fields,
    share,
    text,
    yes_or_no,
    zero_or_more,
)

HOURS_PER_DAY = 24
WORKING_TIME = {
    "shifts_per_day": positive(),
    "hours_per_shift": positive(Unit.HOURS, most=Decimal(24)),
    "break_minutes_per_shift": zero_or_more(Unit.MINUTES),
}


def working_time(check: MapCheck, value: object, path: str) -> WorkingTime | None:
    before = len(check.faults)
    read = read_fields(check, value, path, WORKING_TIME, "shifts_per_day hours_per_shift")
    if len(check.faults) > before:
        return None
    time = WorkingTime(**read)
    if time.shifts_per_day * time.hours_per_shift > HOURS_PER_DAY:
        return check.fault(path, "has more than 24 hours a day")
    if time.seconds_per_day <= 0:
        return check.fault(f"{path}.break_minutes_per_shift", "must be shorter than the shift")
    return time


CUSTOMER = {
    "name": text,
    "demand_per_month": positive(Unit.PIECES),
    "working_days_per_month": positive(Unit.DAYS, most=Decimal(31)),
    "daily_demand": positive(Unit.PIECES),
    "working_days_per_year": positive(Unit.DAYS, most=Decimal(366)),
    "pack_size": positive(Unit.PIECES),
    "shipments_per_day": positive(),
    "variants": by_name(zero_or_more(Unit.PIECES)),
}
BY_THE_MONTH = ("demand_per_month", "working_days_per_month")


def customer(check: MapCheck, value: object, path: str) -> Customer | None:
    before = len(check.faults)
    read = read_fields(check, value, path, CUSTOMER)
    given = value if isinstance(value, dict) else {}
    by_the_month = [key for key in BY_THE_MONTH if key in given]
    if "daily_demand" in given:
        for key in by_the_month:
            check.fault(joined(path, key), "must be left out where daily_demand is given")
    elif isinstance(value, dict) and not by_the_month:
        check.fault(path, f"must have {' and '.join(BY_THE_MONTH)}, or daily_demand")
    elif given:
        for key in BY_THE_MONTH:
            if key not in given:
                check.fault(joined(path, key), "is missing")
    if len(check.faults) > before:
        return None
    said = Customer(**read)
    place = joined(path, "variants")
    _remark_on_sum(check, place, said.variants, "demand_per_month", said.demand_per_month)
    return said


def _remark_on_sum(check: MapCheck, path: str, parts: tuple, of: str, total: float | None):
    added = sum(pieces for _, pieces in parts)
    if parts and total is not None and abs(added - total) > 1e-9 * total:
        check.remark(
            path, f"adds up to {_plain(added)}, not to {of}, {_plain(total)}, which is used."
        )


def _plain(number: float) -> str:
    return shown(Decimal(repr(number)))


ELEMENT = {"name": text, "floor_space_m2": zero_or_more(Unit.SQUARE_METRES)}
STOCK = ELEMENT | {
    "days": zero_or_more(Unit.DAYS),
    "pieces": zero_or_more(Unit.PIECES),
    "by_variant": by_name(zero_or_more(Unit.PIECES)),
}
FIELDS = {
    Process: ELEMENT
    | {
        "name": name,
        "cycle_time_s": positive(Unit.SECONDS),
        "changeover_s": zero_or_more(Unit.SECONDS),
        "batch_size": positive(Unit.PIECES),
        "uptime": share,
        "first_pass_yield": share,
        "operators": zero_or_more(),
        "variants": counted(),
        "shared": yes_or_no,
        "share_of_time": share,
        "epe_days": positive(Unit.DAYS),
        "value_creating_s": zero_or_more(Unit.SECONDS),
        "work_content_s": zero_or_more(Unit.SECONDS),
        "working_time": working_time,
        "cell": name,
        "organisation": name,
    },
    Inventory: STOCK,
    Supermarket: STOCK,
    Fifo: STOCK | {"max_pieces": positive(Unit.PIECES)},
    SafetyStock: STOCK,
    Transport: ELEMENT | {"days": zero_or_more(Unit.DAYS), "hours": zero_or_more(Unit.HOURS)},
}
#: What says how long something waits: one of these must be there.
WAITS = {Transport: ("days", "hours")} | dict.fromkeys(
    (Inventory, Supermarket, Fifo, SafetyStock), ("days", "pieces", "by_variant")
)


def element(check: MapCheck, value: object, path: str) -> dict:
    """The fields of an element, with its class as `kind`.

    `name` is None where the element has one that could not be read, and left out where it has none.
    """
    given = value if isinstance(value, dict) else {}
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        if "kind" in given:
            one_of(tuple(KINDS))(check, kind, f"{path}.kind")
        else:
            check.keys(value, path, "kind", " ".join(given))
        called = given.get("name")
        return {"name": called if isinstance(called, str) else None}
    cls = KINDS[kind]
    required = "kind name cycle_time_s" if cls is Process else "kind"
    read = read_fields(check, value, path, {"kind": one_of(tuple(KINDS))} | FIELDS[cls], required)
    if cls in WAITS and not any(key in given for key in WAITS[cls]):
        check.fault(path, f"must have {' or '.join(WAITS[cls][:2])}")
    if "pieces" in read:
        variants = read.get("by_variant", ())
        _remark_on_sum(check, f"{path}.by_variant", variants, "pieces", read["pieces"])
    if "name" in given or cls is Process:
        read.setdefault("name", None)
    return read | {"kind": cls}


def elements(check: MapCheck, value: object, path: str) -> list[dict] | None:
    if not isinstance(value, list):
        return list_of(check, value, path) or None
    return [element(check, each, f"{path}[{i}]") for i, each in enumerate(value)]


PATH = {
    "name": name,
    "joins": name,
    "joins_before": name,
    "pieces_per_product": positive(Unit.PIECES),
    "organisation": name,
    "elements": elements,
}
SUPPLIER = {"name": name, "delivers": text}
FLOW = {
    "from": name,
    "to": name,
    "medium": one_of(MEDIA),
    "kind": one_of(FLOW_KINDS),
    "content": text,
    "frequency": text,
}
KAIZEN = {"at": name, "text": text, "kind": one_of(KAIZEN_KINDS), "loop": name}
LOOP = {"name": name, "kind": one_of(LOOP_KINDS), "order": counted(), "elements": names}
ANSWERS = by_name(text, keys=QUESTIONS)


def _rows(check: MapCheck, value: object, path: str, fields: dict, required: str) -> list[dict]:
    return [
        read_fields(check, each, f"{path}[{i}]", fields, required)
        for i, each in enumerate(list_of(check, value, path))
    ]


def suppliers(check: MapCheck, value: object, path: str) -> tuple[Supplier, ...] | None:
    before = len(check.faults)
    rows = _rows(check, value, path, SUPPLIER, "name")
    return tuple(Supplier(**row) for row in rows) if len(check.faults) == before else None


def paths(check: MapCheck, value: object, path: str) -> list[dict]:
    """The paths; `joins` and `joins_before` are None where they are given and could not be read."""
    check.elements(value, path)
    listed = value if isinstance(value, list) else []
    read = [
        read_fields(check, each, f"{path}[{i}]", PATH, "name elements")
        for i, each in enumerate(listed)
    ]
    for given, each in zip(listed, read, strict=True):
        for key in ("joins", "joins_before"):
            if isinstance(given, dict) and key in given:
                each.setdefault(key, None)
    return read


def information_flows(check: MapCheck, value: object, path: str) -> list[dict]:
    return _rows(check, value, path, FLOW, "from to medium kind")


def kaizen(check: MapCheck, value: object, path: str) -> list[dict]:
    return _rows(check, value, path, KAIZEN, "at text kind")


def loops(check: MapCheck, value: object, path: str) -> list[dict]:
    return _rows(check, value, path, LOOP, "name kind")
