"""What the page of a letter shows, to each reader no more than is theirs."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import permissions
from .answers import day
from .models import Appointment, Authority


def everything_on(letter, user) -> dict:
    """The context of the page. `letter` is fetched `with_people()`."""
    appointment = letter.appointment
    mine = next((one for one in letter.addressees.all() if one.user_id == user.pk), None)
    reads_all = permissions.may_read_announcement(user, appointment)
    return {
        "title": letter.subject,
        "trail": trail(letter, user),
        "titleblock": titleblock(letter),
        "letter": letter,
        "mine": mine,
        "may_confirm": permissions.may_confirm_reading(user, letter) if mine else None,
        "reads_all": reads_all,
        "charter": _charter(appointment, user),
        "outdated": reads_all and not letter.says_what_holds,
        "may_announce": permissions.may_announce(user, appointment) if reads_all else None,
    }


def announcement_of(appointment, user) -> dict:
    """The state of the newest letter, for the page of the appointment."""
    return letter_state(appointment, appointment.announcements.with_people().first(), user)


def letter_state(appointment, letter, user) -> dict:
    """How far the authority is known; to whom it went is only for those who may read that."""
    reads = permissions.may_read_announcement(user, appointment)
    return {
        "announced": announced(appointment, letter),
        "announcement": letter if reads else None,
        "announced_well": letter is not None and letter.authority == appointment.authority,
        "may_announce": permissions.may_announce(user, appointment),
        "announce_again": letter is not None,
    }


def announced(appointment, letter) -> str:
    """Whether the authority that holds today is known, and to how many."""
    if letter is None:
        return _("The authority was not announced yet.")
    asked, confirmed = counted(letter)
    words = {"day": day(letter.issued_on), "n": confirmed, "all": asked}
    if letter.authority != appointment.authority:
        said = _("The authority changed since it was announced on %(day)s: announce it again.")
    elif not asked:
        said = _("The authority was announced to departments on %(day)s.")
    else:
        said = ngettext(
            "The authority was announced on %(day)s; %(n)s of %(all)s person confirmed reading it.",
            "The authority was announced on %(day)s; %(n)s of %(all)s people confirmed reading it.",
            asked,
        )
    return said % words


def counted(letter) -> tuple[int, int]:
    """How many people it is addressed to, and how many of them confirmed reading it."""
    people = [one for one in letter.addressees.all() if one.user_id]
    return len(people), sum(1 for one in people if one.confirmed_at)


def titleblock(letter) -> list[tuple[str, str]]:
    return [
        (_("Signed by"), letter.signed_by),
        (_("On"), day(letter.issued_on)),
        (_("Authority"), Authority(letter.authority).word),
    ]


def trail(letter, user) -> list[tuple[str, str]]:
    """Somebody who is only addressed is led nowhere else: the appointment is not theirs to read."""
    appointment = letter.appointment
    if not Appointment.objects.visible_to(user).filter(pk=appointment.pk).exists():
        return []
    return [
        (appointment.manager.name, reverse("appointment_detail", args=[appointment.pk])),
        (_("Announcement"), ""),
    ]


def _charter(appointment, user) -> str:
    seen = Appointment.objects.with_charter_for(user).filter(pk=appointment.pk)
    return reverse("charter", args=[appointment.pk]) if seen.exists() else ""
