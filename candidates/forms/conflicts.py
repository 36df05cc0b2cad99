"""A conflict of interest: one's own, or somebody else's that HR writes down."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.models import User

from .people import PersonField, offer_people
from .reasons import reason_field

FOR_WHOM = _("HR and whoever decides read it; it stands in the record of the selection.")


class OwnConflictForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"] = reason_field(
            required=True, label=_("What the conflict is"), help_text=FOR_WHOM
        )


class OthersConflictForm(OwnConflictForm):
    """Anybody who may sign in and is not out already: before a seat is given as well as after."""

    user = PersonField(User.objects.none(), label=_("Whose conflict it is"))

    def __init__(self, *args, position, by, **kwargs):
        super().__init__(*args, **kwargs)
        out = Q(pk__in=position.excluded_people()) | Q(pk=by.pk)
        offer_people(self, "user", people=User.objects.active().exclude(out))
