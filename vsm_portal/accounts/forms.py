"""What comes in about people, sites and roles."""

import zoneinfo

from django import forms
from django.db import transaction
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.forms import VersionedForm

from .models import Membership, Role, Site, User, normalise_email
from .permissions import may_correct_email, may_give, may_move


def time_zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in sorted(zoneinfo.available_timezones())]


class TimeZoneField(forms.ChoiceField):
    def __init__(self, **options):
        super().__init__(choices=time_zones, label=_("Time zone"), **options)


class MonthField(forms.TypedChoiceField):
    def __init__(self, **options):
        super().__init__(
            choices=list(MONTHS.items()), coerce=int, label=_("First month of its year"), **options
        )


class InvitationForm(forms.ModelForm):
    """A new person and what they are at first."""

    time_zone = TimeZoneField(help_text=_("Mails arrive in this person's morning."))
    site = forms.ModelChoiceField(Site.objects.none(), label=_("Site"))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    class Meta:
        model = User
        fields = ["name", "email", "time_zone", "language"]

    def __init__(self, *args, sites, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites
        if sites:
            self.fields["site"].initial = sites[0].pk
            self.fields["time_zone"].initial = sites[0].time_zone
            self.fields["language"].initial = sites[0].language

    def clean_email(self):
        return normalise_email(self.cleaned_data["email"])


class PersonForm(VersionedForm):
    """Details of somebody else. The address can be corrected until the first sign-in."""

    time_zone = TimeZoneField(help_text=_("Mails arrive in this person's morning."))

    class Meta:
        model = User
        fields = ["name", "email", "time_zone", "language"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        answer = may_correct_email(by, self.instance)
        if not answer:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = answer.reason

    def clean_email(self):
        return normalise_email(self.cleaned_data["email"])

    def save_by(self, user):
        with transaction.atomic():
            person = _saved(self, "user.edited", by=user, site=self.instance.home_site)
            if "email" in self.changed_data:
                person.address_corrected()
        return person


class OwnDetailsForm(VersionedForm):
    """What everybody changes about themselves; the address is not among it."""

    time_zone = TimeZoneField(
        help_text=_("Times on pages are yours; mails arrive in your morning.")
    )

    class Meta:
        model = User
        fields = ["name", "time_zone", "language"]

    def save_by(self, user):
        return _saved(self, "user.edited", by=user, site=self.instance.home_site)


class NewSiteForm(forms.ModelForm):
    time_zone = TimeZoneField()
    year_starts_in = MonthField(initial=1)

    class Meta:
        model = Site
        fields = ["name", "parent", "time_zone", "language", "currency", "year_starts_in"]

    def __init__(self, *args, heads, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = heads
        self.fields["parent"].required = True
        self.fields["parent"].empty_label = None


class SiteForm(VersionedForm):
    time_zone = TimeZoneField()
    year_starts_in = MonthField()

    class Meta:
        model = Site
        fields = [
            "name",
            "parent",
            "top_person",
            "time_zone",
            "language",
            "currency",
            "year_starts_in",
        ]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        site = self.instance
        parent = self.fields["parent"]
        parent.queryset = Site.objects.where(by, Role.ADMINISTRATOR).exclude(pk=site.pk)
        answer = may_move(by, site)
        if not answer:
            parent.disabled = True
            parent.queryset = Site.objects.filter(pk=site.parent_id)
            parent.help_text = answer.reason
        self.fields["top_person"].queryset = executives_for(site)
        self.fields["top_person"].help_text = _(
            "The executive to whom this site's value-stream managers report: "
            "somebody with the role Executive here or at the head office."
        )

    def save_by(self, user):
        return _saved(self, "site.edited", by=user, site=self.instance)


class MembershipForm(forms.Form):
    """A role for somebody known here, or for somebody of another site by their exact address."""

    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Person"), required=False, empty_label=_("– choose –")
    )
    email = forms.EmailField(
        label=_("Or the e-mail address of somebody at another site"),
        required=False,
        help_text=_("The exact address with which the person signs in."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    def __init__(self, *args, site, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.site, self.by = site, by
        self.fields["person"].queryset = User.objects.administered_by(by).active().exclude(pk=by.pk)

    def clean(self):
        cleaned = super().clean()
        person, email = cleaned.get("person"), normalise_email(cleaned.get("email"))
        if bool(person) == bool(email):
            if "email" not in self.errors:
                self.add_error("person", _("Choose a person, or give one address."))
            return cleaned
        field = "person" if person else "email"
        person = person or User.objects.active().filter(email=email).first()
        if person is None:
            self.add_error(
                field, _("Nobody signs in with this address. Invite the person on the page People.")
            )
        elif not (answer := may_give(self.by, person)):
            self.add_error(field, answer.reason)
        elif Membership.objects.filter(
            user=person, site=self.site, role=cleaned.get("role")
        ).exists():
            self.add_error(field, _("This person already has this role at the site."))
        self.chosen = person
        return cleaned

    def give(self):
        return Membership.give(
            user=self.chosen, site=self.site, role=self.cleaned_data["role"], by=self.by
        )


def executives_for(site):
    """Who can be top person: executives of the site and of its head office, and who is it now."""
    executives = Membership.objects.filter(
        role=Role.EXECUTIVE, site__in=[site.pk, site.parent_id], user__is_active=True
    )
    return User.objects.filter(pk__in=executives.values("user")) | User.objects.filter(
        pk=site.top_person_id
    )


def _saved(form, action, *, by, site):
    """The conditional update and its audit row, both or neither. Field names only, no contents."""
    with transaction.atomic():
        thing = form.save_version()
        record(action, thing, by=by, site=site, fields=sorted(form.changed_data))
    return thing
