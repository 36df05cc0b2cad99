"""What the charter says: the nine responsibilities, what an authority means, how far things are."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .announcement_page import announced
from .answers import day
from .charter import Duty, Standing
from .maps import headings
from .models import Authority, MapState, State

#: responsibility → its name, and what is asked
DUTIES = {
    Duty.FAMILY: (
        gettext_lazy("Define the product family"),
        gettext_lazy("Find out by the routing of the products which of them belong together."),
    ),
    Duty.CURRENT: (
        gettext_lazy("See that the current state is drawn"),
        gettext_lazy("From one end of the stream to the other, as it runs today."),
    ),
    Duty.ANALYSIS: (
        gettext_lazy("Analyse it on facts"),
        gettext_lazy("Lead time, waits and who is over takt, from what was measured."),
    ),
    Duty.IDEAL: (
        gettext_lazy("Draw the ideal state"),
        gettext_lazy("What the stream could look like in the long term."),
    ),
    Duty.FUTURE: (
        gettext_lazy("Draw the future state"),
        gettext_lazy("Less waste and more value in the short to medium term, by lean techniques."),
    ),
    Duty.PLAN: (
        gettext_lazy("Make the plan"),
        gettext_lazy("How the stream gets to the future state, step by step."),
    ),
    Duty.IMPLEMENTATION: (
        gettext_lazy("Lead its implementation"),
        gettext_lazy("What was planned is done, and what was in the way is dealt with."),
    ),
    Duty.PEOPLE: (
        gettext_lazy("Mobilise the people, inside and outside"),
        gettext_lazy("Those along the stream, the departments, customers and suppliers."),
    ),
    Duty.DAILY: (
        gettext_lazy("Keep today’s commitments"),
        gettext_lazy("What the customer was promised holds while the stream is improved."),
    ),
}

STANDING = {
    Standing.DONE: gettext_lazy("done"),
    Standing.BEGUN: gettext_lazy("begun"),
    Standing.MISSING: gettext_lazy("missing"),
    Standing.UNRECORDED: gettext_lazy("not recorded yet"),
}
OF_DAILY = STANDING | {
    Standing.DONE: gettext_lazy("kept"),
    Standing.BEGUN: gettext_lazy("not all kept"),
}
SIGN = {
    Standing.DONE: "ok",
    Standing.BEGUN: "warn",
    Standing.MISSING: "bad",
    Standing.UNRECORDED: "calm",
}

#: what an authority allows, and what its holder can be held to
MEANING = {
    Authority.MONITOR: gettext_lazy(
        "Sees the whole stream and says how it runs. Those who lead the departments decide. "
        "Can be held to a true picture of the stream, not to its results."
    ),
    Authority.INFLUENCE: gettext_lazy(
        "Leads the improvement of the stream across departments that decide on their own people "
        "and machines. Can be held to the plan and to what was agreed, not to the whole result."
    ),
    Authority.PROFIT_AND_LOSS: gettext_lazy(
        "Decides on people, machines and money of the stream. Answers for its result."
    ),
}


def standing_words(duty, standing) -> str:
    return str((OF_DAILY if duty == Duty.DAILY else STANDING)[standing])


def title(known, standings) -> str:
    """ "Tomás Varga: 4 of 9 responsibilities are done, 1 is begun, 2 are missing" """
    count = list(standings.values()).count
    done, begun, missing = map(count, (Standing.DONE, Standing.BEGUN, Standing.MISSING))
    words = {"manager": known.appointment.manager.name, "n": done}
    said = []
    first = ngettext(
        "%(manager)s: %(n)s of 9 responsibilities is done",
        "%(manager)s: %(n)s of 9 responsibilities are done",
        done,
    )
    if begun:
        said.append(ngettext("%(n)s is begun", "%(n)s are begun", begun) % {"n": begun})
    if missing:
        said.append(ngettext("%(n)s is missing", "%(n)s are missing", missing) % {"n": missing})
    return ", ".join([first % words, *said])


def lede(appointment) -> str:
    words = {"stream": appointment.stream.name, "day": day(appointment.starts_on)}
    if appointment.state == State.ENDED:
        return _("The appointment has ended; this is how %(stream)s stands today.") % words
    if appointment.state == State.PLANNED:
        return _("What the manager of %(stream)s is there for, from %(day)s.") % words
    return _("What the manager of %(stream)s is there for, and how far each part has come.") % words


def evidence(known, daily=()) -> dict[Duty, str]:
    """What stands behind each state, in a sentence or two; daily: what rooms above say of it."""
    return {
        Duty.FAMILY: _family(known),
        Duty.CURRENT: _map(known, MapState.CURRENT),
        Duty.ANALYSIS: _analysis(known),
        Duty.IDEAL: _map(known, MapState.IDEAL),
        Duty.FUTURE: _map(known, MapState.FUTURE),
        Duty.PLAN: _("Value-stream plans are not recorded yet."),
        Duty.IMPLEMENTATION: _("Progress against a plan is not recorded yet."),
        Duty.PEOPLE: " ".join(
            [
                announced(known.appointment, known.letter),
                _("What departments, customers and suppliers agreed to is not recorded yet."),
            ]
        ),
        Duty.DAILY: " ".join([_commitments(known), *(word.sentence for word in daily)]),
    }


def _family(known) -> str:
    family = known.stream.family
    if family is None:
        return _("The stream names no product family.")
    if family.proposal is None:
        return _("%(family)s is named; no product matrix confirms it.") % {"family": family.name}
    return _("%(family)s, confirmed by %(who)s on %(day)s.") % {
        "family": family.name,
        "who": family.proposal.confirmed_by.name,
        "day": date_format(family.proposal.confirmed_at, "j F Y"),
    }


def _map(known, state) -> str:
    drawn = known.in_force.get(state)
    if drawn is None:
        if state in known.drafts:
            return _("A draft is begun; none is in force.")
        return _("No map of this state is there.")
    said = _("Version %(number)s is in force.") % {"number": drawn.drawn.number}
    if drawn.drawn.as_of:
        said = _("Version %(number)s is in force, as of %(day)s.") % {
            "number": drawn.drawn.number,
            "day": day(drawn.drawn.as_of),
        }
    return " ".join([said, *known.lacks[state]])


def _analysis(known) -> str:
    current = known.in_force.get(MapState.CURRENT)
    if current is None:
        return _("It begins with a current-state map in force.")
    return " ".join(filter(None, [headings.of_map(current) + ".", headings.below_map(current)]))


def _commitments(known) -> str:
    facts = known.facts
    if not facts.requirements:
        return _("Nobody has said what the customer requires.")
    said = ngettext(
        "%(met)s of %(n)s requirement of the customer is met.",
        "%(met)s of %(n)s requirements of the customer are met.",
        facts.requirements,
    )
    return said % {"met": facts.requirements_met, "n": facts.requirements}
