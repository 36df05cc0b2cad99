"""What a position lacks since somebody is out of it, in sentences for those who can mend it.

Somebody is out who is a candidate or has a conflict of interest. HR and the top person of the head
office step in by themselves; a chair, and a decider where nobody is above, have to be named.
"""

from dataclasses import dataclass

from django.db.models import Exists
from django.utils.translation import gettext as _

from vsm_portal.accounts.models import Membership, Role

from .models import Position, Scorecard
from .models.criteria import Tier
from .models.position_query import hr_left
from .position_answers import day


@dataclass(frozen=True)
class Out:
    """Who takes no part in a position, and why: ids of accounts."""

    candidates: set
    conflicts: set

    @classmethod
    def of(cls, position):
        conflicts = set(position.conflicts.values_list("user", flat=True))
        return cls(position.linked_candidates(), conflicts)

    def __contains__(self, pk):
        return pk in self.candidates or pk in self.conflicts

    def why(self, person) -> str:
        if person.pk in self.candidates:
            return _("%(name)s is a candidate and sees nothing of it.") % {"name": person.name}
        if person.pk in self.conflicts:
            return _("%(name)s has a conflict of interest and takes no part.") % {
                "name": person.name
            }
        return _("%(name)s may no longer sign in.") % {"name": person.name}


def cautions(position) -> list[str]:
    """For HR and whoever decides, while the position runs."""
    out = Out.of(position)
    return [
        *_of_decider(position, out),
        *_of_hr(position, out),
        *_of_chair(position, out),
        *_of_panel(position, out),
        *_of_criteria(position),
    ]


def _of_decider(position, out):
    named, decider = position.stand_in_decider or position.site.top_person, position.decider
    if decider is not None and decider == named:
        return
    if named is None:
        why = _("%(site)s has no top person.") % {"site": position.site}
    else:
        why = out.why(named)
    if decider is None:
        yield f"{why} " + _("Nobody can decide: name who decides instead.")
    else:
        words = {"name": decider.name, "site": position.site.parent}
        yield f"{why} " + _("%(name)s of %(site)s decides, unless you name somebody else.") % words


def _of_hr(position, out):
    hr = Membership.objects.filter(
        site=position.site, role=Role.HR, user__in=out.candidates | out.conflicts
    )
    for membership in hr.select_related("user"):
        yield _("HR of %(site)s:") % {"site": position.site} + f" {out.why(membership.user)}"
    if Position.objects.filter(Exists(hr_left()), pk=position.pk).exists():
        return
    words = {"site": position.site.name, "head": position.site.parent}
    if _has_hr_above(position):
        yield (
            _("No HR of %(site)s is left for this position; HR of %(head)s organises it.") % words
        )
    else:
        yield (
            _(
                "No HR of %(site)s is left for this position. An administrator has to give "
                "somebody the role."
            )
            % words
        )


def _has_hr_above(position) -> bool:
    above = Membership.objects.filter(
        site=position.site.parent_id, role=Role.HR, user__is_active=True
    )
    return above.exclude(user__in=position.excluded_people()).exists()


def _of_chair(position, out):
    if position.chair_id in out or not position.chair.is_active:
        yield f"{out.why(position.chair)} " + _("Name another chair.")


def _of_panel(position, out):
    """Seats that fell empty, and line managers who turned out to be on the panel. A conflict of
    somebody who had handed in nothing is settled: the panel's list says it.
    """
    seats = list(position.panel.select_related("user"))
    scored = set(
        Scorecard.objects.not_counted()
        .filter(candidate__position=position)
        .values_list("assessor", flat=True)
    )
    for seat in seats:
        if seat.pk in scored:
            yield f"{out.why(seat.user)} " + _("What they scored is not counted.")
        elif seat.user_id in out.candidates:
            yield out.why(seat.user)
    led = position.candidates.considered().filter(line_manager__in=[seat.user_id for seat in seats])
    for candidate in led.exclude(line_manager=position.site.top_person_id).select_related(
        "line_manager"
    ):
        yield _(
            "%(manager)s is the line manager of %(candidate)s and sits on the panel: take them "
            "off, or excuse them from this scorecard."
        ) % {"manager": candidate.line_manager.name, "candidate": candidate.name}


def _of_criteria(position):
    if names := tiers_without_criteria(position):
        yield _("No criterion is asked of: %(tiers)s. The ranking goes without it.") % {
            "tiers": ", ".join(names)
        }


def tiers_without_criteria(position) -> list[str]:
    used = set(position.criteria.values_list("criterion__tier", flat=True))
    return [str(tier.label) for tier in Tier if tier not in used]


def conflicts_of(position) -> list[str]:
    """Every declared conflict, in a sentence each; for HR and whoever decides."""
    return [
        (
            _("%(name)s declared a conflict of interest on %(day)s: %(reason)s")
            if conflict.was_declared_by_themselves
            else _("%(by)s noted a conflict of interest of %(name)s on %(day)s: %(reason)s")
        )
        % {
            "name": conflict.user.name,
            "by": conflict.by.name,
            "day": day(conflict.declared_at),
            "reason": conflict.reason,
        }
        for conflict in position.conflicts.select_related("user", "by")
    ]


def consequences_for_you(position, user) -> list[tuple[str, str]]:
    """What follows if this person, who takes part now, declares a conflict: (what, how)."""
    said = [
        (_("From then on"), _("You find nothing of it: no page, no list, no mail.")),
        (
            _("Your scorecards"),
            _("Open ones are excused. Submitted ones stay in the record and are not counted."),
        ),
    ]
    if position.chair_id == user.pk:
        said.append((_("The chair"), _("HR names another one.")))
    decider = position.decider
    if decider and decider.pk == user.pk:
        said.append(
            (_("The decision"), _("The top person of the head office takes it, or whom HR names."))
        )
    if Position.objects.organised_by(user).filter(pk=position.pk).exists():
        said.append(
            (_("HR"), _("Your colleagues go on; where none is left, HR of the head office."))
        )
    return said


def consequences_for_others() -> list[tuple[str, str]]:
    return [
        (_("From then on"), _("They find nothing of it: no page, no list, no mail.")),
        (
            _("Their scorecards"),
            _("Open ones are excused. Submitted ones stay in the record and are not counted."),
        ),
        (_("A seat"), _("They cannot get one afterwards.")),
    ]
