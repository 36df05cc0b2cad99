"""What a manager did in a half-day, or in a part of it."""

import uuid
from collections import Counter

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evaluations.weeks import WEEK, monday_of
from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand, update_once

from .logged_week import LoggedWeek
from .time_entry_change import TimeEntryChange
from .time_entry_rules import check, demand_open, demand_room, not_yet, overfull_words, spent_on
from .time_words import MOST_MINUTES_A_DAY, Half, TimeKind

WHAT = ("day", "half", "kind", "cause", "minutes")


class TimeEntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Only the manager's own: executive and HR read totals, the adviser the trend."""
        return self.filter(appointment__manager=user)

    def standing(self):
        """Not undone."""
        return self.filter(removed_at=None)

    def in_week(self, monday):
        return self.filter(day__gte=monday, day__lt=monday + WEEK)

    def contents(self) -> Counter:
        """How often each content stands here: two equal lines of a file are two entries."""
        return Counter(self.order_by().values_list("day", "half", "kind", "cause", "minutes"))


class TimeEntry(models.Model):
    """`key` is the device's own id: an entry that is sent twice is there once."""

    appointment = models.ForeignKey(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="time_entries"
    )
    day = models.DateField(_("day"))
    half = models.CharField(_("half of the day"), max_length=10, choices=Half)
    kind = models.CharField(_("what"), max_length=12, choices=TimeKind)
    cause = models.ForeignKey(
        "evaluations.Cause",
        verbose_name=_("cause"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = TimeEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("time entry")
        verbose_name_plural = _("time entries")
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["appointment", "day"], name="evaluations_entry_of_a_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=TimeKind.DAILY, cause__isnull=False)
                | (~models.Q(kind=TimeKind.DAILY) & models.Q(cause__isnull=True)),
                name="evaluations_timeentry_cause_of_daily_issues",
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0, minutes__lte=MOST_MINUTES_A_DAY),
                name="evaluations_timeentry_minutes_in_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=TimeKind.values, half__in=Half.values),
                name="evaluations_timeentry_kind_and_half_known",
            ),
        ]

    def __str__(self):
        return f"{self.day} {self.half}: {self.kind}, {self.minutes}"

    @property
    def words(self) -> str:
        """What was done: the cause where it was a daily issue."""
        return self.cause.name if self.cause else self.get_kind_display()

    @property
    def content(self) -> tuple:
        """As `contents` counts it."""
        return self.day, str(self.half), str(self.kind), self.cause_id, self.minutes

    @classmethod
    def log(cls, appointment, *, by, day, half, kind, minutes, cause=None, key=None, full="refuse"):
        """Log once: the same key again answers with the entry that is there.

        full: what happens where the half-day holds no more: "refuse" (a `Conflict` that names what
        stands there), "add" or "replace".
        """
        from evaluations.permissions import may_log

        demand(may_log(by, appointment))
        entry = cls(
            appointment=appointment, day=day, half=half, kind=kind, minutes=minutes, cause=cause
        )
        entry.key = key or entry.key
        check(entry)
        try:
            with LoggedWeek.changing(appointment, [monday_of(day)]):
                if known := cls.objects.filter(key=entry.key, appointment=appointment).first():
                    return known
                demand_open(appointment, day)
                if full == "replace":
                    cls._clear_half(entry, by)
                demand_room(entry, may_overfill=full != "refuse")
                entry.save(force_insert=True)
                record("timeentry.logged", entry, by=by, site=appointment.stream.site)
        except IntegrityError as taken:
            raise Conflict(_("This entry was already sent for another stream.")) from taken
        return entry

    @classmethod
    def _clear_half(cls, entry, by):
        there = cls.objects.standing().filter(
            appointment=entry.appointment, day=entry.day, half=entry.half
        )
        for earlier in there.select_related("cause"):
            earlier._take_away(by)

    def correct(self, *, by, version, **changes):
        """Change the entry until a review closes its week; what it said before is kept."""
        from evaluations.permissions import may_correct

        demand(may_correct(by, self))
        was, before = self.as_said(), self.day
        for name in WHAT:
            setattr(self, name, changes.get(name, getattr(self, name)))
        check(self)
        with LoggedWeek.changing(self.appointment, [monday_of(before), monday_of(self.day)]):
            demand_open(self.appointment, min(before, self.day))
            demand_room(self, may_overfill=True)
            if self.as_said() == was:
                return self
            update_once(
                TimeEntry.objects.standing().filter(pk=self.pk, version=version),
                version=models.F("version") + 1,
                **{name: getattr(self, name) for name in WHAT},
            )
            TimeEntryChange.keep(self, was, self.as_said(), by)
        self.refresh_from_db()
        return self

    def remove(self, *, by):
        """Undo. Twice is once; the phone that sends it late does not bring it back.

        What was corrected meanwhile, perhaps into another week, is a `Conflict`.
        """
        from evaluations.permissions import may_correct

        demand(may_correct(by, self))
        with LoggedWeek.changing(self.appointment, [monday_of(self.day)]):
            demand_open(self.appointment, self.day)
            self._take_away(by)

    def _take_away(self, by):
        standing = TimeEntry.objects.standing().filter(pk=self.pk)
        if not standing.exists():
            return
        update_once(
            standing.filter(version=self.version),
            removed_at=timezone.now(),
            version=models.F("version") + 1,
        )
        TimeEntryChange.keep(self, self.as_said(), {}, by)

    @classmethod
    def copy_last_week(cls, appointment, monday, *, by) -> int:
        """ "Same as last week": into the half-days that are empty and have come; how many.

        What would give a day more than 24 hours is left out.
        """
        from evaluations.permissions import may_log

        demand(may_log(by, appointment))
        today = appointment.stream.site.today()
        with LoggedWeek.changing(appointment, [monday]):
            demand_open(appointment, monday)
            own = cls.objects.standing().filter(appointment=appointment)
            spent, copies = spent_on(own, [monday, monday + WEEK]), []
            taken = set(own.in_week(monday).values_list("day", "half"))
            for entry in own.in_week(monday - WEEK):
                day = entry.day + WEEK
                fits = spent[day] + entry.minutes <= MOST_MINUTES_A_DAY
                if fits and day <= today and (day, entry.half) not in taken:
                    spent[day] += entry.minutes
                    copies.append(entry._again_on(day))
            cls.objects.bulk_create(copies)
            record("week.copied", appointment, by=by, site=appointment.stream.site)
        return len(copies)

    def _again_on(self, day):
        return TimeEntry(
            appointment=self.appointment,
            day=day,
            half=self.half,
            kind=self.kind,
            cause_id=self.cause_id,
            minutes=self.minutes,
        )

    @classmethod
    def log_many(cls, appointment, entries, *, by) -> int:
        """A file that was previewed: all that the log does not have yet, or nothing; how many."""
        from evaluations.permissions import may_log

        demand(may_log(by, appointment))
        mondays = {monday_of(entry.day) for entry in entries}
        with LoggedWeek.changing(appointment, mondays):
            own = cls.objects.standing().filter(appointment=appointment)
            new = not_yet(own, entries)
            spent = spent_on(own, [entry.day for entry in new])
            for entry in new:
                check(entry)
                if spent[entry.day] + entry.minutes > MOST_MINUTES_A_DAY:
                    raise ValidationError({"minutes": overfull_words(spent[entry.day])})
                spent[entry.day] += entry.minutes
            if new:
                demand_open(appointment, min(entry.day for entry in new))
                cls.objects.bulk_create(new)
                record("time.imported", appointment, by=by, site=appointment.stream.site)
        return len(new)

    def as_said(self) -> dict:
        """Plain values, for the history."""
        return {
            "day": self.day.isoformat(),
            "half": str(self.half),
            "kind": str(self.kind),
            "cause": self.cause_id,
            "minutes": self.minutes,
        }
