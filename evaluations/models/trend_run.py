"""One pass over the trends: the nightly one, or one that a person asked for."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TrendRun(models.Model):
    """`night` makes the nightly one unique, whoever looks twice."""

    night = models.DateField(_("night"), null=True, unique=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    finished_at = models.DateTimeField(_("done"), null=True)
    looked_at = models.PositiveIntegerField(_("trends with new entries"), default=0)
    changed = models.PositiveIntegerField(_("trends that changed"), default=0)

    class Meta:
        verbose_name = _("run over the trends")
        verbose_name_plural = _("runs over the trends")
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M}"
