"""Who of the cast may use which address of streams.

The stream and the appointment are those of Steering brackets, which `manager` leads. Administrators
read: names of streams and managers are no judgements, and they name the site's top person.
"""

from vsm_portal.rules import EVERYBODY, Rule

READERS = (
    "administrator hr executive top manager other_manager adviser candidate head_hr head_executive"
)
LEAD_A_SITE = "outsider executive top candidate head_executive assessor"
EDIT_STREAM = "executive top manager candidate"
EDIT_MATRIX = "executive top manager other_manager candidate"
ENTER_A_MATRIX = f"{LEAD_A_SITE} manager other_manager"
APPOINT = "hr top candidate"


def rest(allowed, of=READERS) -> str:
    """Those who may know of it but not do it."""
    return " ".join(who for who in of.split() if who not in allowed.split())


def form(allowed, of=READERS, **further) -> Rule:
    """An address that shows a form and takes it."""
    refused = rest(allowed, of)
    return Rule(read=allowed, write=allowed, refused_read=refused, refused_write=refused, **further)


def the_stream(world):
    return {"pk": world.stream.pk}


def the_family(world):
    return {"pk": world.family.pk}


def the_matrix(world):
    return {"pk": world.matrix.pk}


def the_proposal(world):
    return {"pk": world.proposal.pk}


def the_requirement(world):
    return {"pk": world.requirement.pk}


def the_appointment(world):
    return {"pk": world.appointment.pk}


POLICY = {
    "stream_list": Rule(read=EVERYBODY),
    "stream_create": form(LEAD_A_SITE, of=EVERYBODY),
    "stream_detail": Rule(read=READERS, arguments=the_stream),
    "stream_edit": form(EDIT_STREAM, arguments=the_stream),
    "requirement_create": form(EDIT_STREAM, arguments=the_stream),
    "requirement_edit": form(EDIT_STREAM, arguments=the_requirement),
    "requirement_removal": Rule(
        write=EDIT_STREAM, refused_write=rest(EDIT_STREAM), arguments=the_requirement
    ),
    "family_list": Rule(read=EVERYBODY),
    "family_create": form(LEAD_A_SITE, of=EVERYBODY),
    "family_detail": Rule(read=READERS, arguments=the_family),
    "family_edit": form(EDIT_STREAM, arguments=the_family),
    "matrix_list": Rule(read=EVERYBODY),
    "matrix_create": form(ENTER_A_MATRIX, of=EVERYBODY),
    "matrix_import_new": form(ENTER_A_MATRIX, of=EVERYBODY),
    "matrix_detail": Rule(read=READERS, arguments=the_matrix),
    "matrix_edit": form(EDIT_MATRIX, arguments=the_matrix),
    "matrix_import": form(EDIT_MATRIX, arguments=the_matrix),
    "matrix_file": Rule(read=READERS, arguments=the_matrix),
    "proposal_create": Rule(
        write=EDIT_MATRIX, refused_write=rest(EDIT_MATRIX), arguments=the_matrix
    ),
    "proposal_detail": Rule(read=READERS, arguments=the_proposal),
    "proposal_arrangement": Rule(
        write=EDIT_MATRIX, refused_write=rest(EDIT_MATRIX), arguments=the_proposal
    ),
    "proposal_number": Rule(
        write=EDIT_MATRIX,
        refused_write=rest(EDIT_MATRIX),
        arguments=lambda world: {"pk": world.proposal.pk, "number": 1},
    ),
    "proposal_confirmation": form(EDIT_STREAM, arguments=the_proposal),
    "appointment_create": form(APPOINT, arguments=the_stream),
    "appointment_detail": Rule(read=READERS, arguments=the_appointment),
    "appointment_edit": form(APPOINT, arguments=the_appointment),
    "appointment_end": form("top", arguments=the_appointment),
}
