"""A week in which a manager was away: a gap that nobody is reminded of."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evaluations.weeks import monday_of
from vsm_portal.audit.writing import record
from vsm_portal.permission import demand


class AwayWeek(models.Model):
    appointment = models.ForeignKey(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="away_weeks"
    )
    monday = models.DateField(_("week"))
    said_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("week away")
        verbose_name_plural = _("weeks away")
        ordering = ["-monday"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "monday"], name="evaluations_awayweek_once"
            )
        ]

    def __str__(self):
        return f"{self.appointment}, {self.monday}"

    @classmethod
    def say(cls, appointment, day, *, by):
        """ "Away this week". What is logged in it all the same counts."""
        from evaluations.permissions import may_log

        demand(may_log(by, appointment))
        with transaction.atomic():
            week, is_new = cls.objects.get_or_create(appointment=appointment, monday=monday_of(day))
            if is_new:
                record("week.away", week, by=by, site=appointment.stream.site)
        return week

    def take_back(self, *, by):
        from evaluations.permissions import may_log

        demand(may_log(by, self.appointment))
        with transaction.atomic():
            record("week.present", self, by=by, site=self.appointment.stream.site)
            self.delete()
