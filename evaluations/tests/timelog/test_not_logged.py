"""A week that was not logged waits for its manager and is mailed once."""

from datetime import datetime, timedelta

import pytest

from evaluations import mails
from evaluations.models import AwayWeek, ClosedWeek
from evaluations.waiting import weeks_not_logged
from evaluations.weeks import WEEK, monday_of, written
from vsm_portal.outbox.models import Message
from vsm_portal.outbox.planning import plan

from .logging import last_monday, log


def waiting(user):
    user.__dict__.pop("_appointments_of", None)
    return list(weeks_not_logged(user))


@pytest.fixture
def at(monkeypatch, world):
    """The clock of the mails and of the plant: day and hour of this week."""

    def set_clock(days, hour, minute=0):
        monday = monday_of(world.plant.today())
        moment = datetime.combine(monday, datetime.min.time(), world.plant.zone)
        moment += timedelta(days=days, hours=hour, minutes=minute)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return set_clock


def planned(world):
    plan(mails.NAME, mails.occasions())
    rows = Message.objects.filter(kind=mails.NAME)
    return [(row.recipient.name, row.key.split(":")[-2]) for row in rows.order_by("recipient")]


def test_it_waits_until_something_is_logged(world):
    (task,) = waiting(world.manager)
    assert task.url.endswith(f"?week={written(last_monday(world))}")
    log(world)
    assert waiting(world.manager) == []


def test_whoever_was_away_or_whose_week_is_closed_is_not_asked(world):
    AwayWeek.say(world.appointment, last_monday(world), by=world.manager)
    assert waiting(world.manager) == []
    other = world.other_stream.appointments.get()
    assert waiting(world.other_manager)
    ClosedWeek.close(other, through=last_monday(world), by=world.top)
    assert waiting(world.other_manager) == []


def test_who_began_in_the_middle_of_the_week_is_not_asked(world):
    type(world.appointment).objects.filter(pk=world.appointment.pk).update(
        starts_on=last_monday(world) + timedelta(days=1)
    )
    assert waiting(world.manager) == []


def test_nobody_else_is_asked(world):
    assert [who for who in world.people if waiting(world.people[who])] == [
        "manager",
        "other_manager",
    ]


def test_the_mail_goes_on_monday_at_nine_and_once_a_week(world, at):
    at(0, 8, 59)
    assert planned(world) == []
    at(0, 9)
    week = written(last_monday(world))
    assert planned(world) == [("Manager", week), ("Other Manager", week)]
    at(4, 17)
    assert len(planned(world)) == 2
    at(7, 9)
    assert len(planned(world)) == 4


def test_the_mail_is_not_sent_once_the_week_is_logged_or_the_person_left(world):
    assert mails.still_needed(world.appointment.pk, world.manager) == world.appointment
    assert mails.still_needed(world.appointment.pk, world.adviser) is None
    log(world)
    assert mails.still_needed(world.appointment.pk, world.manager) is None
    other = world.other_stream.appointments.get()
    other.end(by=world.top, on=world.plant.today(), reason="Moved on.")
    assert mails.still_needed(other.pk, world.other_manager) is None


def test_the_mail_leads_to_the_week_and_names_stream_and_date(world):
    mail = mails.mail(world.appointment, world.manager, None)
    assert mail.subject == "Week not logged: Steering brackets"
    assert f"?week={written(last_monday(world))}" in mail.text
    assert last_monday(world) + WEEK == monday_of(world.plant.today())
