"""A conflict on a page without a script: both texts, field by field where they differ."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .row_form import RowForm


@dataclass(frozen=True)
class BothTexts:
    lead: str
    theirs: str
    mine: str


def both_texts(form: RowForm, theirs, saved: str) -> BothTexts:
    """form: as it was typed; theirs: the row as it stands; saved: when and by whom."""
    told = form.told(theirs)
    typed = {name: _as_told(form, name) for name in told}
    differing = [name for name in told if typed[name] != told[name]]

    def lines(values) -> str:
        return "\n".join(f"{form.fields[name].label}: {values[name] or '–'}" for name in differing)

    lead = _("Saved elsewhere at %(time)s, while you were writing.") % {"time": saved}
    return BothTexts(lead, lines(told), lines(typed))


def _as_told(form, name) -> str:
    """What was typed, as a row that says the same would be told."""
    field = form.fields[name]
    if name in form.cleaned_data and hasattr(field, "prepare_value"):
        value = field.prepare_value(form.cleaned_data[name])
        if not isinstance(value, bool):
            return str(value or "") if not hasattr(value, "isoformat") else value.isoformat()
        return "on" if value else ""
    return str(form[name].value() or "")
