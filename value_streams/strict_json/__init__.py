"""JSON files read strictly: exact decimals, every fault at once, by its path. Pure."""

from . import exact_json
from .checking import Check, Faults
from .exact_json import shown

__all__ = ["Check", "Faults", "exact_json", "shown"]
