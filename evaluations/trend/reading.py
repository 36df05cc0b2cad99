"""A series from a CSV file: `week, firefighting_minutes, total_minutes` or `period, share`."""

import re
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext_noop as _

from vsm_portal.exporting.csv_reading import Fault, Row, read_csv

from .series import Series, Unit

WEEKLY = ("week", "firefighting_minutes", "total_minutes")
BY_PERIOD = ("period", "share")
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?")
LONGEST_NUMBER = 40


class Unreadable(Exception):
    """Everything that is wrong with the file, as `Fault`s."""

    def __init__(self, faults: list[Fault]):
        super().__init__(*faults)
        self.faults = faults


def read_series(content: bytes) -> Series:
    """Rows in any order; a week with total 0 is a gap. Raises `Unreadable` with all faults.

    >>> read_series(b"period,share\\n2,40\\n1,50\\n").points[0].share
    Fraction(50, 1)
    >>> read_series(b"period,share\\n1,140\\n")
    Traceback (most recent call last):
    evaluations.trend.reading.Unreadable: line 2: share: must be from 0 to 100, got 140
    """
    is_weekly = "week" in _header(content)
    columns = WEEKLY if is_weekly else BY_PERIOD
    rows, faults = read_csv(content, columns)
    if not rows and not faults:
        faults = [Fault(_("the file holds no rows"))]
    read = _week if is_weekly else _period
    pairs, seen = [], {}
    for row in rows:
        pair, wrong = read(row)
        if pair and pair[0] in seen:
            message = _("is there twice, first on line %(line)s")
            wrong = [*wrong, row.fault(columns[0], message, line=seen[pair[0]])]
        if pair:
            seen.setdefault(pair[0], row.line)
        faults += wrong
        pairs.append(pair)
    if faults:
        raise Unreadable(faults)
    unit = Unit.WEEK if is_weekly else Unit.MONTH
    return Series.of((pair for pair in pairs if pair[1] is not None), unit)


def _header(content: bytes) -> list[str]:
    first = content.decode("utf-8-sig", errors="replace").lstrip().split("\n", 1)[0]
    return [cell.strip(' "\r').casefold() for cell in re.split("[,;\t]", first)]


def _week(row: Row):
    """(week, share or None for a gap), and the row's faults."""
    faults: list[Fault] = []
    week = _iso_week(row, faults)
    fighting = _number(row, "firefighting_minutes", faults, at_least=0)
    total = _number(row, "total_minutes", faults, at_least=0)
    if fighting is not None and total is not None and fighting > total:
        message = _("must not be above total_minutes (%(total)s), got %(got)s")
        faults.append(
            row.fault(
                "firefighting_minutes",
                message,
                total=row["total_minutes"],
                got=row["firefighting_minutes"],
            )
        )
    if faults:
        return (week, None) if week is not None else None, faults
    return (week, 100 * fighting / total if total else None), []


def _period(row: Row):
    faults: list[Fault] = []
    period = _number(row, "period", faults)
    share = _number(row, "share", faults, at_least=0, at_most=100)
    return (period, share) if period is not None else None, faults


def _iso_week(row, faults) -> Fraction | None:
    text = row["week"].strip()
    match = re.fullmatch(r"(\d{4})-?W(\d{2})", text)
    try:
        if match:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return Fraction((monday.toordinal() - 1) // 7)
    except ValueError:
        pass
    faults.append(
        row.fault("week", _("must be an ISO week such as 2026-W05, got %(got)s"), got=text)
    )
    return None


def _number(row, column, faults, at_least=None, at_most=None) -> Fraction | None:
    text = row[column].strip()
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        faults.append(row.fault(column, _("must be a number, got %(got)s"), got=text or "–"))
        return None
    number = Fraction(text)
    if at_most is not None and not at_least <= number <= at_most:
        message = _("must be from %(least)s to %(most)s, got %(got)s")
        faults.append(row.fault(column, message, least=at_least, most=at_most, got=text))
        return None
    if at_least is not None and number < at_least:
        message = _("must be %(least)s or more, got %(got)s")
        faults.append(row.fault(column, message, least=at_least, got=text))
        return None
    return number
