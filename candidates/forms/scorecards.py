"""What an assessor types: one criterion, or one warning. A draft may lack anything."""

from django import forms
from django.utils.translation import gettext_lazy as _

from candidates.models import EvidenceKind, EvidenceNote, Score, Seen, WarningObservation
from candidates.models.drafting import save_score, save_warning
from candidates.scorecard_words import (
    NOT_OBSERVED,
    level_words,
    note_words,
    saved_time,
    typed_level,
)
from vsm_portal.permission import Kept

LONGEST_EVIDENCE = 4000
#: what fits into the column of a version
LARGEST_VERSION = 2_147_483_647
LEVELS = [str(level) for level in range(1, 6)]


class TypedText(forms.CharField):
    """Browsers send line ends as CR LF; the same text is the same however it was sent."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class DraftForm(forms.Form):
    """A row of a draft with the version the page saw (0: none yet).

    Subclasses say what it is about, and how a row is told: `typed_in(row)`, `words_of(typed)`.
    """

    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION, widget=forms.HiddenInput)
    evidence = TypedText(
        label=_("Evidence"),
        required=False,
        max_length=LONGEST_EVIDENCE,
        error_messages={
            "max_length": _("At most %(limit_value)d characters; these are %(show_value)d.")
        },
    )

    def __init__(self, about, *args, row=None, **kwargs):
        self.about = about
        kwargs.setdefault("initial", self.typed_in(row))
        super().__init__(*args, **kwargs)

    def on_top_of(self, row) -> "DraftForm":
        """The same form with what was typed here, to be saved over the row as it stands now."""
        typed = {name: self[name].value() for name in self.fields}
        typed["version"] = row.version if row else 0
        return self._again(initial=typed, auto_id=self.auto_id)

    def _again(self, **kwargs) -> "DraftForm":
        return type(self)(self.about, **kwargs)

    def typed(self) -> dict:
        """What stands in each field. The version 0 is one: no row yet."""
        values = {name: self[name].value() for name in self.fields}
        return {name: "" if value is None else value for name, value in values.items()}

    def told(self, row) -> dict:
        """A row as JSON: what the page would have typed for it, in words too, and when it was."""
        typed = self.typed_in(row)
        return typed | self.words_of(typed) | {"saved": saved_time(row)}

    def kept(self) -> list[Kept]:
        """Everything typed, for an error page that must not lose it."""
        labels, words = self.fields, self.words_of(self.typed())
        said = [Kept(str(labels[name[:-6]].label), str(text)) for name, text in words.items()]
        return [Kept(str(labels["evidence"].label), self.typed()["evidence"]), *said]


class ScoreForm(DraftForm):
    level = forms.CharField(label=_("Level"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind of evidence"),
        required=False,
        choices=EvidenceKind,
        error_messages={"invalid_choice": _("Choose one of the four kinds of evidence.")},
    )

    note = forms.ChoiceField(
        label=_("What it rests on"),
        required=False,
        error_messages={"invalid_choice": _("This note is not in this scorecard.")},
    )

    def __init__(self, *args, notes=(), **kwargs):
        """notes: of the scorecard, on which the score may rest."""
        super().__init__(*args, **kwargs)
        self.notes = {str(note.pk): note for note in notes}
        self.fields["note"].choices = [(pk, note_words(note)) for pk, note in self.notes.items()]

    def _again(self, **kwargs):
        return type(self)(self.about, notes=self.notes.values(), **kwargs)

    def clean(self):
        """Never both: what a score rests on has one place."""
        cleaned = super().clean()
        if cleaned.get("note") and cleaned.get("evidence"):
            self.add_error(
                "note",
                _("It rests on the note or on words of its own: empty the evidence, or take that."),
            )
        return cleaned

    def clean_level(self):
        level = self.cleaned_data["level"]
        if len(self._answers()) > 1:
            raise forms.ValidationError(
                _("Choose one answer: one of the five levels, or “Not observed”.")
            )
        if level and level not in (*LEVELS, NOT_OBSERVED):
            raise forms.ValidationError(
                _("Choose one of the five levels, or “Not observed”: whole levels only.")
            )
        return level

    def _answers(self) -> set[str]:
        """All that was sent for the one choice, by whatever sent it."""
        sent = {*self.data.getlist("level")} - {""}
        return sent | {NOT_OBSERVED} if self.data.get(NOT_OBSERVED) else sent

    def save(self, card) -> Score | None:
        data = self.cleaned_data
        level = data["level"]
        return save_score(
            card,
            self.about,
            version=data["version"],
            level=int(level) if level in LEVELS else None,
            not_observed=level == NOT_OBSERVED,
            evidence=data["evidence"],
            kind="" if data["note"] else data["kind"],
            note=self.chosen_note(data["note"]),
        )

    def chosen_note(self, typed) -> EvidenceNote | None:
        return self.notes.get(typed)

    @staticmethod
    def typed_in(row) -> dict:
        if row is None:
            return {"version": 0, "level": "", "evidence": "", "kind": "", "note": ""}
        return {
            "version": row.version,
            "level": typed_level(row),
            "evidence": row.evidence,
            "kind": row.kind,
            "note": str(row.note_id or ""),
        }

    def words_of(self, typed) -> dict:
        known = typed["level"] if typed["level"] in (*LEVELS, NOT_OBSERVED) else ""
        note = self.chosen_note(typed["note"])
        return {
            "level_words": level_words(self.about, known),
            "kind_words": str(dict(EvidenceKind.choices).get(typed["kind"], "")),
            **({"note_words": note_words(note)} if note else {}),
        }


class WarningForm(DraftForm):
    seen = forms.ChoiceField(
        label=_("Seen or not"),
        required=False,
        choices=Seen,
        error_messages={"invalid_choice": _("Choose one of the three answers.")},
    )

    def save(self, card) -> WarningObservation | None:
        data = self.cleaned_data
        return save_warning(
            card, self.about, version=data["version"], seen=data["seen"], evidence=data["evidence"]
        )

    @staticmethod
    def typed_in(row) -> dict:
        if row is None:
            return {"version": 0, "seen": "", "evidence": ""}
        return {"version": row.version, "seen": row.seen, "evidence": row.evidence}

    def words_of(self, typed) -> dict:
        return {"seen_words": str(dict(Seen.choices).get(typed["seen"], ""))}
