"""What whoever decides has before them: the candidates by place, and what becomes final."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .forms.deciding import planned_already
from .position_answers import day
from .standing_signs import condition_signs, notice_signs, warning_signs


def everything_for(position, form) -> dict:
    appointments = position.stream.appointments.select_related("manager")
    chosen = form["candidate"].value()
    return {
        "position": position,
        "title": _("Who will manage %(stream)s?") % {"stream": position.stream.name},
        "trail": [
            (_("Selection"), reverse("position_list")),
            (position.stream.name, reverse("position_detail", args=[position.pk])),
            (_("Decision"), ""),
        ],
        "rows": [_row(each, form, chosen) for each in form.standings],
        "leads_now": ends_on(now) if (now := appointments.current().first()) else "",
        "planned": planned_already(next_one)
        if (next_one := appointments.planned().first())
        else "",
        "becomes_final": becomes_final(position, len(form.by_key)),
    }


def _row(standing, form, chosen) -> dict:
    """One candidate to choose: standing, the two covers, conditions and warnings as signs."""
    key = str(standing["candidate"])
    return {
        "key": key,
        "chosen": key == str(chosen),
        "standing": standing,
        "conditions": condition_signs(standing, form.snapshot["terms"]),
        "warnings": warning_signs(standing) + notice_signs(standing, form.snapshot),
        "account": _about_account(form.by_key[key]),
    }


def _about_account(candidate) -> str:
    if candidate.user is None:
        return _("has no account here: one is made, and an administrator opens it")
    if not candidate.user.is_active:
        return _("has a closed account: an administrator opens it")
    return ""


def becomes_final(position, candidates) -> str:
    """Said beside the button: what cannot be undone, who is told, who loses sight."""
    told = ngettext(
        "HR of %(site)s or you then tell the candidate, and note it.",
        "HR of %(site)s or you then tell all %(n)s candidates, and note it.",
        candidates,
    ) % {"site": position.site.name, "n": candidates}
    return _(
        "The decision is never edited: only a further record takes it back. It keeps the ranking "
        "of this moment and plans the appointment. The panel no longer reads scores. %(told)s"
    ) % {"told": told}


def ends_on(appointment) -> str:
    return _(
        "%(name)s leads this stream since %(day)s. That appointment ends on the new first day."
    ) % {"name": appointment.manager.name, "day": day(appointment.starts_on)}
