"""Forms that never overwrite what somebody else saved meanwhile."""

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext as _

from .permission import Conflict, Kept


class VersionedForm(forms.ModelForm):
    """A ModelForm for a row with a `version`: saved only as the version it was opened with.

    `save_version()` raises `Conflict` with both texts of every field that differs, so that the
    error page shows mine and theirs and nothing is overwritten.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version

    def save_version(self):
        """Write the changed fields as one conditional update; returns the fresh instance."""
        changes = {
            name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data
        }
        rows = type(self.instance)._base_manager.filter(
            pk=self.instance.pk, version=self.cleaned_data["version"]
        )
        with transaction.atomic():
            if rows.update(version=models.F("version") + 1, **changes) != 1:
                raise Conflict(
                    _("Somebody else saved this while you were writing. Nothing was overwritten."),
                    kept=self._both_texts(),
                )
        self.instance.refresh_from_db()
        return self.instance

    def _both_texts(self):
        theirs = type(self.instance)._base_manager.get(pk=self.instance.pk)
        return [
            Kept(
                str(field.label), _shown(self.cleaned_data.get(name)), _shown(getattr(theirs, name))
            )
            for name, field in self.fields.items()
            if name in self._meta.fields and self.cleaned_data.get(name) != getattr(theirs, name)
        ]


def _shown(value) -> str:
    return "" if value is None else str(value)
