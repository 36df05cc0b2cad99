"""A plant, or the head office above it."""

import zoneinfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.signals import site_opened
from vsm_portal.audit.writing import record
from vsm_portal.permission import demand

from .user import validate_time_zone


class SiteQuerySet(models.QuerySet):
    def readable_by(self, user):
        """Sites where the user is something, and the children of those (a parent reads its
        children).
        """
        return self.filter(
            models.Q(memberships__user=user)
            | models.Q(parent__memberships__user=user)
            | models.Q(top_person=user)
            | models.Q(parent__top_person=user)
        ).distinct()

    def where(self, user, *roles):
        """Sites at which the user holds one of the roles.

        A subquery and not a join, so that it can be combined with others without doubling rows.
        """
        from .membership import Membership

        return self.filter(
            pk__in=Membership.objects.filter(user=user, role__in=roles).values("site")
        )

    def led_by(self, user):
        """Sites whose executive or top person the user is."""
        from .membership import Role

        executive = models.Q(pk__in=self.where(user, Role.EXECUTIVE).values("pk"))
        return self.filter(executive | models.Q(top_person=user))

    def administered_by(self, user):
        """Sites whose administrator the user is, and the children of those."""
        from .membership import Membership, Role

        own = Membership.objects.filter(user=user, role=Role.ADMINISTRATOR).values("site")
        return self.filter(models.Q(pk__in=own) | models.Q(parent__in=own))


class Site(models.Model):
    name = models.CharField(_("name"), max_length=120)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("head office above it"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    top_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("top person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="leads",
        help_text=_("The executive to whom this site's value-stream managers report."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[validate_time_zone]
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Three capital letters, for example EUR."))],
    )
    year_starts_in = models.PositiveSmallIntegerField(
        _("first month of its year"),
        default=1,
        choices=[(month, str(month)) for month in range(1, 13)],
        help_text=_("1 = January"),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="accounts_site_name_once",
                violation_error_message=_("A site of this name is already here."),
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")) | models.Q(parent__isnull=True),
                name="accounts_site_not_its_own_parent",
                violation_error_message=_("A site cannot be above itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        above = self.parent
        while above is not None:
            if above.pk == self.pk and self.pk is not None:
                raise ValidationError({"parent": _("That would put the site above itself.")})
            above = above.parent

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def first_month(self) -> str:
        """The name of the month in which the site's year starts, in the reader's language."""
        return MONTHS[self.year_starts_in]

    def today(self):
        """The calendar day at the site: what 'due today' means for everybody who works there."""
        return timezone.localdate(timezone=self.zone)

    @classmethod
    def open(cls, *, by, **fields):
        """Add a site below a head office."""
        from vsm_portal.accounts.permissions import may_open_site

        demand(may_open_site(by))
        site = cls(**fields)
        with transaction.atomic():
            site.full_clean()
            site.save()
            record("site.opened", site, by=by, site=site)
            site_opened.send(cls, site=site)
        return site

    def hold(self):
        """Inside a transaction: whoever else holds this site waits until we are done.

        "The last administrator stays" counts rows, so two people ending each other's role at the
        same moment must come one after the other.
        """
        Site.objects.filter(pk=self.pk).update(version=models.F("version"))
