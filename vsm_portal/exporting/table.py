"""The one list of rows from which a CSV file and an XLSX file come.

A figure is rounded here, once, so that the two files and the page show the same one.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

# Room for any number a float can be, and the rounding that people learn at school.
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)

Number = int | float | Decimal | Fraction


class Kind(Enum):
    """What a column holds; it decides how a value is written and that a number stays one."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True)
class Column:
    """One column: `key` finds the value in a row, `title` is its (translated) head.

    `places` are the decimal places of a decimal, or of a percentage as it is read (12.5 % has 1).
    A percentage is given, and written, as a share: 0.125 is 12.5 %.
    A moment is written as the wall clock of its own zone: bring it to the site's zone first.

    >>> Column("score", "Weighted score", Kind.DECIMAL, places=2).value(Fraction(35, 9))
    Decimal('3.89')
    >>> Column("share", "Firefighting", Kind.PERCENT, places=1).value(Fraction(1, 3))
    Decimal('0.333')
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    places: int = 0

    def value(self, raw: Any) -> str | int | Decimal | dt.date | dt.datetime | None:
        """`raw` as this column's kind has it; None is "nothing known", never zero.

        A value of another kind ("not observed" in a column of figures) is kept, as text.
        """
        if raw is None or isinstance(raw, str):
            return raw
        if isinstance(raw, Number) and not isinstance(raw, bool):
            return self._figure(raw)
        if self.kind is Kind.DATETIME and isinstance(raw, dt.datetime):
            return raw.replace(tzinfo=None, microsecond=0)
        if self.kind is Kind.DATE and isinstance(raw, dt.date):
            return raw.date() if isinstance(raw, dt.datetime) else raw
        return str(raw)

    def _figure(self, raw: Number) -> str | int | Decimal:
        match self.kind:
            case Kind.INTEGER:
                return int(rounded(raw, 0))
            case Kind.DECIMAL:
                return rounded(raw, self.places)
            case Kind.PERCENT:
                return rounded(raw, self.places + 2)
        return str(raw)


@dataclass(frozen=True)
class Table:
    """A report as rows: `rows` are dicts by column key, or sequences in the columns' order.

    `rows` may be a generator, and is then good for one export. `notes` are sentences that belong to
    the report ("Not all were judged by the same people."); a spreadsheet has them on a sheet of
    their own, a CSV file leaves them out so that it can be read back.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Mapping[str, Any] | Sequence[Any]]
    notes: Sequence[str] = field(default_factory=list)

    def values(self) -> Iterator[list]:
        """Row by row, the values of all columns, each as its column's kind has it."""
        for row in self.rows:
            if isinstance(row, Mapping):
                raws = [row.get(column.key) for column in self.columns]
            else:
                raws = row
            yield [column.value(raw) for column, raw in zip(self.columns, raws, strict=True)]


def rounded(number: Number, places: int) -> Decimal:
    """`number` at `places` decimal places, halves away from zero, reckoned without binary error.

    A float counts as the decimal one would write for it; NaN and infinity are refused (ValueError).

    >>> rounded(Fraction(35, 9), 2), rounded(2.675, 2), rounded(-0.5, 0)
    (Decimal('3.89'), Decimal('2.68'), Decimal('-1'))
    """
    if isinstance(number, Fraction):
        steps = (abs(number) * 10**places * 2 + 1) // 2
        return Decimal(steps if number >= 0 else -steps).scaleb(-places, _EXACT)
    exact = Decimal(repr(number) if isinstance(number, float) else number)
    if not exact.is_finite():
        raise ValueError(f"{number} is not a number that can be shown")
    near = exact.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    return near if near else abs(near)  # never "-0.00"
