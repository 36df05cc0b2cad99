"""The map file a command was given: read, or its faults on standard error and the end."""

import sys

from value_streams.mapping import Faults, Map, read_map
from value_streams.mapping.reading import MOST_BYTES

STANDARD_INPUT = "-"


def map_of(file: str, stderr) -> Map:
    """The map; remarks on how it was read go to standard error too, and change nothing."""
    try:
        read = read_map(_content(file))
    except OSError as error:
        stderr.write(f"{file}: {error.strerror}")
        sys.exit(1)
    except Faults as faults:
        stderr.write("\n".join(faults.lines))
        sys.exit(1)
    for remark in read.remarks:
        stderr.write(remark)
    return read.map


def _content(file: str) -> bytes:
    """No more of the file than tells that it is too large."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with open(file, "rb") as opened:
        return opened.read(MOST_BYTES + 1)
