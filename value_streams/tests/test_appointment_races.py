"""Two at the same moment, with real threads: on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from value_streams.models import Appointment, Authority, State
from value_streams.tasks import start_appointments
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import World, build_company

ROUNDS = 5


@pytest.fixture
def company(transactional_db):
    return build_company(World())


def both(one, other):
    """Run two actions at once, each with its own connection."""
    together = Barrier(2)

    def run(action):
        together.wait()
        try:
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return [future.result() for future in [threads.submit(run, a) for a in (one, other)]]


def test_of_two_who_record_a_manager_one_succeeds_and_one_is_refused_in_words(company):
    url = reverse("appointment_create", args=[company.vacant_stream.pk])

    def recording(who, manager):
        client = Client()
        client.force_login(company.people[who])
        content = {
            "manager": manager.pk,
            "starts_on": company.plant.today().isoformat(),
            "authority": "monitor",
            "reports_to": company.top.pk,
            "reason": f"{manager.name} leads it.",
        }
        return lambda: client.post(url, content)

    for _round in range(ROUNDS):
        answers = both(recording("hr", company.chair), recording("top", company.assessor))
        done, refused = sorted(answers, key=lambda answer: answer.status_code)
        assert done.status_code == 302
        assert refused.status_code in (409, 422)
        text = refused.content.decode()
        assert "already has a current manager" in text or "a moment ago" in text
        assert "leads it." in text
        assert company.vacant_stream.appointments.get().state == State.CURRENT
        Appointment.objects.filter(stream=company.vacant_stream).delete()


def test_two_workers_start_an_appointment_once(company):
    for _round in range(ROUNDS):
        before = company.stream.current_appointment
        planned = Appointment.open(
            by=company.hr,
            stream=company.stream,
            manager=company.chair,
            authority=Authority.MONITOR,
            reports_to=company.top,
            starts_on=company.plant.today(),
        )
        both(start_appointments, start_appointments)
        assert company.stream.current_appointment == planned
        assert Event.objects.about(planned).filter(action="appointment.started").count() == 1
        assert Event.objects.about(before).filter(action="appointment.ended").count() == 1


def test_starting_and_calling_off_at_once_leaves_one_of_both(company):
    for _round in range(ROUNDS):
        planned = Appointment.open(
            by=company.hr,
            stream=company.vacant_stream,
            manager=company.chair,
            authority=Authority.MONITOR,
            reports_to=company.top,
            starts_on=company.plant.today() + timedelta(days=1),
            reason="Agreed.",
        )
        Appointment.objects.filter(pk=planned.pk).update(starts_on=company.plant.today())
        client = Client()
        client.force_login(company.hr)
        url = reverse("appointment_end", args=[planned.pk])
        call_off = partial(client.post, url, {"reason": "No."})
        _nothing, answer = both(start_appointments, call_off)
        planned.refresh_from_db()
        started = planned.state == State.CURRENT
        assert answer.status_code in ((403, 409, 422) if started else (302,))
        Appointment.objects.filter(stream=company.vacant_stream).delete()
