from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand, update_once

from .evidence_note import EvidenceKind

#: why a level is refused that lacks one of them
WITHOUT = {
    "evidence": _("No level without its evidence: where, when, what?"),
    "kind": _("Choose one of the four kinds of evidence."),
}


class ScoreChange(models.Model):
    """A score changed after the reveal, with its reason. The first round stays readable in
    `old_level`.
    """

    score = models.ForeignKey("candidates.Score", on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    old_level = models.PositiveSmallIntegerField(null=True, blank=True)
    new_level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=400)

    class Meta:
        verbose_name = _("changed score")
        verbose_name_plural = _("changed scores")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="candidates_score_change_has_a_reason"
            ),
            models.CheckConstraint(
                condition=(models.Q(new_level__isnull=True) | models.Q(new_level__range=(1, 5))),
                name="candidates_score_change_level_one_to_five",
            ),
        ]

    def __str__(self):
        return f"{self.old_level or '–'} → {self.new_level or '–'}"

    @classmethod
    def make(cls, score, *, by, level, not_observed, reason, evidence="", kind=""):
        """Change one's own score in the discussion; both rounds are kept.

        evidence, kind: for a level on a score that has none; what stands there is kept.
        """
        from candidates import permissions

        with transaction.atomic():
            position = score.scorecard.position
            position.take_row()
            demand(permissions.may_change_score(by, score))
            change = cls(score=score, by=by, old_level=score.level, new_level=level, reason=reason)
            change.full_clean()
            added = {} if level is None else evidence_added(score, evidence=evidence, kind=kind)
            update_once(
                type(score).objects.filter(pk=score.pk, version=score.version),
                level=level,
                not_observed=not_observed,
                **added,
                version=models.F("version") + 1,
                saved_at=timezone.now(),
            )
            change.save()
            record("score.changed", score, by=by, enclosing=position)
        return change


def evidence_added(score, **given) -> dict:
    """What a level still lacks of evidence and kind, out of what was given; refused without it."""
    added = {name: given[name] for name in score.lacking_evidence}
    refused = {name: WITHOUT[name] for name, text in added.items() if not text.strip()}
    if added.get("kind") and added["kind"] not in EvidenceKind:
        refused["kind"] = WITHOUT["kind"]
    if refused:
        raise ValidationError(refused)
    return added
