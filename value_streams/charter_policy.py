"""Who of the cast may use which address of the charter and of the letter that announces it.

They are those of `manager`. The letter is addressed to `second_assessor`, who belongs to no site,
and to `other_manager`.
"""

from vsm_portal.rules import Rule

from .map_policy import READERS

#: the site's HR and top person, the manager, and whoever it is addressed to
ADDRESSED = "second_assessor other_manager"
LETTER = f"hr top manager candidate {ADDRESSED}"


def the_appointment(world):
    return {"pk": world.appointment.pk}


def the_letter(world):
    return {"pk": world.announcement.pk}


def rest(allowed, of) -> str:
    return " ".join(who for who in of.split() if who not in allowed.split())


POLICY = {
    "charter": Rule(read=READERS, arguments=the_appointment),
    "charter_pdf": Rule(write=READERS, arguments=the_appointment),
    "announcement_create": Rule(
        read="top",
        write="top",
        refused_read=rest("top", READERS),
        refused_write=rest("top", READERS),
        arguments=the_appointment,
    ),
    "announcement_detail": Rule(read=LETTER, arguments=the_letter),
    "announcement_confirmation": Rule(
        write=ADDRESSED, refused_write=rest(ADDRESSED, LETTER), arguments=the_letter
    ),
    "announcement_pdf": Rule(write=LETTER, arguments=the_letter),
}
