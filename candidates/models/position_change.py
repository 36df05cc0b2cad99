from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    CANDIDATE_ADDED = "candidate_added", _("candidate added")
    CANDIDATE_WITHDREW = "candidate_withdrew", _("candidate withdrew")
    ASSESSOR_ADDED = "assessor_added", _("assessor added")
    ASSESSOR_REMOVED = "assessor_removed", _("assessor taken off the panel")
    CRITERIA_SHARED = "criteria_shared", _("criteria shared out anew")
    TERMS_CHANGED = "terms_changed", _("weights, thresholds, chair or date changed")
    CRITERION_ADDED = "criterion_added", _("criterion added")
    CRITERION_REMOVED = "criterion_removed", _("criterion taken out")
    CRITERION_WEIGHT = "criterion_weight", _("weight of a criterion changed")
    CRITERIA_VERSION = "criteria_version", _("moved to a newer version of the criteria")


class PositionChange(models.Model):
    """What changed after the opening, by whom and why. It stands in the selection record."""

    position = models.ForeignKey(
        "candidates.Position", on_delete=models.CASCADE, related_name="changes"
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=20, choices=What)
    who = models.CharField(
        max_length=200, blank=True, help_text=_("The person or the criterion it is about.")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who it is about, where that person has an account."),
    )
    candidate = models.ForeignKey(
        "candidates.Candidate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("change of a position")
        verbose_name_plural = _("changes of a position")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_what_display()}: {self.who}"
