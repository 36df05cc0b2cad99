import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from vsm_portal.accounts.password_link import set_password_url
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import PASSWORD

RESET = "/account/password/reset/"
NEW = "another quite long password"


@pytest.fixture
def asked(world, client):
    """The mail that HR gets after asking for a new password."""
    client.post(RESET, {"email": world.hr.email})
    return mail.outbox[0]


def path_of(text):
    return re.search(r"http://localhost:8000(/account/password/reset/key/\S+)", text)[1]


def set_password(client, path, password=NEW):
    form = client.get(path).url
    return client.post(form, {"password1": password, "password2": password})


def test_a_new_password_is_set_through_the_link_in_the_mail(world, client, asked):
    assert asked.to == [world.hr.email]
    assert "lapses in 24 hours" in asked.body
    assert "Hello Hr" in asked.body
    assert set_password(client, path_of(asked.body)).status_code == 302
    world.hr.refresh_from_db()
    assert world.hr.check_password(NEW)
    assert Event.objects.filter(action="user.password_set", actor=world.hr).count() == 1


def test_the_link_works_once(world, client, asked):
    path = path_of(asked.body)
    set_password(client, path)
    assert "This link no longer works" in Client().get(path).content.decode()


def test_the_link_lapses_after_24_hours(world, client, asked, time_machine):
    path = path_of(asked.body)
    time_machine.move_to(timezone.now() + timedelta(hours=24, seconds=1))
    assert "This link no longer works" in client.get(path).content.decode()


def test_the_link_never_leads_to_the_host_that_asked(world, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(RESET, {"email": world.hr.email}, headers={"host": "evil.example"})
    assert "evil.example" not in mail.outbox[0].body


def test_known_and_unknown_addresses_get_the_same_answer_and_a_mail_each(world, client):
    known, unknown = (
        client.post(RESET, {"email": address}, follow=True)
        for address in (world.hr.email, "nobody@example.com")
    )
    assert known.status_code == unknown.status_code == 200
    assert without_token(known) == without_token(unknown)
    assert [message.to for message in mail.outbox] == [[world.hr.email], ["nobody@example.com"]]
    assert "No open account belongs to this address" in mail.outbox[1].body
    assert "/account/password/reset/key/" not in mail.outbox[1].body


def without_token(response):
    token = str(response.context["csrf_token"])
    return re.sub(r"csrfmiddlewaretoken\" value=\"\w+", "", response.content.decode()).replace(
        token, ""
    )


def test_a_closed_account_gets_no_link(world, client):
    world.executive.deactivate(by=world.administrator)
    client.post(RESET, {"email": world.executive.email})
    assert "/account/password/reset/key/" not in mail.outbox[0].body


def test_a_mail_server_that_is_away_tells_nobody_which_addresses_are_known(
    world, client, monkeypatch
):
    def away(self, *args, **kwargs):
        raise smtplib.SMTPServerDisconnected("away")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", away)
    for address in (world.hr.email, "nobody@example.com"):
        response = client.post(RESET, {"email": address})
        assert (response.status_code, response.url) == (302, "/account/password/reset/done/")


@pytest.mark.parametrize("weak", ["short", "password1234", "hr@example.com"])
def test_a_weak_password_is_refused_with_its_reason(world, client, weak):
    path = set_password_url(world.hr).removeprefix("http://localhost:8000")
    response = set_password(client, path, weak)
    assert response.status_code == 422
    world.hr.refresh_from_db()
    assert world.hr.check_password(PASSWORD)


def test_changing_the_password_ends_the_other_sessions_and_keeps_this_one(world, client):
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.force_login(world.hr)
    answer = client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    )
    assert (answer.status_code, answer.url) == (302, "/me/")
    assert client.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302
    assert Event.objects.filter(action="user.password_set", actor=world.hr).count() == 1


def test_the_old_password_is_asked_for(world, client):
    client.force_login(world.hr)
    answer = client.post(
        "/account/password/change/",
        {"oldpassword": "not this one at all", "password1": NEW, "password2": NEW},
    )
    assert answer.status_code == 422
    world.hr.refresh_from_db()
    assert world.hr.check_password(PASSWORD)
