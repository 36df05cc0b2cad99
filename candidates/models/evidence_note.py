"""What an assessor saw or heard on one day; several scores of the scorecard may rest on it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    GEMBA = "gemba", _("Observed at the gemba")
    INTERVIEW = "interview", _("Interview answer")
    DATA = "data", _("Plan or data")
    REFERENCE = "reference", _("Reference")


class EvidenceNote(models.Model):
    """As secret as the scores that rest on it: its scorecard decides who reads it."""

    scorecard = models.ForeignKey(
        "candidates.Scorecard", on_delete=models.CASCADE, related_name="notes"
    )
    on = models.DateField(_("day"))
    kind = models.CharField(_("kind of evidence"), max_length=10, choices=EvidenceKind)
    text = models.TextField(_("evidence"), max_length=4000)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("evidence note")
        verbose_name_plural = _("evidence notes")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""), name="candidates_evidence_note_says_something"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=EvidenceKind.values),
                name="candidates_evidence_note_kind_known",
            ),
        ]

    def __str__(self):
        return f"{self.on:%Y-%m-%d}: {self.text[:60]}"
