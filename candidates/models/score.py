"""One level with its evidence: typed for this criterion alone, or a note that carries several."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .evidence_note import EvidenceKind


class ScoreQuerySet(models.QuerySet):
    def complete(self):
        """As `Score.is_complete`: not observed, or a level with what it rests on."""
        own = ~models.Q(evidence="") & ~models.Q(kind="")
        judged = models.Q(level__isnull=False) & (models.Q(note__isnull=False) | own)
        return self.filter(models.Q(not_observed=True) | judged)

    def asked(self):
        """Of criteria that are asked of their assessor; a seat without shares is asked all."""
        from .share import Share

        shares = Share.objects.filter(seat=models.OuterRef("scorecard__assessor"))
        this = shares.filter(criterion=models.OuterRef("criterion"))
        return self.filter(models.Exists(this) | ~models.Exists(shares), criterion__removed_at=None)

    def counted(self):
        """What the ranking is made of: counted scorecards, on criteria that are still in use."""
        from .scorecard import Scorecard

        counted = Scorecard.objects.counted()
        return self.filter(scorecard__in=counted.values("pk"), criterion__removed_at=None)


class Score(models.Model):
    """A level on one criterion, with its evidence. No row, or neither level nor `not_observed`:
    open.

    What it rests on is `evidence_text`, `evidence_kind`, `evidence_on`: its own words, or those of
    its note; never both.
    """

    scorecard = models.ForeignKey(
        "candidates.Scorecard", on_delete=models.CASCADE, related_name="scores"
    )
    criterion = models.ForeignKey(
        "candidates.PositionCriterion", on_delete=models.PROTECT, related_name="scores"
    )
    level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)
    not_observed = models.BooleanField(_("not observed"), default=False)
    evidence = models.TextField(_("evidence"), blank=True, max_length=4000)
    kind = models.CharField(_("kind of evidence"), max_length=10, choices=EvidenceKind, blank=True)
    note = models.ForeignKey(
        "candidates.EvidenceNote",
        verbose_name=_("note"),
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="scores",
    )
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)

    objects = ScoreQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=models.Q(note__isnull=True) | models.Q(evidence="", kind=""),
                name="candidates_score_own_evidence_or_a_note",
                violation_error_message=_("A score rests on a note or on its own evidence."),
            ),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.level or '–'}"

    @property
    def evidence_text(self) -> str:
        return self.note.text if self.note_id else self.evidence

    @property
    def evidence_kind(self) -> str:
        return self.note.kind if self.note_id else self.kind

    @property
    def evidence_kind_words(self) -> str:
        return str(dict(EvidenceKind.choices).get(self.evidence_kind, ""))

    @property
    def evidence_on(self):
        """The day of the note; None for evidence that was typed for this criterion alone."""
        return self.note.on if self.note_id else None

    @property
    def is_judged(self) -> bool:
        return self.level is not None or self.not_observed

    @property
    def is_begun(self) -> bool:
        """Something of it was judged, typed or chosen; an emptied row is as no row."""
        return self.is_judged or bool(self.evidence or self.kind or self.note_id)

    @property
    def is_complete(self) -> bool:
        """Not observed needs no evidence; a level does, and its kind."""
        return self.not_observed or (self.level is not None and not self.lacking_evidence)

    @property
    def lacking_evidence(self) -> list[str]:
        """Which of "evidence" and "kind" a level would still need."""
        if self.note_id:
            return []
        return [name for name in ("evidence", "kind") if not getattr(self, name).strip()]

    @property
    def first_round(self) -> int | None:
        """The level judged alone, before any change in the discussion."""
        first = self.changes.first()
        return self.level if first is None else first.old_level


def still_to_do(score: Score | None, *, is_asked: bool) -> bool:
    """Whether a criterion keeps its scorecard from being submitted.

    An asked one until it is complete; one that is not asked only where somebody began it.
    """
    if score is None:
        return is_asked
    return not score.is_complete and (is_asked or score.is_begun)
