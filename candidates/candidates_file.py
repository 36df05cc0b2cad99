"""candidates.csv: whom the file would enter, and every fault of it at once.

Columns: name, email, current_function, source, lean_experience, line_manager_email; the last three
may stay empty. A candidate is known by the address: who is here already stays unchanged. The same
file twice does nothing the second time. An import is all or nothing.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_noop as _

from vsm_portal.accounts.models import User, normalise_email
from vsm_portal.exporting.csv_reading import Fault, Row, read_csv

from .models import Candidate
from .retention import retention_from

COLUMNS = [
    "name",
    "email",
    "current_function",
    "source",
    "lean_experience",
    "line_manager_email",
]
#: more than a panel can judge; each one is a scorecard for every assessor
MOST_ROWS = 200
LONGEST = {
    "name": 120,
    "email": 254,
    "current_function": 160,
    "source": 120,
    "lean_experience": 2000,
    "line_manager_email": 254,
}


@dataclass
class Line:
    """One row of the file: whom it would enter; `known` is here already and stays unchanged."""

    number: int
    candidate: Candidate
    known: bool
    #: an address of a line manager that nobody here has
    unknown_line_manager: str = ""


@dataclass
class Around:
    """What the rows are compared with, read once."""

    position: object
    known: set
    people: dict
    panel: set

    @classmethod
    def of(cls, position, rows):
        addresses = {normalise_email(row["email"]) for row in rows}
        addresses |= {normalise_email(row["line_manager_email"]) for row in rows}
        people = User.objects.filter(email__in=addresses)
        return cls(
            position=position,
            known=set(position.candidates.values_list("email", flat=True)),
            people={person.email: person for person in people},
            panel=set(position.panel.values_list("user", flat=True)),
        )


def read_candidates(content: bytes, position) -> tuple[list[Line], list[Fault]]:
    """Every row with what it would do, or no row and all faults."""
    rows, faults = read_csv(content, COLUMNS, max_rows=MOST_ROWS)
    if not rows and not faults:
        faults = [Fault(_("the file has no rows"))]
    around = Around.of(position, rows)
    lines, seen = [], {}
    for row in rows:
        faults += _faults(row, around, seen)
        seen.setdefault(normalise_email(row["email"]), row.line)
        lines.append(_line(row, around))
    return ([] if faults else lines), faults


def import_candidates(lines: list[Line], *, by, reason="") -> int:
    """Enter whom the lines say, all or nothing; returns how many are new."""
    new = [line for line in lines if not line.known]
    with transaction.atomic():
        for line in new:
            line.candidate.enter(by=by, reason=reason)
    return len(new)


def _faults(row: Row, around, seen):
    for column, most in LONGEST.items():
        text = row[column].strip()
        if not text and column in ("name", "current_function"):
            yield row.fault(column, _("is missing"))
        elif len(text) > most:
            yield row.fault(column, _("is longer than %(most)s characters"), most=most)
    email = normalise_email(row["email"])
    try:
        validate_email(email)
    except ValidationError:
        yield row.fault("email", _("“%(got)s” is not an e-mail address"), got=row["email"])
    if email in seen:
        yield row.fault("email", _("stands in line %(line)s already"), line=seen[email])
    person = around.people.get(email)
    if person and person.pk in around.panel | {around.position.chair_id}:
        yield row.fault("email", _("this person sits on the panel or chairs it"))
    yield from _faults_of_line_manager(row, around, email)


def _faults_of_line_manager(row, around, email):
    address = normalise_email(row["line_manager_email"])
    if not address:
        return
    try:
        validate_email(address)
    except ValidationError:
        yield row.fault("line_manager_email", _("“%(got)s” is not an e-mail address"), got=address)
    if address == email:
        yield row.fault("line_manager_email", _("nobody is their own line manager"))
    person = around.people.get(address)
    if person and person.pk in around.panel - {around.position.site.top_person_id}:
        yield row.fault("line_manager_email", _("the line manager sits on the panel"))


def _line(row: Row, around) -> Line:
    email, address = normalise_email(row["email"]), normalise_email(row["line_manager_email"])
    line_manager = around.people.get(address)
    return Line(
        number=row.line,
        candidate=Candidate(
            position=around.position,
            name=row["name"].strip(),
            email=email,
            current_function=row["current_function"].strip(),
            source=row["source"].strip(),
            lean_experience=row["lean_experience"].strip(),
            user=around.people.get(email),
            line_manager=line_manager,
            line_manager_email="" if line_manager else address,
            retain_until=retention_from(around.position.site.today()),
        ),
        known=email in around.known,
        unknown_line_manager="" if line_manager or not address else address,
    )
