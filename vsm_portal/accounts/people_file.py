"""people.csv (name, email, site, role): what the file would do, and every fault of it at once.

A person is known by the address: who is here already only gets the role. The same file twice does
nothing the second time. An import is all or nothing.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_noop as _

from vsm_portal.exporting.csv_reading import Fault, Row, read_csv

from .models import Membership, Role, User, normalise_email
from .models.site import Site
from .permissions import may_give

COLUMNS = ["name", "email", "site", "role"]
#: each new person is an invitation to be sent; more than a works council would want to see at once
MOST_ROWS = 1000


@dataclass
class Line:
    """One row of the file: who shall be what, and what that changes."""

    number: int
    name: str
    email: str
    site: Site
    role: str
    person: User | None = None
    is_new: bool = False
    has_role: bool = False

    @property
    def role_in_words(self) -> str:
        return str(Role(self.role).label)

    @property
    def changes(self) -> bool:
        return not self.has_role


def read_people(content: bytes, *, by) -> tuple[list[Line], list[Fault]]:
    """Every row with what it would do, or no row and all faults."""
    rows, faults = read_csv(content, COLUMNS, max_rows=MOST_ROWS)
    if not rows and not faults:
        faults = [Fault(_("the file has no rows"))]
    sites = {site.name.casefold(): site for site in Site.objects.administered_by(by)}
    known = _people({normalise_email(row["email"]) for row in rows})
    roles = set(
        Membership.objects.filter(user__in=known.values()).values_list("user", "site", "role")
    )
    lines, names, seen = [], {}, {}
    for row in rows:
        wrong = list(_faults(row, sites, names, seen, known, by))
        faults += wrong
        if not wrong:
            lines.append(_line(row, sites, known, roles, names))
            names.setdefault(normalise_email(row["email"]), row["name"].strip())
    return ([] if faults else lines), faults


def import_people(lines: list[Line], *, by) -> int:
    """Do what the lines say, all or nothing; returns how many of them changed something."""
    people = {}
    with transaction.atomic():
        for line in lines:
            person = line.person or people.get(line.email)
            if person is None:
                people[line.email] = User.invite(
                    by=by,
                    site=line.site,
                    role=line.role,
                    name=line.name,
                    email=line.email,
                    time_zone=line.site.time_zone,
                    language=line.site.language,
                )
            elif line.changes:
                Membership.give(user=person, site=line.site, role=line.role, by=by)
    return sum(line.changes for line in lines)


def _people(addresses) -> dict[str, User]:
    return {person.email: person for person in User.objects.filter(email__in=addresses)}


def _faults(row: Row, sites, names, seen, known, by):
    name, email = row["name"].strip(), normalise_email(row["email"])
    person = known.get(email)
    if not name:
        yield row.fault("name", _("is missing"))
    elif len(name) > 120:
        yield row.fault("name", _("is longer than 120 characters"))
    elif names.get(email, name) != name:
        yield row.fault("name", _("is another one than above for the same address"))
    try:
        validate_email(email)
    except ValidationError:
        yield row.fault("email", _("“%(got)s” is not an e-mail address"), got=row["email"])
    if row["site"].strip().casefold() not in sites:
        yield row.fault("site", _("“%(got)s” is not a site that you administer"), got=row["site"])
    if role_of(row["role"]) is None:
        yield row.fault(
            "role",
            _("“%(got)s” is not a role: executive, hr or administrator"),
            got=row["role"],
        )
    if person and not person.is_active:
        yield row.fault("email", _("belongs to a closed account"))
    if person and not may_give(by, person):
        yield row.fault("email", _("is your own: nobody gives a role to themselves"))
    key = (email, row["site"].strip().casefold(), role_of(row["role"]))
    if key in seen:
        yield row.fault("email", _("has this role already in line %(line)s"), line=seen[key])
    seen.setdefault(key, row.line)


def _line(row: Row, sites, known, roles, names) -> Line:
    email, role = normalise_email(row["email"]), role_of(row["role"])
    site, person = sites[row["site"].strip().casefold()], known.get(email)
    return Line(
        number=row.line,
        name=row["name"].strip(),
        email=email,
        site=site,
        role=role,
        person=person,
        is_new=person is None and email not in names,
        has_role=person is not None and (person.pk, site.pk, role) in roles,
    )


def role_of(text: str) -> str | None:
    """The role by its name or its label, whatever the case: "HR", "hr", "Administrator"."""
    wanted = text.strip().casefold()
    for role in Role:
        if wanted in (role.value.casefold(), str(role.label).casefold()):
            return role.value
    return None
