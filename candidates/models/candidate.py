"""Somebody considered for a position."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.models import User, normalise_email
from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand, update_once


class State(models.TextChoices):
    CONSIDERED = "considered", _("considered")
    WITHDREW = "withdrew", _("withdrew")
    NOT_CHOSEN = "not_chosen", _("not chosen")
    CHOSEN = "chosen", _("chosen")


class LegalBasis(models.TextChoices):
    EMPLOYMENT = "employment", _("steps before or within an employment contract")
    LEGITIMATE = "legitimate", _("legitimate interest in filling the post")
    CONSENT = "consent", _("consent")


def cv_path(candidate, filename) -> str:
    """A made-up name: nothing of the person or of what they typed gets into a path."""
    return f"cv/{uuid.uuid4().hex}"


class CandidateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the positions one may see; for assessor and chair only until the decision."""
        from .position import Position

        organised = Position.objects.organised_by(user) | Position.objects.decided_by(user)
        sitting = Position.objects.visible_to(user).filter(state__in=["open", "deciding"])
        return self.filter(
            models.Q(position__in=organised.values("pk"))
            | models.Q(position__in=sitting.values("pk"))
        )

    def considered(self):
        return self.filter(state=State.CONSIDERED)

    def with_tellings(self):
        from .telling import Telling

        tellings = Telling.objects.select_related("told_by", "decision__reversal")
        return self.prefetch_related(models.Prefetch("tellings", queryset=tellings))

    def untold(self):
        """Those on whom a decision stands and who have not heard of it."""
        from .telling import Telling

        told = Telling.objects.filter(candidate=models.OuterRef("pk"), decision__reversal=None)
        return self.filter(~models.Exists(told), state__in=[State.CHOSEN, State.NOT_CHOSEN])


class Candidate(models.Model):
    State = State

    position = models.ForeignKey(
        "candidates.Position", on_delete=models.PROTECT, related_name="candidates", editable=False
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(
        _("e-mail address"),
        help_text=_("A candidate who signs in with this address never sees this position."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signs in here as"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="candidacies",
        help_text=_("Found by the e-mail address; state it where the address differs."),
    )
    line_manager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("line manager"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="candidates_led",
        help_text=_("Cannot assess this candidate, unless it is the site's top person."),
    )
    line_manager_email = models.EmailField(
        blank=True,
        editable=False,
        help_text=_("Of a line manager without an account: linked as soon as there is one."),
    )
    current_function = models.CharField(_("current function"), max_length=160)
    source = models.CharField(
        _("source"),
        max_length=120,
        blank=True,
        help_text=_("How the candidate came to be considered."),
    )
    lean_experience = models.TextField(
        _("lean experience"),
        blank=True,
        max_length=2000,
        help_text=_("Where, how long, with which result."),
    )
    cv = models.FileField(_("CV"), upload_to=cv_path, blank=True, max_length=200)
    cv_name = models.CharField(max_length=200, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State, default=State.CONSIDERED, editable=False
    )
    notice_given_on = models.DateField(_("privacy notice given on"), null=True, blank=True)
    legal_basis = models.CharField(
        _("legal basis"), max_length=12, choices=LegalBasis, default=LegalBasis.EMPLOYMENT
    )
    keep_consent_on = models.DateField(
        _("consented on to be kept for later positions"), null=True, blank=True
    )
    retain_until = models.DateField(_("data kept until"))
    withdrew_on = models.DateField(_("withdrew on"), null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "email"],
                name="candidates_candidate_email_once_per_position",
                violation_error_message=_("A candidate with this e-mail address is already here."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="candidates_candidate_state_known"
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.email = normalise_email(self.email)
        owner = User.objects.filter(email=self.email).first()
        if not self.user_id:
            self.user = owner
        elif owner and owner.pk != self.user_id:
            raise ValidationError(
                {"user": _("The e-mail address is that of %(name)s.") % {"name": owner}}
            )
        if self.user_id and self.user_id == self.line_manager_id:
            raise ValidationError({"line_manager": _("Nobody is their own line manager.")})
        self._clean_against_panel()

    def _clean_against_panel(self):
        """Nobody judges themselves, and a line manager does not judge their own people."""
        if not self.position_id:
            return
        panel = set(self.position.panel.values_list("user", flat=True))
        if self.user_id and self.user_id in panel | {self.position.chair_id}:
            raise ValidationError(
                {"email": _("This person sits on the panel or chairs it; take them off first.")}
            )
        if (
            self.line_manager_id in panel
            and self.line_manager_id != self.position.site.top_person_id
        ):
            raise ValidationError(
                {"line_manager": _("The line manager sits on the panel; take them off first.")}
            )

    @property
    def told(self):
        """The telling of the decision that stands, or None. Fetch with `with_tellings()`."""
        standing = [each for each in self.tellings.all() if not each.decision.is_reversed]
        return standing[0] if standing else None

    def enter(self, *, by, reason=""):
        """Put the candidate on the list; on an open position every assessor gets a scorecard."""
        from candidates import permissions

        with transaction.atomic():
            self.position.take_row()
            demand(permissions.may_change_panel(by, self.position, reason))
            self.full_clean()
            self.save()
            self.position.note_change("candidate_added", by=by, candidate=self, reason=reason)
            if self.position.state != "draft":
                self.position.give_scorecards()
            record("candidate.entered", self, by=by, enclosing=self.position)
        return self

    def withdraw(self, *, by, on, reason=""):
        """Out of the ranking; the scorecards stay until the retention date."""
        from candidates import permissions

        with transaction.atomic():
            self.position.take_row()
            demand(permissions.may_withdraw(by, self))
            update_once(
                Candidate.objects.filter(pk=self.pk, state=State.CONSIDERED),
                state=State.WITHDREW,
                withdrew_on=on,
            )
            self.position.note_change("candidate_withdrew", by=by, candidate=self, reason=reason)
            record("candidate.withdrew", self, by=by, enclosing=self.position)
            self.position.reveal_if_complete()
        self.state, self.withdrew_on = State.WITHDREW, on

    def tell(self, *, by, told_on, told_by, how):
        """Write down that the candidate was told of the decision."""
        from candidates import permissions

        from .telling import Telling

        with transaction.atomic():
            self.position.take_row()
            self.refresh_from_db()
            demand(permissions.may_tell_of_decisions(by, self.position))
            if self.told:
                raise Conflict(permissions.told_already(self))
            demand(permissions.may_tell(by, self))
            decision = self.position.decisions.get(reversal=None)
            telling = Telling(
                candidate=self, decision=decision, told_on=told_on, told_by=told_by, how=how
            )
            telling.full_clean()
            telling.save()
            record("candidate.told", self, by=by, enclosing=self.position)
        return telling

    def as_person(self) -> User:
        """The account of whoever is chosen; somebody from outside gets one that an administrator
        opens.
        """
        if self.user is None:
            self.user = User.objects.create_user(self.email, name=self.name, is_active=False)
            Candidate.objects.filter(pk=self.pk).update(user=self.user)
        return self.user
