"""time.csv (email, date, half, kind, cause, minutes): what the file would do, and all its faults.

A line that stands in the log already is recognised: the same file twice does nothing. An import is
all or nothing. A cause must be on the site's list, so that a slip makes no new one.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from vsm_portal.accounts.models import normalise_email
from vsm_portal.days import read_day
from vsm_portal.exporting.csv_reading import Fault, Row, read_csv

from .models import Cause, ClosedWeek, Half, TimeEntry, TimeKind
from .models.time_entry_rules import fault_of_day, spent_on
from .models.time_words import MOST_MINUTES_A_DAY
from .weeks import monday_of

COLUMNS = ["email", "date", "half", "kind", "cause", "minutes"]
MOST_ROWS = 5000
HALVES = {"am": Half.MORNING, "pm": Half.AFTERNOON, "1": Half.MORNING, "2": Half.AFTERNOON}


@dataclass(frozen=True)
class Line:
    """One row of the file and whether the log has it already."""

    number: int
    entry: TimeEntry
    is_known: bool


def read_time(content: bytes, appointment) -> tuple[list[Line], list[Fault]]:
    """Every row with what it would do, or no row and all faults."""
    rows, faults = read_csv(content, COLUMNS, max_rows=MOST_ROWS)
    if not rows and not faults:
        faults = [Fault(_("the file has no rows"))]
    causes = {
        cause.name.casefold(): cause
        for cause in Cause.objects.filter(site=appointment.stream.site_id)
    }
    closed = ClosedWeek.objects.filter(appointment=appointment)
    closed_to = closed.values_list("monday", flat=True).first()
    lines = []
    standing = TimeEntry.objects.standing().filter(appointment=appointment).contents()
    for row in rows:
        entry, wrong = _entry(row, appointment, causes, closed_to)
        faults += wrong
        if entry and not wrong:
            known = standing[entry.content] > 0
            standing[entry.content] -= known
            lines.append(Line(row.line, entry, known))
    faults += _overfull_days(appointment, lines)
    return ([] if faults else lines), faults


def import_time(lines: list[Line], appointment, *, by) -> int:
    """Log what is new, asked again while nobody else logs; returns how many entries that are."""
    if all(line.is_known for line in lines):
        return 0
    return TimeEntry.log_many(appointment, [line.entry for line in lines], by=by)


def _entry(row: Row, appointment, causes, closed_to):
    faults: list[Fault] = []
    if normalise_email(row["email"]) != appointment.manager.email:
        message = _("must be your own address, %(own)s, got %(got)s")
        faults.append(
            row.fault("email", message, own=appointment.manager.email, got=row["email"] or "–")
        )
    entry = TimeEntry(
        appointment=appointment,
        day=_day(row, appointment, closed_to, faults),
        half=_one_of(row, "half", Half, HALVES, faults),
        kind=_one_of(row, "kind", TimeKind, {}, faults),
        minutes=_minutes(row, faults),
    )
    entry.cause = _cause(row, entry.kind, causes, faults)
    return entry, faults


def _day(row, appointment, closed_to, faults):
    try:
        day = read_day(row["date"])
    except ValueError:
        message = _("must be a date such as 2026-01-15, got %(got)s")
        faults.append(row.fault("date", message, got=row["date"] or "–"))
        return None
    if fault := fault_of_day(day, appointment):
        faults.append(row.fault("date", "%(why)s", why=fault))
    elif closed_to is not None and monday_of(day) <= closed_to:
        faults.append(row.fault("date", _("a review has closed this week")))
    return day


def _one_of(row, column, choices, further, faults):
    text = row[column].strip().casefold()
    for choice in choices:
        if text in (choice.value, str(choice.label).casefold()):
            return choice.value
    if text in further:
        return further[text].value
    message = _("must be one of %(known)s, got %(got)s")
    known = ", ".join(choices.values)
    faults.append(row.fault(column, message, known=known, got=row[column] or "–"))
    return None


def _minutes(row, faults):
    text = row["minutes"].strip()
    if text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= MOST_MINUTES_A_DAY:
        return int(text)
    message = _("must be a whole number from 1 to %(most)s, got %(got)s")
    faults.append(row.fault("minutes", message, most=MOST_MINUTES_A_DAY, got=text or "–"))
    return None


def _cause(row, kind, causes, faults):
    name = " ".join(row["cause"].split())
    cause = causes.get(name.casefold())
    if kind == TimeKind.DAILY and not name:
        faults.append(row.fault("cause", _("is missing: daily issues have a cause")))
    elif kind == TimeKind.DAILY and cause is None:
        message = _("is not on the site’s list of causes: %(got)s")
        faults.append(row.fault("cause", message, got=name))
    elif kind not in (TimeKind.DAILY, None) and name:
        faults.append(row.fault("cause", _("only daily issues have a cause")))
    return cause if kind == TimeKind.DAILY else None


def _overfull_days(appointment, lines):
    """More than 24 hours a day, together with what is logged already."""
    own = TimeEntry.objects.standing().filter(appointment=appointment)
    minutes = spent_on(own, {line.entry.day for line in lines})
    said = set()
    for line in lines:
        if not line.is_known:
            minutes[line.entry.day] += line.entry.minutes
        day = line.entry.day
        if minutes[day] > MOST_MINUTES_A_DAY and day not in said:
            said.add(day)
            message = _("%(day)s would have more than 24 hours")
            yield Fault(message, {"day": day.isoformat()}, line=line.number, column="minutes")
