"""The rows of one appointment and its stream as the facts of its charter."""

from dataclasses import dataclass

from .announcement_page import counted
from .charter import Facts, StateDrawn
from .maps.entered import Entered
from .maps.readiness import lacks_of_current, lacks_of_future, maps_in_force
from .models import Announcement, Appointment, CustomerRequirement, MapState


@dataclass(frozen=True)
class Known:
    """The facts, and the rows they come from. letter: the newest announcement or None."""

    appointment: Appointment
    facts: Facts
    in_force: dict[str, Entered]
    drafts: dict[str, int]
    lacks: dict[str, list[str]]
    letter: Announcement | None
    requirements: list[CustomerRequirement]

    @property
    def stream(self):
        return self.appointment.stream


def known_of(appointment) -> Known:
    """In a fixed number of queries. `appointment` is fetched `for_charter()`."""
    stream = appointment.stream
    in_force = maps_in_force(stream)
    newest_first = stream.maps.drafts().order_by("number").values_list("state", "pk")
    drafts = dict(newest_first)
    requirements = list(stream.requirements.all())
    letter = appointment.announcements.with_people().first()
    current, future = in_force.get(MapState.CURRENT), in_force.get(MapState.FUTURE)
    lacks = {
        MapState.CURRENT: _sentences(current and lacks_of_current(current, stream.site.today())),
        MapState.FUTURE: _sentences(future and lacks_of_future(future)),
        MapState.IDEAL: [],
    }

    def drawn(state):
        return StateDrawn(state in in_force, state in drafts, len(lacks[state]))

    asked, confirmed = counted(letter) if letter else (0, 0)
    facts = Facts(
        family_named=stream.family is not None,
        family_confirmed=stream.family is not None and stream.family.proposal_id is not None,
        current=drawn(MapState.CURRENT),
        lead_time_known=current is not None and gives_a_lead_time(current),
        ideal=drawn(MapState.IDEAL),
        future=drawn(MapState.FUTURE),
        announced=letter is not None,
        announced_as_it_holds=letter is not None and letter.authority == appointment.authority,
        asked=asked,
        confirmed=confirmed,
        requirements=len(requirements),
        requirements_met=sum(1 for one in requirements if one.met == CustomerRequirement.Met.MET),
    )
    return Known(appointment, facts, in_force, drafts, lacks, letter, requirements)


def gives_a_lead_time(known: Entered) -> bool:
    analysis = known.analysis
    return bool(analysis and analysis.processes and not known.faults and not analysis.unknown_waits)


def _sentences(lacks) -> list[str]:
    return [sentence for sentence, _map in lacks or ()]
