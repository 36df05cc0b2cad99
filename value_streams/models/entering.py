"""How rows of this app get in and change: saved and audited together, or not at all."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict


def enter(row, *, by, action, site, **details):
    """Save the row. What its form could not see yet, a twin entered meanwhile, is a `Conflict`."""
    row.full_clean(validate_constraints=False, validate_unique=False)
    try:
        with transaction.atomic():
            row.validate_constraints()
            row.save()
            record(action, row, by=by, site=site, **details)
    except ValidationError as taken:
        raise Conflict(" ".join(taken.messages)) from taken
    except IntegrityError as taken:
        reason = _("Somebody else entered the same a moment ago. Nothing was saved.")
        raise Conflict(reason) from taken


def record_edit(row, *, by, fields):
    """The audit row of a change: which fields, never what stands in them."""
    nouns = {"valuestream": "stream", "customerrequirement": "requirement"}
    name = row._meta.model_name
    record(f"{nouns.get(name, name)}.edited", row, by=by, site=row.site, fields=fields)
