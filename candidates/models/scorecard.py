"""One assessor's scores of one candidate: a draft its author alone reads, then final or excused."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand, update_once


class State(models.TextChoices):
    DRAFT = "draft", _("open")
    SUBMITTED = "submitted", _("submitted")
    EXCUSED = "excused", _("excused")


class EvidenceKind(models.TextChoices):
    GEMBA = "gemba", _("Observed at the gemba")
    INTERVIEW = "interview", _("Interview answer")
    DATA = "data", _("Plan or data")
    REFERENCE = "reference", _("Reference")


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
        """Own ones, and everybody's submitted ones where the position is revealed to the user."""
        from .position import Position

        return self.filter(
            models.Q(pk__in=self.own(user).values("pk"))
            | models.Q(
                candidate__position__in=Position.objects.revealed_to(user).values("pk"),
                state__in=[State.SUBMITTED, State.EXCUSED],
            )
        )

    def with_progress(self):
        """How far each is: `judged` of `asked` criteria. For the assessor alone."""
        from .position_criterion import PositionCriterion
        from .position_query import number_of

        complete = models.Q(scores__not_observed=True) | (
            models.Q(scores__level__isnull=False)
            & ~models.Q(scores__evidence="")
            & ~models.Q(scores__kind="")
        )
        criteria = PositionCriterion.objects.filter(
            position=models.OuterRef("candidate__position")
        ).order_by()
        return self.annotate(
            judged=models.Count("scores", filter=complete), asked=number_of(criteria, "position")
        )

    def still_open(self):
        return self.filter(state=State.DRAFT, candidate__state="considered")

    def counted(self):
        """What the ranking is made of."""
        return self.filter(state=State.SUBMITTED)


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

        Elements are PositionCriterion and WarningKind, in the order of the page.
        """
        from .warning import WarningKind

        complete = {score.criterion_id for score in self.scores.all() if score.is_complete}
        looked_at = {warning.kind for warning in self.warnings.all() if warning.is_complete}
        criteria = [
            c for c in self.position.criteria.select_related("criterion") if c.pk not in complete
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


class Score(models.Model):
    """A level on one criterion, with its evidence. No row, or neither level nor `not_observed`:
    open.
    """

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(
        "candidates.PositionCriterion", on_delete=models.PROTECT, related_name="scores"
    )
    level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)
    not_observed = models.BooleanField(_("not observed"), default=False)
    evidence = models.TextField(_("evidence"), blank=True, max_length=4000)
    kind = models.CharField(_("kind of evidence"), max_length=10, choices=EvidenceKind, blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["criterion__criterion__tier", "criterion__criterion__place"]
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "criterion"], name="candidates_score_one_per_criterion"
            ),
            models.CheckConstraint(
                condition=models.Q(level__isnull=True) | models.Q(level__range=(1, 5)),
                name="candidates_score_level_one_to_five",
                violation_error_message=_("A level is a whole number from 1 to 5."),
            ),
            models.CheckConstraint(
                condition=models.Q(level__isnull=True) | models.Q(not_observed=False),
                name="candidates_score_observed_or_not",
                violation_error_message=_("A criterion is either judged or not observed."),
            ),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.level or '–'}"

    @property
    def is_judged(self) -> bool:
        return self.level is not None or self.not_observed

    @property
    def is_complete(self) -> bool:
        """Not observed needs no evidence; a level does, and its kind."""
        return self.not_observed or (self.level is not None and not self.lacking_evidence)

    @property
    def lacking_evidence(self) -> list[str]:
        """Which of "evidence" and "kind" a level would still need."""
        return [name for name in ("evidence", "kind") if not getattr(self, name).strip()]

    @property
    def first_round(self) -> int | None:
        """The level judged alone, before any change in the discussion."""
        first = self.changes.first()
        return self.level if first is None else first.old_level


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
