"""The named cast: one small company, built once, in which everybody is somebody.

Plainfield plant (head office: Acme) selects a manager for the stream "Wheel-bearing rings". Each
person stands for one relation to it; `outsider` holds every role at an unrelated company and could
leak.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from candidates.models import Candidate, CriteriaSet, Position, Scorecard
from evaluations.models import Cause, TimeEntry
from evaluations.weeks import monday_of
from value_streams.models import (
    Appointment,
    Authority,
    CustomerRequirement,
    Family,
    FamilyProposal,
    Matrix,
    ValueStream,
)
from vsm_portal.accounts.models import Membership, Role, Site, User

from .letters_of_cast import announce
from .maps_of_cast import build_maps
from .paperwork import export, failed_mail

PASSWORD = "a long enough password"

#: two families, brackets and rails, of which one product leaves its own steps
MATRIX = """product\tStamp\tWeld\tRoll\tPierce\tdemand_per_month
Left bracket\t1\t85\t\t\t12000
Right bracket\t1\t80\t\t\t6400
Upper rail\t\t\t14\t9\t3000
Lower rail\t\t20\t14\t8\t3000
"""

#: name in the policy → what the person is
PEOPLE = {
    "outsider": "executive, HR, administrator and top person of an unrelated company",
    "administrator": "administrator of the plant",
    "hr": "HR of the plant",
    "executive": "executive of the plant, not its top person",
    "top": "top person of the plant",
    "manager": "current manager of the stream Steering brackets",
    "other_manager": "current manager of another stream of the plant",
    "adviser": "adviser of the stream Steering brackets",
    "assessor": "on the panel, executive of the sister plant",
    "second_assessor": "on the panel, of no site",
    "chair": "chair of the panel and not on it, of no site",
    "candidate": "candidate of the position, and HR, executive and administrator of the plant",
    "head_hr": "HR of the head office",
    "head_executive": "executive and top person of the head office",
}


@dataclass
class World:
    """Everybody and everything by name: `world.hr`, `world.position`."""

    people: dict = field(default_factory=dict)
    things: dict = field(default_factory=dict)

    def __getattr__(self, name):
        for shelf in ("people", "things"):
            if name in self.__dict__.get(shelf, ()):
                return self.__dict__[shelf][name]
        raise AttributeError(name)


def person(name, **fields) -> User:
    """Somebody who can sign in with `PASSWORD`."""
    user = User(
        email=f"{name.replace('_', '.')}@example.com", name=name.replace("_", " ").title(), **fields
    )
    user.set_password(PASSWORD)
    user.save()
    return user


def build_company(world: World) -> World:
    """Sites, people, streams and appointments; no selection yet."""
    people = {name: person(name) for name in PEOPLE}
    head = Site.objects.create(name="Acme head office", top_person=people["head_executive"])
    plant = Site.objects.create(name="Plainfield plant", parent=head, top_person=people["top"])
    sister = Site.objects.create(name="Rivera plant", parent=head, top_person=people["assessor"])
    foreign = Site.objects.create(name="Unrelated works", top_person=people["outsider"])
    CriteriaSet.objects.newest_of(plant)
    for name, site, *roles in (
        ("outsider", foreign, Role.EXECUTIVE, Role.HR, Role.ADMINISTRATOR),
        ("administrator", plant, Role.ADMINISTRATOR),
        ("hr", plant, Role.HR),
        ("executive", plant, Role.EXECUTIVE),
        ("top", plant, Role.EXECUTIVE),
        ("assessor", sister, Role.EXECUTIVE),
        ("candidate", plant, Role.HR, Role.EXECUTIVE, Role.ADMINISTRATOR),
        ("head_hr", head, Role.HR),
        ("head_executive", head, Role.EXECUTIVE),
    ):
        for role in roles:
            Membership.objects.create(user=people[name], site=site, role=role)
    family = Family.objects.create(site=plant, name="Brackets")
    stream = ValueStream.objects.create(site=plant, name="Steering brackets", family=family)
    other_stream = ValueStream.objects.create(site=plant, name="Seat rails")
    vacant_stream = ValueStream.objects.create(site=plant, name="Wheel-bearing rings")
    foreign_stream = ValueStream.objects.create(site=foreign, name="Foreign stream")
    requirement = CustomerRequirement.objects.create(
        stream=stream, what="Delivered on time", target="98 %"
    )
    starts = plant.today() - timedelta(days=200)
    appointment = Appointment.open(
        by=people["hr"],
        stream=stream,
        manager=people["manager"],
        authority=Authority.INFLUENCE,
        reports_to=people["top"],
        adviser=people["adviser"],
        starts_on=starts,
        reason="In the post before the portal came.",
    )
    other_appointment = Appointment.open(
        by=people["hr"],
        stream=other_stream,
        manager=people["other_manager"],
        authority=Authority.MONITOR,
        reports_to=people["top"],
        starts_on=starts,
        reason="In the post before the portal came.",
    )
    cause = Cause.get_or_enter(appointment, "Parts missing at weld", by=people["manager"])
    time_entry = TimeEntry.log(
        appointment,
        by=people["manager"],
        day=monday_of(plant.today()) - timedelta(weeks=2),
        half="morning",
        kind="daily",
        cause=cause,
        minutes=60,
    )
    matrix = Matrix(site=plant, name="Brackets and rails", table=MATRIX)
    matrix.enter(by=people["executive"])
    proposal = FamilyProposal(matrix=matrix)
    proposal.ask(by=people["executive"])
    proposal.refresh_from_db()
    announce(other_appointment, by=people["top"], departments=["Press shop"])
    addressed = [people["second_assessor"], people["other_manager"]]
    letter = announce(appointment, by=people["top"], people=addressed, departments=["Logistics"])
    world.people.update(people)
    world.things.update(
        head=head,
        plant=plant,
        sister=sister,
        foreign=foreign,
        family=family,
        requirement=requirement,
        stream=stream,
        other_stream=other_stream,
        vacant_stream=vacant_stream,
        foreign_stream=foreign_stream,
        appointment=appointment,
        cause=cause,
        time_entry=time_entry,
        other_appointment=other_appointment,
        announcement=letter,
        matrix=matrix,
        proposal=proposal,
    )
    return world


def build_selection(world: World) -> World:
    """An open position with two candidates and two assessors, nothing scored yet."""
    position = Position.prepare(
        stream=world.vacant_stream,
        by=world.hr,
        due_on=world.plant.today() + timedelta(days=10),
        chair=world.chair,
    )
    rival = add_candidate(position, "Nadia Haddad", by=world.hr)
    insider = add_candidate(position, "Candidate", email=world.candidate.email, by=world.hr)
    seats = [
        position.add_assessor(user, by=world.hr) for user in (world.assessor, world.second_assessor)
    ]
    position.open(by=world.hr)
    world.things.update(
        position=position,
        nominee=rival,
        insider=insider,
        seat=seats[0],
        second_seat=seats[1],
        scorecard=Scorecard.objects.get(candidate=rival, assessor=seats[0]),
        second_scorecard=Scorecard.objects.get(candidate=rival, assessor=seats[1]),
    )
    world.things.update(failed_mail=failed_mail(world), export=export(world))
    return world


def add_candidate(position, name, *, by, email=None, **fields) -> Candidate:
    """A candidate with everything the form asks for."""
    candidate = Candidate(
        position=position,
        name=name,
        email=email or f"{name.lower().replace(' ', '.')}@candidates.example.com",
        current_function=fields.pop("current_function", "Quality engineer"),
        retain_until=position.site.today() + timedelta(days=365),
        **fields,
    )
    candidate.enter(by=by)
    return candidate


def build_company_alone() -> World:
    return build_company(World())


def build_world() -> World:
    return build_selection(build_maps(build_company(World())))
