"""CSV in: an uploaded file becomes rows and faults, all at once, nothing guessed silently."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_noop as _

from .inert import as_written

DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Fault:
    """What is wrong in an uploaded file, and where.

    `message` is untranslated, with `params` for its places: a page prints
    `fault.text(gettext)`, a command prints `str(fault)`.

    >>> str(Fault(_("must be 0 or more, got %(got)s"), {"got": -4}, line=7, column="minutes"))
    'line 7: minutes: must be 0 or more, got -4'
    """

    message: str
    params: dict[str, Any] = field(default_factory=dict)
    line: int | None = None
    column: str | None = None

    def text(self, translate=str) -> str:
        """The fault as a sentence, "line 7: minutes: …", in the language of `translate`."""
        parts = [translate(self.message) % self.params]
        if self.column is not None:
            parts.insert(0, self.column)
        if self.line is not None:
            parts.insert(0, translate(_("line %(line)s")) % {"line": self.line})
        return ": ".join(parts)

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True)
class Row:
    """One row of an upload: the line on which it starts (from 1) and its texts by column name."""

    line: int
    texts: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The text of a column; an optional column that the file has not is empty."""
        return self.texts.get(column, "")

    def fault(self, column: str, message: str, **params) -> Fault:
        """A fault of this row, for whoever checks its contents further."""
        return Fault(message, params, line=self.line, column=column)


def read_csv(
    content: bytes,
    required: Sequence[str],
    optional: Sequence[str] = (),
    max_rows: int = 10_000,
    other_columns: bool = False,
) -> tuple[list[Row], list[Fault]]:
    """The rows of an uploaded CSV file, or, with no rows at all, everything that is wrong with it.

    UTF-8 with or without byte-order mark; comma, semicolon or tab, whichever makes the header fit.
    Case and blanks in column names do not matter ("Line manager e-mail" is not
    `line_manager_email`, "Line Manager Email" is). With `other_columns` (a matrix has a column per
    process step) unnamed-for columns come through under the name the file gives them. Rows in which
    nothing is written are skipped; the ' before = + - @ that our own exports put is taken off.

    >>> rows, faults = read_csv(b"Name;Minutes\\r\\nAna;5\\r\\n", ["name", "minutes"])
    >>> rows[0].line, rows[0]["minutes"], faults
    (2, '5', [])
    >>> [str(fault) for fault in read_csv(b"name\\nAna,5\\n", ["name", "minutes"])[1]]
    ['line 1: the column “minutes” is missing']
    """
    try:
        text = _decoded(content)
        delimiter = _delimiter(text, [*required, *optional])
        records = _records(text, delimiter)
        header_line, header = next(records, (1, []))
        if isinstance(header, Fault):
            raise _Refused(header)
        names = _names(header, header_line, required, optional, other_columns)
    except _Refused as refused:
        return [], list(refused.args)
    rows, faults, count = [], [], 0
    for line, cells in records:
        if isinstance(cells, Fault):
            faults.append(cells)
            continue
        count += 1
        if count > max_rows:
            rows.clear()
        elif len(cells) != len(names):
            params = {"got": len(cells), "expected": len(names)}
            message = _("has %(got)s cells where the header has %(expected)s")
            faults.append(Fault(message, params, line=line))
        else:
            rows.append(Row(line, dict(zip(names, map(as_written, cells), strict=True))))
    if count > max_rows:
        message = _("the file has %(count)s rows; at most %(most)s can be imported at once")
        return [], [Fault(message, {"count": count, "most": max_rows})]
    return ([] if faults else rows), faults


@dataclass(frozen=True)
class Records:
    """A CSV file cell by cell, for those whose columns say something themselves (a matrix).

    `rows` are pairs of the line a row starts on and its cells; `faults` are of the file as a file.
    """

    header_line: int
    header: list[str]
    rows: list[tuple[int, list[str]]]
    faults: list[Fault]


def read_records(content: bytes, known: Sequence[str]) -> Records:
    """All that can be read of the file, and what cannot; the header is not judged.

    >>> read_records(b"product;Saw\\r\\nA;X\\r\\n", ["product"]).rows
    [(2, ['A', 'X'])]
    """
    try:
        text = _decoded(content)
    except _Refused as refused:
        return Records(1, [], [], list(refused.args))
    read, faults = [], []
    for line, cells in _records(text, _delimiter(text, known)):
        if isinstance(cells, Fault):
            faults.append(cells)
        else:
            read.append((line, [as_written(cell) for cell in cells]))
    (header_line, header), *rows = read or [(1, [])]
    return Records(header_line, header, rows, faults)


class _Refused(Exception):
    """The file cannot be read further; the arguments are its faults."""


def _decoded(content: bytes) -> str:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise _Refused(Fault(_("this is a workbook, not CSV: save it as “CSV UTF-8”")))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Refused(Fault(_("this file is UTF-16: save it as “CSV UTF-8”"), line=1))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts without the byte-order mark, which holds no line end: lines stay right.
        line = _line_of(content.removeprefix(b"\xef\xbb\xbf")[: error.start])
        raise _Refused(Fault(_("is not UTF-8: save the file as “CSV UTF-8”"), line=line)) from error
    if "\0" in text:
        line = _line_of(text[: text.index("\0")].encode())
        raise _Refused(Fault(_("holds a NUL byte: this is not a text file"), line=line))
    return text


def _line_of(before: bytes) -> int:
    return len(re.findall(rb"\r\n|\r|\n", before)) + 1


def _delimiter(text: str, known: Sequence[str]) -> str:
    """The delimiter under which the header has most of the names we know, then most columns."""
    keys = {_key(name) for name in known}

    def fit(delimiter: str) -> tuple[int, int]:
        header = next(_records(text, delimiter), (1, []))[1]
        cells = [] if isinstance(header, Fault) else header
        return sum(_key(cell) in keys for cell in cells), len(cells)

    return max(DELIMITERS, key=fit)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | Fault]]:
    """Each record that holds any text, with the line it starts on; a broken one as its fault."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, Fault(_broken(str(error)), line=line)
            if "field larger" in str(error):
                return  # the rest of that text would be read as rows
        else:
            if any(cells):
                yield line, cells


def _broken(reason: str) -> str:
    if "end of data" in reason:
        return _("a quotation mark is opened here and never closed")
    if "field larger" in reason:
        return _("holds a text that is too long, or a quotation mark that is never closed")
    return _(
        "a quotation mark stands inside a text: double it, and put the text in quotation marks"
    )


def _names(header, line, required, optional, other_columns) -> list[str]:
    """The header's cells as the names the caller uses; refuses missing, unknown and double ones."""
    known = {_key(name): name for name in [*required, *optional]}
    faults, names = [], []

    def refuse(message: str, **params) -> None:
        faults.append(Fault(message, params, line=line))

    for place, cell in enumerate(header, start=1):
        name = known.get(_key(cell), as_written(cell).strip())
        if not name:
            refuse(_("column %(place)s has no name"), place=place)
        elif _key(name) in map(_key, names):
            refuse(_("the column “%(name)s” is there twice"), name=name)
        elif _key(name) not in known and not other_columns:
            refuse(_("the column “%(name)s” is unknown"), name=name)
        names.append(name)
    for name in required:
        if name not in names:
            refuse(_("the column “%(name)s” is missing"), name=name)
    if faults:
        raise _Refused(*faults)
    return names


def _key(name: str) -> str:
    return "_".join(as_written(name).casefold().replace("_", " ").split())
