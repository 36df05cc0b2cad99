"""What an entry must be, and what its day must still have room for; each answer a sentence."""

from collections import Counter
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vsm_portal.permission import Conflict, Kept

from .closed_week import ClosedWeek
from .time_words import HALF_DAY_MINUTES, MOST_MINUTES_A_DAY, Half, TimeKind


def check(entry):
    """Everything that can be said without looking at other entries; `ValidationError` by field."""
    wrong = dict(_faults(entry))
    if wrong:
        raise ValidationError(wrong)


def _faults(entry):
    appointment, site = entry.appointment, entry.appointment.stream.site
    if fault := fault_of_day(entry.day, appointment):
        yield "day", fault
    if entry.half not in Half.values:
        yield "half", _("Say whether it was the morning or the afternoon.")
    if not isinstance(entry.minutes, int) or not 0 < entry.minutes <= MOST_MINUTES_A_DAY:
        yield "minutes", _("A day has 1 to 1,440 minutes.")
    if entry.kind not in TimeKind.values:
        yield "kind", _("Say what it was.")
    elif entry.kind == TimeKind.DAILY and entry.cause is None:
        yield "cause", _("Say what caused it: choose a cause or name another.")
    elif entry.kind != TimeKind.DAILY and entry.cause is not None:
        yield "cause", _("Only daily issues have a cause.")
    if entry.cause is not None and entry.cause.site_id != site.pk:
        yield "cause", _("This cause is not one of the site’s list.")


def fault_of_day(day, appointment) -> str:
    """Empty where a manager may have worked on it in this appointment."""
    if not isinstance(day, date):
        return _("Say which day.")
    if day > appointment.stream.site.today():
        return _("That day has not come yet.")
    if day < appointment.starts_on:
        return _("The appointment began on %(day)s.") % {
            "day": date_format(appointment.starts_on, "j F Y")
        }
    if appointment.ended_on and day > appointment.ended_on:
        return _("The appointment ended on %(day)s.") % {
            "day": date_format(appointment.ended_on, "j F Y")
        }
    return ""


def demand_open(appointment, day):
    """Inside the transaction that holds the week."""
    if ClosedWeek.is_closed(appointment, day):
        raise Conflict(closed_words())


def closed_words() -> str:
    return _("A review has looked at this week; what was logged in it stays as it is.")


def spent_on(entries, days) -> Counter:
    """Minutes by day, of these days and those between them."""
    if not days:
        return Counter()
    logged = entries.filter(day__gte=min(days), day__lte=max(days)).order_by().values_list("day")
    return Counter(dict(logged.annotate(spent=Sum("minutes"))))


def not_yet(own, entries) -> list:
    """Those that the log does not have; each entry that stands there is known once."""
    there, new = own.contents(), []
    for entry in entries:
        if there[entry.content] > 0:
            there[entry.content] -= 1
        else:
            new.append(entry)
    return new


def overfull_words(logged) -> str:
    return _("The day would have more than 24 hours: %(n)s minutes are logged.") % {"n": logged}


def demand_room(entry, *, may_overfill):
    """At most 24 hours a day; a half-day that is full is not filled twice by accident."""
    others = type(entry).objects.standing().filter(appointment=entry.appointment, day=entry.day)
    others = others.exclude(pk=entry.pk)
    logged = others.aggregate(minutes=Sum("minutes"))["minutes"] or 0
    if logged + entry.minutes > MOST_MINUTES_A_DAY:
        raise ValidationError({"minutes": overfull_words(logged)})
    in_half = list(others.filter(half=entry.half).select_related("cause"))
    in_half_minutes = sum(other.minutes for other in in_half)
    if in_half and not may_overfill and in_half_minutes + entry.minutes > HALF_DAY_MINUTES:
        there = "; ".join(f"{other.words}, {other.minutes} min" for other in in_half)
        raise Conflict(
            _("This half-day is logged already, perhaps on another device: %(there)s.")
            % {"there": there},
            kept=[
                Kept(_("Half a day"), f"{entry.words}, {entry.minutes} min", there),
            ],
        )
