"""Which rows of the trail somebody wants to see."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.accounts.models import User


def _day(label):
    """A day on which there can have been a portal; further away no calendar arithmetic holds."""
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        validators=[MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2199, 12, 31))],
    )


class EventFilter(forms.Form):
    action = forms.CharField(
        label=_("What, beginning with"),
        required=False,
        max_length=80,
        help_text=_("For example: scorecard, or membership.given"),
    )
    actor = forms.ModelChoiceField(
        User.objects.none(), label=_("Who"), required=False, empty_label=_("Everybody")
    )
    since = _day(_("From"))
    until = _day(_("To"))

    def __init__(self, *args, events, **kwargs):
        super().__init__(*args, **kwargs)
        self.events = events
        self.fields["actor"].queryset = User.objects.filter(pk__in=events.values("actor"))

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one."))
        return cleaned

    def rows(self):
        """The events asked for; none while the question itself is wrong. Days are the reader's."""
        if not self.is_valid():
            return self.events.none()
        wanted, events = self.cleaned_data, self.events
        if wanted["action"]:
            events = events.filter(action__startswith=wanted["action"])
        if wanted["actor"]:
            events = events.filter(actor=wanted["actor"])
        if wanted["since"]:
            events = events.filter(at__gte=_midnight(wanted["since"]))
        if wanted["until"]:
            events = events.filter(at__lt=_midnight(wanted["until"] + timedelta(days=1)))
        return events


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
