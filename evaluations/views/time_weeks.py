"""What is said about a whole week: the same as last week, away."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from evaluations.models import AwayWeek, TimeEntry
from evaluations.time_page import first_week
from evaluations.weeks import monday_of, read_week, written

from .time_log import own_appointment


def _monday(appointment, week):
    try:
        monday = read_week(week)
    except ValueError as wrong:
        raise Http404 from wrong
    today = appointment.stream.site.today()
    if not first_week(appointment, today) <= monday <= monday_of(today):
        raise Http404
    return monday


def _back(appointment, monday):
    return redirect(f"{reverse('time_log', args=[appointment.pk])}?week={written(monday)}")


@require_POST
def time_week_copy(request, pk, week):
    appointment = own_appointment(request.user, pk)
    monday = _monday(appointment, week)
    copied = TimeEntry.copy_last_week(appointment, monday, by=request.user)
    said = ngettext(
        "One half-day was taken from the week before.",
        "%(n)s entries were taken from the week before.",
        copied,
    )
    if copied:
        messages.success(request, said % {"n": copied})
    else:
        messages.info(
            request,
            _(
                "Nothing was taken over: every half-day that has come is logged,"
                " or the week before is empty."
            ),
        )
    return _back(appointment, monday)


@require_POST
def time_week_away(request, pk, week):
    appointment = own_appointment(request.user, pk)
    monday = _monday(appointment, week)
    AwayWeek.say(appointment, monday, by=request.user)
    messages.success(request, _("You were away: the week is a gap, and nobody reminds you of it."))
    return _back(appointment, monday)


@require_POST
def time_week_presence(request, pk, week):
    appointment = own_appointment(request.user, pk)
    monday = _monday(appointment, week)
    away = AwayWeek.objects.filter(appointment=appointment, monday=monday)
    for one in away.select_related("appointment__stream__site"):
        one.take_back(by=request.user)
    return _back(appointment, monday)
