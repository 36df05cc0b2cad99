"""ISO weeks by their Monday. Pure."""

import re
from datetime import date, timedelta

WEEK = timedelta(weeks=1)
LAST_MONDAY = date(9999, 12, 20)


def monday_of(day: date) -> date:
    """The Monday of the week in which the day lies.

    >>> monday_of(date(2027, 1, 1))
    datetime.date(2026, 12, 28)
    """
    return day - timedelta(days=day.weekday())


def written(monday: date) -> str:
    """The week as addresses and files write it.

    >>> written(date(2026, 12, 28))
    '2026-W53'
    """
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def read_week(text: str) -> date:
    """Its Monday; ValueError where there is no such week.

    >>> read_week("2026-W05")
    datetime.date(2026, 1, 26)
    >>> read_week("2026-W54")
    Traceback (most recent call last):
    ValueError: Invalid week: 54
    """
    match = re.fullmatch(r"(\d{4})-W(\d{2})", text)
    if not match:
        raise ValueError(f"Not an ISO week: {text}")
    return date.fromisocalendar(int(match[1]), int(match[2]), 1)
