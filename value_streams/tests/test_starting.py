"""Planned appointments start by the clock, at midnight of their own site."""

from datetime import date, timedelta

import pytest

from value_streams.models import Appointment, Authority, State
from value_streams.tasks import start_appointments
from vsm_portal.audit.models import Event
from vsm_portal.permission import Conflict


def plan(company, stream, days=None, **changed):
    fields = {
        "manager": company.chair,
        "authority": Authority.MONITOR,
        "reports_to": company.top,
        "starts_on": company.plant.today() + timedelta(days=days or 0),
    }
    return Appointment.open(by=company.hr, stream=stream, **fields | changed)


def state_of(appointment):
    return Appointment.objects.get(pk=appointment.pk).state


def test_it_starts_on_its_day_and_not_before(company, time_machine):
    time_machine.move_to("2026-11-30T12:00:00Z", tick=False)
    planned = plan(company, company.vacant_stream, starts_on=date(2026, 12, 1))
    start_appointments()
    assert state_of(planned) == State.PLANNED
    time_machine.move_to("2026-12-01T00:10:00Z", tick=False)
    start_appointments()
    assert state_of(planned) == State.CURRENT


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Pacific/Kiritimati", "2026-11-30T09:55:00Z", "2026-11-30T10:05:00Z"),
        ("Asia/Kolkata", "2026-11-30T18:25:00Z", "2026-11-30T18:35:00Z"),
        ("Europe/Berlin", "2026-11-30T22:55:00Z", "2026-11-30T23:05:00Z"),
        ("America/Los_Angeles", "2026-12-01T07:55:00Z", "2026-12-01T08:05:00Z"),
    ],
)
def test_its_day_begins_at_midnight_of_the_site(company, time_machine, zone, before, after):
    company.plant.time_zone = zone
    company.plant.save()
    company.vacant_stream.refresh_from_db()
    time_machine.move_to("2026-11-20T12:00:00Z", tick=False)
    planned = plan(company, company.vacant_stream, starts_on=date(2026, 12, 1))
    time_machine.move_to(before, tick=False)
    start_appointments()
    assert state_of(planned) == State.PLANNED
    time_machine.move_to(after, tick=False)
    start_appointments()
    assert state_of(planned) == State.CURRENT


def test_two_sites_at_once_each_by_its_own_clock(company, time_machine):
    company.foreign.time_zone = "Pacific/Kiritimati"
    company.foreign.save()
    company.foreign_stream.refresh_from_db()
    time_machine.move_to("2026-11-20T12:00:00Z", tick=False)
    there = plan(company, company.foreign_stream, starts_on=date(2026, 12, 1))
    here = plan(company, company.vacant_stream, starts_on=date(2026, 12, 1))
    time_machine.move_to("2026-11-30T12:00:00Z", tick=False)
    start_appointments()
    assert (state_of(there), state_of(here)) == (State.CURRENT, State.PLANNED)


def test_the_predecessor_ends_on_the_successors_first_day(company):
    planned = plan(company, company.stream)
    start_appointments()
    company.appointment.refresh_from_db()
    assert company.appointment.state == State.ENDED
    assert company.appointment.ended_on == planned.starts_on
    assert company.stream.current_appointment == planned


def test_a_portal_that_was_down_catches_up(company, time_machine):
    time_machine.move_to("2026-11-30T12:00:00Z", tick=False)
    planned = plan(company, company.stream, starts_on=date(2026, 12, 1))
    time_machine.move_to("2026-12-09T12:00:00Z", tick=False)
    start_appointments()
    company.appointment.refresh_from_db()
    assert state_of(planned) == State.CURRENT
    assert company.appointment.ended_on == date(2026, 12, 1)


def test_a_predecessor_who_came_later_never_ends_before_the_first_day(company):
    late = company.plant.today() - timedelta(days=1)
    planned = plan(company, company.stream)
    Appointment.objects.filter(pk=planned.pk).update(starts_on=late - timedelta(days=3))
    Appointment.objects.filter(pk=company.appointment.pk).update(starts_on=late)
    start_appointments()
    company.appointment.refresh_from_db()
    assert company.appointment.ended_on == late


def test_run_twice_it_does_nothing_more(company):
    planned = plan(company, company.stream)
    start_appointments()
    start_appointments()
    assert state_of(planned) == State.CURRENT
    assert Event.objects.about(planned).filter(action="appointment.started").count() == 1
    assert Event.objects.about(company.appointment).filter(action="appointment.ended").count() == 1


def test_a_worker_that_read_it_earlier_changes_nothing_more(company):
    planned = plan(company, company.stream)
    late_worker = Appointment.objects.get(pk=planned.pk)
    start_appointments()
    with pytest.raises(Conflict):
        late_worker.start()
    assert state_of(planned) == State.CURRENT
    assert Event.objects.about(planned).filter(action="appointment.started").count() == 1


def test_one_called_off_meanwhile_does_not_start_and_the_predecessor_stays(company):
    planned = plan(company, company.stream)
    worker = Appointment.objects.get(pk=planned.pk)
    planned.call_off(by=company.top, reason="Stays in quality.")
    with pytest.raises(Conflict):
        worker.start()
    assert state_of(planned) == State.ENDED
    assert state_of(company.appointment) == State.CURRENT


def test_one_that_cannot_start_does_not_stop_the_next(company, monkeypatch):
    first, second = plan(company, company.stream), plan(company, company.other_stream)
    start = Appointment.start

    def start_or_lose(self):
        if self.pk == first.pk:
            raise Conflict("Another worker was faster.")
        start(self)

    monkeypatch.setattr(Appointment, "start", start_or_lose)
    start_appointments()
    assert (state_of(first), state_of(second)) == (State.PLANNED, State.CURRENT)


def test_starting_makes_open_forms_stale(company):
    planned = plan(company, company.stream)
    start_appointments()
    assert Appointment.objects.get(pk=planned.pk).version == 2
    assert Appointment.objects.get(pk=company.appointment.pk).version == 2
