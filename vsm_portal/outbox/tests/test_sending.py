"""One row at a time, in this process, against a mail server that answers as it is told."""

import smtplib
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from vsm_portal.accounts.models import Site, User
from vsm_portal.outbox import attempts, failures, kinds, planning, sending
from vsm_portal.outbox.kinds import Kind, Mail
from vsm_portal.outbox.models import Message, State

from .letters import LETTER, letter, make_readers, occasion, occasions, plan_letters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters")]


def to(number) -> Message:
    return Message.objects.get(recipient__email=f"reader{number}@example.com")


def make_due():
    """The clock goes on until every waiting mail is due."""
    Message.objects.filter(state=State.WAITING).update(next_at=timezone.now())


def break_the_letter_to(monkeypatch, number, failure):
    """Writing this one letter raises; the others are written."""

    def sometimes(site, person, message):
        if person.email == f"reader{number}@example.com":
            raise failure
        return letter(site, person, message)

    broken = Kind("letter", "letter", occasions, LETTER.still_needed, sometimes)
    monkeypatch.setitem(kinds._kinds, "letter", broken)


def test_a_mail_is_sent_once_with_its_own_message_id(mailoutbox):
    plan_letters(2)
    assert [sending.drain(), sending.drain()] == [2, 0]
    first, second = mailoutbox
    assert first.to != second.to
    assert first.extra_headers["Message-ID"] == sending.message_id(to(1))
    assert first.extra_headers["Auto-Submitted"] == "auto-generated"
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]
    assert to(1).state == State.SENT
    assert to(1).done_at is not None


def test_a_temporary_refusal_is_tried_later_and_then_sent_once(smtp):
    smtp.at_recipient["reader1@example.com"] = ["451 busy, try later"]
    smtp.at_data["reader2@example.com"] = ["421 closing"]
    plan_letters(3)
    sending.drain()
    assert smtp.addresses() == ["reader3@example.com"]
    assert to(1).state == to(2).state == State.WAITING
    assert to(1).last_error == "451 busy, try later"
    assert to(1).next_at > timezone.now() + timedelta(seconds=20)
    assert sending.drain() == 0, "not before its time"
    make_due()
    sending.drain()
    assert sorted(smtp.addresses()) == [f"reader{n}@example.com" for n in (1, 2, 3)]
    assert to(1).attempts == 2


def test_a_final_refusal_fails_after_one_attempt_and_names_no_address(smtp):
    smtp.at_recipient["reader1@example.com"] = "550 5.1.1 <reader1@example.com> unknown"
    plan_letters(2)
    sending.drain()
    make_due()
    assert sending.drain() == 0
    assert (to(1).state, to(1).attempts) == (State.FAILED, 1)
    assert to(1).last_error == "550 5.1.1 <…> unknown"
    assert smtp.addresses() == ["reader2@example.com"]


def test_half_of_the_recipients_refused_leaves_the_other_half_alone(smtp):
    for number in (2, 4, 6):
        smtp.at_recipient[f"reader{number}@example.com"] = "550 no"
    plan_letters(6)
    sending.drain()
    assert sorted(smtp.addresses()) == [f"reader{n}@example.com" for n in (1, 3, 5)]
    assert Message.objects.filter(state=State.FAILED).count() == 3


def test_a_server_that_hangs_frees_the_sender_and_the_others_still_flow(smtp, settings):
    settings.EMAIL_TIMEOUT = 0.5
    smtp.stalls.add("reader1@example.com")
    plan_letters(3)
    started = time.monotonic()
    sending.drain()
    assert time.monotonic() - started < 5
    assert sorted(smtp.addresses()) == ["reader2@example.com", "reader3@example.com"]
    assert to(1).state == State.WAITING
    assert "timed out" in to(1).last_error


