"""A value-stream map: read, written, analysed, compared. Pure: a map in, figures out."""

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
]
