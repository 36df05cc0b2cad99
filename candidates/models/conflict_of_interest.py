"""Who declared a conflict of interest takes no part in the position any more."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand


class ConflictOfInterest(models.Model):
    """It excludes from the whole position exactly as a candidacy does, and it stays.

    Open scorecards of the person are excused; submitted ones stay in the record and are not
    counted (`Scorecard.objects.counted()`).
    """

    position = models.ForeignKey(
        "candidates.Position", on_delete=models.CASCADE, related_name="conflicts"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("whose"),
        on_delete=models.PROTECT,
        related_name="conflicts_of_interest",
    )
    declared_at = models.DateTimeField(_("declared"), default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["declared_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "user"],
                name="candidates_conflict_once_per_position",
                violation_error_message=_("This conflict of interest is declared already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="candidates_conflict_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.declared_at:%Y-%m-%d}"

    @property
    def was_declared_by_themselves(self) -> bool:
        return self.by_id == self.user_id

    @classmethod
    def declare(cls, position, user, *, by, reason):
        """One's own, or HR writes down somebody else's. There is no way back."""
        from candidates import permissions

        with transaction.atomic():
            position.take_row()
            if by == user:
                demand(permissions.may_declare_conflict(by, position))
            else:
                demand(permissions.may_record_conflict(by, position))
            if position.excludes(user):
                raise Conflict(permissions.out_already(user))
            conflict = cls(position=position, user=user, by=by, reason=reason)
            conflict.full_clean()
            conflict.save()
            conflict._excuse_open_scorecards()
            record("conflict.declared", conflict, by=by, enclosing=position, user=user.pk)
            position.reveal_if_complete()
        return conflict

    def _excuse_open_scorecards(self):
        """With a reason that the panel may read: what the conflict is, HR and the decider read."""
        from .scorecard import Excusal, Scorecard, State

        cards = Scorecard.objects.filter(
            candidate__position=self.position,
            candidate__state="considered",
            assessor__user=self.user,
            state=State.DRAFT,
        )
        with translation.override(self.position.site.language):
            reason = gettext("Conflict of interest declared.")
        pks = list(cards.values_list("pk", flat=True))
        Scorecard.objects.filter(pk__in=pks).update(state=State.EXCUSED)
        Excusal.objects.bulk_create(
            Excusal(scorecard_id=pk, by=self.by, reason=reason) for pk in pks
        )
