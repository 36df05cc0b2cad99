"""The letter of a year ago that told the plant which authority Tomás Varga has."""

from datetime import timedelta

from django.utils import timezone

from value_streams.models import Addressee, Announcement, Appointment, ReadingConfirmation
from value_streams.models.entering import record_edit

from .company import days_from_today

LETTER = """\
From {day} on, Tomás Varga is responsible for the value stream Steering brackets as a whole, from \
the coils at our dock to the trays at State Street’s line. He reports to me.

He leads the improvement of the stream across your departments. You go on deciding on your own \
people and machines, and you take part in what changes: give him the facts when he asks, and the \
time of the people who know.

In the first months a figure that you are used to may look worse while the stream gets better. \
Send whoever asks you about it to me.
"""
PEOPLE = ("patel", "lin", "weiss")
DEPARTMENTS = ("Press shop", "Welding and assembly", "Production control", "Purchasing")


def build_letters(company) -> None:
    appointment = company["brackets"].current_appointment
    _terms(company, appointment)
    people = [company[key] for key in PEOPLE]
    letter = Announcement.issue(
        appointment,
        by=company["brandt"],
        seen=appointment.version,
        number=1,
        subject="Tomás Varga leads the value stream Steering brackets",
        text=LETTER.format(day=f"{appointment.starts_on:%-d %B %Y}"),
        people=people,
        departments=DEPARTMENTS,
    )
    for person in people[:2]:
        Addressee.objects.get(announcement=letter, user=person).confirm(by=person)
    _dated(letter, appointment.stream.site)


def _terms(company, appointment) -> None:
    """Where he came from and how he goes back: HR enters it with the appointment."""
    terms = {
        "from_function": "Manufacturing engineering",
        "way_back": "Head of manufacturing engineering, in about three years",
    }
    Appointment.objects.filter(pk=appointment.pk).update(version=2, **terms)
    record_edit(appointment, by=company["okafor"], fields=list(terms))
    appointment.refresh_from_db()


def _dated(letter, site) -> None:
    then = timezone.now() - timedelta(days=332)
    Announcement.objects.filter(pk=letter.pk).update(
        issued_at=then, issued_on=days_from_today(site, -332)
    )
    read = ReadingConfirmation.objects.filter(addressee__announcement=letter)
    for n, confirmation in enumerate(read):
        read.filter(pk=confirmation.pk).update(at=then + timedelta(days=1 + 2 * n))
