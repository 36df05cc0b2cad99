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
    "appointment_create": form(APPOINT, arguments=the_stream),
    "appointment_detail": Rule(read=READERS, arguments=the_appointment),
    "appointment_edit": form(APPOINT, arguments=the_appointment),
    "appointment_end": form("top", arguments=the_appointment),
}
