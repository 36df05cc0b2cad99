"""XLSX out: typed figures, a head that stays, nothing that runs, nothing that is lost."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import BinaryIO

import xlsxwriter

from .inert import inert, legal_in_xml
from .sheet_names import SheetNames
from .table import Column, Kind, Table

ROWS_ON_A_SHEET = 1_048_576
# A cell holds 32,767 UTF-16 units; the head of a long text leaves room for where it goes on.
UNITS_IN_A_CELL = 32_767
LONG_TEXT_PART = 32_000

_WIDTHS = {Kind.INTEGER: 10, Kind.DECIMAL: 11, Kind.PERCENT: 10, Kind.DATE: 12, Kind.DATETIME: 18}
_WIDEST = 60


def write_xlsx(
    tables: Table | Sequence[Table],
    target: str | BinaryIO,
    notes_title: str = "Notes",
    long_texts_title: str = "Long texts",
) -> None:
    """Write one sheet per table to a path or a binary file.

    Row by row in constant memory (100,000 × 12 cells: the process stays below 50 MB).
    Numbers, shares and dates are typed and formatted; text that a spreadsheet could run gets a
    leading ', and nothing becomes a formula or a link. A sign that XML cannot hold is shown as □.
    What does not fit is carried on: rows on a further sheet with the same head, a text over 32,767
    characters whole on the sheet `long_texts_title`, in parts in order, while its cell keeps the
    beginning and says where. A note of any table stands on the sheet `notes_title`.
    """
    tables = [tables] if isinstance(tables, Table) else list(tables)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as workbook:
        workbook.set_properties({"title": legal_in_xml(str(tables[0].title))[:250]})
        book = _Book(workbook, notes_title, long_texts_title)
        for table in tables:
            book.add(table)
        book.finish(tables)


class _Book:
    """A workbook under way: its formats, the sheet names taken, and the long texts met."""

    def __init__(self, workbook, notes_title: str, long_texts_title: str):
        self.workbook = workbook
        self.names = SheetNames()
        self.notes_title, self.long_texts_title = notes_title, long_texts_title
        self.long_texts: list[tuple[str, int, int, str]] = []
        self.head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.formats: dict[str, object] = {}

    def add(self, table: Table) -> None:
        """Write a table, on as many sheets as its rows need."""
        sheet = _Sheet(self, table.title, table.columns)
        for values in table.values():
            if sheet.next_row == ROWS_ON_A_SHEET:
                sheet.close()
                sheet = _Sheet(self, table.title, table.columns)
            sheet.add(values)
        sheet.close()

    def finish(self, tables: Sequence[Table]) -> None:
        """The sheets that belong to the whole book: notes, then the long texts."""
        notes = [(str(table.title), str(note)) for table in tables for note in table.notes]
        if notes:
            self.add(Table(self.notes_title, [Column("of", ""), Column("note", "")], notes))
        if self.long_texts:
            sheet = self.workbook.add_worksheet(self.names.take(self.long_texts_title))
            for row, (name, at_row, at_column, part) in enumerate(self.long_texts):
                cell = xlsxwriter.utility.xl_rowcol_to_cell(at_row, at_column)
                sheet.write_row(row, 0, [inert(name), cell, inert(part)])

    def format_of(self, column: Column):
        pattern = {
            Kind.INTEGER: "#,##0",
            Kind.DECIMAL: "0" + "." * bool(column.places) + "0" * column.places,
            Kind.PERCENT: "0" + "." * bool(column.places) + "0" * column.places + "%",
            Kind.DATE: "yyyy-mm-dd",
            Kind.DATETIME: "yyyy-mm-dd hh:mm",
        }.get(column.kind)
        if pattern is None:
            return self.text
        if pattern not in self.formats:
            self.formats[pattern] = self.workbook.add_format(
                {"num_format": pattern, "valign": "top"}
            )
        return self.formats[pattern]


class _Sheet:
    """One sheet under way: bold frozen head, filter, widths by what the columns hold."""

    def __init__(self, book: _Book, title: str, columns: Sequence[Column]):
        self.book, self.columns = book, columns
        self.name = book.names.take(title)
        self.sheet = book.workbook.add_worksheet(self.name)
        self.formats = [book.format_of(column) for column in columns]
        self.widths = [
            max(_WIDTHS.get(column.kind, 10), min(len(str(column.title)) + 3, 30))
            for column in columns
        ]
        self.sheet.freeze_panes(1, 0)
        self.next_row = 0
        self._texts([str(column.title) for column in columns], [book.head] * len(columns))

    def _texts(self, texts: list[str], formats: list) -> None:
        for place, (text, style) in enumerate(zip(texts, formats, strict=True)):
            self._text(place, text, style)
        self.next_row += 1

    def add(self, values: list) -> None:
        """Write the next row."""
        for place, (value, style) in enumerate(zip(values, self.formats, strict=True)):
            if isinstance(value, str):
                self._text(place, value, self.book.text)
            elif isinstance(value, dt.date):
                self._date(place, value, style)
            elif value is not None:
                self._number(place, value, style)
        self.next_row += 1

    def _text(self, place: int, text: str, style) -> None:
        text = inert(legal_in_xml(text))
        longest = max(map(len, text.split("\n"))) if "\n" in text else len(text)
        self.widths[place] = max(self.widths[place], min(longest + 2, _WIDEST))
        if 2 * len(text) > UNITS_IN_A_CELL and _units(text) > UNITS_IN_A_CELL:
            text = self._put_aside(place, text)
        self.sheet.write_string(self.next_row, place, text, style)

    def _put_aside(self, place: int, text: str) -> str:
        size = LONG_TEXT_PART if _units(text) == len(text) else LONG_TEXT_PART // 2
        parts = [text[start : start + size] for start in range(0, len(text), size)]
        self.book.long_texts += [(self.name, self.next_row, place, part) for part in parts]
        return f"{parts[0]} … → {self.book.long_texts_title}"

    def _date(self, place: int, day: dt.date, style) -> None:
        if day.year < 1900:  # a spreadsheet's calendar begins there
            self._text(place, day.isoformat(), self.book.text)
        else:
            self.sheet.write_datetime(self.next_row, place, day, style)

    def _number(self, place: int, number: int | Decimal, style) -> None:
        if Decimal(repr(float(number))) == number:
            self.sheet.write_number(self.next_row, place, number, style)
        else:  # more digits than a spreadsheet's number keeps
            self._text(place, str(number), self.book.text)

    def close(self) -> None:
        """Set what is known only now: the filter's extent and the widths."""
        self.sheet.autofilter(0, 0, max(self.next_row - 1, 0), max(len(self.columns) - 1, 0))
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
