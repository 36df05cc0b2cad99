"""How people are offered in a choice: name and address, since two people may share a name."""

from django import forms
from django.utils.translation import gettext as _

from vsm_portal.accounts.models import User


class PersonField(forms.ModelChoiceField):
    """One of the people offered. A form may have several: each reads its own row, and no more."""

    def label_from_instance(self, person):
        return f"{person.name}, {person.email}"

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            found = self.queryset.filter(pk=value).first()
        except (ValueError, TypeError, OverflowError):
            found = None
        if found is None:
            refused = self.error_messages["invalid_choice"]
            raise forms.ValidationError(refused, code="invalid_choice", params={"value": value})
        return found


def offer_people(form, *names, people=None, keep=()):
    """Fill the choices `names` with active people of any site; `keep`: ids that stay possible."""
    offered = User.objects.active() if people is None else people
    if kept := [pk for pk in keep if pk]:
        offered = offered | User.objects.filter(pk__in=kept)
    for name in names:
        field = form.fields[name]
        field.queryset = offered
        if field.empty_label is not None:
            field.empty_label = _("– choose –") if field.required else _("– nobody –")
