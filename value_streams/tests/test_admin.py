import pytest
from django.urls import reverse

from value_streams.models import Appointment, ValueStream
from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event


@pytest.fixture
def admin(as_, company):
    User.objects.filter(pk=company.administrator.pk).update(is_staff=True, is_superuser=True)
    return as_("administrator")


@pytest.mark.parametrize("noun", ["family", "valuestream", "customerrequirement", "appointment"])
def test_every_noun_of_streams_has_its_list(admin, noun):
    assert admin.get(reverse(f"admin:value_streams_{noun}_changelist")).status_code == 200


def test_a_change_there_leaves_an_audit_row_and_makes_open_forms_stale(admin, company):
    url = reverse("admin:value_streams_valuestream_change", args=[company.stream.pk])
    content = {"site": company.plant.pk, "name": "Renamed", "level": "plant", "family": ""}
    assert admin.post(url, content).status_code == 302
    stream = ValueStream.objects.get(pk=company.stream.pk)
    assert (stream.name, stream.version) == ("Renamed", 2)
    event = Event.objects.about(stream).get()
    assert (event.action, event.actor) == ("stream.edited", company.administrator)


def test_what_is_added_there_is_audited_too(admin, company):
    url = reverse("admin:value_streams_family_add")
    content = {"site": company.plant.pk, "name": "Rails", "products": ""}
    assert admin.post(url, content).status_code == 302
    assert Event.objects.filter(action="family.entered").count() == 1


def test_appointments_are_only_read_and_without_their_reasons(admin, company):
    url = reverse("admin:value_streams_appointment_change", args=[company.appointment.pk])
    page = admin.get(url)
    assert page.status_code == 200
    assert "before the portal came" not in page.content.decode()
    assert admin.post(url, {"from_function": "Logistics"}).status_code == 403
    assert admin.post(reverse("admin:value_streams_appointment_add"), {}).status_code == 403
    delete = reverse("admin:value_streams_appointment_delete", args=[company.appointment.pk])
    assert admin.post(delete, {"post": "yes"}).status_code == 403
    assert Appointment.objects.filter(pk=company.appointment.pk).exists()
