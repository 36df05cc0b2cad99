"""The letters of the cast: both managers' authority is announced, and everybody has read it."""

from django.db import transaction

from value_streams.models import Announcement


def announce(appointment, *, by, people=(), departments=()) -> Announcement:
    """Issued and read in one transaction, so that no mail goes out for it."""
    with transaction.atomic():
        letter = Announcement.issue(
            appointment,
            by=by,
            seen=appointment.version,
            number=1,
            subject=f"{appointment.manager.name} leads {appointment.stream.name}",
            text="Please take part in what changes.",
            people=people,
            departments=departments,
        )
        for addressee in letter.addressees.exclude(user=None):
            addressee.confirm(by=addressee.user)
    return letter
