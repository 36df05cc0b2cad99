"""The decision, as it comes in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.conditions import unmet_conditions
from candidates.models import Decision
from candidates.models.candidate import State as CandidateState
from candidates.snapshot import mark_of, snapshot_of
from value_streams.appointable import appointable_at
from value_streams.appointment_forms import AUTHORITY_HINT
from vsm_portal.days import DayField
from vsm_portal.permission import Conflict, Kept

from .people import PersonField, offer_people


class DecisionForm(forms.ModelForm):
    """Who is chosen, why and on which terms, against the ranking that the page showed.

    `seen` is the mark of that ranking: when a score changed meanwhile, the form is refused with
    everything kept, and shows the new ranking. Without it, nobody knows what was seen.
    """

    # Not "required": what is missing or outdated is said in one sentence, above the form.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    candidate = forms.ChoiceField(
        label=gettext_lazy("Who will manage the stream?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the candidates."),
            "invalid_choice": gettext_lazy("This person is not considered for the position."),
        },
    )

    class Meta:
        model = Decision
        fields = ["candidate", "reason", "tier_1_reason", "authority", "starts_on", "adviser"]
        field_classes = {"starts_on": DayField, "adviser": PersonField}
        widgets = {
            "authority": forms.RadioSelect,
            "reason": forms.Textarea(attrs={"rows": 5}),
            "tier_1_reason": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "reason": gettext_lazy("It stands in the record, beside the ranking of this moment."),
            "authority": AUTHORITY_HINT,
            "tier_1_reason": gettext_lazy(
                "Needed where attitude and leadership is below its threshold."
            ),
            "adviser": gettext_lazy("Needed where lean knowledge is below its threshold."),
        }

    def __init__(self, *args, position, **kwargs):
        super().__init__(*args, **kwargs)
        self.position, self.today = position, position.site.today()
        self.snapshot = snapshot_of(position)
        # Read one after the other: who withdraws between the two is in neither.
        considered = position.candidates.filter(state=CandidateState.CONSIDERED)
        still = {each.pk: each for each in considered.select_related("user")}
        self.standings = [each for each in self.snapshot["standings"] if each["candidate"] in still]
        self.by_key = {str(each["candidate"]): still[each["candidate"]] for each in self.standings}
        self.fields["candidate"].choices = [(key, each.name) for key, each in self.by_key.items()]
        self.fields["authority"].choices = self.fields["authority"].choices[1:]
        offer_people(self, "adviser", people=appointable_at(position.site))

    @property
    def mark(self) -> str:
        """Of the ranking as it stands: another one after any change of a score."""
        return mark_of(self.standings)

    def clean_candidate(self):
        return self.by_key[self.cleaned_data["candidate"]]

    def clean_starts_on(self):
        first_day = self.cleaned_data["starts_on"]
        if first_day < self.today:
            raise ValidationError(_("The first day lies in the past."))
        return first_day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("seen") != self.mark:
            self.add_error(
                None,
                _("The ranking changed since you opened this page. It is shown as it stands now."),
            )
        if chosen := cleaned.get("candidate"):
            self._clean_against(chosen)
        self._clean_planned()
        return cleaned

    def _clean_planned(self):
        if planned := self.position.stream.appointments.planned().first():
            self.add_error(None, planned_already(planned))

    def _clean_against(self, chosen):
        needed = next(
            each["conditions"] for each in self.standings if each["candidate"] == chosen.pk
        )
        adviser = self.cleaned_data.get("adviser")
        unmet = unmet_conditions(
            needed, self.position, adviser, self.cleaned_data.get("tier_1_reason", "")
        )
        for name, sentence in unmet.items():
            if name not in self.errors:
                self.add_error(name, sentence)
        if adviser and adviser.pk == chosen.user_id:
            self.add_error("adviser", _("An adviser is somebody else."))

    def take(self, *, by) -> Decision | None:
        """Take the decision; None when the verb refused it: its reasons stand at the fields."""
        content = {name: self.cleaned_data[name] for name in self._meta.fields}
        try:
            return Decision.take(self.position, by=by, seen=self.cleaned_data["seen"], **content)
        except ValidationError as refused:
            for name, sentences in refused.message_dict.items():
                self.add_error(name if name in self.fields else None, sentences)
            return None
        except Conflict as lost:
            raise Conflict(lost.reason, kept=self.typed()) from lost

    def typed(self) -> list[Kept]:
        """What was typed, under the labels of the page."""
        shown = []
        for name in self._meta.fields:
            text = str(self.data.get(name, "")).strip()
            if name in ("candidate", "authority", "adviser"):
                text = self._in_words(name, text)
            if text:
                shown.append(Kept(str(self.fields[name].label), text))
        return shown

    def _in_words(self, name, key) -> str:
        if name == "candidate" and key.isdecimal():
            names = self.position.candidates.values_list("pk", "name")
            return {str(pk): text for pk, text in names}.get(key, "")
        return {str(value): str(label) for value, label in self.fields[name].choices}.get(key, "")


def planned_already(appointment) -> str:
    from candidates.position_answers import day

    return _(
        "%(name)s is planned for this stream from %(day)s. Call that appointment off before you "
        "decide."
    ) % {"name": appointment.manager.name, "day": day(appointment.starts_on)}
