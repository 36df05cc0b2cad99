import uuid

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.models import Role, Site
from vsm_portal.audit.hidden import hidden_from
from vsm_portal.audit.writing import record
from vsm_portal.permission import update_once

from . import attempts, kinds


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("no longer needed")
    SUPPRESSED = "suppressed", _("suppressed")


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The ledger: HR sees its own sites' mails, and none about what it may not know of."""
        mails = self.filter(site__in=Site.objects.where(user, Role.HR))
        named_as_audited = mails.alias(
            object_type=models.F("about_type"), object_id=models.F("about_id")
        )
        return named_as_audited.exclude(hidden_from(user))

    def abnormal_first(self):
        """What failed, then the newest."""
        failed_first = models.Case(models.When(state=State.FAILED, then=0), default=1)
        return self.order_by(failed_first, "-created_at", "-pk")

    def claimable(self, now):
        """Rows that somebody should send now: waiting and due, or left by a crashed sender."""
        return self.filter(
            models.Q(state=State.WAITING, next_at__lte=now)
            | models.Q(state=State.SENDING, lease_until__lt=now)
        )

    def claim(self, pk, now):
        """Take one row by a conditional update; the lease's token, or None if somebody was faster.

        Durable: in somebody's transaction nobody else would see the claim while the mail goes out.
        """
        token = uuid.uuid4()
        with transaction.atomic(durable=True):
            taken = (
                self.claimable(now)
                .filter(pk=pk)
                .update(
                    state=State.SENDING,
                    lease_until=now + attempts.LEASE,
                    lease_token=token,
                    attempts=models.F("attempts") + 1,
                )
            )
        return token if taken == 1 else None


class Message(models.Model):
    """One mail to one person. The row is the record; a queue only says "look again".

    `key` names the occasion (kind, about what, which date, to whom), so it exists once whatever
    plans twice. What the mail says is written when it is sent, from what is true then.
    """

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(_("kind"), max_length=40)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages"
    )
    about_type = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    enclosing_type = models.CharField(max_length=60, blank=True)
    enclosing_id = models.BigIntegerField(null=True)
    site = models.ForeignKey("accounts.Site", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("due"), null=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.UUIDField(null=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("planned"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "next_at"]),
            models.Index(fields=["site", "-created_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="outbox_message_state_known"
            )
        ]

    def __str__(self):
        return self.key

    @property
    def title(self) -> str:
        """The kind in words."""
        try:
            return str(kinds.kind(self.kind).title)
        except kinds.UnknownKind:
            return self.kind

    @property
    def enclosing(self):
        """The larger thing it belongs to, or None: the position of a scorecard."""
        if not self.enclosing_type:
            return None
        return (
            apps.get_model(self.enclosing_type)._base_manager.filter(pk=self.enclosing_id).first()
        )

    def finish(self, token, state, *, error="") -> bool:
        """Close the row, unless the lease was lost meanwhile; returns whether it was still ours."""
        return self._release(token, state=state, done_at=timezone.now(), last_error=error[:300])

    def try_later(self, token, error) -> bool:
        """A temporary failure: wait longer each time, and give up after a day."""
        now = timezone.now()
        if now - self.created_at > attempts.GIVE_UP_AFTER and self.attempts > attempts.FEWEST:
            return self.finish(token, State.FAILED, error=error)
        return self._release(
            token,
            state=State.WAITING,
            next_at=now + attempts.pause_after(self.attempts),
            last_error=error[:300],
        )

    def _release(self, token, **values) -> bool:
        mine = Message.objects.filter(pk=self.pk, lease_token=token)
        return mine.update(lease_until=None, lease_token=None, **values) == 1

    def resend(self, *, by):
        """A failed mail waits again, as if it had never been tried."""
        from .tasks import hint

        with transaction.atomic():
            update_once(
                Message.objects.filter(pk=self.pk, state=State.FAILED),
                state=State.WAITING,
                attempts=0,
                next_at=timezone.now(),
                done_at=None,
            )
            record("message.resent", self, by=by, enclosing=self.enclosing, site=self.site)
            transaction.on_commit(hint)
