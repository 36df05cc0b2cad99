"""The opening of a value-stream manager's post for one stream."""

from fractions import Fraction

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.models import User
from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand, update_once

from .position_query import PositionQuerySet


class State(models.TextChoices):
    DRAFT = "draft", _("being prepared")
    OPEN = "open", _("scoring")
    DECIDING = "deciding", _("deciding")
    FILLED = "filled", _("filled")
    CANCELLED = "cancelled", _("cancelled")


WEIGHT_LIMITS = [MinValueValidator(1), MaxValueValidator(1000)]
THRESHOLD_LIMITS = [MinValueValidator(1), MaxValueValidator(5)]
#: the rank-order centroid of three tiers, in eighteenths
DEFAULT_WEIGHTS = (11, 5, 2)


class Position(models.Model):
    State = State

    site = models.ForeignKey(
        "accounts.Site", on_delete=models.PROTECT, related_name="positions", editable=False
    )
    stream = models.ForeignKey(
        "value_streams.ValueStream",
        verbose_name=_("value stream"),
        on_delete=models.PROTECT,
        related_name="positions",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    criteria_set = models.ForeignKey(
        "candidates.CriteriaSet", on_delete=models.PROTECT, related_name="positions", editable=False
    )
    weight_1 = models.PositiveSmallIntegerField(
        _("weight of attitude and leadership"), default=DEFAULT_WEIGHTS[0], validators=WEIGHT_LIMITS
    )
    weight_2 = models.PositiveSmallIntegerField(
        _("weight of lean knowledge"), default=DEFAULT_WEIGHTS[1], validators=WEIGHT_LIMITS
    )
    weight_3 = models.PositiveSmallIntegerField(
        _("weight of knowledge of this stream"),
        default=DEFAULT_WEIGHTS[2],
        validators=WEIGHT_LIMITS,
    )
    weights_reason = models.CharField(
        _("why these weights"),
        max_length=300,
        blank=True,
        help_text=_("Needed when they differ from 11 : 5 : 2, the paper's order put into numbers."),
    )
    threshold_1 = models.DecimalField(
        _("tier 1 below this needs a written reason"),
        max_digits=2,
        decimal_places=1,
        default="3.0",
        validators=THRESHOLD_LIMITS,
    )
    threshold_2 = models.DecimalField(
        _("tier 2 below this needs a named adviser"),
        max_digits=2,
        decimal_places=1,
        default="3.0",
        validators=THRESHOLD_LIMITS,
    )
    due_on = models.DateField(_("scorecards due on"))
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("chair of the panel"),
        on_delete=models.PROTECT,
        related_name="chaired_positions",
        help_text=_("Opens the discussion; may be an assessor or not."),
    )
    stand_in_decider = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decides instead of the top person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Only where the site has no top person, or the top person cannot decide here."),
    )
    opened_at = models.DateTimeField(_("opened"), null=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    cancel_reason = models.TextField(_("why it was cancelled"), blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="candidates_position_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(weight_1__gte=1, weight_2__gte=1, weight_3__gte=1),
                name="candidates_position_weights_positive",
            ),
            models.CheckConstraint(
                condition=models.Q(threshold_1__range=(1, 5), threshold_2__range=(1, 5)),
                name="candidates_position_thresholds_on_the_scale",
            ),
        ]

    def __str__(self):
        return str(_("Value-stream manager, %(stream)s") % {"stream": self.stream.name})

    def clean(self):
        if self.weights != DEFAULT_WEIGHTS and not self.weights_reason.strip():
            raise ValidationError(
                {"weights_reason": _("Weights other than 11 : 5 : 2 need a reason.")}
            )
        self._clean_against_excluded()

    def _clean_against_excluded(self):
        """Nobody chairs or decides where they are a candidate or have a conflict of interest."""
        if self.pk is None:
            return
        candidates, out = self.linked_candidates(), self.excluded_people()
        for role in ("chair", "stand_in_decider"):
            person = getattr(self, f"{role}_id")
            if person in candidates:
                raise ValidationError({role: _("This person is a candidate for the position.")})
            if person in out:
                raise ValidationError({role: _("This person has a conflict of interest here.")})

    # -- what it is --------------------------------------------------------------------------------

    @property
    def weights(self) -> tuple[int, int, int]:
        return (self.weight_1, self.weight_2, self.weight_3)

    @property
    def tier_weights(self) -> tuple[Fraction, ...] | None:
        """The weights as fractions of 1; None for the default, which follows the tiers in use."""
        if self.weights == DEFAULT_WEIGHTS:
            return None
        return tuple(Fraction(weight, sum(self.weights)) for weight in self.weights)

    @property
    def keeps_the_order(self) -> bool:
        return self.weight_1 >= self.weight_2 >= self.weight_3

    @property
    def decider(self):
        """Who decides: the named stand-in, else the site's top person; where that one is out, the
        top person of the head office. None where nobody is left.
        """
        out, site = self.excluded_people(), self.site
        for person in (
            self.stand_in_decider or site.top_person,
            site.parent_id and site.parent.top_person,
        ):
            if person and person.is_active and person.pk not in out:
                return person
        return None

    def linked_candidates(self) -> set[int]:
        """Ids of the candidates' accounts: those stated, and whoever has their address."""
        from .candidate import Candidate

        candidates = Candidate.objects.filter(position=self.pk).order_by()
        stated = models.Q(pk__in=candidates.exclude(user=None).values("user"))
        linked = User.objects.filter(stated | models.Q(email__in=candidates.values("email")))
        return set(linked.order_by().values_list("pk", flat=True))

    def excluded_people(self) -> set[int]:
        """Ids of everybody who takes no part: candidates, and who has a conflict of interest."""
        from .conflict_of_interest import ConflictOfInterest

        conflicts = ConflictOfInterest.objects.filter(position=self.pk).order_by()
        return self.linked_candidates() | set(conflicts.values_list("user", flat=True))

    def excludes(self, user) -> bool:
        return user.pk in self.excluded_people()

    @property
    def is_over(self) -> bool:
        return self.state in (State.FILLED, State.CANCELLED)

    @property
    def is_revealed(self) -> bool:
        return hasattr(self, "reveal")

    @property
    def is_enterprise(self) -> bool:
        return self.stream.level == "enterprise"

    @property
    def has_submissions(self) -> bool:
        """From the first one on, panel and candidates change only with a reason."""
        from .scorecard import Submission

        return Submission.objects.filter(scorecard__candidate__position=self).exists()

    def open_scorecards(self):
        from .scorecard import Scorecard

        return Scorecard.objects.still_open().filter(candidate__position=self)

    # -- what one does with it ---------------------------------------------------------------------

    @classmethod
    def prepare(cls, *, stream, by, **terms):
        """A draft for the stream, on the newest criteria of its site."""
        from .criteria import CriteriaSet

        with transaction.atomic():
            position = cls(stream=stream, site=stream.site, **terms)
            position.criteria_set = CriteriaSet.objects.newest_of(stream.site)
            position.full_clean()
            position.save()
            position._take_criteria()
            record("position.prepared", position, by=by)
        return position

    def _take_criteria(self):
        """Those of the version; the enterprise ones only where the stream spans organisations."""
        from .position_criterion import PositionCriterion

        criteria = self.criteria_set.criteria.all()
        if not self.is_enterprise:
            criteria = criteria.filter(enterprise_only=False)
        PositionCriterion.objects.bulk_create(
            PositionCriterion(position=self, criterion=criterion, weight=criterion.weight)
            for criterion in criteria
        )

    def open(self, *, by):
        """Scoring begins: each assessor gets a scorecard for each candidate."""
        from candidates import permissions

        with transaction.atomic():
            self.take_row()
            demand(permissions.may_open(by, self))
            update_once(
                Position.objects.filter(pk=self.pk, state=State.DRAFT),
                state=State.OPEN,
                opened_at=timezone.now(),
                opened_by=by,
            )
            self.refresh_from_db()
            self.give_scorecards()
            record("position.opened", self, by=by)

    def give_scorecards(self):
        """One for every assessor and candidate that has none yet; the assessors hear of it."""
        from candidates.mails import tell_assessors

        from .scorecard import Scorecard

        Scorecard.objects.bulk_create(
            (
                Scorecard(candidate=candidate, assessor=seat)
                for candidate in self.candidates.considered()
                for seat in self.panel.sitting()
            ),
            ignore_conflicts=True,
        )
        tell_assessors(self)

    def reveal_if_complete(self):
        """Open the panel when every scorecard is submitted or excused. Called inside a transaction.

        The row is taken first, so that of two last assessors the second sees the first one's work.
        """
        self.take_row()
        if self.state != State.OPEN:
            return
        if not self.open_scorecards().exists() and self._has_scores():
            self._reveal()

    def take_row(self):
        """Take the row, and read it as it stands: whoever adds, submits, withdraws or reveals waits
        for the other and goes on from what the other left. First thing in its transaction.
        """
        Position.objects.filter(pk=self.pk).update(state=models.F("state"))
        self.refresh_from_db(from_queryset=Position.objects.select_related("site"))

    def _has_scores(self):
        from .scorecard import Scorecard

        counted = Scorecard.objects.counted().filter(candidate__position=self)
        return counted.filter(candidate__state="considered").exists()

    def open_discussion(self, *, by, reason):
        """The chair opens the panel before everybody is done, with a reason."""
        from candidates import permissions

        with transaction.atomic():
            self.take_row()
            demand(permissions.may_open_discussion(by, self))
            self._reveal(by=by, reason=reason)

    def _reveal(self, *, by=None, reason=""):
        from .reveal import Reveal

        update_once(Position.objects.filter(pk=self.pk, state=State.OPEN), state=State.DECIDING)
        reveal = Reveal(position=self, by=by, reason=reason)
        reveal.full_clean()
        reveal.save()
        record("position.revealed", self, by=by)
        self.state = State.DECIDING

    def cancel(self, *, by, reason):
        from candidates import permissions

        with transaction.atomic():
            self.take_row()
            demand(permissions.may_cancel(by, self))
            update_once(
                Position.objects.filter(pk=self.pk, state=self.state),
                state=State.CANCELLED,
                cancel_reason=reason,
            )
            record("position.cancelled", self, by=by)
        self.state, self.cancel_reason = State.CANCELLED, reason

    def add_assessor(self, user, *, by, reason=""):
        """Give somebody a seat on the panel; on an open position with their scorecards."""
        from candidates import permissions

        from .panel import Assessor

        with transaction.atomic():
            self.take_row()
            demand(permissions.may_change_panel(by, self, reason))
            demand(permissions.may_be_assessor(user, self))
            if self.panel.filter(user=user).exists():
                raise Conflict(_("This person is already on the panel."))
            seat = Assessor(position=self, user=user, added_by=by)
            seat.full_clean()
            seat.save()
            self.note_change("assessor_added", by=by, user=user, reason=reason)
            if self.state != State.DRAFT:
                self.give_scorecards()
            record("assessor.added", seat, by=by, enclosing=self, user=user.pk)
        return seat

    def note_change(self, what, *, by, who="", user=None, candidate=None, reason=""):
        """From the opening on, a change leaves a row with its reason; `who` names what or whom it
        is about, where that is neither the user nor the candidate given.
        """
        from .position_change import PositionChange

        if self.state == State.DRAFT or not reason:
            return
        about = candidate or user
        PositionChange.objects.create(
            position=self,
            by=by,
            what=what,
            who=who or (about.name if about else ""),
            user=user or (candidate and candidate.user),
            candidate=candidate,
            reason=reason,
        )
