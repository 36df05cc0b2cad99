from django import forms
from django.utils.translation import gettext_lazy as _

from .models import State


class LedgerFilter(forms.Form):
    """Which mails to list."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("all")), *State.choices]
    )

    def narrow(self, messages):
        state = self.cleaned_data.get("state") if self.is_valid() else ""
        return messages.filter(state=state) if state else messages
