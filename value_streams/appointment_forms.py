"""What comes in about appointments: recording, changing, ending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vsm_portal.days import DayField

from .appointable import appointable_at
from .forms import ChangeForm
from .models import Appointment, State
from .models.appointment_words import SEAT_TAKEN

TERMS = ["authority", "reports_to", "adviser", "from_function", "way_back"]
AUTHORITY_HINT = _("It says what the manager can be held to: fair evaluation depends on it.")


class PersonField(forms.TypedChoiceField):
    """One of the people offered: name and e-mail, since two may share a name.

    Several fields of a form share one list that is fetched once.
    """

    def __init__(self, **kwargs):
        super().__init__(empty_value=None, **kwargs)

    def offer(self, people):
        # Each form has its own copy of the field, so the list is given to the copy.
        by_key = {person.pk: person for person in people}
        self.coerce = lambda key: by_key[int(key)]
        offered = [(key, f"{person.name}, {person.email}") for key, person in by_key.items()]
        self.choices = [("", _("Choose a person")), *offered]


class TermsForm(forms.ModelForm):
    """What manager, superior and adviser have in common: they are chosen among the same people."""

    reports_to = PersonField(label=_("Reports to"))
    adviser = PersonField(label=_("Adviser (sensei)"), required=False)

    def offer_people(self, site, *, keep=()):
        people = list(appointable_at(site, keep=keep))
        for field in self.fields.values():
            if isinstance(field, PersonField):
                field.offer(people)
        self.fields["authority"].choices = self.fields["authority"].choices[1:]


class AppointmentRecordForm(TermsForm):
    """An existing appointment that came from no selection in the portal."""

    manager = PersonField(label=_("Value-stream manager"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Why it is recorded without a selection, for example: in the post since 2024."),
    )

    class Meta:
        model = Appointment
        fields = ["manager", "starts_on", *TERMS, "reason"]
        field_classes = {"starts_on": DayField}
        widgets = {"authority": forms.RadioSelect}
        help_texts = {
            "authority": AUTHORITY_HINT,
            "starts_on": _("In the past or today: current at once. Later: planned until that day."),
        }

    def __init__(self, *args, stream, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.stream = stream
        self.fields["reports_to"].initial = stream.site.top_person_id
        self.offer_people(stream.site)

    def clean_starts_on(self):
        first_day = self.cleaned_data["starts_on"]
        stream = self.instance.stream
        state = State.from_first_day(first_day, stream.site.today())
        if stream.appointments.filter(state=state).exists():
            raise forms.ValidationError(SEAT_TAKEN[state])
        return first_day


class AppointmentForm(TermsForm, ChangeForm):
    """The terms of an appointment; another person or first day is another appointment."""

    class Meta:
        model = Appointment
        fields = TERMS
        widgets = {"authority": forms.RadioSelect}
        help_texts = {"authority": AUTHORITY_HINT}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep = (self.instance.reports_to_id, self.instance.adviser_id)
        self.offer_people(self.instance.site, keep=keep)


class CallOffForm(forms.Form):
    """A planned appointment will not begin."""

    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea)

    def __init__(self, *args, appointment, **kwargs):
        super().__init__(*args, **kwargs)
        self.appointment = appointment

    def end(self, *, by):
        self.appointment.call_off(by=by, reason=self.cleaned_data["reason"])


class EndForm(CallOffForm):
    """A current appointment ends on a day from its first one until today."""

    ended_on = DayField(label=_("Last day"))
    field_order = ["ended_on", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = self.appointment.site.today()
        self.fields["ended_on"].initial = self.today

    def clean_ended_on(self):
        last_day = self.cleaned_data["ended_on"]
        if last_day < self.appointment.starts_on:
            raise forms.ValidationError(_("The last day lies before the first day."))
        if last_day > self.today:
            raise forms.ValidationError(_("The last day lies in the future; end it on the day."))
        return last_day

    def end(self, *, by):
        day, reason = self.cleaned_data["ended_on"], self.cleaned_data["reason"]
        self.appointment.end(by=by, on=day, reason=reason)


def end_form_for(appointment, data):
    form = EndForm if appointment.state == State.CURRENT else CallOffForm
    return form(data, appointment=appointment)
