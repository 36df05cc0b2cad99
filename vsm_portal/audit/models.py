from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AppendOnly(Exception):
    """Somebody tried to change or remove an audit row."""


class EventQuerySet(models.QuerySet):
    def update(self, **changes):
        raise AppendOnly("Audit rows are never changed.")

    def delete(self):
        raise AppendOnly("Audit rows are never removed.")

    def visible_to(self, user):
        """HR reads everything of the site, but nothing of what is kept from them as a person."""
        from vsm_portal.accounts.models import Role, Site

        from .hidden import hidden_from

        return self.filter(site__in=Site.objects.where(user, Role.HR).values("pk")).exclude(
            hidden_from(user)
        )

    def about(self, thing):
        return self.filter(object_type=thing._meta.label_lower, object_id=thing.pk)

    def of_site(self, site):
        return self.filter(site=site)


class Event(models.Model):
    """One thing somebody did, or one hour in which somebody read something.

    `enclosing_type`/`enclosing_id` name the larger thing the object belongs to (a scorecard's
    position): whoever may not know of that may not see the row either.
    """

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text=_("Empty: the portal itself"),
    )
    action = models.CharField(_("what"), max_length=80)
    object_type = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    enclosing_type = models.CharField(max_length=60, blank=True)
    enclosing_id = models.BigIntegerField(null=True)
    site = models.ForeignKey("accounts.Site", on_delete=models.PROTECT, null=True, related_name="+")
    details = models.JSONField(default=dict)
    request_id = models.CharField(max_length=32, blank=True)
    read_hour = models.DateTimeField(null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["object_type", "object_id"]),
            models.Index(fields=["enclosing_type", "enclosing_id"]),
            models.Index(fields=["site", "-at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "object_type", "object_id", "read_hour"],
                condition=models.Q(read_hour__isnull=False),
                name="audit_event_read_once_an_hour",
            )
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_type} {self.object_id}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Audit rows are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Audit rows are never removed.")

    @property
    def in_words(self) -> str:
        from .words import in_words

        return in_words(self.action)

    @property
    def thing(self) -> str:
        """What it was done to: "scorecard 12". Its contents are not for this page."""
        try:
            noun = apps.get_model(self.object_type)._meta.verbose_name
        except LookupError:  # a model of an older version
            noun = self.object_type
        return f"{noun} {self.object_id}"

    @property
    def about_person(self) -> int | None:
        """The person a row names beside the actor: whose account, whose role."""
        if self.object_type == settings.AUTH_USER_MODEL.lower():
            return self.object_id
        return self.details.get("user")
