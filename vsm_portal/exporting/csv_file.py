"""CSV out: what Excel opens with a double click, and what no formula survives in."""

import csv
import datetime as dt
from collections.abc import Iterator

from .inert import encodable, inert
from .table import Table

BYTE_ORDER_MARK = "\ufeff"


class _Line:
    """A file for csv.writer that hands the line it was given straight back."""

    def write(self, line: str) -> str:
        return line


def stream_csv(table: Table) -> Iterator[bytes]:
    """The table line by line: UTF-8 with byte-order mark, commas, CRLF, heads first.

    Constant memory: nothing is kept but the line in hand, so a streaming response can carry any
    number of rows. A number stays a number with a point (`-5`, `3.89`), a share stays a share
    (`0.125`), a date is `2026-01-15`, a moment `2026-01-15 10:42:00`, nothing known is empty.
    A text that a spreadsheet could run gets a leading ', which `read_csv` takes off again.
    """
    writer = csv.writer(_Line(), lineterminator="\r\n")
    heads = writer.writerow([_cell(str(column.title)) for column in table.columns])
    yield (BYTE_ORDER_MARK + heads).encode()
    for values in table.values():
        yield writer.writerow([_cell(value) for value in values]).encode()


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return encodable(inert(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return str(value) if isinstance(value, int | dt.date) else f"{value:f}"
