"""A CSV file with a product × step matrix as a `Matrix`, or everything that is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vsm_portal.exporting.csv_reading import Fault, Records, read_records

from ..mapping.said import gettext_noop as _
from .cells import NotOne, number_of_pieces, work_in_cell
from .matrix import PASSES_NOT, Cell, Matrix, without_seconds_where_none_are_said

PRODUCT, DEMAND = "product", "demand_per_month"
MOST_BYTES = 10_000_000
MOST_PRODUCTS, MOST_STEPS = 1000, 200
LONGEST_NAME = 120


class Faults(ValueError):
    """Everything that is wrong with a file, each fault with its line."""

    def __init__(self, faults: Sequence[Fault]):
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line or 0))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Read:
    """The matrix, and what was not taken simply as it was typed ("39 min is taken as 2340 s")."""

    matrix: Matrix
    remarks: tuple[Fault, ...] = ()


def read_matrix(content: bytes, decimal_mark: str | None = None) -> Read:
    """The matrix a file holds; `Faults` with all of its faults otherwise.

    `decimal_mark` is that of the person's language: it decides what "1,500" is.

    >>> read_matrix(b"product;Saw;Mill\\nA;20;X\\nB;;30 s\\n").matrix.cells
    ((20.0, None), (0.0, 30.0))
    >>> read_matrix(b"product,Saw,Mill\\nA,-4,\\nA,,\\n")
    Traceback (most recent call last):
        ...
    value_streams.grouping.reading.Faults: line 1: Mill: no product passes this step
    line 2: Saw: must be 0 or more, got -4
    line 3: product: “A” is there twice, first in line 2
    line 3: product: “A” passes no step
    """
    if len(content) > MOST_BYTES:
        params = {"got": f"{len(content) / 1_000_000:.1f}", "most": MOST_BYTES // 1_000_000}
        raise Faults([Fault(_("the file has %(got)s MB; at most %(most)s MB are read"), params)])
    records = read_records(content, [PRODUCT, DEMAND])
    if not records.header:
        empty = [Fault(_("the file is empty"), line=1)]
        raise Faults(records.faults or empty)
    reading = _Reading(records, decimal_mark)
    reading.read()
    if reading.faults:
        raise Faults(reading.faults)
    return Read(reading.matrix(), tuple(reading.remarks))


@dataclass
class _Reading:
    """One file on its way to a matrix; goes on after each fault."""

    records: Records
    decimal_mark: str | None
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    products: list[str] = field(default_factory=list)
    cells: list[tuple[Cell, ...]] = field(default_factory=list)
    demand: list[float | None] = field(default_factory=list)

    def read(self):
        self.faults += self.records.faults
        self.header = [name.strip() for name in self.records.header]
        self.keys = [_key(name) for name in self.header]
        self.step_places = [
            place for place, key in enumerate(self.keys) if key not in (PRODUCT, DEMAND)
        ]
        self._check_header()
        if len(self.records.rows) > MOST_PRODUCTS:
            params = {"got": len(self.records.rows), "most": MOST_PRODUCTS}
            self._fault(_("has %(got)s products; at most %(most)s can be grouped"), **params)
            return
        served, unreadable = set(), set()
        for line, row in self.records.rows:
            self._read_row(line, row, served, unreadable)
        if not self.records.rows:
            self._fault(_("there is no product below the header"))
            return
        for place in self.step_places:
            if place not in served and place not in unreadable:
                self._fault(_("no product passes this step"), self._name(place))

    def _check_header(self):
        if PRODUCT not in self.keys:
            self._fault(_("the column “%(name)s” is missing"), name=PRODUCT)
        if not self.step_places:
            self._fault(_("there is no column of a process step"))
        if len(self.step_places) > MOST_STEPS:
            params = {"got": len(self.step_places), "most": MOST_STEPS}
            self._fault(_("has %(got)s steps; at most %(most)s can be grouped"), **params)
        for place, (name, key) in enumerate(zip(self.header, self.keys, strict=True)):
            if not name:
                self._fault(_("column %(place)s has no name"), place=place + 1)
            elif key in self.keys[:place]:
                self._fault(_("the column “%(name)s” is there twice"), name=name)
            elif len(name) > LONGEST_NAME:
                params = {"name": f"{name[:40]}…", "most": LONGEST_NAME}
                self._fault(_("the name “%(name)s” has more than %(most)s signs"), **params)

    def _read_row(self, line, row, served, unreadable):
        if len(row) != len(self.header):
            params = {"got": len(row), "expected": len(self.header)}
            message = _("has %(got)s cells where the header has %(expected)s")
            self.faults.append(Fault(message, params, line=line))
            unreadable.update(range(len(row), len(self.header)))
        row = [*row, *[""] * (len(self.header) - len(row))]
        texts = {key: row[place].strip() for place, key in reversed([*enumerate(self.keys)])}
        product = texts.get(PRODUCT, "")
        if PRODUCT in self.keys:
            self._check_product(line, product)
        faults_before = len(self.faults)
        cells = tuple(self._cell(line, place, row[place], unreadable) for place in self.step_places)
        passed = {
            place for place, cell in zip(self.step_places, cells, strict=True) if cell != PASSES_NOT
        }
        served |= passed
        if not passed and len(self.faults) == faults_before and self.step_places:
            message = _("“%(product)s” passes no step")
            self.faults.append(Fault(message, {"product": product}, line=line, column=PRODUCT))
        self.products.append(product)
        self.cells.append(cells)
        self.demand.append(self._demand(line, texts.get(DEMAND, "")))

    def _check_product(self, line, product):
        params = {"product": product}
        if not product:
            message = _("must not be empty")
        elif product in self.lines:
            message = _("“%(product)s” is there twice, first in line %(first)s")
            params["first"] = self.lines[product]
        elif len(product) > LONGEST_NAME:
            message = _("the name “%(name)s” has more than %(most)s signs")
            params = {"name": f"{product[:40]}…", "most": LONGEST_NAME}
        else:
            self.lines[product] = line
            return
        self.faults.append(Fault(message, params, line=line, column=PRODUCT))

    def _cell(self, line, place, text, unreadable) -> Cell:
        try:
            cell, said = work_in_cell(text, self.decimal_mark)
        except NotOne as fault:
            unreadable.add(place)
            self.faults.append(Fault(fault.message, fault.params, line, self._name(place)))
            return PASSES_NOT
        if said:
            self.remarks.append(Fault(said.message, said.params, line, self._name(place)))
        return cell

    def _demand(self, line, text) -> float | None:
        try:
            pieces, said = number_of_pieces(text, self.decimal_mark)
        except NotOne as fault:
            self.faults.append(Fault(fault.message, fault.params, line, DEMAND))
            return None
        if said:
            self.remarks.append(Fault(said.message, said.params, line, DEMAND))
        return pieces

    def _name(self, place) -> str:
        return self.header[place] or str(place + 1)

    def _fault(self, message, column=None, **params):
        line = self.records.header_line
        self.faults.append(Fault(message, params, line=line, column=column))

    def matrix(self) -> Matrix:
        return Matrix(
            tuple(self.products),
            tuple(self.header[place] for place in self.step_places),
            without_seconds_where_none_are_said(self.cells),
            tuple(self.demand),
        )


def _key(name: str) -> str:
    """Case and blanks do not make another column of it: "Demand per month" is the demand."""
    return "_".join(name.casefold().replace("_", " ").split())
