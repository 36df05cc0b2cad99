"""Sending a failed mail once more: /mails/7/resend/."""

import pytest
from django.test import Client

from vsm_portal.accounts.models import Membership, Role, Site, User
from vsm_portal.audit import hidden
from vsm_portal.audit.models import Event
from vsm_portal.outbox import sending
from vsm_portal.outbox.models import Message, State
from vsm_portal.permission import Conflict

from .letters import plan_letters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters")]


@pytest.fixture
def failed(db):
    plan_letters(1)
    Message.objects.update(state=State.FAILED, attempts=7, last_error="550 unknown")
    return Message.objects.get()


@pytest.fixture
def hr(failed, client):
    user = User.objects.create(email="hr@example.com", name="Hr")
    Membership.objects.create(user=user, site=failed.site, role=Role.HR)
    client.force_login(user)
    return user


def post(client, message):
    return client.post(f"/mails/{message.pk}/resend/")


def test_a_failed_mail_waits_again_goes_out_and_the_trail_says_who(hr, failed, client, mailoutbox):
    assert post(client, failed).url == "/mails/"
    failed.refresh_from_db()
    assert (failed.state, failed.attempts, failed.done_at) == (State.WAITING, 0, None)
    [event] = Event.objects.filter(action="message.resent")
    assert (event.actor, event.site, event.details) == (hr, failed.site, {})
    sending.drain()
    assert [mail.to for mail in mailoutbox] == [["reader1@example.com"]]


def test_what_encloses_the_mail_encloses_the_audit_row(hr, failed):
    Message.objects.update(enclosing_type="accounts.user", enclosing_id=hr.pk)
    Message.objects.get().resend(by=hr)
    event = Event.objects.get(action="message.resent")
    assert (event.enclosing_type, event.enclosing_id) == ("accounts.user", hr.pk)


@pytest.mark.parametrize("state", sorted(set(State) - {State.FAILED}))
def test_a_mail_that_did_not_fail_is_refused_with_the_reason(state, hr, failed, client):
    Message.objects.update(state=state)
    answer = post(client, failed)
    assert answer.status_code == 403
    assert "Only a mail that failed can be sent again." in answer.content.decode()
    assert Message.objects.get().state == state
    assert not Event.objects.exists()


def test_nobody_signed_in_is_asked_to_sign_in(failed, client):
    assert post(client, failed).url.startswith("/account/login/")
    assert Message.objects.get().state == State.FAILED


def test_others_find_nothing(failed, client):
    elsewhere = Site.objects.create(name="Elsewhere")
    for number, (site, role) in enumerate(
        [(elsewhere, Role.HR), (failed.site, Role.ADMINISTRATOR), (failed.site, Role.EXECUTIVE)]
    ):
        user = User.objects.create(email=f"other{number}@example.com", name="Other")
        Membership.objects.create(user=user, site=site, role=role)
        client.force_login(user)
        assert post(client, failed).status_code == 404
    assert Message.objects.get().state == State.FAILED


def test_hr_finds_nothing_that_is_hidden_from_them(hr, failed, client, monkeypatch):
    Message.objects.update(enclosing_type="candidates.position", enclosing_id=7)
    monkeypatch.setattr(hidden, "_hidden", {"candidates.position": lambda user: [7]})
    assert post(client, failed).status_code == 404


def test_reading_it_is_not_possible(hr, failed, client):
    assert client.get(f"/mails/{failed.pk}/resend/").status_code == 405


def test_without_the_forms_token_nothing_happens(hr, failed):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(hr)
    assert post(strict, failed).status_code == 403
    assert Message.objects.get().state == State.FAILED


def test_two_at_the_same_moment_make_one_resending(hr, failed):
    first, second = Message.objects.get(), Message.objects.get()
    first.resend(by=hr)
    with pytest.raises(Conflict):
        second.resend(by=hr)
    assert Event.objects.filter(action="message.resent").count() == 1
