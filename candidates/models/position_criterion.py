"""Which criteria of the frozen version a position uses, and with which weight."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InUse(models.Manager):
    """What is asked now. A criterion taken out after the opening keeps its row and its scores."""

    def get_queryset(self):
        return super().get_queryset().filter(removed_at=None)


class PositionCriterion(models.Model):
    """A criterion of the frozen version as this position uses it.

    Taken out of an open position, it leaves the ranking; its scores stay in the record.
    """

    position = models.ForeignKey(
        "candidates.Position", on_delete=models.CASCADE, related_name="criteria"
    )
    criterion = models.ForeignKey(
        "candidates.Criterion", on_delete=models.PROTECT, related_name="+"
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1)]
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    removed_at = models.DateTimeField(_("taken out"), null=True, editable=False)

    with_removed = models.Manager()
    objects = InUse()

    class Meta:
        default_manager_name = "objects"
        verbose_name = _("criterion of a position")
        verbose_name_plural = _("criteria of a position")
        ordering = ["criterion__tier", "criterion__place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "criterion"], name="candidates_position_criterion_once"
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=1),
                name="candidates_position_criterion_weight_positive",
            ),
        ]

    def __str__(self):
        return self.criterion.name
