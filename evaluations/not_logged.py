"""Last week, where nothing is logged and nobody said they were away."""

from django.db.models import Exists, OuterRef, Q

from value_streams.models import Appointment, State

from .models import AwayWeek, ClosedWeek, TimeEntry
from .weeks import WEEK, monday_of


def last_week_of(appointment):
    """The Monday of the last whole week at the appointment's site."""
    return monday_of(appointment.stream.site.today()) - WEEK


def lacking(appointments, monday):
    """Those current in the whole of the week that have neither an entry nor a word about it."""
    entries = TimeEntry.objects.standing().filter(appointment=OuterRef("pk")).in_week(monday)
    away = AwayWeek.objects.filter(appointment=OuterRef("pk"), monday=monday)
    closed = ClosedWeek.objects.filter(appointment=OuterRef("pk"), monday__gte=monday)
    return appointments.filter(~Exists(entries), ~Exists(away), ~Exists(closed)).filter(
        Q(starts_on__lte=monday)
    )


def appointments_of(user) -> list[Appointment]:
    """Standing ones that the person manages or advises, read once for all that a page shows."""
    if not hasattr(user, "_appointments_of"):
        standing = Appointment.objects.standing().filter(Q(manager=user) | Q(adviser=user))
        user._appointments_of = list(standing.select_related("stream__site"))
    return user._appointments_of


def led_now(user) -> list[Appointment]:
    return [
        one
        for one in appointments_of(user)
        if one.manager_id == user.pk and one.state == State.CURRENT
    ]
