"""The announcement: a letter of the top person saying which authority a manager has.

It is written once. Whoever is addressed as a person confirms having read it; a department is named
in it and confirms nothing.
"""

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, Kept, demand, update_once

from .appointment_words import Authority, State


class AnnouncementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The site's top person and HR, the manager, whoever signed it, and who is addressed."""
        from vsm_portal.accounts.models import Role, Site

        at_site = models.Q(appointment__stream__site__in=Site.objects.where(user, Role.HR))
        addressed = Addressee.objects.filter(user=user).values("announcement")
        return self.filter(
            at_site
            | models.Q(appointment__stream__site__top_person=user)
            | models.Q(appointment__manager=user)
            | models.Q(issued_by=user)
            | models.Q(pk__in=addressed)
        )

    def newest(self):
        """The one of each appointment that no later one has replaced."""
        later = Announcement.objects.filter(
            appointment=models.OuterRef("appointment"), number__gt=models.OuterRef("number")
        )
        return self.filter(~models.Exists(later))

    def with_people(self):
        return self.select_related(
            "appointment__manager", "appointment__stream__site", "issued_by"
        ).prefetch_related("addressees__confirmation", "addressees__user")


class Announcement(models.Model):
    """One letter, as it was issued. `number` counts the letters of the appointment."""

    appointment = models.ForeignKey(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="announcements"
    )
    number = models.PositiveIntegerField(editable=False)
    authority = models.CharField(max_length=20, choices=Authority, editable=False)
    subject = models.CharField(gettext_lazy("subject"), max_length=200)
    text = models.TextField(gettext_lazy("letter"))
    place = models.CharField(max_length=120, editable=False)
    signed_by = models.CharField(max_length=150, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    issued_on = models.DateField(editable=False)
    issued_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("announcement")
        verbose_name_plural = gettext_lazy("announcements")
        ordering = ["-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "number"],
                name="value_streams_announcement_number_once_per_appointment",
            ),
            models.CheckConstraint(
                condition=models.Q(authority__in=Authority.values),
                name="value_streams_announcement_authority_known",
            ),
        ]

    def __str__(self):
        return self.subject

    @property
    def site(self):
        return self.appointment.stream.site

    @property
    def says_what_holds(self) -> bool:
        """The authority in the letter is the one the manager has today."""
        return self.authority == self.appointment.authority

    @classmethod
    def issue(cls, appointment, *, by, seen, number, subject, text, people=(), departments=()):
        """Sign the letter, once: `seen` and `number` are what the writer saw of the appointment's
        version and of its letters. Everybody addressed is told by a mail.
        """
        from value_streams import announcement_mails, permissions

        demand(permissions.may_announce(by, appointment))
        site = appointment.stream.site
        letter = cls(
            appointment=appointment,
            number=number,
            authority=appointment.authority,
            subject=subject,
            text=text,
            place=site.name,
            signed_by=by.name,
            issued_by=by,
            issued_on=site.today(),
        )
        letter.full_clean(validate_unique=False, validate_constraints=False)
        try:
            with transaction.atomic():
                as_seen = appointment._meta.model.objects.filter(pk=appointment.pk, version=seen)
                update_once(as_seen.exclude(state=State.ENDED), version=seen)
                letter.save()
                letter._address(people, departments)
                record(
                    "announcement.issued",
                    letter,
                    by=by,
                    enclosing=appointment,
                    authority=letter.authority,
                )
                announcement_mails.tell(letter)
        except (Conflict, IntegrityError) as taken:
            reason = _("The appointment or its announcement changed meanwhile. Nothing was issued.")
            raise Conflict(reason, kept=[Kept(_("letter"), text)]) from taken
        return letter

    def _address(self, people, departments):
        rows = [Addressee(announcement=self, user=person, name=person.name) for person in people]
        rows += [Addressee(announcement=self, name=name) for name in departments]
        Addressee.objects.bulk_create(rows)


class AddresseeQuerySet(models.QuerySet):
    def awaited_from(self, user):
        """Letters that wait for this person's word: the newest of an appointment not ended."""
        newest = Announcement.objects.newest().exclude(appointment__state=State.ENDED)
        return self.filter(user=user, confirmation=None, announcement__in=newest.values("pk"))


class Addressee(models.Model):
    """Whom a letter names: a person of the portal, or a department by its name."""

    announcement = models.ForeignKey(
        Announcement, on_delete=models.CASCADE, related_name="addressees"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=150)

    objects = AddresseeQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("addressee")
        verbose_name_plural = gettext_lazy("addressees")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "user"],
                name="value_streams_addressee_once_per_announcement",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def site(self):
        return self.announcement.site

    @property
    def confirmed_at(self):
        """When the person said to have read it, or None."""
        confirmation = getattr(self, "confirmation", None)
        return confirmation and confirmation.at

    def confirm(self, *, by) -> bool:
        """Say that one has read it. The second time nothing happens; returns whether it counted."""
        from value_streams import permissions

        demand(permissions.may_confirm_reading(by, self.announcement))
        try:
            with transaction.atomic():
                ReadingConfirmation.objects.create(addressee=self)
                enclosing = self.announcement.appointment
                record("announcement.confirmed", self.announcement, by=by, enclosing=enclosing)
        except IntegrityError:
            return False
        return True


class ReadingConfirmation(models.Model):
    """An addressee has read the letter: once, never taken back."""

    addressee = models.OneToOneField(
        Addressee, on_delete=models.CASCADE, related_name="confirmation"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("confirmation of reading")
        verbose_name_plural = gettext_lazy("confirmations of reading")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.addressee}: {self.at:%Y-%m-%d}"
