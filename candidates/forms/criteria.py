"""Which criteria a position uses, and the next version of one criterion."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.models import Criterion, Position, PositionCriterion
from candidates.models.criteria import Tier
from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, Kept, update_once

from .reasons import reason_field

TEXTS = ["name", "question", "ask_further", "nudge", "weight"]
LONGEST_NAME, LONGEST_SENTENCE = 60, 400


class PositionCriteriaForm(forms.Form):
    """A tick and a weight within its tier for every criterion of the frozen version."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, position, **kwargs):
        super().__init__(*args, **kwargs)
        self.position = position
        self.fields["version"].initial = position.version
        offered = position.criteria_set.criteria.all()
        if not position.is_enterprise:
            offered = offered.filter(enterprise_only=False)
        self.offered = list(offered)
        used = dict(position.criteria.values_list("criterion", "weight"))
        for criterion in self.offered:
            self.fields[f"use_{criterion.pk}"] = forms.BooleanField(
                label=criterion.name, required=False, initial=criterion.pk in used
            )
            self.fields[f"weight_{criterion.pk}"] = forms.IntegerField(
                label=_("Weight of “%(name)s” within its tier") % {"name": criterion.name},
                min_value=1,
                max_value=100,
                initial=used.get(criterion.pk, criterion.weight),
            )

    @property
    def tiers(self):
        """[(tier in words, [(criterion, tick, weight)])] for the page."""
        return [
            (
                tier.label,
                [
                    (each, self[f"use_{each.pk}"], self[f"weight_{each.pk}"])
                    for each in self.offered
                    if each.tier == tier
                ],
            )
            for tier in Tier
        ]

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(f"use_{each.pk}") for each in self.offered):
            raise ValidationError(_("Choose at least one criterion."))
        return cleaned

    def save(self, *, by):
        """All as one change, provided that nobody changed or opened the position meanwhile."""
        with transaction.atomic():
            update_once(
                Position.objects.filter(
                    pk=self.position.pk, state="draft", version=self.cleaned_data["version"]
                ),
                version=models.F("version") + 1,
            )
            chosen = [each for each in self.offered if self.cleaned_data[f"use_{each.pk}"]]
            # Those that stay keep their rows: whom they are asked of hangs on them.
            self.position.criteria.exclude(criterion__in=chosen).delete()
            PositionCriterion.objects.bulk_create(
                (
                    PositionCriterion(
                        position=self.position,
                        criterion=each,
                        weight=self.cleaned_data[f"weight_{each.pk}"],
                    )
                    for each in chosen
                ),
                update_conflicts=True,
                update_fields=["weight"],
                unique_fields=["position", "criterion"],
            )
            record("position.criteria_chosen", self.position, by=by)


class CriterionForm(forms.ModelForm):
    """One criterion as it shall be in the next version, with the words of its five levels."""

    class Meta:
        model = Criterion
        fields = TEXTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for level, (name, sentence) in enumerate(self.instance.levels, start=1):
            self.fields[f"level_{level}"] = forms.CharField(
                label=_("Level %(level)s in a word") % {"level": level},
                max_length=LONGEST_NAME,
                initial=name,
            )
            self.fields[f"sentence_{level}"] = forms.CharField(
                label=_("Level %(level)s: what one can see") % {"level": level},
                max_length=LONGEST_SENTENCE,
                initial=sentence,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.fields["reason"] = reason_field(
            required=True, label=gettext_lazy("What changes, and why")
        )

    def clean(self):
        cleaned = super().clean()
        for field in ("level", "sentence"):
            self._demand_five_different(field)
        return cleaned

    def _demand_five_different(self, field):
        """No text twice: two levels in the same words are one level."""
        seen = {}
        for level in range(1, 6):
            text = self.cleaned_data.get(f"{field}_{level}", "").casefold()
            if text and text in seen:
                self.add_error(
                    f"{field}_{level}",
                    _("Level %(other)s says the same.") % {"other": seen[text]},
                )
            seen.setdefault(text, level)

    def make_next_version(self, *, by):
        """The new set of criteria. `Conflict` with what was typed when somebody was faster."""
        changes = {name: self.cleaned_data[name] for name in TEXTS}
        changes["levels"] = [
            [self.cleaned_data[f"level_{level}"], self.cleaned_data[f"sentence_{level}"]]
            for level in range(1, 6)
        ]
        try:
            return self.instance.criteria_set.next_version(
                by=by,
                reason=self.cleaned_data["reason"],
                changes={self.instance.key: changes},
            )
        except (IntegrityError, ValidationError) as taken:
            raise Conflict(
                _("Somebody else made the next version meanwhile. Nothing was overwritten."),
                kept=[
                    Kept(str(self.fields[name].label), str(self.cleaned_data[name]))
                    for name in self.changed_data
                ],
            ) from taken
