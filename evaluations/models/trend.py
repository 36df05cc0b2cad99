"""Whether one manager's firefighting declines: the stored answer, written only when it changed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TrendQuerySet(models.QuerySet):
    def visible_to(self, user):
        from evaluations.readers import trends_readable_by

        return self.filter(appointment__in=trends_readable_by(user).values("pk"))


class Trend(models.Model):
    """`figures` is what the command prints; `digest` that of the weeks it was reckoned from."""

    appointment = models.OneToOneField(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="trend"
    )
    digest = models.CharField(max_length=64)
    n = models.PositiveIntegerField(_("weeks"))
    verdict = models.CharField(_("verdict"), max_length=20)
    level_now = models.FloatField(_("share now, percent"), null=True)
    figures = models.JSONField()
    reckoned_at = models.DateTimeField(default=timezone.now)

    objects = TrendQuerySet.as_manager()

    class Meta:
        verbose_name = _("firefighting trend")
        verbose_name_plural = _("firefighting trends")
        ordering = ["appointment"]

    def __str__(self):
        return f"{self.appointment}: {self.verdict}"
