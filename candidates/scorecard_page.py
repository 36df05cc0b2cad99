"""What surrounds one's own scorecard on each of its pages.

Of the others' work it says one thing: how many assessors are done. Never who, never what.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.charts import progress_steps
from vsm_portal.permission import Answer

from . import permissions
from .models import Position, Scorecard
from .scorecard_contents import Contents
from .scorecard_words import due_words


@dataclass(frozen=True)
class Panel:
    """How many seats have nothing open any more. `mine`: whether the reader's own is among them."""

    done: int
    seats: int
    mine: bool

    @property
    def i_am_last(self) -> bool:
        return not self.mine and self.done == self.seats - 1


@dataclass(frozen=True)
class Surroundings:
    """card; contents; title; trail; titleblock; steps: SVG; readers; panel; may_submit."""

    card: Scorecard
    contents: Contents
    title: str
    trail: list
    titleblock: list
    steps: str
    readers: list
    panel_lead: str
    panel_text: str
    may_submit: Answer


def surroundings(card, contents, user) -> Surroundings:
    own = own_cards(card, user)
    panel = panel_of(card, user, own)
    return Surroundings(
        card=card,
        contents=contents,
        title=title_of(card, contents),
        trail=trail_to(card),
        titleblock=titleblock(card, own),
        steps=steps_of(contents),
        readers=readers(card),
        panel_lead=panel_lead(panel),
        panel_text=panel_text(card, panel, own),
        may_submit=permissions.may_submit(user, card),
    )


def own_cards(card, user):
    """The user's scorecards of the position, of candidates still considered, by name."""
    own = Scorecard.objects.own(user).filter(
        candidate__position=card.position, candidate__state="considered"
    )
    return list(own.select_related("candidate"))


def panel_of(card, user, own) -> Panel:
    position = Position.objects.with_progress(user).get(pk=card.position.pk)
    mine = not any(one.state == Scorecard.State.DRAFT for one in own)
    return Panel(position.seats_done, position.seats, mine)


def title_of(card, contents) -> str:
    return ngettext(
        "%(name)s: %(done)s of one criterion scored",
        "%(name)s: %(done)s of %(all)s criteria scored",
        len(contents.asked),
    ) % {"name": card.candidate.name, "done": contents.done, "all": len(contents.asked)}


def trail_to(card):
    position = card.position
    return [
        (_("Selection"), reverse("position_list")),
        (position.stream.name, reverse("position_detail", args=[position.pk])),
        (_("Scorecard"), ""),
    ]


def titleblock(card, own):
    cells = [
        (_("Position"), str(card.position)),
        (_("Assessor"), card.assessor.user.name),
    ]
    if card in own:
        numbers = {"n": own.index(card) + 1, "all": len(own)}
        cells.append((_("Candidate"), _("%(n)s of %(all)s") % numbers))
    return [*cells, (_("Due"), due_words(card.position))]


def steps_of(contents) -> str:
    return progress_steps([[entry.is_done for entry in tier.entries] for tier in contents.tiers])


def readers(card):
    position = card.position
    decider = position.decider
    panel = _("The panel, HR of %(site)s and %(name)s, who decides.") % {
        "site": position.site.name,
        "name": decider.name if decider else _("whoever is named"),
    }
    if position.is_revealed:
        return [
            (_("Now"), _("Only you.")),
            (_("After you submit"), panel),
            (_("Never"), _("The candidates.")),
        ]
    return [
        (_("Now"), _("Only you.")),
        (_("After you submit"), _("Still only you. HR sees that you submitted, not what.")),
        (_("After the reveal"), panel),
        (_("Never"), _("The candidates, and assessors whose own scorecards are still open.")),
    ]


def panel_lead(panel) -> str:
    return ngettext(
        "%(done)s of one assessor has submitted.",
        "%(done)s of %(all)s assessors have submitted.",
        panel.seats,
    ) % {"done": panel.done, "all": panel.seats}


def panel_text(card, panel, own) -> str:
    if card.position.is_revealed:
        return _("The discussion is open; you see the scores once your own scorecards are in.")
    if not panel.i_am_last:
        return _("The scores open when every scorecard is in.")
    if sum(one.state == Scorecard.State.DRAFT for one in own) > 1:
        return _("Yours are the last. The scores open once they are all in.")
    return _("Yours is the last. The scores open once you have submitted too.")


def what_submitting_does(card) -> str:
    """Said before it is done: what becomes final, and who reads it from then on."""
    position = card.position
    final = _("Afterwards a score changes only in the discussion, with a reason.")
    others_open = position.open_scorecards().exclude(pk=card.pk)
    if position.is_revealed:
        said = _("The discussion is open already: yours is marked as submitted after the opening.")
    elif others_open.exists():
        said = _("Nobody else reads it before the reveal; HR sees that you submitted, not what.")
    else:
        said = _("It is the last one: the panel opens at once, and its assessors read it.")
    return f"{final} {said}"
