"""What comes in when a manager's authority is announced."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .answers import day
from .appointable import appointable_at
from .charter_words import MEANING
from .models import Announcement

LONGEST_NAME = 150
MOST_DEPARTMENTS = 50
#: of a version or a letter's number; a database holds no greater one
MOST = 2**31 - 1


class AnnouncementForm(forms.Form):
    """To whom, and the letter. `seen` and `number` are what the page showed of the appointment."""

    people = forms.TypedMultipleChoiceField(
        label=gettext_lazy("People who confirm reading it"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Those who lead the processes along the stream, by name."),
    )
    departments = forms.CharField(
        label=gettext_lazy("Departments"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One per line. They are named in the letter and confirm nothing."),
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Letter"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("It is kept as you sign it and never changes afterwards."),
    )
    seen = forms.IntegerField(max_value=MOST, widget=forms.HiddenInput)
    number = forms.IntegerField(min_value=1, max_value=MOST, widget=forms.HiddenInput)

    def __init__(self, *args, appointment, by, **kwargs):
        super().__init__(*args, **kwargs)
        offered = appointable_at(appointment.site).exclude(pk__in=[appointment.manager_id, by.pk])
        self.people = {person.pk: person for person in offered}
        choices = [(pk, f"{one.name}, {one.email}") for pk, one in self.people.items()]
        self.fields["people"].choices = choices
        newest = appointment.announcements.first()
        if newest is not None:
            self.fields["people"].initial = [
                one.user_id for one in newest.addressees.all() if one.user_id in self.people
            ]
            named = [one.name for one in newest.addressees.all() if one.user_id is None]
            self.fields["departments"].initial = "\n".join(named)
        self.fields["subject"].initial = subject_for(appointment)
        self.fields["text"].initial = text_for(appointment, by)
        self.fields["seen"].initial = appointment.version
        self.fields["number"].initial = newest.number + 1 if newest else 1

    def clean_departments(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["departments"].splitlines()]
        named = list(dict.fromkeys(filter(None, lines)))
        if len(named) > MOST_DEPARTMENTS:
            raise forms.ValidationError(
                _("At most %(n)s departments, please.") % {"n": MOST_DEPARTMENTS}
            )
        if any(len(name) > LONGEST_NAME for name in named):
            raise forms.ValidationError(
                _("The name of a department has at most %(n)s characters.") % {"n": LONGEST_NAME}
            )
        return named

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned["people"] and not cleaned["departments"]:
            self.add_error("people", _("Say to whom the letter goes: people, departments or both."))
        return cleaned

    def issue(self, appointment, *, by) -> Announcement:
        values = self.cleaned_data
        people = [self.people[pk] for pk in values["people"]]
        return Announcement.issue(appointment, by=by, **values | {"people": people})


def subject_for(appointment) -> str:
    words = {"manager": appointment.manager.name, "stream": appointment.stream.name}
    return (_("%(manager)s leads the value stream %(stream)s") % words)[:200]


def text_for(appointment, by) -> str:
    """The letter as it is proposed; the top person writes what they want to say."""
    stream = appointment.stream
    words = {
        "manager": appointment.manager.name,
        "stream": stream.name,
        "day": day(appointment.starts_on),
        "begins": stream.begins_with or "…",
        "ends": stream.ends_with or "…",
        "superior": appointment.reports_to.name,
        "authority": appointment.get_authority_display(),
        "meaning": MEANING[appointment.authority],
    }
    paragraphs = [
        _(
            "From %(day)s on, %(manager)s is responsible for the value stream %(stream)s as a "
            "whole. It begins with: %(begins)s. It ends with: %(ends)s. %(manager)s reports to "
            "%(superior)s."
        ),
        _("The authority that goes with it. %(authority)s. %(meaning)s"),
        _(
            "Whoever leads a process or a department along the stream goes on leading it, and "
            "takes part in what changes. Please give %(manager)s the facts and the time this "
            "needs. Where what is good for the stream and what is good for a department part "
            "ways, come to me, both of you."
        ),
    ]
    return "\n\n".join(paragraph % words for paragraph in paragraphs)
