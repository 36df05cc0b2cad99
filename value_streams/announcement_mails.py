"""The mail to whoever a letter is addressed to: there is something to read and to confirm."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vsm_portal.outbox.kinds import Kind, Mail, Occasion
from vsm_portal.outbox.planning import plan

from .models import Addressee, Announcement, State

ISSUED = "announcement.issued"


def tell(announcement):
    """Plan the mails as soon as the letter is committed."""
    addressed = _waiting().filter(announcement=announcement)
    transaction.on_commit(lambda: plan(ISSUED, map(_occasion, addressed)))


def occasions():
    """Every addressee's mail: what was not planned at once is caught up with."""
    return map(_occasion, _waiting())


def _waiting():
    newest = Announcement.objects.newest().exclude(appointment__state=State.ENDED)
    people = Addressee.objects.filter(
        user__is_active=True, confirmation=None, announcement__in=newest.values("pk")
    )
    return people.select_related("user", "announcement__appointment__stream__site")


def _occasion(addressee) -> Occasion:
    letter = addressee.announcement
    return Occasion(
        recipient=addressee.user,
        about=letter,
        label="issued",
        site=letter.site,
        enclosing=letter.appointment,
    )


def still_needed(announcement_id, recipient):
    """The letter, unless it was read, replaced, or the appointment has ended."""
    waiting = _waiting().filter(announcement=announcement_id, user=recipient).first()
    return waiting and waiting.announcement


def mail(letter, recipient, message) -> Mail:
    stream = letter.appointment.stream.name
    text = _(
        "Hello %(name)s,\n\n"
        "a letter about who leads the value stream %(stream)s is addressed to you. "
        "Please read it and confirm that you have.\n\n"
        "%(link)s\n"
    ) % {
        "name": recipient.name,
        "stream": stream,
        "link": settings.PORTAL_URL.rstrip("/") + reverse("announcement_detail", args=[letter.pk]),
    }
    return Mail(subject=_("A letter to read: %(stream)s") % {"stream": stream}, text=text)


KIND = Kind(
    name=ISSUED,
    title=gettext_lazy("A manager’s authority announced"),
    occasions=occasions,
    still_needed=still_needed,
    mail=mail,
)
