"""From a map file to a map, strictly: every fault at once."""

from .reading import FORMAT, MOST_BYTES, ReadMap, read_map

__all__ = ["FORMAT", "MOST_BYTES", "ReadMap", "read_map"]
