"""A day as people type it: read, or refused in words with the text kept.

The browser's own date picker sends 2026-11-30. Who types or pastes may also write 30.11.2026,
30 November 2026 or November 30, 2026. A slash is refused, since 3/4/2026 is two different days.
"""

import calendar
import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP
from django.utils.translation import gettext as _

YEARS = range(1900, 2200)

NUMBERS = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
DOTTED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[^\W\d]+)\.?,? (?P<year>\d{4})")
MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")


def read_day(text: str) -> date:
    """The day that the text means; ValueError with a sentence for the person who typed it.

    >>> read_day(" 30 November 2026 ")
    datetime.date(2026, 11, 30)
    >>> read_day("30.11.2026") == read_day("2026-11-30") == read_day("Nov. 30, 2026")
    True
    >>> read_day("31 November 2026")
    Traceback (most recent call last):
    ValueError: November 2026 has 30 days.
    """
    wanted = " ".join(text.split())
    for pattern in (NUMBERS, DOTTED, DAY_FIRST, MONTH_FIRST):
        if found := pattern.fullmatch(wanted):
            return _day(found["year"], found["month"], found["day"], wanted)
    raise ValueError(_not_a_day(wanted))


def _day(year, month, day, wanted) -> date:
    year, day, month = int(year), int(day), _month(month)
    if month is None:
        raise ValueError(_not_a_day(wanted))
    if year not in YEARS:
        raise ValueError(_("The year %(year)04d looks mistyped.") % {"year": year})
    if not 1 <= month <= 12:
        raise ValueError(_("There is no month %(month)s.") % {"month": month})
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        words = {"month": MONTHS[month], "year": year, "days": last}
        raise ValueError(_("%(month)s %(year)s has %(days)s days.") % words)
    return date(year, month, day)


def _month(word: str) -> int | None:
    """Of 11, Nov or November, in the reader's language."""
    if word.isdigit():
        return int(word)
    for names in (MONTHS, MONTHS_3, MONTHS_AP):
        for number, name in names.items():
            if str(name).strip(".").casefold() == word.casefold():
                return number
    return None


def _not_a_day(wanted) -> str:
    return _("“%(text)s” is not a date. Write it like 2026-11-30.") % {"text": wanted}


class DayInput(forms.DateInput):
    """The browser's date picker; a text that it could not show turns it into a plain text field."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not _shown_by_a_picker(shown):
            context["widget"]["type"] = "text"
        return context


def _shown_by_a_picker(text) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class DayField(forms.DateField):
    """A date field that says what is wrong with a date, and shows again exactly what was typed."""

    widget = DayInput

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        if not value.strip():
            return None
        try:
            return read_day(value)
        except ValueError as wrong:
            raise ValidationError(str(wrong), code="invalid") from wrong
