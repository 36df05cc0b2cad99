"""A review closes the weeks it looked at: what was logged in them stays as it was seen."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evaluations.weeks import monday_of
from vsm_portal.audit.writing import record


class ClosedWeek(models.Model):
    """This week of an appointment, and every week before it."""

    appointment = models.ForeignKey(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="closed_weeks"
    )
    monday = models.DateField(_("week"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    closed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("closed week")
        verbose_name_plural = _("closed weeks")
        ordering = ["-monday", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "monday"], name="evaluations_closedweek_once"
            )
        ]

    def __str__(self):
        return f"{self.appointment}, {self.monday}"

    @classmethod
    def close(cls, appointment, *, through, by):
        """Called where a review is finalised; it has asked who may. Twice does nothing more."""
        from .logged_week import LoggedWeek

        monday = monday_of(through)
        with transaction.atomic():
            LoggedWeek.hold_log(appointment)
            week, is_new = cls.objects.get_or_create(
                appointment=appointment, monday=monday, defaults={"closed_by": by}
            )
            if is_new:
                record("week.closed", week, by=by, site=appointment.stream.site)
        return week

    @classmethod
    def is_closed(cls, appointment, day) -> bool:
        closed = cls.objects.filter(appointment=appointment, monday__gte=monday_of(day))
        return closed.exists()
