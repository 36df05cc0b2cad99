"""Which criteria a position uses, and the next version of a site's criteria."""

from contextlib import contextmanager

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.models import CriteriaSet, Criterion, PositionCriterion
from candidates.models.criteria import Tier
from candidates.models.criteria_change import change_criteria, move_to_newest
from vsm_portal.permission import Conflict, Kept

from .reasons import STANDS_IN_THE_RECORD, reason_field

TEXTS = ["name", "question", "ask_further", "nudge", "weight"]
LONGEST_NAME, LONGEST_SENTENCE = 60, 400
SAID_OF_THE_VERSION = gettext_lazy("It stands beside the next version.")


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
        if position.state != "draft":
            self.fields["reason"] = reason_field(required=True, help_text=STANDS_IN_THE_RECORD)

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

    @property
    def removed(self) -> list[str]:
        """Names of what was taken out after the opening, and keeps its scores in the record."""
        return [
            row.criterion.name
            for row in PositionCriterion.with_removed.filter(position=self.position)
            .exclude(removed_at=None)
            .select_related("criterion")
        ]

    def save(self, *, by) -> bool:
        """All as one change, provided that nobody changed or opened the position meanwhile. False
        when it cannot be so; the form says why.
        """
        try:
            change_criteria(
                self.position,
                {
                    each: self.cleaned_data[f"weight_{each.pk}"]
                    for each in self.offered
                    if self.cleaned_data[f"use_{each.pk}"]
                },
                by=by,
                version=self.cleaned_data["version"],
                reason=self.cleaned_data.get("reason", ""),
            )
        except ValidationError as refused:
            self.add_error(None, refused.messages)
            return False
        return True


class NewestCriteriaForm(forms.Form):
    """Move to the newest version, as it was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    newest = forms.ModelChoiceField(CriteriaSet.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args, position, newest, **kwargs):
        super().__init__(*args, **kwargs)
        self.position = position
        self.fields["version"].initial = position.version
        self.fields["newest"].initial = newest.pk
        self.fields["newest"].queryset = position.site.criteria_sets.all()
        if position.state != "draft":
            self.fields["reason"] = reason_field(required=True, help_text=STANDS_IN_THE_RECORD)

    def save(self, *, by) -> bool:
        """False when it cannot be so; the form says why."""
        try:
            move_to_newest(
                self.position,
                self.cleaned_data["newest"],
                by=by,
                version=self.cleaned_data["version"],
                reason=self.cleaned_data.get("reason", ""),
            )
        except ValidationError as refused:
            self.add_error(None, refused.messages)
            return False
        return True


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
        with kept_in_a_conflict(self):
            return self._next_version(by, self.cleaned_data["reason"])

    def _next_version(self, by, reason):
        changes = {name: self.cleaned_data[name] for name in TEXTS} | {"levels": self._levels()}
        return self.instance.criteria_set.next_version(
            by=by, reason=reason, changes={self.instance.key: changes}
        )

    def _levels(self):
        told = self.cleaned_data
        return [[told[f"level_{level}"], told[f"sentence_{level}"]] for level in range(1, 6)]


class NewCriterionForm(CriterionForm):
    """One more criterion; where it stands, and whom it is asked of, is said once."""

    class Meta(CriterionForm.Meta):
        fields = ["tier", *TEXTS, "enterprise_only"]

    def __init__(self, *args, criteria_set, **kwargs):
        blank = Criterion(criteria_set=criteria_set, levels=[["", ""]] * 5)
        super().__init__(*args, instance=blank, **kwargs)

    def clean_name(self):
        name = self.cleaned_data["name"]
        if self.instance.criteria_set.criteria.filter(name__iexact=name).exists():
            raise ValidationError(_("There is a criterion of this name already."))
        return name

    def _next_version(self, by, reason):
        self.instance.levels = self._levels()
        return self.instance.criteria_set.add_criterion(self.instance, by=by, reason=reason)


class RetirementForm(forms.Form):
    """Nothing but the reason."""

    def __init__(self, *args, criterion, **kwargs):
        super().__init__(*args, **kwargs)
        self.criterion = criterion
        self.fields["reason"] = reason_field(required=True, help_text=SAID_OF_THE_VERSION)

    def make_next_version(self, *, by):
        with kept_in_a_conflict(self):
            retiring = self.criterion.criteria_set.retire
            return retiring(self.criterion, by=by, reason=self.cleaned_data["reason"])


@contextmanager
def kept_in_a_conflict(form):
    """Of two people who make the next version, the later one keeps what they typed."""
    try:
        yield
    except (IntegrityError, ValidationError) as taken:
        raise Conflict(
            _("Somebody else made the next version meanwhile. Nothing was overwritten."),
            kept=[
                Kept(str(form.fields[name].label), str(form.cleaned_data[name]))
                for name in form.changed_data
            ],
        ) from taken
