"""Two at the same moment, with real threads: on SQLite and on PostgreSQL."""

import pytest
from django.test import Client
from django.urls import reverse

from value_streams.models import Addressee, Announcement, ReadingConfirmation
from value_streams.tests.test_appointment_races import both
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import World, build_company

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5


@pytest.fixture
def company(transactional_db):
    return build_company(World())


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_two_clicks_confirm_once(company):
    letter = company.announcement
    url = reverse("announcement_confirmation", args=[letter.pk])
    first, second = (signed_in(company.other_manager) for _window in range(2))
    for _round in range(ROUNDS):
        ReadingConfirmation.objects.filter(addressee__user=company.other_manager).delete()
        before = Event.objects.filter(action="announcement.confirmed").count()
        answers = both(lambda: first.post(url), lambda: second.post(url))
        assert [answer.status_code for answer in answers] == [302, 302]
        assert (
            ReadingConfirmation.objects.filter(addressee__user=company.other_manager).count() == 1
        )
        assert Event.objects.filter(action="announcement.confirmed").count() == before + 1


def test_two_who_sign_at_once_sign_one_letter(company):
    url = reverse("announcement_create", args=[company.appointment.pk])
    first, second = (signed_in(company.top) for _window in range(2))
    for number in range(2, 2 + ROUNDS):
        data = {"departments": "Logistics", "subject": "S", "text": "T"}
        data |= {"seen": company.appointment.version, "number": number}
        answers = both(
            lambda data=data: first.post(url, data), lambda data=data: second.post(url, data)
        )
        assert sorted(answer.status_code for answer in answers) == [302, 409]
        letter = Announcement.objects.get(appointment=company.appointment, number=number)
        assert Addressee.objects.filter(announcement=letter).count() == 1


def test_a_change_of_the_terms_and_a_signature_at_once_never_disagree(company):
    sign = reverse("announcement_create", args=[company.appointment.pk])
    edit = reverse("appointment_edit", args=[company.appointment.pk])
    top, hr = signed_in(company.top), signed_in(company.hr)
    for number in range(2, 2 + ROUNDS):
        company.appointment.refresh_from_db()
        version, authority = company.appointment.version, company.appointment.authority
        letter = {"departments": "Logistics", "subject": "S", "text": "T", "seen": version}
        terms = {"authority": "monitor" if authority != "monitor" else "influence"}
        terms |= {"reports_to": company.top.pk, "version": version}
        both(
            lambda data=letter | {"number": number}: top.post(sign, data),
            lambda data=terms: hr.post(edit, data),
        )
        signed = Announcement.objects.filter(appointment=company.appointment, number=number)
        assert all(one.authority == authority for one in signed)
        if not signed:
            top.post(sign, letter | {"number": number, "seen": version + 1})
