"""How a note is made, corrected, and given further criteria, in a draft and by its version."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vsm_portal.permission import Conflict

from .drafting import DraftConflict
from .evidence_note import EvidenceNote
from .score import Score


def make_note(scorecard, source, *, version, on, kind, text, further=()) -> EvidenceNote:
    """Make what stands at one criterion a note that carries others, too.

    source: the criterion whose evidence it was; version: of its score as the page saw it, 0 for
    none. further: criteria without evidence of their own.
    """
    with transaction.atomic():
        scorecard.hold_draft()
        row = Score.objects.filter(scorecard=scorecard, criterion=source).first()
        if version != (row.version if row else 0):
            raise DraftConflict(row)
        note = EvidenceNote.objects.create(scorecard=scorecard, on=on, kind=kind, text=text)
        _rest(note, [source])
        carry(note, further)
    return note


def change_note(note, *, version, on, kind, text, further=()) -> None:
    """Correct a note: every score that rests on it rests on the new words."""
    with transaction.atomic():
        note.scorecard.hold_draft()
        changed = EvidenceNote.objects.filter(pk=note.pk, version=version).update(
            on=on,
            kind=kind,
            text=text,
            version=models.F("version") + 1,
            saved_at=timezone.now(),
        )
        if not changed:
            raise DraftConflict(EvidenceNote.objects.get(pk=note.pk))
        carry(note, further)


def carry(note, further) -> None:
    """Let further criteria rest on the note; what has words of its own keeps them."""
    taken = Score.objects.filter(
        ~models.Q(evidence="") | models.Q(note__isnull=False),
        scorecard=note.scorecard,
        criterion__in=further,
    )
    if taken.exists():
        raise Conflict(_("One of these criteria has got evidence meanwhile. Nothing was changed."))
    _rest(note, further)


def _rest(note, criteria) -> None:
    rests = {"evidence": "", "kind": "", "note": note, "saved_at": timezone.now()}
    begun = Score.objects.filter(scorecard=note.scorecard, criterion__in=criteria)
    known = set(begun.values_list("criterion", flat=True))
    begun.update(**rests, version=models.F("version") + 1)
    Score.objects.bulk_create(
        Score(scorecard=note.scorecard, criterion=criterion, **rests)
        for criterion in criteria
        if criterion.pk not in known
    )
