"""The charter as page and as PDF show it: nine rows, the terms, the boundary, the letter."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from . import charter_words as words
from . import permissions
from .announcement_page import letter_state
from .answers import day
from .charter import Duty, Standing, standings
from .charter_facts import Known, known_of
from .daily_words import said_of
from .models import MapState

#: the responsibilities that are maps
MAPS = {
    Duty.CURRENT: MapState.CURRENT,
    Duty.IDEAL: MapState.IDEAL,
    Duty.FUTURE: MapState.FUTURE,
}


@dataclass(frozen=True)
class Row:
    """One responsibility. link: (label, address) of its evidence or where it is mended, or None.

    further: links of the same kind that rooms above add.
    """

    number: int
    name: str
    asked: str
    standing: Standing
    sign: str
    state: str
    evidence: str
    link: tuple[str, str] | None
    further: tuple[tuple[str, str], ...] = ()


def everything_on(appointment, user) -> dict:
    """The context of the page. `appointment` is fetched `for_charter()`."""
    known = known_of(appointment)
    found = standings(known.facts)
    return {
        "title": words.title(known, found),
        "lede": words.lede(appointment),
        "titleblock": titleblock(appointment),
        "rows": rows(known, found, user),
        "appointment": appointment,
        "stream": appointment.stream,
        "requirements": known.requirements,
        "meaning": words.MEANING[appointment.authority],
        "reports_elsewhere": reports_elsewhere(appointment),
        "may_edit": permissions.may_edit_stream(user, appointment.stream),
        "may_edit_terms": permissions.may_edit_appointment(user, appointment),
        **letter_state(appointment, known.letter, user),
    }


def titleblock(appointment) -> list[tuple[str, str]]:
    return [
        (_("Manager"), appointment.manager.name),
        (_("First day"), day(appointment.starts_on)),
        (_("Reports to"), appointment.reports_to.name),
        (_("Site"), appointment.stream.site.name),
    ]


def reports_elsewhere(appointment) -> str:
    """The warning where the manager does not report to the top person of the site."""
    top = appointment.stream.site.top_person
    if top is None:
        return _("The site has no top person named yet.")
    if appointment.reports_to_top_person:
        return ""
    return _("This is not the top person of the site, %(name)s.") % {"name": top.name}


def rows(known: Known, found, user) -> list[Row]:
    daily = said_of(known.appointment, user)
    evidence = words.evidence(known, daily)
    edits = bool(permissions.may_edit_stream(user, known.stream))
    return [
        Row(
            number=number,
            name=str(name),
            asked=str(asked),
            standing=found[duty],
            sign=words.SIGN[found[duty]],
            state=words.standing_words(duty, found[duty]),
            evidence=evidence[duty],
            link=_link(known, duty, user, edits),
            further=tuple(word.link for word in daily) if duty == Duty.DAILY else (),
        )
        for number, (duty, (name, asked)) in enumerate(words.DUTIES.items(), 1)
    ]


def _link(known, duty, user, edits):
    if duty in MAPS:
        return _map_link(known, MAPS[duty], edits)
    if duty == Duty.FAMILY:
        return _family_link(known, edits)
    if duty == Duty.ANALYSIS:
        current = known.in_force.get(MapState.CURRENT)
        return current and (_("The figures"), current.drawn.get_absolute_url())
    if duty == Duty.PEOPLE:
        return _people_link(known, user)
    if duty == Duty.DAILY:
        return _daily_link(known, edits)
    return None


def _map_link(known, state, edits):
    drawn = known.in_force.get(state)
    if drawn is not None:
        return _("The map"), drawn.drawn.get_absolute_url()
    if state in known.drafts:
        return _("The draft"), reverse("map_detail", args=[known.drafts[state]])
    if not edits:
        return None
    return _("Draw it"), reverse("map_create", args=[known.stream.pk]) + f"?state={state}"


def _family_link(known, edits):
    family = known.stream.family
    if family is not None and family.proposal is not None:
        return _("The family"), reverse("family_detail", args=[family.pk])
    if not edits:
        return None
    if family is None:
        return _("Name the family"), reverse("stream_edit", args=[known.stream.pk])
    return _("Find it in a matrix"), reverse("matrix_list")


def _people_link(known, user):
    if permissions.may_announce(user, known.appointment) and not known.facts.announced_as_it_holds:
        label = _("Announce it again") if known.letter else _("Announce it")
        return label, reverse("announcement_create", args=[known.appointment.pk])
    if known.letter and permissions.may_read_announcement(user, known.appointment):
        return _("The letter"), reverse("announcement_detail", args=[known.letter.pk])
    return None


def _daily_link(known, edits):
    if known.requirements:
        return _("The requirements"), reverse("stream_detail", args=[known.stream.pk])
    if not edits:
        return None
    return _("Enter one"), reverse("requirement_create", args=[known.stream.pk])
