"""The nine responsibilities of a value-stream manager, each with the state that the facts give it.

Source: the paper on the value-stream manager, its list of nine activities.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Duty(StrEnum):
    FAMILY = "family"
    CURRENT = "current"
    ANALYSIS = "analysis"
    IDEAL = "ideal"
    FUTURE = "future"
    PLAN = "plan"
    IMPLEMENTATION = "implementation"
    PEOPLE = "people"
    DAILY = "daily"


class Standing(StrEnum):
    """UNRECORDED: the portal holds nothing it could be told from, so nobody lacks anything."""

    DONE = "done"
    BEGUN = "begun"
    MISSING = "missing"
    UNRECORDED = "unrecorded"


@dataclass(frozen=True)
class StateDrawn:
    """What there is of one state of the map. lacks: how much the map in force still lacks."""

    in_force: bool = False
    draft: bool = False
    lacks: int = 0


@dataclass(frozen=True)
class Facts:
    """What is known of one appointment and its stream.

    asked, confirmed: people a letter of the authority that holds today is addressed to, and those
    of them who confirmed reading it. agreed, plan, implementation: None while nothing is recorded.
    """

    family_named: bool = False
    family_confirmed: bool = False
    current: StateDrawn = field(default_factory=StateDrawn)
    lead_time_known: bool = False
    ideal: StateDrawn = field(default_factory=StateDrawn)
    future: StateDrawn = field(default_factory=StateDrawn)
    plan: bool | None = None
    implementation: bool | None = None
    announced: bool = False
    announced_as_it_holds: bool = False
    asked: int = 0
    confirmed: int = 0
    agreed: bool | None = None
    requirements: int = 0
    requirements_met: int = 0


def standings(facts: Facts) -> dict[Duty, Standing]:
    """
    A manager whose family is confirmed, who walked and analysed the stream, and has begun to draw
    the future state; announced to five people, of whom three have read it; one of two requirements
    of the customer is met:

    >>> facts = Facts(
    ...     family_named=True, family_confirmed=True,
    ...     current=StateDrawn(in_force=True), lead_time_known=True,
    ...     future=StateDrawn(draft=True),
    ...     announced=True, announced_as_it_holds=True, asked=5, confirmed=3,
    ...     requirements=2, requirements_met=1,
    ... )
    >>> for duty, standing in standings(facts).items():
    ...     print(duty, standing)
    family done
    current done
    analysis done
    ideal missing
    future begun
    plan unrecorded
    implementation unrecorded
    people begun
    daily begun
    """
    return {
        Duty.FAMILY: _of(facts.family_confirmed, begun=facts.family_named),
        Duty.CURRENT: _drawn(facts.current),
        Duty.ANALYSIS: _of(
            facts.current.in_force and facts.lead_time_known, begun=facts.current.in_force
        ),
        Duty.IDEAL: _drawn(facts.ideal),
        Duty.FUTURE: _drawn(facts.future),
        Duty.PLAN: _recorded(facts.plan),
        Duty.IMPLEMENTATION: _recorded(facts.implementation),
        Duty.PEOPLE: _people(facts),
        Duty.DAILY: _of(
            0 < facts.requirements == facts.requirements_met, begun=facts.requirements > 0
        ),
    }


def _of(done: bool, *, begun: bool) -> Standing:
    if done:
        return Standing.DONE
    return Standing.BEGUN if begun else Standing.MISSING


def _drawn(state: StateDrawn) -> Standing:
    return _of(state.in_force and not state.lacks, begun=state.in_force or state.draft)


def _recorded(known: bool | None) -> Standing:
    return Standing.UNRECORDED if known is None else _of(known, begun=False)


def _people(facts: Facts) -> Standing:
    """Inside: everybody addressed knows of the authority. Outside: what was agreed with them, which
    does not count while nothing of it is recorded."""
    inside = facts.announced_as_it_holds and facts.asked == facts.confirmed
    return _of(inside and facts.agreed is not False, begun=facts.announced)
