"""The ledger of mails: /mails/."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from vsm_portal.accounts.models import Membership, Role, Site, User
from vsm_portal.audit import hidden
from vsm_portal.outbox.models import Message, State

from .letters import plan_letters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters")]
URL = "/mails/"


@pytest.fixture
def works(db):
    return Site.objects.create(name="Letter works")


def somebody_at(site, role, name="hr") -> User:
    user = User.objects.create(email=f"{name}@example.com", name=name)
    Membership.objects.create(user=user, site=site, role=role)
    return user


@pytest.fixture
def hr(works, client):
    user = somebody_at(works, Role.HR)
    client.force_login(user)
    return user


def test_it_stands_at_its_address():
    assert reverse("message_list") == URL


def test_hr_reads_to_whom_what_in_which_state_and_why_not(hr, client):
    plan_letters(2)
    refused = Message.objects.get(recipient__email="reader1@example.com")
    Message.objects.filter(pk=refused.pk).update(
        state=State.FAILED, attempts=1, last_error="550 unknown", done_at=timezone.now()
    )
    text = client.get(URL).content.decode()
    for words in ("1 mail failed", "1 failed, 1 waiting", "Reader 1", "letter", "550 unknown"):
        assert words in text
    assert text.count("Send again</button>") == 1
    assert "reader1@example.com" not in text


def test_nobody_signed_in_is_asked_to_sign_in(client):
    assert client.get(URL).url.startswith("/account/login/")


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_others_of_the_site_find_nothing(role, works, client):
    client.force_login(somebody_at(works, role))
    assert client.get(URL).status_code == 404


def test_hr_of_another_site_and_of_the_head_office_reads_none_of_it(client):
    plan_letters(1)
    head = Site.objects.create(name="Head office")
    Site.objects.filter(name="Letter works").update(parent=head)
    client.force_login(somebody_at(head, Role.HR))
    text = client.get(URL).content.decode()
    assert "No mail has been planned yet" in text
    assert "Reader" not in text


def test_a_post_is_refused(hr, client):
    assert client.post(URL).status_code == 405


def test_rows_about_what_is_hidden_from_the_reader_are_not_there_nor_counted(
    hr, client, monkeypatch
):
    plan_letters(3)
    secret, owned, _open = Message.objects.order_by("pk")
    Message.objects.filter(pk=secret.pk).update(
        enclosing_type="candidates.position", enclosing_id=7, state=State.FAILED
    )
    Message.objects.filter(pk=owned.pk).update(about_type="candidates.position", about_id=7)
    position_of = {hr: [7]}
    monkeypatch.setattr(
        hidden, "_hidden", {"candidates.position": lambda user: position_of.get(user, [])}
    )
    text = client.get(URL).content.decode()
    assert text.count("Reader ") == 1
    assert "1 mail waits, none failed" in text
    other = somebody_at(Site.objects.get(), Role.HR, "other.hr")
    client.force_login(other)
    assert client.get(URL).content.decode().count('<th scope="row">Reader ') == 3


def test_a_state_narrows_the_list_and_not_the_heading(hr, client):
    plan_letters(3)
    Message.objects.filter(recipient__email="reader1@example.com").update(state=State.SENT)
    text = client.get(URL, {"state": "sent"}).content.decode()
    assert ("Reader 1" in text, "Reader 2" in text) == (True, False)
    assert "2 mails wait, none failed" in text
    assert "No mail is in this state" in client.get(URL, {"state": "failed"}).content.decode()


def test_what_failed_stands_first(hr, client):
    plan_letters(60)
    Message.objects.filter(recipient__email="reader1@example.com").update(state=State.FAILED)
    newest = Message.objects.order_by("pk").last().recipient.name
    rows = client.get(URL).content.decode().split('<th scope="row">')
    assert [row.split("<")[0] for row in rows[1:3]] == ["Reader 1", newest]


def test_an_unknown_state_is_refused_at_its_field(hr, client):
    plan_letters(1)
    answer = client.get(URL, {"state": "password"})
    assert answer.status_code == 422
    assert "password is not one of the available choices" in answer.content.decode()


def test_fifty_stand_on_a_page(hr, client):
    plan_letters(51)
    assert client.get(URL).content.decode().count('<th scope="row">') == 50
    second = client.get(URL, {"page": 2, "state": "waiting"}).content.decode()
    assert second.count('<th scope="row">') == 1
    assert "state=waiting" in second


def test_the_page_asks_the_database_as_often_for_a_hundred_rows_as_for_one(hr, client):
    asked = []
    for count in (1, 3, 100):
        Message.objects.all().delete()
        User.objects.filter(email__startswith="reader").delete()
        plan_letters(count)
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        asked.append(len(queries))
    assert len(set(asked)) == 1, asked
