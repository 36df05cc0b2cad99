"""How a draft is saved while it is typed: each criterion and each warning is a row with a version.

Whoever saves says which version they saw. If somebody (the same person in another tab) was faster,
nothing is overwritten: `DraftConflict` carries the row as it stands, and the page shows both.
"""

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from .score import Score
from .warning import WarningObservation


class DraftConflict(Exception):
    """The row was saved elsewhere meanwhile; `theirs` is what stands in it now."""

    def __init__(self, theirs):
        super().__init__("saved elsewhere meanwhile")
        self.theirs = theirs


def save_score(
    scorecard, criterion, *, version, level, not_observed, evidence="", kind="", note=None
) -> Score | None:
    """Save one criterion of a draft. `version` 0: the page saw no row yet.

    note: of this scorecard, in place of evidence and kind. Returns the row; None where there is
    none and nothing was typed: an untouched page writes nothing.
    """
    key = {"scorecard": scorecard, "criterion": criterion}
    values = {
        "level": level,
        "not_observed": not_observed,
        "evidence": evidence,
        "kind": kind,
        "note_id": note and note.pk,
    }
    return _save(scorecard, Score, key, version, values)


def save_warning(scorecard, kind, *, version, seen, evidence) -> WarningObservation | None:
    """Save one warning of a draft, in the same way."""
    values = {"seen": seen, "evidence": evidence}
    return _save(
        scorecard, WarningObservation, {"scorecard": scorecard, "kind": kind}, version, values
    )


def _save(scorecard, model, key, version, values):
    with transaction.atomic():
        scorecard.hold_draft()
        if version == 0:
            untouched = not any(values.values()) and not model.objects.filter(**key).exists()
            return None if untouched else _create(model, key, values)
        rows = model.objects.filter(**key, version=version)
        changed = rows.update(**values, version=models.F("version") + 1, saved_at=timezone.now())
        current = model.objects.filter(**key).first()
        if not changed and (current is None or _differs(current, values)):
            raise DraftConflict(current)
        return current


def _create(model, key, values):
    try:
        with transaction.atomic():
            return model.objects.create(**key, **values)
    except IntegrityError:
        current = model.objects.get(**key)
        # The answer to an earlier save was lost on its way and the page sends the same again.
        if _differs(current, values):
            raise DraftConflict(current) from None
        return current


def _differs(row, values) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())
