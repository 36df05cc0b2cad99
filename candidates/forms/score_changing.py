"""A changed score, after the panel is open."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.models import EvidenceKind, ScoreChange
from candidates.models.score_change import WITHOUT, evidence_added
from vsm_portal.permission import Conflict, Kept

from .reasons import reason_field
from .scorecards import LARGEST_VERSION, LONGEST_EVIDENCE, TypedText

NOT_OBSERVED = "not_observed"
LEVELS = [str(level) for level in range(1, 6)]


class ScoreChangeForm(forms.Form):
    """Another level for one's own score, or not observed; saved only as the score was opened.

    `asked`: which of evidence and kind the score has not; a level needs both.
    """

    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION, widget=forms.HiddenInput)
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=[(value, value) for value in [*LEVELS, NOT_OBSERVED]],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the sentence that comes closest."),
            "invalid_choice": gettext_lazy("A level is a whole number from 1 to 5."),
        },
    )
    evidence = TypedText(
        label=gettext_lazy("Evidence"),
        required=False,
        max_length=LONGEST_EVIDENCE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One line is enough: where, when, what."),
        error_messages={"required": WITHOUT["evidence"]},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of evidence"),
        required=False,
        choices=EvidenceKind,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), WITHOUT["kind"]),
    )

    def __init__(self, *args, score, **kwargs):
        super().__init__(*args, **kwargs)
        self.score, self.asked = score, score.lacking_evidence
        for name in self.asked:
            self.fields[name].required = score.level is None
        self.fields["version"].initial = score.version
        self.fields["level"].initial = as_choice(score.level)
        self.fields["reason"] = reason_field(
            required=True,
            label=_("What did the discussion show?"),
            help_text=_("It stands beside both rounds, in the ranking and in the record."),
            longest=400,
        )

    def clean_level(self):
        level = self.cleaned_data["level"]
        if level == as_choice(self.score.level) and not self._is_outdated():
            raise ValidationError(_("This is what stands there already."))
        return level

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("level") in LEVELS and not set(self.asked) & set(self.errors):
            try:
                given = {name: cleaned.get(name, "") for name in ("evidence", "kind")}
                evidence_added(self.score, **given)
            except ValidationError as lacking:
                self.add_error(None, lacking)
        return cleaned

    def _is_outdated(self) -> bool:
        return self.cleaned_data.get("version") != self.score.version

    def change(self, *, by) -> ScoreChange:
        """Make the change; somebody faster is a `Conflict` with both levels and the reason."""
        level, reason = self.cleaned_data["level"], self.cleaned_data["reason"]
        evidence, kind = self.cleaned_data["evidence"], self.cleaned_data["kind"]
        stands = level_in_words(self.score)
        self.score.version = self.cleaned_data["version"]
        try:
            return ScoreChange.make(
                self.score,
                by=by,
                level=None if level == NOT_OBSERVED else int(level),
                not_observed=level == NOT_OBSERVED,
                reason=reason,
                evidence=evidence,
                kind=kind,
            )
        except Conflict as lost:
            mine = _("not observed") if level == NOT_OBSERVED else level
            kept = [Kept(_("Level"), mine, stands), Kept(_("Reason"), reason)]
            if evidence:
                kept.append(Kept(str(self.fields["evidence"].label), evidence))
            raise Conflict(lost.reason, kept=kept) from lost


def as_choice(level) -> str:
    return NOT_OBSERVED if level is None else str(level)


def level_in_words(score) -> str:
    return _("not observed") if score.level is None else str(score.level)
