"""Two save at the same moment, with real threads: on SQLite and on PostgreSQL."""

import pytest
from django.test import Client
from django.urls import reverse

from value_streams.models import Element, Map, MapState
from value_streams.tests.test_appointment_races import both
from vsm_portal.testing.cast import World, build_company

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5
JSON = {"accept": "application/json"}


@pytest.fixture
def company(db):
    return build_company(World())


@pytest.fixture
def drawn(company):
    return Map.start(company.stream, MapState.CURRENT, by=company.manager)


def posting(person, url, **fields):
    client = Client()
    client.force_login(person)
    return lambda: client.post(url, fields, headers=JSON)


def test_a_new_row_sent_twice_at_once_is_one_row(company, drawn):
    url = reverse("map_row_new", args=[drawn.pk, "element"])
    path = drawn.paths.get().pk
    for number in range(ROUNDS):
        key = f"{number:08}-1111-4111-8111-111111111111"
        fields = {"version": 0, "key": key, "kind": "inventory", "path": path, "name": f"S{number}"}
        send = [posting(company.manager, url, **fields) for _time in range(2)]
        answers = both(*send)
        assert {answer.status_code for answer in answers} == {200}
        assert Element.objects.filter(name=f"S{number}").count() == 1


def test_of_two_who_save_a_row_one_is_shown_both_texts(company, drawn):
    row = Element.objects.create(path=drawn.paths.get(), kind="process", name="Weld")
    url = reverse("map_row", args=[drawn.pk, "element", row.pk])
    for number in range(ROUNDS):
        row.refresh_from_db()
        seen = {"version": row.version, "name": "Weld"}
        mine = posting(company.manager, url, **seen, cycle_time_s=str(2 * number + 1))
        theirs = posting(company.top, url, **seen, cycle_time_s=str(2 * number + 2))
        saved, refused = sorted(both(mine, theirs), key=lambda answer: answer.status_code)
        assert (saved.status_code, refused.status_code) == (200, 409)
        row.refresh_from_db()
        assert refused.json()["theirs"]["cycle_time_s"] == f"{row.cycle_time_s:g}"
