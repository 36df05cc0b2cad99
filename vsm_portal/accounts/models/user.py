"""A person who can sign in. The e-mail address is the login."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.signals import address_known
from vsm_portal.audit.writing import record
from vsm_portal.permission import demand, update_once


def normalise_email(address: str) -> str:
    """The one spelling under which an address is stored and compared.

    >>> normalise_email("  Nadia.Haddad@Plainfield.EXAMPLE ")
    'nadia.haddad@plainfield.example'
    """
    return (address or "").strip().lower()


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Example: Europe/Berlin."), params={"name": name}
        )


class UserQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def at_site(self, site, *roles):
        """People with a membership at the site, in one of the roles if any are named."""
        memberships = {"memberships__site": site}
        if roles:
            memberships["memberships__role__in"] = roles
        return self.filter(**memberships).distinct()

    def administered_by(self, user):
        """People of the sites that the user administers, whatever brings them there.

        Somebody who belongs nowhere is seen by nobody; an administrator who knows the exact e-mail
        address can give them a role.
        """
        from vsm_portal.accounts.belonging import belongs_to

        from .site import Site

        return self.filter(belongs_to(Site.objects.administered_by(user)))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=normalise_email(email), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=normalise_email(email))


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        _("e-mail address"),
        max_length=254,
        unique=True,
        error_messages={"unique": _("Somebody with this e-mail address is already here.")},
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("As colleagues know the person.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        default="UTC",
        validators=[validate_time_zone],
        help_text=_("Mails arrive in this person's morning."),
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("may use the Django admin"), default=False)
    joined_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="accounts_user_email_in_small_letters",
            )
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.email = normalise_email(self.email)

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def home_site(self):
        """The site named beside what concerns the person alone; None for who belongs nowhere."""
        membership = self.memberships.select_related("site").order_by("pk").first()
        return membership.site if membership else None

    @property
    def has_signed_in(self) -> bool:
        return self.last_login is not None

    @classmethod
    def invite(cls, *, by, site, role, **fields):
        """Open an account with one role. The person gets a mail and sets the password alone."""
        from vsm_portal.accounts.invitation import invite

        from .membership import Membership

        with transaction.atomic():
            person = cls.objects.create_user(**fields)
            record("user.invited", person, by=by, site=site)
            Membership.give(user=person, site=site, role=role, by=by)
            address_known.send(cls, user=person)
            invite(person, site)
        return person

    def address_corrected(self):
        """The person is invited at the right address; the wrong one is known nowhere any more."""
        from allauth.account.models import EmailAddress

        from vsm_portal.accounts.invitation import invite

        EmailAddress.objects.filter(user=self).delete()
        address_known.send(type(self), user=self)
        if self.is_active and self.home_site:
            invite(self, self.home_site)

    def deactivate(self, *, by):
        """Close the account: nobody signs in with it, and every open session ends at its next
        request.

        The password goes too: no session comes back to life when the account is opened again.
        """
        from vsm_portal.accounts.permissions import may_deactivate

        with transaction.atomic():
            for membership in self.memberships.select_related("site"):
                membership.site.hold()
            demand(may_deactivate(by, self))
            self.set_unusable_password()
            update_once(
                User.objects.filter(pk=self.pk, is_active=True),
                is_active=False,
                password=self.password,
                version=models.F("version") + 1,
            )
            record("user.deactivated", self, by=by, site=self.home_site)
        self.refresh_from_db()

    def activate(self, *, by, site):
        """Open the account again; the person is invited anew and sets a new password."""
        from vsm_portal.accounts.invitation import invite

        with transaction.atomic():
            update_once(
                User.objects.filter(pk=self.pk, is_active=False),
                is_active=True,
                version=models.F("version") + 1,
            )
            self.refresh_from_db()
            record("user.activated", self, by=by, site=site)
            invite(self, site)
