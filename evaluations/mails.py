"""The mail to a manager who logged nothing last week: Monday at nine, at the site."""

from datetime import datetime, time

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from value_streams.models import Appointment
from vsm_portal.accounts.models import Site
from vsm_portal.outbox.kinds import Kind, Mail, Occasion

from .not_logged import lacking
from .weeks import WEEK, monday_of, written

NAME = "time.week_not_logged"
AT = time(9)


def occasions():
    """The week is the label: one mail however late the portal comes back in the next week."""
    for site in Site.objects.filter(streams__appointments__state="current").distinct():
        this_monday = monday_of(site.today())
        if timezone.now() < datetime.combine(this_monday, AT, site.zone):
            continue
        monday = this_monday - WEEK
        here = Appointment.objects.current().filter(stream__site=site)
        for appointment in lacking(here, monday).select_related("manager", "stream__site"):
            yield Occasion(
                recipient=appointment.manager,
                about=appointment,
                label=written(monday),
                site=site,
                due_on=this_monday,
            )


def still_needed(appointment_id, recipient):
    """The appointment, unless the week was logged meanwhile or the person left."""
    own = Appointment.objects.current().filter(Q(pk=appointment_id) & Q(manager=recipient))
    appointment = own.select_related("stream__site").first()
    if appointment is None:
        return None
    monday = monday_of(appointment.stream.site.today()) - WEEK
    return appointment if lacking(own, monday).exists() else None


def mail(appointment, recipient, message) -> Mail:
    monday = monday_of(appointment.stream.site.today()) - WEEK
    values = {
        "name": recipient.name,
        "stream": appointment.stream.name,
        "day": date_format(monday, "j F Y"),
        "link": settings.PORTAL_URL.rstrip("/")
        + f"{reverse('time_log', args=[appointment.pk])}?week={written(monday)}",
    }
    text = _(
        "Hello %(name)s,\n\n"
        "nothing is logged for the week of %(day)s, %(stream)s. A few taps fill it; if you were"
        " away, one tap says so.\n\n"
        "%(link)s\n"
    )
    return Mail(subject=_("Week not logged: %(stream)s") % values, text=text % values)


KIND = Kind(
    name=NAME,
    title=gettext_lazy("Week not logged"),
    occasions=occasions,
    still_needed=still_needed,
    mail=mail,
)
