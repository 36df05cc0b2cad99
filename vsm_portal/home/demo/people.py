"""Who works at the demo's company, and as whom one can sign in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

PASSWORD = "go-and-see-the-line"


@dataclass(frozen=True)
class Person:
    """Somebody of the demo. `role`: what they are, in words, for those who may sign in as them."""

    key: str
    name: str
    role: str | None = None
    zone: str = "America/Chicago"

    @property
    def email(self) -> str:
        return f"{self.key}@acme.example"

    @property
    def password(self) -> str:
        return PASSWORD


PEOPLE = (
    Person("brandt", "Helen Brandt", _("Top person of Plainfield: decides, and assesses")),
    Person("okafor", "Ruth Okafor", _("HR of Plainfield: organises the selection")),
    Person("patel", "Ravi Patel", _("Executive and assessor: has scorecards open")),
    Person("kerr", "David Kerr", _("Adviser (sensei), assessor and chair")),
    Person("lin", "Mei Lin", _("Assessor from the Rivera plant"), "America/Los_Angeles"),
    Person("varga", "Tomás Varga", _("Value-stream manager, Steering brackets")),
    Person("park", "Joon Park", _("Administrator of people and sites")),
    Person(
        "adeyemi",
        "Femi Adeyemi",
        _("Top person of Rivera: has a decision to write"),
        "America/Los_Angeles",
    ),
    Person("duarte", "Sofia Duarte", _("HR of Rivera"), "America/Los_Angeles"),
    Person("mansouri", "Leila Mansouri", _("Candidate: sees nothing of her position")),
    Person("keller", "Anna Keller"),
    Person("weiss", "Clara Weiss"),
)

#: as whom one can sign in, in the order of the sign-in page
SIGN_INS = tuple(person for person in PEOPLE if person.role is not None)
