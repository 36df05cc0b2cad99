"""Who may do what with families, streams and appointments; the reason is what page and button say.

Reading is not asked here: one fetches with `visible_to(user)`.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.accounts.models import Role, Site
from vsm_portal.permission import Allowed, Answer, Denied

from .models import Family, Matrix, State, ValueStream
from .models.matrix import sites_with_matrices_of


def may_add_stream(user) -> Answer:
    if Site.objects.led_by(user).exists():
        return Allowed()
    return Denied(_("Only an executive of a site may add a value stream."))


def may_edit_stream(user, stream) -> Answer:
    if ValueStream.objects.editable_by(user).filter(pk=stream.pk).exists():
        return Allowed()
    return Denied(_("Only executives of the site and the stream's manager may change it."))


def may_add_family(user) -> Answer:
    if Site.objects.led_by(user).exists():
        return Allowed()
    return Denied(_("Only an executive of a site may add a product family."))


def may_edit_family(user, family) -> Answer:
    if Family.objects.editable_by(user).filter(pk=family.pk).exists():
        return Allowed()
    return Denied(
        _("Only executives of the site and managers of the family's streams may change it.")
    )


def may_add_family_at(user, site) -> Answer:
    if Site.objects.led_by(user).filter(pk=site.pk).exists():
        return Allowed()
    return Denied(_("Only an executive of the site may add a product family."))


def may_set_family(user, site, family) -> Answer:
    """family: the one of the site that has the name already, or None where it is a new one."""
    return may_edit_family(user, family) if family else may_add_family_at(user, site)


def may_confirm(user, proposal) -> Answer:
    """Until it is confirmed, whoever may add a family at the site or change one that is there."""
    if not (answer := may_arrange(user, proposal)):
        return answer
    if Family.objects.editable_by(user).filter(site=proposal.site).exists():
        return Allowed()
    return may_add_family_at(user, proposal.site)


def may_add_matrix(user) -> Answer:
    if sites_with_matrices_of(user).exists():
        return Allowed()
    return Denied(
        _("Only executives of a site and managers of its streams may enter a product matrix.")
    )


def may_edit_matrix(user, matrix) -> Answer:
    """Changing it, asking for a proposal, and confirming one."""
    if Matrix.objects.editable_by(user).filter(pk=matrix.pk).exists():
        return Allowed()
    return Denied(_("Only executives of the site and managers of its streams may do this."))


def may_arrange(user, proposal) -> Answer:
    """Moving products and confirming: until it is confirmed."""
    if proposal.is_confirmed:
        return Denied(_("These families are confirmed; ask for a new proposal to change them."))
    return may_edit_matrix(user, proposal.matrix)


def may_record_appointment(user, stream) -> Answer:
    if not _appoints(user, stream.site):
        return Denied(_("Only HR of the site and its top person record appointments."))
    if stream.appointments.standing().count() > 1:
        return Denied(
            _("The stream has a manager and a planned successor; one of them ends first.")
        )
    return Allowed()


def may_edit_appointment(user, appointment) -> Answer:
    if not _appoints(user, appointment.stream.site):
        return Denied(_("Only HR of the site and its top person change appointments."))
    if appointment.state == State.ENDED:
        return Denied(_("This appointment has ended; what is recorded of it stays."))
    return Allowed()


def may_end_appointment(user, appointment) -> Answer:
    """A current one only the top person ends; a decision's planned one goes with the decision."""
    site = appointment.stream.site
    if appointment.state == State.ENDED:
        return Denied(_("This appointment has ended already."))
    if appointment.state == State.CURRENT and site.top_person_id != user.pk:
        return Denied(_("Only the top person of the site ends a current appointment."))
    if not _appoints(user, site):
        return Denied(_("Only HR of the site and its top person call off a planned appointment."))
    if appointment.state == State.PLANNED and not appointment.is_without_selection:
        return Denied(_("It came from a decision; reversing that decision calls it off."))
    return Allowed()


def may_announce(user, appointment) -> Answer:
    """The letter is the top person's, in their own name."""
    if appointment.stream.site.top_person_id != user.pk:
        return Denied(_("Only the top person of the site announces a manager’s authority."))
    if appointment.state == State.ENDED:
        return Denied(_("This appointment has ended; there is nothing to announce."))
    return Allowed()


def may_read_announcement(user, appointment) -> bool:
    """To whom it went and who has read it is for those who appoint, and for the manager."""
    return may_read_reasons(user, appointment)


def may_confirm_reading(user, announcement) -> Answer:
    if not announcement.addressees.filter(user=user).exists():
        return Denied(_("The letter is not addressed to you; nobody asks you to confirm it."))
    if announcement.appointment.state == State.ENDED:
        return Denied(_("The appointment has ended; nobody asks to confirm the letter any more."))
    if announcement.appointment.announcements.filter(number__gt=announcement.number).exists():
        return Denied(_("A newer letter has taken the place of this one."))
    return Allowed()


def may_read_reasons(user, appointment) -> bool:
    """Why somebody was appointed or why it ended is for those who appoint, and for the manager."""
    return appointment.manager_id == user.pk or _appoints(user, appointment.stream.site)


def _appoints(user, site) -> bool:
    if site.top_person_id == user.pk:
        return True
    return Site.objects.where(user, Role.HR).filter(pk=site.pk).exists()


def may_start_map(user, stream) -> Answer:
    if ValueStream.objects.editable_by(user).filter(pk=stream.pk).exists():
        return Allowed()
    return Denied(_("Only executives of the site and the stream's manager draw its maps."))


def may_edit_map(user, drawn) -> Answer:
    if not drawn.is_draft:
        return Denied(
            _("This version was put in force; what it says stays. A change makes the next version.")
        )
    return may_start_map(user, drawn.stream)


def may_put_in_force(user, drawn, entered) -> Answer:
    """`entered`: the map as read from its rows (`maps.entered`)."""
    if not (answer := may_edit_map(user, drawn)):
        return answer
    if entered.faults:
        return Denied(
            ngettext(
                "The map has %(n)s fault; it is mended first.",
                "The map has %(n)s faults; they are mended first.",
                len(entered.faults),
            )
            % {"n": len(entered.faults)}
        )
    return Allowed()


def may_comment_map(user, stream) -> Answer:
    """Executives of the site, the manager and the adviser."""
    if map_role(user, stream):
        return Allowed()
    return Denied(
        _("Only executives of the site, the stream's manager and its adviser comment on its maps.")
    )


def map_role(user, stream) -> str:
    """As what somebody speaks on a map of the stream; empty for whoever only reads."""
    standing = stream.appointments.current()
    if standing.filter(manager=user).exists():
        return "manager"
    if standing.filter(adviser=user).exists():
        return "adviser"
    return "executive" if Site.objects.led_by(user).filter(pk=stream.site_id).exists() else ""


def may_export_map(known) -> Answer:
    """A file describes a whole map. `known`: the map as read from its rows (`maps.entered`)."""
    if known.is_whole:
        return Allowed()
    return Denied(_("A map that still has faults is no file yet: mend them first."))


def may_draw_map(is_drawable: bool) -> Answer:
    if is_drawable:
        return Allowed()
    return Denied(_("Nothing can be drawn before demand, working time and an element are entered."))
