"""Occasion → row. Runs every few minutes and twice does nothing more than once."""

import logging

from django.db import transaction

from . import kinds
from .models import Message

log = logging.getLogger(__name__)

LONGEST_KEY = Message._meta.get_field("key").max_length


def plan_all() -> int:
    """Make a row for every occasion that has none yet; returns how many occasions there are.

    A kind that fails is logged and leaves the others alone.
    """
    occasions = 0
    for kind in kinds.kinds():
        try:
            occasions += plan(kind.name, kind.occasions())
        except Exception:
            log.exception("Mails of the kind %s could not be planned.", kind.name)
    return occasions


def plan(kind_name, occasions) -> int:
    """Rows for these occasions, and a hint to the worker once they are committed."""
    rows = [_row(kind_name, occasion) for occasion in occasions]
    with transaction.atomic():
        Message.objects.bulk_create(rows, ignore_conflicts=True)
        if rows:
            from .tasks import hint

            transaction.on_commit(hint)
    return len(rows)


def key_of(kind_name, occasion) -> str:
    """What makes the occasion unique: `scorecard_due:candidates.scorecard:7:2026-11-22:3`."""
    about = occasion.about
    key = (
        f"{kind_name}:{about._meta.label_lower}:{about.pk}:{occasion.label}:{occasion.recipient.pk}"
    )
    if len(key) > LONGEST_KEY:
        raise ValueError(f"Too long for a key: {key}")
    return key


def _row(kind_name, occasion):
    enclosing = occasion.enclosing
    return Message(
        key=key_of(kind_name, occasion),
        kind=kind_name,
        recipient=occasion.recipient,
        about_type=occasion.about._meta.label_lower,
        about_id=occasion.about.pk,
        enclosing_type=enclosing._meta.label_lower if enclosing else "",
        enclosing_id=enclosing.pk if enclosing else None,
        site=occasion.site,
        due_on=occasion.due_on,
    )
