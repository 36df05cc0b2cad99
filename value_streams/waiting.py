"""What waits in value streams: a charter with holes, an authority to announce, a letter to read.

Every page counts what waits, so each is asked in one query, whatever there is.
"""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.tasks_waiting import WaitingTask

from .models import (
    Addressee,
    Announcement,
    Appointment,
    CustomerRequirement,
    Map,
    MapState,
)


def streams(user):
    """Everything of value streams that waits for the user."""
    yield from letters(user)
    for appointment in _led_or_answered_for(user):
        if appointment.manager_id == user.pk and (holes := _holes(appointment)):
            yield _charter(appointment, holes)
        if appointment.stream.site.top_person_id == user.pk:
            yield from _announcement(appointment)


def letters(user):
    """For whoever a letter is addressed to: it is to be read and confirmed."""
    awaited = Addressee.objects.awaited_from(user)
    for one in awaited.select_related("announcement__appointment__stream"):
        letter = one.announcement
        yield WaitingTask(
            kind="announcement",
            what=_("Read a letter from %(name)s") % {"name": letter.signed_by},
            sentence=letter.subject + ".",
            minutes=2,
            verb=_("Read"),
            url=reverse("announcement_detail", args=[letter.pk]),
            since=letter.issued_on,
        )


def _led_or_answered_for(user):
    in_force = Map.objects.in_force().filter(stream=OuterRef("stream"))
    newest = Announcement.objects.filter(appointment=OuterRef("pk")).order_by("-number")
    mine = Q(manager=user) | Q(stream__site__top_person=user)
    return (
        Appointment.objects.current()
        .filter(mine)
        .annotate(
            has_current=Exists(in_force.filter(state=MapState.CURRENT)),
            has_ideal=Exists(in_force.filter(state=MapState.IDEAL)),
            has_future=Exists(in_force.filter(state=MapState.FUTURE)),
            has_requirement=Exists(CustomerRequirement.objects.filter(stream=OuterRef("stream"))),
            announced=Subquery(newest.values("authority")[:1]),
        )
        .select_related("manager", "stream__site", "stream__family")
        .order_by("pk")
    )


def _holes(appointment) -> int:
    """How many things the manager can mend: those for which there is nothing at all, or no matrix
    behind the family."""
    stream = appointment.stream
    there = (
        stream.family is not None and stream.family.proposal_id is not None,
        appointment.has_current,
        appointment.has_ideal,
        appointment.has_future,
        appointment.has_requirement,
        bool(stream.begins_with and stream.ends_with),
    )
    return there.count(False)


def _charter(appointment, holes) -> WaitingTask:
    sentence = ngettext(
        "What you are there for; %(n)s part of it is still open.",
        "What you are there for; %(n)s parts of it are still open.",
        holes,
    )
    return WaitingTask(
        kind="charter",
        what=_("Go through your charter of %(stream)s") % {"stream": appointment.stream.name},
        sentence=sentence % {"n": holes},
        minutes=10,
        verb=_("Look"),
        url=reverse("charter", args=[appointment.pk]),
        since=appointment.starts_on,
    )


def _announcement(appointment):
    if appointment.announced == appointment.authority:
        return
    words = {"manager": appointment.manager.name, "stream": appointment.stream.name}
    if appointment.announced is None:
        sentence = _("%(stream)s: nobody has been told which authority the manager has.") % words
    else:
        sentence = _("%(stream)s: the authority changed since it was announced.") % words
    yield WaitingTask(
        kind="announce",
        what=_("Announce the authority of %(manager)s") % words,
        sentence=sentence,
        minutes=10,
        verb=_("Write"),
        url=reverse("announcement_create", args=[appointment.pk]),
    )
