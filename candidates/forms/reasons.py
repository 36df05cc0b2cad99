"""A deed that says why."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_REASON = 300


def reason_field(*, required, label=None, help_text="", longest=LONGEST_REASON):
    return forms.CharField(
        label=label or _("Why"),
        required=required,
        max_length=longest,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


STANDS_IN_THE_RECORD = _("It stands in the record of the selection.")
NEEDED_FROM_NOW_ON = _(
    "A scorecard has been submitted: from now on a change needs a reason. It stands in the record."
)


def reason_for_change(position):
    """The reason of a change of panel or candidates: needed once something was submitted."""
    needed = position.has_submissions
    return reason_field(required=needed, help_text=NEEDED_FROM_NOW_ON if needed else "")


class ReasonForm(forms.Form):
    """Nothing but the reason."""

    def __init__(self, *args, reason, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"] = reason
