"""What somebody is at a site. Manager, adviser, assessor and chair are not here: they follow from
the appointment and from the position."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand


class Role(models.TextChoices):
    EXECUTIVE = "executive", _("Executive")
    HR = "hr", _("HR")
    ADMINISTRATOR = "administrator", _("Administrator")


class Membership(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    site = models.ForeignKey("accounts.Site", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["site", "role", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "site", "role"],
                name="accounts_membership_once",
                violation_error_message=_("This person already has this role at the site."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="accounts_membership_role_known"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}, {self.site}"

    @classmethod
    def give(cls, *, user, site, role, by):
        """The person gets the role at the site; nobody gives one to themselves."""
        from vsm_portal.accounts.permissions import may_give

        demand(may_give(by, user))
        membership = cls(user=user, site=site, role=role)
        with transaction.atomic():
            membership.full_clean()
            membership.save()
            record("membership.given", membership, by=by, site=site, user=user.pk, role=role)
        return membership

    def end(self, *, by):
        """The role ends now: the next request of the person is answered without it."""
        from vsm_portal.accounts.permissions import may_end

        with transaction.atomic():
            self.site.hold()
            demand(may_end(by, self))
            record(
                "membership.ended", self, by=by, site=self.site, user=self.user_id, role=self.role
            )
            self.delete()
