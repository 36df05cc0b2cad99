"""Who was chosen, why, by whom, under which conditions: never edited, only reversed by another
record.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from value_streams.models import Appointment, Authority
from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand, update_once

from .candidate import State as CandidateState
from .position import Position
from .position import State as PositionState


class Decision(models.Model):
    position = models.ForeignKey(
        "candidates.Position", on_delete=models.PROTECT, related_name="decisions"
    )
    number = models.PositiveSmallIntegerField()
    candidate = models.ForeignKey(
        "candidates.Candidate",
        verbose_name=_("chosen"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    at = models.DateTimeField(_("decided"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("why this candidate"), max_length=3000)
    authority = models.CharField(_("authority"), max_length=20, choices=Authority)
    starts_on = models.DateField(_("first day"))
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("adviser (sensei)"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    tier_1_reason = models.TextField(
        _("why in spite of attitude and leadership"), blank=True, max_length=2000
    )
    snapshot = models.JSONField(
        default=dict, blank=True, help_text=_("The ranking and scores it was taken against.")
    )
    appointment = models.OneToOneField(
        "value_streams.Appointment", on_delete=models.PROTECT, null=True, related_name="decision"
    )

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "number"],
                name="candidates_decision_number_once_per_position",
                violation_error_message=_("Somebody else decided at the same moment."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="candidates_decision_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.position}: {self.candidate}"

    @property
    def is_reversed(self) -> bool:
        return hasattr(self, "reversal")

    @classmethod
    def take(cls, position, *, by, seen=None, **content):
        """Choose a candidate: the record, the planned appointment, everybody's outcome, or nothing
        at all.

        content: candidate, reason, authority, starts_on, adviser, tier_1_reason. seen: the mark
        of the ranking it is taken against. Two people deciding at the same moment, or a ranking
        that changed since: a `Conflict` with their text.
        """
        from candidates import permissions
        from candidates.conditions import demand_conditions
        from candidates.snapshot import mark_of, snapshot_of

        with transaction.atomic():
            demand(permissions.may_decide(by, position))
            update_once(
                Position.objects.filter(pk=position.pk, state=PositionState.DECIDING),
                state=PositionState.FILLED,
            )
            # Now that the row is ours, nobody submits, excuses or declares any more: ask again.
            demand(permissions.scorecards_are_in(position))
            demand(permissions.is_decider(by, position))
            snapshot = snapshot_of(position)
            if seen is not None and seen != mark_of(snapshot["standings"]):
                raise Conflict(_("The ranking changed since you opened this page."))
            decision = cls(position=position, by=by, snapshot=snapshot, **content)
            decision.number = position.decisions.count() + 1
            decision.full_clean(exclude=["appointment"])
            decision._demand_considered()
            demand_conditions(decision)
            decision.appointment = decision._appoint(by)
            decision.save()
            decision._give_outcomes()
            record("decision.taken", decision, by=by, enclosing=position)
        position.state = PositionState.FILLED
        return decision

    def _demand_considered(self):
        considered = self.position.candidates.filter(state=CandidateState.CONSIDERED)
        if not considered.filter(pk=self.candidate_id).exists():
            raise ValidationError(
                {"candidate": _("This person is not considered for the position.")}
            )

    def _appoint(self, by):
        return Appointment.open(
            by=by,
            stream=self.position.stream,
            manager=self.candidate.as_person(),
            authority=self.authority,
            reports_to=self.position.decider,
            adviser=self.adviser,
            from_function=self.candidate.current_function[:120],
            starts_on=self.starts_on,
        )

    def _give_outcomes(self):
        considered = self.position.candidates.filter(state=CandidateState.CONSIDERED)
        considered.exclude(pk=self.candidate_id).update(state=CandidateState.NOT_CHOSEN)
        # Whoever withdraws at this moment is not chosen after all.
        update_once(considered.filter(pk=self.candidate_id), state=CandidateState.CHOSEN)


class Reversal(models.Model):
    """A further record that takes a decision back."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="reversal")
    at = models.DateTimeField(_("reversed"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("why it is taken back"), max_length=2000)

    class Meta:
        verbose_name = _("reversal")
        verbose_name_plural = _("reversals")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="candidates_reversal_has_a_reason"
            )
        ]

    def __str__(self):
        return f"{self.decision}: {self.at:%Y-%m-%d}"

    @classmethod
    def make(cls, decision, *, by, reason):
        """Take a decision back: the planned appointment is called off, the position is open to
        decide.
        """
        from candidates import permissions

        position = decision.position
        with transaction.atomic():
            position.take_row()
            decision.refresh_from_db()
            decision.position = position
            demand(permissions.may_reverse(by, decision))
            update_once(
                Position.objects.filter(pk=position.pk, state=PositionState.FILLED),
                state=PositionState.DECIDING,
            )
            reversal = cls(decision=decision, by=by, reason=reason)
            reversal.full_clean()
            reversal.save()
            if decision.appointment.state == "planned":
                decision.appointment.call_off(by=by, reason=str(_("The decision was reversed.")))
            position.candidates.filter(
                state__in=[CandidateState.CHOSEN, CandidateState.NOT_CHOSEN]
            ).update(state=CandidateState.CONSIDERED)
            record("decision.reversed", decision, by=by, enclosing=position)
        position.state = PositionState.DECIDING
        return reversal
