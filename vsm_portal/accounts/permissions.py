"""Who may do what to people and sites. Reading is `administered_by`; these are the deeds."""

from django.utils.translation import gettext as _

from vsm_portal.permission import Allowed, Answer, Denied

from .models import Membership, Role, Site


def may_open_site(user) -> Answer:
    """Only where there is nobody above: a head office adds its plants."""
    heads = Site.objects.where(user, Role.ADMINISTRATOR).filter(parent__isnull=True)
    if heads.exists():
        return Allowed()
    return Denied(_("Only an administrator of the head office adds a site."))


def may_move(user, site) -> Answer:
    """Another head office would read this site's streams: that is decided from above."""
    if site.parent is None or Site.objects.where(user, Role.ADMINISTRATOR).contains(site.parent):
        return Allowed()
    return Denied(
        _("Only an administrator of %(head)s changes which head office stands above.")
        % {"head": site.parent}
    )


def may_give(user, person) -> Answer:
    if user.pk != person.pk:
        return Allowed()
    return Denied(_("Nobody gives a role to themselves. Ask another administrator."))


def may_end(user, membership) -> Answer:
    """The last administrator of a site stays, or nobody could let anybody in."""
    if membership.role != Role.ADMINISTRATOR or _others_administer(membership):
        return Allowed()
    return Denied(
        _("Nobody else administers %(site)s. Name another administrator first.")
        % {"site": membership.site}
    )


def may_deactivate(user, person) -> Answer:
    if user.pk == person.pk:
        return Denied(_("Nobody closes their own account. Ask another administrator."))
    if person.memberships.exclude(site__in=Site.objects.administered_by(user)).exists():
        return Denied(
            _(
                "%(name)s also has a role at a site that you do not administer. "
                "End the roles at your own sites instead."
            )
            % {"name": person}
        )
    for membership in person.memberships.filter(role=Role.ADMINISTRATOR).select_related("site"):
        if not _others_administer(membership):
            return may_end(user, membership)
    return Allowed()


def may_correct_email(user, person) -> Answer:
    """Until the first sign-in an address may be a typing mistake; afterwards it is who one is.

    A candidacy is tied to the address, and whoever changes it could have the password sent
    elsewhere.
    """
    if person.has_signed_in:
        return Denied(_("The address is fixed since the first sign-in."))
    if person.memberships.exclude(site__in=Site.objects.administered_by(user)).exists():
        return Denied(_("The person also has a role at a site that you do not administer."))
    return Allowed()


def _others_administer(membership) -> bool:
    return (
        Membership.objects.filter(
            site=membership.site_id, role=Role.ADMINISTRATOR, user__is_active=True
        )
        .exclude(user=membership.user_id)
        .exists()
    )
