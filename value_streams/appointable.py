"""Who is offered where a manager, a superior or an adviser is chosen."""

from django.db.models import Q

from vsm_portal.accounts.belonging import belongs_to
from vsm_portal.accounts.models import Site, User


def appointable_at(site, *, keep=()):
    """Active people, but for those who belong only to sites under another head office.

    Who belongs to no site at all (an outside adviser, a manager-to-be) is offered everywhere.
    `keep` holds ids that stay possible although the person may no longer sign in.
    """
    ours = _sites_of_the_company(site)
    strangers = belongs_to(Site.objects.exclude(pk__in=ours))
    offered = belongs_to(Site.objects.filter(pk__in=ours)) | ~strangers
    return User.objects.filter((Q(is_active=True) & offered) | Q(pk__in=[pk for pk in keep if pk]))


def _sites_of_the_company(site) -> list[int]:
    """All sites with the same one at the top."""
    above = dict(Site.objects.values_list("pk", "parent"))

    def top(pk):
        while above[pk] is not None:
            pk = above[pk]
        return pk

    return [pk for pk in above if top(pk) == top(site.pk)]
