"""The two ways a row gets into the audit trail: somebody did something, somebody read something.

`record` is called inside the transaction of the change, so that both happen or neither does.
"""

from django.utils import timezone

from vsm_portal.logs import current_request_id

from .models import Event


def record(action, thing, *, by=None, enclosing=None, site=None, **details):
    """Add one row. `details` holds ids, states and field names, no free text, no personal data."""
    return Event.objects.create(
        action=action,
        actor=by,
        **_names(thing, enclosing, site),
        details=details,
        request_id=current_request_id.get() or "",
    )


def record_read(thing, *, by, enclosing=None, site=None):
    """Somebody read this; one row per person, object and hour however often they come back."""
    now = timezone.now()
    Event.objects.bulk_create(
        [
            Event(
                at=now,
                action=f"{thing._meta.model_name}.read",
                actor=by,
                **_names(thing, enclosing, site),
                request_id=current_request_id.get() or "",
                read_hour=now.replace(minute=0, second=0, microsecond=0),
            )
        ],
        ignore_conflicts=True,
    )


def _names(thing, enclosing, site):
    return {
        "object_type": thing._meta.label_lower,
        "object_id": thing.pk,
        "enclosing_type": enclosing._meta.label_lower if enclosing else "",
        "enclosing_id": enclosing.pk if enclosing else None,
        "site": site or getattr(enclosing, "site", None) or getattr(thing, "site", None),
    }
