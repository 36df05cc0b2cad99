"""A dated note: what was seen or heard, and which scores rest on it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.models import EvidenceKind
from candidates.models.note_keeping import change_note, make_note
from vsm_portal.days import DayField
from vsm_portal.permission import Kept

from .scorecards import LARGEST_VERSION, LONGEST_EVIDENCE, TypedText


class NoteForm(forms.Form):
    """version: of the note, or, for a new one, of the score whose evidence it takes over."""

    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION, widget=forms.HiddenInput)
    on = DayField(label=gettext_lazy("Day"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of evidence"), choices=EvidenceKind, widget=forms.RadioSelect
    )
    text = TypedText(
        label=gettext_lazy("What you saw or heard"),
        max_length=LONGEST_EVIDENCE,
        help_text=gettext_lazy(
            "Where, when, what. Every score that rests on it shows these words."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    further = forms.MultipleChoiceField(
        label=gettext_lazy("It is evidence for these criteria, too"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, card, free, **kwargs):
        """free: the entries of the scorecard that may still be carried by it."""
        super().__init__(*args, **kwargs)
        self.card = card
        self.free = {str(entry.criterion.pk): entry.criterion for entry in free}
        if self.free:
            self.fields["further"].choices = [
                (pk, criterion.criterion.name) for pk, criterion in self.free.items()
            ]
        else:
            del self.fields["further"]

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on > self.card.position.site.today():
            raise forms.ValidationError(_("This day is still to come."))
        return on

    def _typed(self) -> dict:
        data = self.cleaned_data
        chosen = [self.free[pk] for pk in data.get("further", ())]
        return {name: data[name] for name in ("version", "on", "kind", "text")} | {
            "further": chosen
        }

    def make(self, source):
        return make_note(self.card, source, **self._typed())

    def change(self, note) -> None:
        change_note(note, **self._typed())

    def kept(self, theirs=None) -> list[Kept]:
        """What was typed, for an error page that must not lose it; theirs: what stands there."""
        return [
            Kept(str(self.fields["text"].label), self.data.get("text", ""), theirs or ""),
            Kept(str(self.fields["on"].label), self.data.get("on", "")),
        ]
