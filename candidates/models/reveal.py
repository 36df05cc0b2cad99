from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Reveal(models.Model):
    """The one event at which a position's scorecards open to its panel.

    By itself when every assigned scorecard is submitted or excused (`by` empty), or by the chair,
    with a reason.
    """

    position = models.OneToOneField(
        "candidates.Position", on_delete=models.CASCADE, related_name="reveal"
    )
    at = models.DateTimeField(_("revealed"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("reveal")
        verbose_name_plural = _("reveals")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=True) | ~models.Q(reason=""),
                name="candidates_reveal_by_chair_has_a_reason",
            )
        ]

    def __str__(self):
        return f"{self.position}: {self.at:%Y-%m-%d %H:%M}"
