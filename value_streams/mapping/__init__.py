"""A value-stream map: read, written, analysed, compared. Pure: a map in, figures out."""

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

__all__ = [
    "Analysis",
    "Customer",
    "Element",
    "Fifo",
    "InformationFlow",
    "Inventory",
    "Kaizen",
    "Loop",
    "Map",
    "Path",
    "Process",
    "SafetyStock",
    "Stock",
    "Supermarket",
    "Supplier",
    "Transport",
    "WorkingTime",
    "analyse",
    "as_json",
]
