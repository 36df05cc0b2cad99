"""Claim → ask for the right again → render → finish; a crashed worker's export is taken over."""

import logging

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone, translation

from .file_names import safe_file_name
from .models import LEASE, MOST_ATTEMPTS, Export, Fault, State

log = logging.getLogger(__name__)


def make(pk) -> None:
    """Make one export, if it is still to be made."""
    now = timezone.now()
    with transaction.atomic(durable=True):
        claimed = (
            Export.objects.claimable(now)
            .filter(pk=pk)
            .update(state=State.RUNNING, lease_until=now + LEASE, attempts=models.F("attempts") + 1)
        )
    if claimed:
        _make(Export.objects.select_related("requested_by").get(pk=pk))


def _make(export):
    """A claimed export, to whatever end it comes."""
    if export.attempts > MOST_ATTEMPTS:  # each of them ended with the worker's death
        _finish(export, State.FAILED, error=Fault.GIVEN_UP)
        return
    try:
        made = _render(export)
    except Exception:
        log.exception("Export %s failed.", export.pk)
        _finish(export, State.FAILED, error=Fault.INSIDE)
        return
    if made is None:
        _finish(export, State.FAILED, error=Fault.RIGHT)
        return
    name, content = made
    storage = export.file.storage
    storage.delete(export.file.name)  # what an earlier attempt left half-written
    storage.save(export.file.name, ContentFile(content))
    _finish(export, State.READY, file_name=safe_file_name(name))


def _render(export):
    person = export.requested_by
    thing = export.thing() if person.is_active else None
    if thing is None:
        return None
    with translation.override(person.language), timezone.override(person.zone):
        return export.definition.render(thing, person)


def _finish(export, state, **values):
    """Only by the attempt that holds the lease: its number is the lease's token."""
    Export.objects.filter(pk=export.pk, state=State.RUNNING, attempts=export.attempts).update(
        state=state, lease_until=None, **values
    )


def sweep() -> None:
    """Exports whose hint was lost or whose worker died are queued again; old files go away."""
    from .tasks import hint

    now = timezone.now()
    for export in Export.objects.outdated(now):
        export.file.delete(save=False)
        Export.objects.filter(pk=export.pk).update(file="")
    Export.objects.forgotten(now).delete()
    for pk in Export.objects.claimable(now).values_list("pk", flat=True):
        hint(pk)
