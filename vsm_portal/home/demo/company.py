"""Sites, people, streams and the appointment that was there before."""

from datetime import timedelta

from value_streams.models import CustomerRequirement, Family, Level, ValueStream
from vsm_portal.accounts.models import Membership, Role, Site, User

from .people import PASSWORD, PEOPLE

MEMBERSHIPS = (
    ("keller", "head", Role.EXECUTIVE),
    ("brandt", "plainfield", Role.EXECUTIVE),
    ("patel", "plainfield", Role.EXECUTIVE),
    ("okafor", "plainfield", Role.HR),
    ("park", "head", Role.ADMINISTRATOR),
    ("park", "plainfield", Role.ADMINISTRATOR),
    ("park", "rivera", Role.ADMINISTRATOR),
    ("adeyemi", "rivera", Role.EXECUTIVE),
    ("lin", "rivera", Role.EXECUTIVE),
    ("duarte", "rivera", Role.HR),
)

STREAMS = (
    (
        "brackets",
        "plainfield",
        "Steering brackets",
        "Stamped brackets\nWelded brackets, left and right",
        "Coils from Michigan Steel at the goods-in dock",
        "Trays of 20 at State Street’s assembly line",
        (
            ("On-time delivery", "98 % of daily shipments", "met"),
            ("Parts per million", "25", "not_met"),
        ),
    ),
    (
        "rings",
        "plainfield",
        "Wheel-bearing rings",
        "Inner rings\nOuter rings",
        "Bar stock at the saw",
        "Sorted pairs at the bearing assembler’s supermarket",
        (("On-time delivery", "97 % of orders", "not_met"), ("Dock-to-dock days", "12", "unknown")),
    ),
    (
        "rails",
        "rivera",
        "Seat-track rails",
        "Upper rails\nLower rails\nTrack sets",
        "Profiles from two rolling mills",
        "Sequenced sets at three seat plants",
        (("Sequence errors", "none a month", "met"), ("Milk run", "on the hour", "met")),
    ),
)


def build_company() -> dict:
    """Everybody and everything by key: people, sites and streams in one dictionary."""
    made = {person.key: _person(person) for person in PEOPLE}
    made["head"] = Site.objects.create(
        name="Acme head office",
        top_person=made["keller"],
        time_zone="America/Chicago",
        currency="USD",
    )
    for key, name, top, zone in (
        ("plainfield", "Plainfield plant", "brandt", "America/Chicago"),
        ("rivera", "Rivera plant", "adeyemi", "America/Los_Angeles"),
    ):
        made[key] = Site.objects.create(
            name=name, parent=made["head"], top_person=made[top], time_zone=zone, currency="USD"
        )
    for person, site, role in MEMBERSHIPS:
        Membership.objects.create(user=made[person], site=made[site], role=role)
    for key, site, *words in STREAMS:
        made[key] = _stream(made[site], *words)
    return made


def _person(person) -> User:
    return User.objects.create_user(person.email, PASSWORD, name=person.name, time_zone=person.zone)


def _stream(site, name, products, begins_with, ends_with, requirements) -> ValueStream:
    family = Family.objects.create(site=site, name=name, products=products)
    stream = ValueStream.objects.create(
        site=site,
        family=family,
        name=name,
        level=Level.PLANT,
        begins_with=begins_with,
        ends_with=ends_with,
    )
    CustomerRequirement.objects.bulk_create(
        CustomerRequirement(stream=stream, what=what, target=target, met=met)
        for what, target, met in requirements
    )
    return stream


def days_from_today(site, days):
    return site.today() + timedelta(days=days)
