"""What waits for whom in a selection. Each task opens a page that its person may use.

Every page counts what waits, so the states of the positions a person knows of are read first, and
a kind is asked only where one of them could make it wait. The number of queries does not depend on
how many tasks there are.
"""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.tasks_waiting import WaitingTask

from .models import Candidate, Position, Scorecard, Submission

#: about how long one criterion takes, once one knows what one has seen
MINUTES_PER_CRITERION = 1


def scorecards(user):
    """For an assessor: each scorecard that is still open."""
    open_ones = (
        Scorecard.objects.writable_by(user).with_progress().order_by("candidate__name", "pk")
    )
    for card in open_ones.select_related("candidate__position__stream"):
        position = card.candidate.position
        yield WaitingTask(
            kind="scorecard",
            what=_("Score %(name)s") % {"name": card.candidate.name},
            sentence=_("%(stream)s: %(done)s of %(all)s criteria done.")
            % {"stream": position.stream.name, "done": card.judged, "all": card.asked},
            minutes=max(1, (card.asked - card.judged) * MINUTES_PER_CRITERION),
            verb=_("Go on") if card.judged else _("Begin"),
            url=reverse("scorecard_detail", args=[card.pk]),
            due_on=position.due_on,
            since=card.created_at.date(),
        )


def drafts(user):
    """For HR: what is prepared and not open yet."""
    organised = Position.objects.organised_by(user).filter(state="draft")
    for position in organised.select_related("stream"):
        yield WaitingTask(
            kind="position_draft",
            what=_("Open the position for %(stream)s") % {"stream": position.stream.name},
            sentence=_("It is prepared and nobody can score yet."),
            minutes=10,
            verb=_("Prepare"),
            url=at(position),
            due_on=position.due_on,
        )


def gaps(user):
    """For HR: a position whose chair, or everybody who could decide, is out of it."""
    organised = Position.objects.organised_by(user).with_gaps().lacking_somebody()
    lacking = organised.filter(Q(lacks_chair=True) | Q(lacks_decider=True))
    for position in lacking.select_related("stream"):
        words = {"stream": position.stream.name}
        yield WaitingTask(
            kind="position_gap",
            what=(
                _("Name who decides on %(stream)s")
                if position.lacks_decider
                else _("Name another chair for %(stream)s")
            )
            % words,
            sentence=_("Somebody can take no part any more; the position says who."),
            minutes=5,
            verb=_("Name"),
            url=reverse("position_edit", args=[position.pk]),
        )


def tellings(user):
    """For HR: candidates who have not been told of the decision."""
    organised = Position.objects.organised_by(user).filter(state="filled")
    untold = Candidate.objects.untold().filter(position__in=organised.values("pk"))
    by_position = {}
    for candidate in untold.select_related("position__stream"):
        by_position.setdefault(candidate.position, []).append(candidate.name)
    for position, names in by_position.items():
        yield WaitingTask(
            kind="telling",
            what=_tell(len(names)),
            sentence=f"{position.stream.name}: {', '.join(names)}.",
            minutes=5 * len(names),
            verb=_("Tell"),
            url=at(position),
        )


def _tell(number) -> str:
    words = ngettext(
        "Tell a candidate of the decision", "Tell %(n)s candidates of the decision", number
    )
    return words % {"n": number}


def discussions(user):
    """For the chair: the day has passed, something is in and the own scorecards are, too."""
    submitted = Submission.objects.filter(scorecard__candidate__position=OuterRef("pk"))
    own_open = Scorecard.objects.still_open().filter(
        candidate__position=OuterRef("pk"), assessor__user=user
    )
    chaired = Position.objects.chaired_by(user).filter(
        Exists(submitted), ~Exists(own_open), state="open"
    )
    for position in chaired.select_related("stream", "site").with_progress(user):
        if position.due_on < position.site.today():
            yield WaitingTask(
                kind="discussion",
                what=_("Open the discussion on %(stream)s?") % {"stream": position.stream.name},
                sentence=_("%(in)s of %(all)s scorecards are in, and the day has passed.")
                % {"in": position.submitted, "all": position.asked},
                minutes=2,
                verb=_("Look"),
                url=at(position),
                due_on=position.due_on,
            )


def decisions(user):
    """For whoever decides: every scorecard is in or excused, and there is somebody to choose."""
    open_ones = Scorecard.objects.still_open().filter(candidate__position=OuterRef("pk"))
    considered = Candidate.objects.considered().filter(position=OuterRef("pk"))
    ready = Position.objects.decided_by(user).filter(
        ~Exists(open_ones), Exists(considered), state="deciding"
    )
    for position in ready.select_related("stream", "reveal"):
        yield WaitingTask(
            kind="decision",
            what=_("Decide who manages %(stream)s") % {"stream": position.stream.name},
            sentence=_("Every scorecard is in; the ranking says how far it holds."),
            minutes=20,
            verb=_("Decide"),
            url=reverse("decision_new", args=[position.pk]),
            since=position.reveal.at.date(),
        )


def at(position) -> str:
    return reverse("position_detail", args=[position.pk])


#: what can wait while a position is in this state
IN_STATE = {
    "draft": (drafts, gaps),
    "open": (scorecards, discussions, gaps),
    "deciding": (scorecards, decisions, gaps),
    "filled": (tellings,),
}


def selection(user):
    """Everything in selection that waits for the user."""
    known = Position.objects.visible_to(user).order_by().values_list("state", flat=True).distinct()
    kinds = [kind for state in known for kind in IN_STATE.get(state, ())]
    for tasks_for in dict.fromkeys(kinds):
        yield from tasks_for(user)