def test_a_server_that_is_away_makes_every_mail_wait(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    plan_letters(1)
    sending.drain()
    assert to(1).state == State.WAITING
    assert to(1).last_error == "ConnectionRefusedError: Connection refused"


@pytest.mark.parametrize(
    "failure",
    [
        smtplib.SMTPAuthenticationError(535, b"wrong password"),
        smtplib.SMTPSenderRefused(553, b"not you", "portal@localhost"),
        smtplib.SMTPConnectError(554, b"no service"),
    ],
)
def test_a_refusal_of_the_portal_itself_fails_no_mail(failure, monkeypatch):
    plan_letters(1)
    monkeypatch.setattr(sending, "_hand_over", lambda *args: (_ for _ in ()).throw(failure))
    sending.drain()
    assert to(1).state == State.WAITING


def test_a_line_break_in_a_name_reaches_one_recipient_in_one_subject(smtp):
    plan_letters(1)
    Site.objects.update(name="Rings\r\nBcc: thief@example.com\n\nDear thief")
    sending.drain()
    [(address, received)] = smtp.taken
    assert address == "reader1@example.com"
    assert received["Subject"] == "News of Rings Bcc: thief@example.com Dear thief"
    assert received["Bcc"] is None
    assert "thief" not in received["To"]


def test_a_mail_that_cannot_be_written_stops_no_other_and_tells_no_text(monkeypatch, caplog):
    break_the_letter_to(monkeypatch, 1, KeyError("scored 2 of 5"))
    plan_letters(3)
    assert sending.drain() == 3
    assert to(1).state == State.WAITING
    assert to(1).last_error == failures.INSIDE
    assert to(2).state == to(3).state == State.SENT
    assert sending.drain() == 0, "and it does not loop"


def test_a_mail_of_a_kind_nobody_knows_waits_for_a_newer_worker():
    plan_letters(2)
    Message.objects.filter(pk=to(1).pk).update(kind="from a later version")
    sending.drain()
    assert (to(1).state, to(1).last_error) == (State.WAITING, failures.UNKNOWN_KIND)
    assert to(2).state == State.SENT


def test_a_person_without_an_address_is_a_failure_and_not_a_mail_to_nobody():
    plan_letters(2)
    User.objects.filter(email="reader1@example.com").update(email="")
    sending.drain()
    nameless = Message.objects.get(recipient__email="")
    assert (nameless.state, nameless.last_error) == (State.FAILED, failures.NO_ADDRESS)
    assert to(2).state == State.SENT


def test_nothing_goes_to_somebody_who_left_or_about_something_that_is_gone(mailoutbox, monkeypatch):
    plan_letters(2)
    User.objects.filter(email="reader1@example.com").update(is_active=False)
    gone = Kind("letter", "letter", occasions, lambda pk, person: None, letter)
    sending.drain(limit=1)
    monkeypatch.setitem(kinds._kinds, "letter", gone)
    sending.drain()
    assert {to(1).state, to(2).state} == {State.CANCELLED}
    assert mailoutbox == []


def test_after_a_day_of_temporary_failures_somebody_has_to_look(monkeypatch):
    break_the_letter_to(monkeypatch, 1, OSError("away"))
    plan_letters(1)
    Message.objects.update(
        created_at=timezone.now() - attempts.GIVE_UP_AFTER - timedelta(hours=1),
        attempts=attempts.FEWEST,
    )
    sending.drain()
    assert to(1).state == State.FAILED


def test_a_row_that_kills_every_sender_is_given_up(mailoutbox):
    plan_letters(1)
    Message.objects.update(
        state=State.SENDING,
        attempts=attempts.MOST,
        lease_until=timezone.now() - timedelta(seconds=1),
    )
    sending.drain()
    assert (to(1).state, to(1).last_error) == (State.FAILED, failures.GIVEN_UP)
    assert mailoutbox == []


def test_no_row_is_taken_when_the_time_is_up(mailoutbox):
    plan_letters(2)
    assert sending.drain(until=time.monotonic() - 1) == 0
    assert mailoutbox == []


def test_a_sender_that_lost_its_lease_changes_nothing(mailoutbox):
    plan_letters(1)
    slow = Message.objects.claim(to(1).pk, timezone.now())
    assert Message.objects.claim(to(1).pk, timezone.now()) is None, "one holds it"
    later = timezone.now() + attempts.LEASE + timedelta(seconds=1)
    quick = Message.objects.claim(to(1).pk, later)
    assert to(1).finish(slow, State.SENT) is False
    assert to(1).try_later(slow, "late") is False
    assert to(1).state == State.SENDING
    assert to(1).finish(quick, State.SENT) is True


def test_the_pauses_double_from_half_a_minute_to_an_hour():
    for tried, seconds in ((1, 30), (2, 60), (3, 120), (8, 3600), (40, 3600)):
        pause = attempts.pause_after(tried).total_seconds()
        assert 0.8 * seconds <= pause <= 1.2 * seconds


@pytest.mark.django_db(transaction=True)
def test_no_mail_is_claimed_inside_somebodys_transaction():
    from django.db import transaction

    plan_letters(1)
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        sending.drain()
    assert mail.outbox == []


def test_the_long_text_of_a_server_is_cut_and_bare_of_control_signs(monkeypatch):
    answer = smtplib.SMTPDataError(451, b"\x00bell\x07" + b"x" * 1000)
    monkeypatch.setattr(sending, "_hand_over", lambda *args: (_ for _ in ()).throw(answer))
    plan_letters(1)
    sending.drain()
    assert to(1).last_error.startswith("451 bellxxx")
    assert len(to(1).last_error) == failures.LONGEST


def test_a_mail_is_written_in_the_persons_own_zone(monkeypatch, mailoutbox):
    local = Kind(
        "letter",
        "letter",
        occasions,
        LETTER.still_needed,
        lambda site, person, message: Mail(str(timezone.get_current_timezone()), ""),
    )
    monkeypatch.setitem(kinds._kinds, "letter", local)
    [person] = make_readers(1)
    User.objects.update(time_zone="Australia/Lord_Howe")
    planning.plan("letter", [occasion(person, Site.objects.get())])
    sending.drain()
    assert mailoutbox[0].subject == "Australia/Lord_Howe"
