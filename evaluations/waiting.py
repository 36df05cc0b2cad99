"""What waits for a manager: last week, if it was not logged."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from value_streams.models import Appointment
from vsm_portal.tasks_waiting import WaitingTask

from .not_logged import lacking, last_week_of, led_now
from .weeks import WEEK, written

MINUTES = 3


def weeks_not_logged(user):
    """One question to the database for whoever leads no stream, two for who does."""
    by_week: dict = {}
    for appointment in led_now(user):
        by_week.setdefault(last_week_of(appointment), []).append(appointment.pk)
    for monday, pks in by_week.items():
        led = Appointment.objects.filter(pk__in=pks).select_related("stream")
        for appointment in lacking(led, monday):
            yield WaitingTask(
                kind="week_not_logged",
                what=_("Log the week of %(day)s") % {"day": date_format(monday, "j F")},
                sentence=_("%(stream)s: nothing is logged; left like that it is a gap.")
                % {"stream": appointment.stream.name},
                minutes=MINUTES,
                verb=_("Log"),
                url=f"{reverse('time_log', args=[appointment.pk])}?week={written(monday)}",
                due_on=monday + WEEK,
            )
