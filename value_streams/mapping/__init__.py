"""A value-stream map: read, written, analysed, compared. Pure: a map in, figures out."""

from value_streams.strict_json import Faults

from .analysis import Analysis, analyse, as_json
from .elements import (
    Element,
    Fifo,
    Inventory,
    Process,
    SafetyStock,
    Stock,
    Supermarket,
    Transport,
    WorkingTime,
)
from .map import Customer, InformationFlow, Kaizen, Loop, Map, Path, Supplier
from .reading import ReadMap, read_map
from .writing import write_map

__all__ = [
    "Analysis",
    "Customer",
    "Element",
    "Faults",
    "Fifo",
    "InformationFlow",
    "Inventory",
    "Kaizen",
    "Loop",
    "Map",
    "Path",
    "Process",
    "ReadMap",
    "SafetyStock",
    "Stock",
    "Supermarket",
    "Supplier",
    "Transport",
    "WorkingTime",
    "analyse",
    "as_json",
    "read_map",
    "write_map",
]
