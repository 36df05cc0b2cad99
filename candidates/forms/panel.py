"""Who sits on the panel."""

from django import forms
from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.permissions import may_be_assessor
from vsm_portal.accounts.models import User

from .people import PersonField, offer_people
from .reasons import reason_for_change


class SeatForm(forms.Form):
    """A seat for any active person of any site who is not kept from it."""

    user = PersonField(User.objects.none(), label=gettext_lazy("Assessor"))

    def __init__(self, *args, position, **kwargs):
        super().__init__(*args, **kwargs)
        self.position = position
        seated = Q(pk__in=position.panel.values("user"))
        out = Q(pk__in=position.excluded_people())
        offer_people(self, "user", people=User.objects.active().exclude(seated | out))
        self.fields["user"].help_text = self._who_is_kept_from_it()
        self.fields["reason"] = reason_for_change(position)

    def _who_is_kept_from_it(self) -> str:
        led = self.position.candidates.exclude(line_manager=None).select_related("line_manager")
        leaders = {
            candidate.line_manager.name
            for candidate in led
            if candidate.line_manager_id != self.position.site.top_person_id
        }
        conflicts = {one.user.name for one in self.position.conflicts.select_related("user")}
        said = [
            words % {"names": ", ".join(sorted(names))}
            for words, names in (
                (_("Not possible, as a candidate's line manager: %(names)s."), leaders),
                (_("Not possible, for a conflict of interest: %(names)s."), conflicts),
            )
            if names
        ]
        if not said:
            return _("Anybody who may sign in, of any site. The seat opens this position alone.")
        return escape(" ".join(said))

    def clean_user(self):
        user = self.cleaned_data["user"]
        answer = may_be_assessor(user, self.position)
        if not answer:
            raise forms.ValidationError(answer.reason)
        return user
