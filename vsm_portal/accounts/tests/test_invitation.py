import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from vsm_portal.accounts.models import Membership, Role, Site, User
from vsm_portal.outbox import sending
from vsm_portal.outbox.models import Message, State

NEW = "another quite long password"


@pytest.fixture
def nora(world):
    return User.invite(
        by=world.administrator,
        site=world.plant,
        role=Role.HR,
        name="Nora Berg",
        email="nora@example.com",
    )


def test_the_invited_person_sets_a_password_and_signs_in(nora, client):
    sending.drain()
    text = mail.outbox[0].body
    assert "an administrator of Plainfield plant" in text
    path = re.search(r"http://localhost:8000(/account/password/reset/key/\S+)", text)[1]
    form = client.get(path).url
    client.post(form, {"password1": NEW, "password2": NEW})
    answer = client.post("/account/login/", {"login": nora.email, "password": NEW})
    assert (answer.status_code, answer.url) == (302, "/")


def test_the_mail_is_not_sent_any_more_once_a_password_is_set(nora):
    nora.set_password(NEW)
    nora.save()
    sending.drain()
    assert Message.objects.get(recipient=nora).state == State.CANCELLED
    assert mail.outbox == []


def test_nobody_signs_in_before_a_password_is_set(nora, client):
    answer = client.post("/account/login/", {"login": nora.email, "password": "!"})
    assert answer.status_code == 422


FIRST = ["create_first_administrator", "--email", "Ana@example.com", "--name", "Ana"]


@pytest.mark.django_db
def test_an_empty_portal_lets_its_first_administrator_in(client, capsys):
    call_command(*FIRST, "--site", "Head office", "--time-zone", "Europe/Berlin")
    path = capsys.readouterr().out.strip().removeprefix("http://localhost:8000")
    ana = User.objects.get(email="ana@example.com")
    assert Membership.objects.get(user=ana).role == Role.ADMINISTRATOR
    assert Site.objects.get().name == "Head office"
    form = client.get(path).url
    assert client.post(form, {"password1": NEW, "password2": NEW}).status_code == 302


@pytest.mark.django_db
def test_asked_twice_it_gives_a_new_link_and_makes_nobody(capsys):
    for _time in range(2):
        call_command(*FIRST, "--site", "Head office")
    assert User.objects.count() == Site.objects.count() == Membership.objects.count() == 1
    assert len(capsys.readouterr().out.split()) == 2


def test_where_somebody_administers_it_makes_nobody(world):
    with pytest.raises(CommandError, match="invite others"):
        call_command(*FIRST, "--site", "Head office")
    assert not User.objects.filter(email="ana@example.com").exists()


@pytest.mark.django_db
def test_bad_input_is_named_and_nothing_is_made():
    with pytest.raises(CommandError, match="time zone"):
        call_command(*FIRST, "--site", "Head office", "--time-zone", "Mars/Olympus")
    assert not User.objects.exists()
    assert not Site.objects.exists()
