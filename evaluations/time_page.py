"""The page of a time log as plain values: the half-day one logs, the week, the last weeks."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .minutes_words import hours, percent, span
from .models import AwayWeek, Cause, ClosedWeek, Half, LoggedWeek, TimeEntry, TimeKind
from .models.logged_week import KINDS
from .models.time_words import HALF_DAY_MINUTES, SHORT_KINDS
from .weeks import WEEK, monday_of, written

NOON = 13
WORKDAYS, DAYS = 5, 7
SHOWN_CAUSES = 5
SHOWN_WEEKS = 6
TAPS = (30, 60, 120)


@dataclass(frozen=True)
class Slot:
    """The half-day that a tap fills."""

    day: date
    half: str

    @classmethod
    def now(cls, site, moment: datetime) -> "Slot":
        local = moment.astimezone(site.zone)
        half = Half.MORNING if local.hour < NOON else Half.AFTERNOON
        return cls(local.date(), half)

    @property
    def words(self) -> str:
        return f"{date_format(self.day, 'l j F')}, {Half(self.half).label.lower()}"

    @property
    def query(self) -> str:
        return f"day={self.day.isoformat()}&half={self.half}"


def first_week(appointment, today: date) -> date:
    """Before it there is nothing to read or to log."""
    return monday_of(min(appointment.starts_on, today))


@dataclass(frozen=True)
class Cell:
    """A half-day of the grid. css: k1 to k5 by the kind with most minutes, k0 empty."""

    slot: Slot
    entries: list
    is_now: bool
    is_to_come: bool

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    @property
    def main(self):
        return max(self.entries, key=lambda entry: entry.minutes, default=None)

    @property
    def css(self) -> str:
        return f"k{KINDS.index(self.main.kind) + 1}" if self.main else "k0"

    @property
    def words(self) -> str:
        return TimeKind(self.main.kind).label if self.main else ""

    @property
    def short(self) -> str:
        return str(SHORT_KINDS[TimeKind(self.main.kind)]) if self.main else ""

    @property
    def further(self) -> str:
        """Half-days that are split, or not full, say how."""
        if len(self.entries) > 1:
            return _("+ %(n)s more") % {"n": len(self.entries) - 1}
        return "" if self.minutes == HALF_DAY_MINUTES else span(self.minutes)

    @property
    def told(self) -> str:
        """For whom colours say nothing."""
        what = "; ".join(f"{entry.words}, {span(entry.minutes)}" for entry in self.entries)
        return f"{self.slot.words}: {what or _('nothing logged')}"


@dataclass
class Week:
    """One week of one manager."""

    monday: date
    cells: dict
    is_away: bool = False
    is_closed: bool = False
    today: date = None
    entries: list = field(default_factory=list)

    @property
    def days(self) -> list[date]:
        shown = DAYS if self.has_weekend else WORKDAYS
        return [self.monday + timedelta(days=at) for at in range(shown)]

    @property
    def has_weekend(self) -> bool:
        saturday = self.monday + timedelta(days=WORKDAYS)
        return any(entry.day >= saturday for entry in self.entries) or (
            saturday <= self.today < self.monday + WEEK
        )

    @property
    def rows(self):
        return [(half.label, [self.cells[day, half.value] for day in self.days]) for half in Half]

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def name(self) -> str:
        return written(self.monday)

    @property
    def is_now(self) -> bool:
        return self.monday == monday_of(self.today)

    @property
    def title(self) -> str:
        half_days = len({(entry.day, entry.half) for entry in self.entries})
        asked = WORKDAYS * len(Half)
        words = {"logged": half_days, "asked": asked, "week": self.number}
        if self.is_now:
            return _("This week: %(logged)s of %(asked)s half-days logged") % words
        return _("Week %(week)s: %(logged)s of %(asked)s half-days logged") % words

    @property
    def fighting(self) -> int:
        return sum(entry.minutes for entry in self.entries if entry.kind == TimeKind.DAILY)

    @property
    def total(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    @property
    def share(self) -> str:
        return percent(self.fighting, self.total) if self.total else ""

    @property
    def sums(self) -> str:
        if not self.total:
            return _("Nothing is logged in this week; left like that it is a gap, not a zero.")
        return _("%(fighting)s of %(total)s logged.") % {
            "fighting": hours(self.fighting),
            "total": hours(self.total),
        }


def week_of(appointment, monday, today, now: Slot) -> Week:
    """Three questions to the database, whatever is in the week."""
    own = TimeEntry.objects.standing().filter(appointment=appointment)
    entries = list(own.in_week(monday).select_related("cause"))
    cells = {}
    for at in range(DAYS):
        for half in Half:
            slot = Slot(monday + timedelta(days=at), half.value)
            cells[slot.day, slot.half] = Cell(
                slot=slot,
                entries=[one for one in entries if (one.day, one.half) == (slot.day, slot.half)],
                is_now=slot == now,
                is_to_come=slot.day > today or slot.day < appointment.starts_on,
            )
    return Week(
        monday=monday,
        cells=cells,
        entries=entries,
        today=today,
        is_away=AwayWeek.objects.filter(appointment=appointment, monday=monday).exists(),
        is_closed=ClosedWeek.is_closed(appointment, monday),
    )


@dataclass(frozen=True)
class CauseTap:
    cause: Cause
    times: int

    @property
    def value(self) -> str:
        return f"daily:{self.cause.pk}"

    @property
    def words(self) -> str:
        if not self.times:
            return ""
        return ngettext("once this week", "%(n)s × this week", self.times) % {"n": self.times}


def cause_taps(appointment, week) -> tuple[list[CauseTap], list[CauseTap]]:
    """The manager's own last causes, and the rest of the site's list."""
    taps = [
        CauseTap(cause, sum(entry.cause_id == cause.pk for entry in week.entries))
        for cause in Cause.objects.lately_first(appointment)
    ]
    return taps[:SHOWN_CAUSES], taps[SHOWN_CAUSES:]


@dataclass(frozen=True)
class Again:
    """The last entry, to be repeated with one tap."""

    entry: TimeEntry
    slot: Slot
    rest: int

    @property
    def what(self) -> str:
        return f"daily:{self.entry.cause_id}" if self.entry.cause_id else self.entry.kind

    @property
    def minutes(self) -> int:
        return min(self.entry.minutes, self.rest)

    @property
    def title(self) -> str:
        is_this_morning = self.entry.day == self.slot.day and self.slot.half == Half.AFTERNOON
        if is_this_morning and self.entry.half == Half.MORNING:
            return _("Same as this morning")
        return _("Same as last time")

    @property
    def words(self) -> str:
        return f"{self.entry.words} · {span(self.minutes)}"


def again(appointment, slot, rest) -> Again | None:
    """None where nothing was logged before, or the half-day is full."""
    own = TimeEntry.objects.standing().filter(appointment=appointment)
    last = own.select_related("cause").order_by("-entered_at", "-pk").first()
    return Again(last, slot, rest) if last and rest else None


def durations(rest: int) -> list[tuple[int, str]]:
    """The taps that still fit; "half a day" where the half-day is empty, else the rest of it."""
    taps = [(minutes, span(minutes)) for minutes in TAPS if minutes < rest]
    if rest == HALF_DAY_MINUTES:
        return [*taps, (rest, _("Half a day"))]
    return [*taps, (rest, _("The rest: %(span)s") % {"span": span(rest)})] if rest else []


def last_weeks(appointment, before: date) -> list:
    """The weeks before this one, newest first; those without entries are gaps."""
    first = before - SHOWN_WEEKS * WEEK
    rows = LoggedWeek.objects.filter(appointment=appointment, monday__gte=first, monday__lt=before)
    known = {row.monday: row for row in rows}
    mondays = [before - WEEK * at for at in range(1, SHOWN_WEEKS + 1)]
    begun = monday_of(appointment.starts_on)
    return [
        PastWeek(monday, known[monday].minutes if monday in known else dict.fromkeys(KINDS, 0))
        for monday in mondays
        if monday >= begun
    ]


@dataclass(frozen=True)
class PastWeek:
    monday: date
    minutes: dict

    @property
    def number(self):
        return self.monday.isocalendar().week

    @property
    def name(self):
        return written(self.monday)

    @property
    def total(self):
        return sum(self.minutes.values())

    @property
    def is_gap(self):
        return not self.total

    @property
    def share(self):
        return percent(self.minutes[TimeKind.DAILY], self.total)

    @property
    def logged(self):
        return hours(self.total)

    @property
    def bar(self):
        from vsm_portal.charts.time import kinds_bar

        return kinds_bar([(TimeKind(kind).label, n) for kind, n in self.minutes.items()])
