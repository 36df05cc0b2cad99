"""Claim → check again → send outside any transaction → finish.

A sender that dies after the mail server took the mail leaves its row in `sending`; the next one
takes it over when the lease ends and sends once more with the same Message-ID, so that it can be
recognised.
"""

import hashlib
import logging
import time
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation

from . import attempts, failures, kinds
from .models import Message, State

log = logging.getLogger(__name__)

BATCH = 50


def drain(limit=BATCH, until=None) -> int:
    """Send what is due, at most `limit` rows; returns how many rows this sender took.

    No row is taken after `until` (seconds of `time.monotonic`): mails that each wait for a mail
    server that hangs must not outlast the worker's time limit.
    """
    taken = 0
    ids = Message.objects.claimable(timezone.now()).order_by("next_at", "pk")
    for pk in list(ids.values_list("pk", flat=True)[:limit]):
        if until is not None and time.monotonic() > until:
            break
        token = Message.objects.claim(pk, timezone.now())
        if token is not None:
            taken += 1
            send(Message.objects.select_related("recipient").get(pk=pk), token)
    return taken


def send(message, token) -> None:
    """One claimed row, to whatever end it comes: a failure of one is never the next one's."""
    if message.attempts > attempts.MOST:  # none came to an end: it kills whoever takes it
        message.finish(token, State.FAILED, error=failures.GIVEN_UP)
        return
    try:
        state = _deliver(message)
    except Exception as failure:
        _not_sent(message, token, failure)
    else:
        message.finish(token, state)


def _deliver(message) -> State:
    kind = kinds.kind(message.kind)
    person = message.recipient
    thing = kind.still_needed(message.about_id, person) if person.is_active else None
    if thing is None:
        return State.CANCELLED
    with translation.override(person.language), timezone.override(person.zone):
        mail = kind.mail(thing, person, message)
    _hand_over(mail, person, message)
    return State.SENT


def _hand_over(mail, person, message):
    if not person.email:  # Django would send to nobody and call it done
        raise failures.NoAddress
    EmailMessage(
        subject=" ".join(mail.subject.split()),
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[person.email],
        headers={"Message-ID": message_id(message), "Auto-Submitted": "auto-generated"},
    ).send()


def _not_sent(message, token, failure):
    """A final refusal is shown to HR; anything else is tried again later."""
    error = failures.describe(failure, message.recipient.email)
    if error == failures.INSIDE:
        log.exception("Mail %s could not be written.", message.pk)
    if failures.is_final(failure):
        message.finish(token, State.FAILED, error=error)
    else:
        message.try_later(token, error)


def message_id(message) -> str:
    """The same for every attempt at the same row."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{hashlib.sha256(message.key.encode()).hexdigest()[:32]}@{host}>"
