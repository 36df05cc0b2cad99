"""One assessor's scores of one candidate: a draft its author alone reads, then final or excused."""

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand, update_once

from .exclusion import excluded


class State(models.TextChoices):
    DRAFT = "draft", _("open")
    SUBMITTED = "submitted", _("submitted")
    EXCUSED = "excused", _("excused")


class ScorecardQuerySet(models.QuerySet):
    def own(self, user):
        """The user's own, of candidates of positions they may still know of."""
        from .position import Position

        return self.filter(
            assessor__user=user,
            candidate__position__in=Position.objects.assessed_by(user).values("pk"),
        )

    def writable_by(self, user):
        """Own drafts that can be filled in: what the waiting task links to."""
        return self.own(user).filter(
            state=State.DRAFT,
            candidate__state="considered",
            candidate__position__state__in=["open", "deciding"],
        )

    def visible_to(self, user):
        """Own ones, and everybody's submitted ones where the position is revealed to the user.

        What is kept for the record alone (by somebody who is out since, or of somebody who
        withdrew) is for those who organise or decide.
        """
        from .position import Position

        keeps = Position.objects.organised_by(user) | Position.objects.decided_by(user)
        out = excluded(models.OuterRef("candidate__position"), models.OuterRef("assessor__user"))
        handed_in = models.Q(
            candidate__position__in=Position.objects.revealed_to(user).values("pk"),
            state__in=[State.SUBMITTED, State.EXCUSED],
        )
        return self.filter(
            models.Q(pk__in=self.own(user).values("pk"))
            | handed_in & models.Q(candidate__position__in=keeps.values("pk"))
            | handed_in & ~out & ~models.Q(candidate__state="withdrew")
        )

    def with_progress(self):
        """How far each is: `judged` of the `asked` criteria, which are those of the seat's share.

        What somebody judged beyond their share is in neither. For the assessor alone.
        """
        from .position_criterion import PositionCriterion
        from .position_query import number_of
        from .score import Score
        from .share import Share

        judged = Score.objects.complete().asked().filter(scorecard=models.OuterRef("pk"))
        shared = Share.objects.filter(
            seat=models.OuterRef("assessor"), criterion__removed_at__isnull=True
        )
        everything = PositionCriterion.objects.filter(
            position=models.OuterRef("candidate__position")
        )
        return self.annotate(
            judged=number_of(judged.order_by(), "scorecard"),
            asked=Coalesce(
                NullIf(number_of(shared, "seat"), 0), number_of(everything.order_by(), "position")
            ),
        )

    def of_the_sitting(self):
        """Without those of assessors who turned out to be candidates or have a conflict of
        interest: nothing is asked of them any more, and what they handed in is not counted.
        """
        return self.filter(
            ~excluded(models.OuterRef("candidate__position"), models.OuterRef("assessor__user"))
        )

    def still_open(self):
        return self.of_the_sitting().filter(state=State.DRAFT, candidate__state="considered")

    def counted(self):
        """What the ranking is made of."""
        return self.of_the_sitting().filter(state=State.SUBMITTED)

    def not_counted(self):
        """Submitted by somebody who is out of the position since: in the record, not counted."""
        return self.filter(
            excluded(models.OuterRef("candidate__position"), models.OuterRef("assessor__user")),
            state=State.SUBMITTED,
        )


class Scorecard(models.Model):
    State = State

    candidate = models.ForeignKey(
        "candidates.Candidate", on_delete=models.PROTECT, related_name="scorecards"
    )
    assessor = models.ForeignKey(
        "candidates.Assessor", on_delete=models.PROTECT, related_name="scorecards"
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ScorecardQuerySet.as_manager()

    class Meta:
        verbose_name = _("scorecard")
        verbose_name_plural = _("scorecards")
        ordering = ["candidate__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "assessor"], name="candidates_scorecard_one_per_assessor"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="candidates_scorecard_state_known"
            ),
        ]

    def __str__(self):
        return f"{self.candidate} – {self.assessor}"

    @property
    def position(self):
        return self.candidate.position

    @property
    def is_writable(self) -> bool:
        return (
            self.state == State.DRAFT
            and self.candidate.state == "considered"
            and self.position.state in ("open", "deciding")
        )

    def hold_draft(self):
        """Take the row, provided it is still a draft: saving and submitting wait for each other."""
        update_once(Scorecard.objects.filter(pk=self.pk, state=State.DRAFT), state=State.DRAFT)

    def missing(self) -> list:
        """What is still to be judged or lacks its evidence: criteria first, then warnings.

        Elements are PositionCriterion and WarningKind, in the order of the page. Of the criteria
        that are not asked of this seat only those in which something was begun.
        """
        from .score import still_to_do
        from .share import asked_of
        from .warning import WarningKind

        used = list(self.position.criteria.select_related("criterion"))
        asked = asked_of(self.assessor, used)
        scores = {score.criterion_id: score for score in self.scores.all()}
        looked_at = {warning.kind for warning in self.warnings.all() if warning.is_complete}
        criteria = [
            each for each in used if still_to_do(scores.get(each.pk), is_asked=each.pk in asked)
        ]
        return criteria + [kind for kind in WarningKind if kind not in looked_at]

    def submit(self, *, by):
        """Final: from here on a score changes only in the panel, with a reason."""
        from candidates import permissions

        with transaction.atomic():
            self.position.take_row()
            self.hold_draft()
            demand(permissions.may_submit(by, self))
            Scorecard.objects.filter(pk=self.pk).update(state=State.SUBMITTED)
            Submission.objects.create(scorecard=self, after_opening=self.position.is_revealed)
            record("scorecard.submitted", self, by=by, enclosing=self.position)
            self.position.reveal_if_complete()
        self.state = State.SUBMITTED

    def excuse(self, *, by, reason):
        """HR lets an assessor off one scorecard; its draft is not counted and stays unread."""
        from candidates import permissions

        with transaction.atomic():
            self.position.take_row()
            demand(permissions.may_excuse(by, self))
            update_once(
                Scorecard.objects.filter(pk=self.pk, state=State.DRAFT), state=State.EXCUSED
            )
            excusal = Excusal(scorecard=self, by=by, reason=reason)
            excusal.full_clean()
            excusal.save()
            record("scorecard.excused", self, by=by, enclosing=self.position)
            self.position.reveal_if_complete()
        self.state = State.EXCUSED


class Submission(models.Model):
    scorecard = models.OneToOneField(Scorecard, on_delete=models.CASCADE, related_name="submission")
    at = models.DateTimeField(_("submitted"), default=timezone.now)
    after_opening = models.BooleanField(_("submitted after the panel was opened"), default=False)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")

    def __str__(self):
        return f"{self.scorecard}: {self.at:%Y-%m-%d %H:%M}"


class Excusal(models.Model):
    """HR excuses an assessor from one scorecard, with a reason; shown as coverage."""

    scorecard = models.OneToOneField(Scorecard, on_delete=models.CASCADE, related_name="excusal")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("excusal")
        verbose_name_plural = _("excusals")

    def __str__(self):
        return f"{self.scorecard}: {self.reason}"
