"""What comes in about families, streams and requirements. Appointments: appointment_forms.py."""

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet, ModelChoiceFilter

from vsm_portal.accounts.models import Site
from vsm_portal.forms import VersionedForm
from vsm_portal.permission import Conflict

from .models import CustomerRequirement, Family, ValueStream
from .models.entering import record_edit

STREAM_FIELDS = ["name", "level", "family", "begins_with", "ends_with"]
FAMILY_FIELDS = ["name", "products"]
REQUIREMENT_FIELDS = ["what", "target", "met"]

LEVEL_HINT = _("Most streams are at plant level. Enterprise: suppliers or customers belong to it.")
NO_FAMILY = _("None named yet")


class ChangeForm(VersionedForm):
    """A versioned form whose change is written into the audit trail with it."""

    def save_version(self, *, by):
        try:
            with transaction.atomic():
                row = super().save_version()
                record_edit(row, by=by, fields=self.changed_data)
        except IntegrityError as taken:
            reason = _("Somebody else entered the same a moment ago. Nothing was saved.")
            raise Conflict(reason, kept=self._both_texts()) from taken
        return row


def refuse_twin(form, field, **beside):
    """Say at the field that another row has the same value already, in the constraint's own words.

    A form leaves out every constraint that names a column it does not show.
    """
    twins = type(form.instance)._base_manager.filter(
        **beside, **{field: form.cleaned_data.get(field)}
    )
    if field in form.cleaned_data and twins.exclude(pk=form.instance.pk).exists():
        unique = next(
            one for one in form.instance._meta.constraints if field in getattr(one, "fields", ())
        )
        form.add_error(field, unique.violation_error_message)


class AtOneOfMySites(forms.ModelForm):
    """A new thing at a site that one leads; where there is only one, it is chosen already."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        sites = Site.objects.led_by(user)
        self.fields["site"].queryset = sites
        if len(sites) == 1:
            self.fields["site"].initial = sites[0]
            self.fields["site"].empty_label = None

    def clean(self):
        cleaned = super().clean()
        if "site" in cleaned:
            refuse_twin(self, "name", site=cleaned["site"])
        return cleaned


class StreamNewForm(AtOneOfMySites):
    class Meta:
        model = ValueStream
        fields = ["site", *STREAM_FIELDS]
        widgets = {"level": forms.RadioSelect}
        help_texts = {"level": LEVEL_HINT}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        families = Family.objects.filter(site__in=self.fields["site"].queryset.values("pk"))
        self.fields["family"].empty_label = NO_FAMILY
        self.fields["family"].queryset = families.select_related("site")
        self.fields["family"].label_from_instance = lambda family: (
            f"{family.name}, {family.site.name}"
        )

    def clean(self):
        cleaned = super().clean()
        site, family = cleaned.get("site"), cleaned.get("family")
        if site and family and family.site_id != site.pk:
            self.add_error("family", _("This product family belongs to another site."))
        return cleaned


class StreamForm(ChangeForm):
    class Meta:
        model = ValueStream
        fields = STREAM_FIELDS
        widgets = {"level": forms.RadioSelect}
        help_texts = {"level": LEVEL_HINT}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["family"].empty_label = NO_FAMILY
        self.fields["family"].queryset = Family.objects.filter(site=self.instance.site)

    def clean(self):
        refuse_twin(self, "name", site=self.instance.site)
        return super().clean()


class FamilyNewForm(AtOneOfMySites):
    class Meta:
        model = Family
        fields = ["site", *FAMILY_FIELDS]


class FamilyForm(ChangeForm):
    class Meta:
        model = Family
        fields = FAMILY_FIELDS

    def clean(self):
        refuse_twin(self, "name", site=self.instance.site)
        return super().clean()


class RequirementNewForm(forms.ModelForm):
    class Meta:
        model = CustomerRequirement
        fields = REQUIREMENT_FIELDS
        widgets = {"met": forms.RadioSelect}

    def clean(self):
        refuse_twin(self, "what", stream=self.instance.stream)
        return super().clean()


class RequirementForm(ChangeForm):
    class Meta(RequirementNewForm.Meta):
        pass

    def clean(self):
        refuse_twin(self, "what", stream=self.instance.stream)
        return super().clean()


def sites_with_streams(request):
    seen = ValueStream.objects.visible_to(request.user)
    return Site.objects.filter(pk__in=seen.values("site"))


class StreamFilter(FilterSet):
    site = ModelChoiceFilter(queryset=sites_with_streams, empty_label=_("All sites"))
