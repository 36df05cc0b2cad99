"""The sums of one manager's week. Written by whatever changes an entry, in its transaction.

The row is also the lock of the week: who holds it can count the minutes of a day without anybody
logging meanwhile. Whether the week is closed depends on later weeks too, so the log is held first.
"""

from contextlib import contextmanager

from django.db import models, transaction
from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from evaluations.weeks import WEEK

from .time_words import TimeKind

KINDS = [kind.value for kind in TimeKind]


class LoggedWeekQuerySet(models.QuerySet):
    def with_entries(self):
        """A week without minutes is a gap, never a zero."""
        return self.exclude(**dict.fromkeys(KINDS, 0))


class LoggedWeek(models.Model):
    """Minutes by kind. `is_reckoned`: the trend has seen the row as it is."""

    appointment = models.ForeignKey(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="logged_weeks"
    )
    monday = models.DateField(_("week"))
    daily = models.PositiveIntegerField(default=0)
    improvement = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)
    planning = models.PositiveIntegerField(default=0)
    standard = models.PositiveIntegerField(default=0)
    is_reckoned = models.BooleanField(default=False)

    objects = LoggedWeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("logged week")
        verbose_name_plural = _("logged weeks")
        ordering = ["appointment", "monday"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "monday"], name="evaluations_loggedweek_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["appointment"],
                condition=Q(is_reckoned=False),
                name="evaluations_week_to_reckon",
            )
        ]

    def __str__(self):
        return f"{self.appointment}, {self.monday}"

    @property
    def minutes(self) -> dict[str, int]:
        return {kind: getattr(self, kind) for kind in KINDS}

    @property
    def total(self) -> int:
        return sum(self.minutes.values())

    @classmethod
    def hold_log(cls, appointment):
        """Inside a transaction: nobody logs, or closes a week, in this appointment meanwhile."""
        standing = type(appointment)._default_manager.filter(pk=appointment.pk)
        standing.update(version=models.F("version"))

    @classmethod
    def hold(cls, appointment, monday):
        """Inside a transaction: whoever else changes this week waits until we are done."""
        cls.objects.bulk_create(
            [cls(appointment=appointment, monday=monday)],
            update_conflicts=True,
            unique_fields=["appointment", "monday"],
            update_fields=["is_reckoned"],
        )

    @classmethod
    def sum_up(cls, appointment, monday):
        """Count the week's entries again, inside the transaction that holds the week."""
        from .time_entry import TimeEntry

        entries = TimeEntry.objects.standing().filter(
            appointment=appointment, day__gte=monday, day__lt=monday + WEEK
        )
        sums = entries.aggregate(
            **{f"{kind}_sum": Coalesce(Sum("minutes", filter=Q(kind=kind)), 0) for kind in KINDS}
        )
        cls.objects.filter(appointment=appointment, monday=monday).update(
            is_reckoned=False, **{kind: sums[f"{kind}_sum"] for kind in KINDS}
        )

    @classmethod
    @contextmanager
    def changing(cls, appointment, mondays):
        """A transaction that holds the log and these weeks, in order, and sums them up."""
        mondays = sorted(set(mondays))
        with transaction.atomic():
            cls.hold_log(appointment)
            for monday in mondays:
                cls.hold(appointment, monday)
            yield
            for monday in mondays:
                cls.sum_up(appointment, monday)
