"""Who judges. Any active user of any site becomes an assessor by assignment."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand

from .exclusion import excluded


class AssessorQuerySet(models.QuerySet):
    def sitting(self):
        """Without those who turned out to be candidates or declared a conflict of interest."""
        return self.filter(~excluded(models.OuterRef("position"), models.OuterRef("user")))

    def with_progress(self):
        """How many of each assessor's scorecards are done, as `done` and `asked`.

        Counts submitted or excused ones: that somebody is done, never what they wrote.
        """
        from .scorecard import State

        asked = models.Q(scorecards__candidate__state="considered")
        return self.annotate(
            asked=models.Count("scorecards", filter=asked),
            done=models.Count(
                "scorecards", filter=asked & ~models.Q(scorecards__state=State.DRAFT)
            ),
        )


class Assessor(models.Model):
    """A seat on the panel of one position. It opens that position and nothing else."""

    position = models.ForeignKey(
        "candidates.Position", on_delete=models.CASCADE, related_name="panel"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assessor"),
        on_delete=models.PROTECT,
        related_name="assessor_seats",
    )
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = AssessorQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessor")
        verbose_name_plural = _("assessors")
        ordering = ["user__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "user"],
                name="candidates_assessor_once_per_position",
                violation_error_message=_("This person is already on the panel."),
            )
        ]

    def __str__(self):
        return str(self.user)

    @property
    def has_begun(self) -> bool:
        """Whether anything was judged or written yet (that, not what); an emptied row is not."""
        from .evidence_note import EvidenceNote
        from .score import Score
        from .scorecard import Scorecard, State
        from .warning import WarningObservation

        written = ~models.Q(evidence="")
        judged = models.Q(level__isnull=False) | models.Q(not_observed=True)
        scores = Score.objects.filter(judged | written, scorecard__assessor=self)
        answered = ~models.Q(seen="")
        warnings = WarningObservation.objects.filter(answered | written, scorecard__assessor=self)
        closed = Scorecard.objects.filter(assessor=self).exclude(state=State.DRAFT)
        notes = EvidenceNote.objects.filter(scorecard__assessor=self)
        return any(rows.exists() for rows in (scores, warnings, notes, closed))

    def take_off(self, *, by, reason=""):
        """Remove somebody who has not begun; whoever has is excused from what is open instead."""
        from candidates import permissions

        with transaction.atomic():
            position = self.position
            position.take_row()
            demand(permissions.may_take_off(by, self, reason))
            position.note_change("assessor_removed", by=by, user=self.user, reason=reason)
            record("assessor.removed", self, by=by, enclosing=position, user=self.user_id)
            self.scorecards.all().delete()
            self.delete()
            position.reveal_if_complete()
