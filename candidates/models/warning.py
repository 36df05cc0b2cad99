"""Warnings are behaviour, seen or not. They stand beside the score and are never averaged in."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WarningKind(models.TextChoices):
    TRIED_THAT = "tried_that", _("“We’ve already tried that, it won’t work”")
    ENJOYS_FIREFIGHTING = "enjoys_firefighting", _("Enjoys firefighting, and the fires come back")
    OPTIMISES_PART = "optimises_part", _("Optimises the part against the whole")


class Seen(models.TextChoices):
    SEEN = "seen", _("Seen")
    NOT_SEEN = "not_seen", _("Not seen")
    NO_CHANCE = "no_chance", _("No chance to see")


class WarningObservation(models.Model):
    scorecard = models.ForeignKey(
        "candidates.Scorecard", on_delete=models.CASCADE, related_name="warnings"
    )
    kind = models.CharField(_("warning"), max_length=20, choices=WarningKind)
    seen = models.CharField(_("seen"), max_length=10, choices=Seen, blank=True)
    evidence = models.TextField(_("evidence"), blank=True, max_length=4000)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("warning")
        verbose_name_plural = _("warnings")
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "kind"], name="candidates_warning_once_per_scorecard"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=WarningKind.values),
                name="candidates_warning_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(seen__in=["", *Seen.values]),
                name="candidates_warning_seen_known",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_seen_display()}"

    @property
    def is_complete(self) -> bool:
        """Seen needs evidence; the other answers do not."""
        return bool(self.seen) and (self.seen != Seen.SEEN or bool(self.evidence.strip()))
