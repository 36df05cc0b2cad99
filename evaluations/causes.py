"""What the fires are made of: Pareto, what comes back, what an objective removed. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

from .weeks import WEEK, monday_of  # noqa: F401 - of a doctest

TOP = 3
MONTHS = 3
WINDOW = 8
REMOVED_AT_MOST = 0.2
FALLING_AT_MOST = 0.5
SHORT = 4


@dataclass(frozen=True)
class Fire:
    """Minutes that one cause took on one day."""

    cause: int
    day: date
    minutes: int


class Course(Enum):
    BACK_AFTER_REMOVAL = "back after it was marked removed"
    TOP_EVERY_MONTH = "among the first three in each of the last three months"
    GONE = "gone"
    FALLING = "falling"
    RARE = "rare"
    STEADY = "steady"


COMES_BACK = (Course.BACK_AFTER_REMOVAL, Course.TOP_EVERY_MONTH)


@dataclass(frozen=True)
class CauseRow:
    """share and cumulative: of all firefighting, 0 to 1; weeks: in how many it was logged."""

    cause: int
    minutes: int
    share: float
    cumulative: float
    course: Course
    last: date
    weeks: int

    @property
    def comes_back(self) -> bool:
        return self.course in COMES_BACK


def pareto(
    fires: Iterable[Fire], removals: Mapping[int, date], logged: Iterable[date], today: date
) -> list[CauseRow]:
    """The largest first. removals: cause → the last day it was marked removed; logged: Mondays.

    >>> monday = date(2026, 3, 2)
    >>> fires = [Fire(1, monday, 60), Fire(2, monday, 180)]
    >>> [(row.cause, row.share) for row in pareto(fires, {}, [monday], date(2026, 3, 6))]
    [(2, 0.75), (1, 0.25)]
    """
    fires, logged = list(fires), sorted(set(logged))
    of_cause: dict[int, list[Fire]] = {}
    for fire in fires:
        of_cause.setdefault(fire.cause, []).append(fire)
    minutes = {cause: sum(one.minutes for one in own) for cause, own in of_cause.items()}
    total, so_far, rows = sum(minutes.values()), 0, []
    every_month = top_every_month(fires, today)
    for cause in sorted(minutes, key=lambda cause: (-minutes[cause], cause)):
        own = of_cause[cause]
        so_far += minutes[cause]
        rows.append(
            CauseRow(
                cause=cause,
                minutes=minutes[cause],
                share=minutes[cause] / total,
                cumulative=so_far / total,
                course=_course(own, removals.get(cause), cause in every_month, logged),
                last=max(one.day for one in own),
                weeks=len({monday_of(one.day) for one in own}),
            )
        )
    return rows


def top_every_month(fires: Iterable[Fire], today: date) -> set[int]:
    """Causes among the three largest of each of the three months that end today.

    Months are counted back from today, so that a month that has just begun hides nothing.

    >>> today = date(2026, 6, 30)
    >>> top_every_month([Fire(7, date(2026, month, 20), 60) for month in (4, 5, 6)], today)
    {7}
    >>> top_every_month([Fire(7, date(2026, month, 20), 60) for month in (4, 6)], today)
    set()
    """
    fires = list(fires)
    ends = [months_before(today, months) for months in range(MONTHS + 1)]
    tops = []
    for end, start in pairwise(ends):
        minutes: dict[int, int] = {}
        for fire in fires:
            if start < fire.day <= end:
                minutes[fire.cause] = minutes.get(fire.cause, 0) + fire.minutes
        least = sorted(minutes.values(), reverse=True)[:TOP][-1:] or [0]
        tops.append({cause for cause, spent in minutes.items() if spent >= least[0]})
    return set.intersection(*tops)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last one.

    >>> months_before(date(2026, 5, 31), 3)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _course(own, removed_on, is_top_every_month, logged) -> Course:
    if removed_on is not None:
        if any(fire.day > removed_on for fire in own):
            return Course.BACK_AFTER_REMOVAL
        return Course.GONE
    if is_top_every_month:
        return Course.TOP_EVERY_MONTH
    weeks = {monday_of(fire.day) for fire in own}
    if len(weeks) > 2 and not weeks & set(logged[-WINDOW:]):
        return Course.GONE
    if len(weeks) <= 2:
        return Course.RARE
    late = sum(fire.minutes for fire in own if monday_of(fire.day) in logged[-WINDOW:])
    earlier = logged[-2 * WINDOW : -WINDOW]
    before = sum(fire.minutes for fire in own if monday_of(fire.day) in earlier)
    if len(earlier) == WINDOW and before and late <= FALLING_AT_MOST * before:
        return Course.FALLING
    return Course.STEADY


def removed_by(fires: Iterable[Fire], logged: Iterable[date], finished_on: date) -> bool:
    """Did the objective that finished on this day remove the cause whose fires these are?

    Minutes per logged week in the 8 weeks after it are at most 20 % of those in the 8 before.

    >>> monday = date(2026, 3, 2)
    >>> weeks = [monday + WEEK * n for n in range(16)]
    >>> fires = [Fire(1, week, 100) for week in weeks[:8]] + [Fire(1, weeks[9], 160)]
    >>> removed_by(fires, weeks, weeks[8]), removed_by(fires[:8], weeks, weeks[8])
    (True, True)
    >>> removed_by([*fires, Fire(1, weeks[10], 1)], weeks, weeks[8])
    False
    """
    fires, finish = list(fires), monday_of(finished_on)

    def rate(first, last):
        weeks = {week for week in logged if first <= week < last}
        spent = sum(fire.minutes for fire in fires if monday_of(fire.day) in weeks)
        return spent / len(weeks) if weeks else None

    span = timedelta(weeks=WINDOW)
    before, after = rate(finish - span, finish), rate(finish, finish + span)
    return bool(before) and after is not None and after <= REMOVED_AT_MOST * before
