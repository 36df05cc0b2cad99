"""What comes in about time: an entry by taps, a correction."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vsm_portal.days import DayField

from .models import Cause, Half, TimeEntry, TimeKind
from .models.time_words import MOST_MINUTES_A_DAY

NEW_CAUSE = "new"
FULL = [("refuse", ""), ("add", _("Add to it")), ("replace", _("Replace it"))]
#: field of the entry → field of the form that says what is wrong with it
SAID_AT = {"kind": "what", "cause": "what"}


class WhatForm(forms.Form):
    """`what` is a kind, or `daily:7` for cause 7, or `daily:new` with the name beside it."""

    what = forms.CharField(
        max_length=40,
        error_messages={
            "required": _("Say what it was."),
            "max_length": _("This cause is not one of the site’s list."),
        },
    )
    new_cause = forms.CharField(label=_("Another cause"), max_length=80, required=False)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=MOST_MINUTES_A_DAY,
        error_messages={"required": _("Say how long it took.")},
    )
    day = DayField(label=_("Day"))
    half = forms.ChoiceField(label=_("Half of the day"), choices=Half)

    def __init__(self, *args, appointment, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.appointment, self.by = appointment, by

    def clean(self):
        kind, _colon, cause = self.cleaned_data.get("what", "").partition(":")
        self.cleaned_data["kind"], self.cleaned_data["cause"] = kind, None
        if kind != TimeKind.DAILY or not cause:
            return self.cleaned_data
        if cause == NEW_CAUSE:
            if not self.cleaned_data.get("new_cause", "").strip():
                self.add_error("new_cause", _("Name the cause."))
            return self.cleaned_data
        on_the_list = Cause.objects.filter(site=self.appointment.stream.site_id)
        known = on_the_list.filter(pk=cause).first() if cause.isdecimal() else None
        if known is None:
            self.add_error("what", _("This cause is not one of the site’s list."))
        self.cleaned_data["cause"] = known
        return self.cleaned_data

    def entered(self) -> dict:
        """What the verbs take; a cause that nobody named yet is entered now."""
        data = {name: self.cleaned_data[name] for name in ("day", "half", "kind", "minutes")}
        data["cause"] = self.cleaned_data["cause"]
        if self.cleaned_data["what"] == f"{TimeKind.DAILY}:{NEW_CAUSE}":
            name = self.cleaned_data["new_cause"]
            data["cause"] = Cause.get_or_enter(self.appointment, name, by=self.by)
        return data

    def tell(self, refused: ValidationError):
        """What the verb found wrong stands at the field one can mend it in."""
        for field, sentences in refused.message_dict.items():
            at = SAID_AT.get(field, field)
            self.add_error(at if at in self.fields else None, sentences)


class TapForm(WhatForm):
    """One tap on a duration."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    full = forms.ChoiceField(choices=FULL, required=False)

    def log(self) -> TimeEntry | None:
        """None where the verb refused; the form says why, and no new cause is left behind."""
        data = self.cleaned_data
        try:
            with transaction.atomic():
                return TimeEntry.log(
                    self.appointment,
                    by=self.by,
                    key=data["key"] or uuid.uuid4(),
                    full=data["full"] or "refuse",
                    **self.entered(),
                )
        except ValidationError as refused:
            self.tell(refused)
            return None


class CorrectionForm(WhatForm):
    """Every field of an entry; refused where somebody changed it meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    what = forms.ChoiceField(label=_("What was it?"))
    field_order = ["what", "new_cause", "minutes", "day", "half", "version"]

    def __init__(self, *args, entry, by, **kwargs):
        initial = {
            "what": f"daily:{entry.cause_id}" if entry.cause_id else entry.kind,
            "minutes": entry.minutes,
            "day": entry.day,
            "half": entry.half,
            "version": entry.version,
        }
        super().__init__(*args, appointment=entry.appointment, by=by, initial=initial, **kwargs)
        self.entry = entry
        causes = Cause.objects.filter(site=self.appointment.stream.site_id)
        self.fields["what"].choices = [
            *[(kind.value, kind.label) for kind in TimeKind if kind != TimeKind.DAILY],
            (
                TimeKind.DAILY.label,
                [(f"daily:{cause.pk}", cause.name) for cause in causes]
                + [(f"daily:{NEW_CAUSE}", _("Another cause …"))],
            ),
        ]

    def save(self) -> bool:
        try:
            with transaction.atomic():
                version, said = self.cleaned_data["version"], self.entered()
                self.entry.correct(by=self.by, version=version, **said)
        except ValidationError as refused:
            self.tell(refused)
            return False
        return True
