"""One person managing one value stream: planned, current or ended."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, update_once

from .appointment_query import AppointmentQuerySet
from .appointment_words import SEAT_TAKEN, Authority, State
from .entering import enter


class Appointment(models.Model):
    stream = models.ForeignKey(
        "value_streams.ValueStream", on_delete=models.PROTECT, related_name="appointments"
    )
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("value-stream manager"),
        on_delete=models.PROTECT,
        related_name="appointments",
    )
    state = models.CharField(_("state"), max_length=10, choices=State, editable=False)
    authority = models.CharField(_("authority"), max_length=20, choices=Authority)
    reports_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reports to"),
        on_delete=models.PROTECT,
        related_name="managers_reporting",
    )
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("adviser (sensei)"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="advised_appointments",
    )
    from_function = models.CharField(
        _("came from"), max_length=120, blank=True, help_text=_("Function or department.")
    )
    way_back = models.CharField(
        _("planned way back"), max_length=200, blank=True, help_text=_("Where to, and about when.")
    )
    starts_on = models.DateField(_("first day"))
    ended_on = models.DateField(_("ended on"), null=True, editable=False)
    reason = models.TextField(
        _("reason"),
        blank=True,
        help_text=_("Why it is recorded without a selection in the portal."),
    )
    end_reason = models.TextField(_("why it ended"), blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stream"],
                condition=models.Q(state=State.CURRENT),
                name="value_streams_appointment_one_current_per_stream",
                violation_error_message=SEAT_TAKEN[State.CURRENT],
            ),
            models.UniqueConstraint(
                fields=["stream"],
                condition=models.Q(state=State.PLANNED),
                name="value_streams_appointment_one_planned_per_stream",
                violation_error_message=SEAT_TAKEN[State.PLANNED],
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.ENDED, ended_on__isnull=False)
                | (~models.Q(state=State.ENDED) & models.Q(ended_on__isnull=True)),
                name="value_streams_appointment_ended_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("starts_on"))
                # a planned one may be called off before its first day
                | models.Q(end_reason__gt=""),
                name="value_streams_appointment_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(authority__in=Authority.values),
                name="value_streams_appointment_authority_known",
            ),
        ]

    def __str__(self):
        return f"{self.manager}, {self.stream}"

    def clean(self):
        if self.manager_id and self.manager_id == self.reports_to_id:
            raise ValidationError({"reports_to": _("Nobody reports to themselves.")})
        if self.manager_id and self.manager_id == self.adviser_id:
            raise ValidationError({"adviser": _("An adviser is somebody else.")})

    @property
    def site(self):
        return self.stream.site

    @property
    def reports_to_top_person(self) -> bool:
        """The paper: a value-stream manager reports to the top person of the site."""
        return self.reports_to_id == self.stream.site.top_person_id

    @property
    def was_called_off(self) -> bool:
        """It ended before it began."""
        return self.ended_on is not None and self.ended_on < self.starts_on

    @property
    def is_without_selection(self) -> bool:
        """Recorded with a reason; one that came from a decision carries the decision's."""
        return bool(self.reason)

    @classmethod
    def open(cls, *, by, **fields):
        """What a decision opens: current if its first day has come at the site and nobody else
        leads the stream, otherwise planned until that day."""
        appointment = cls(**fields)
        site = appointment.stream.site
        appointment.state = State.from_first_day(appointment.starts_on, site.today())
        if appointment.stream.appointments.current().exists():
            appointment.state = State.PLANNED
        enter(appointment, by=by, action="appointment.opened", site=site, state=appointment.state)
        return appointment

    def record_existing(self, *, by):
        """Enter an appointment that came from no selection, with its reason.

        Nobody is pushed out by it: where the first day has come, the stream must have no manager.
        """
        if not self.reason.strip():
            raise ValidationError({"reason": _("Say why it is recorded without a selection.")})
        site = self.stream.site
        self.state = State.from_first_day(self.starts_on, site.today())
        enter(self, by=by, action="appointment.recorded", site=site, state=self.state)

    def start(self):
        """The planned day has come. A predecessor who is still current ends on that day."""
        site = self.stream.site
        reason = str(_("The successor's first day."))
        try:
            with transaction.atomic():
                current = self.stream.appointments.current()
                for predecessor in current.select_related("stream__site"):
                    last_day = max(self.starts_on, predecessor.starts_on)
                    predecessor.end(by=None, on=last_day, reason=reason)
                update_once(
                    Appointment.objects.filter(pk=self.pk, state=State.PLANNED),
                    state=State.CURRENT,
                    version=models.F("version") + 1,
                )
                record("appointment.started", self, site=site)
        except IntegrityError as taken:
            raise Conflict(SEAT_TAKEN[State.CURRENT]) from taken
        self.state = State.CURRENT

    def end(self, *, by, on, reason):
        """End a current appointment, or a planned one on the day before it would have begun."""
        with transaction.atomic():
            update_once(
                Appointment.objects.filter(pk=self.pk, state=self.state).exclude(state=State.ENDED),
                state=State.ENDED,
                ended_on=on,
                end_reason=reason,
                version=models.F("version") + 1,
            )
            record("appointment.ended", self, by=by, site=self.stream.site)
        self.state, self.ended_on, self.end_reason = State.ENDED, on, reason

    def call_off(self, *, by, reason):
        """A planned one will not begin: its end lies before its first day."""
        before = self.starts_on - timedelta(days=1)
        self.end(by=by, on=min(self.stream.site.today(), before), reason=reason)
