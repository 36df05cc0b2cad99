"""What an entry said before it was corrected or undone. The manager alone reads it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record


class TimeEntryChange(models.Model):
    """`was` and `became` are plain values; an empty `became` is an undone entry."""

    entry = models.ForeignKey(
        "evaluations.TimeEntry", on_delete=models.PROTECT, related_name="changes"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    was = models.JSONField()
    became = models.JSONField()

    class Meta:
        verbose_name = _("correction of a time entry")
        verbose_name_plural = _("corrections of time entries")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.entry}, {self.at}"

    @classmethod
    def keep(cls, entry, was, became, by):
        cls.objects.create(entry=entry, was=was, became=became, by=by)
        deed = "timeentry.corrected" if became else "timeentry.undone"
        record(deed, entry, by=by, site=entry.appointment.stream.site)
