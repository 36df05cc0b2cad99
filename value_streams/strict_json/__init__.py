"""JSON files read strictly: exact decimals, every fault at once, by its path. Pure."""

from . import exact_json
from .checking import Check, Faults, joined
from .exact_json import Keys, shown

__all__ = ["Check", "Faults", "Keys", "exact_json", "joined", "shown"]
