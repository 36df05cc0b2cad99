"""The maps of the cast: the current state of Steering brackets in force, its future one a draft."""

from value_streams.mapping import read_map
from value_streams.models import Map

CURRENT = b"""{
  "format": "value-stream-map/1", "name": "Steering brackets", "state": "current",
  "as_of": "2026-01-15",
  "customer": {"name": "State Street Assembly", "demand_per_month": 18400,
    "working_days_per_month": 20},
  "working_time": {"shifts_per_day": 2, "hours_per_shift": 8, "break_minutes_per_shift": 20},
  "paths": [{"name": "main", "elements": [
    {"kind": "inventory", "name": "Coils", "days": 5},
    {"kind": "process", "name": "Stamping", "cycle_time_s": 1, "changeover_s": 3600},
    {"kind": "inventory", "name": "Stamped", "pieces": 7000},
    {"kind": "process", "name": "Assembly", "cycle_time_s": 62},
    {"kind": "inventory", "name": "Finished", "pieces": 4140}]}]
}"""


def build_maps(world):
    """`current_map` is in force; `draft_map` is its copy as the future state."""
    current = Map.take(world.stream, read_map(CURRENT).map, by=world.manager)
    current.put_in_force(by=world.manager, seen=1)
    draft = current.copy(by=world.manager, state="future")
    world.things.update(current_map=current, draft_map=draft)
    return world
