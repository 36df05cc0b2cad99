"""Who belongs to a site without a membership there.

Managers and advisers follow from appointments, which stand in an upper app. That app says here whom
its rows bring to a site, so that the site's administrators see these people too.
"""

from collections.abc import Callable

from django.db.models import Q, QuerySet

_ways: list[Callable[[QuerySet], QuerySet]] = []


def register_belonging(people_at: Callable[[QuerySet], QuerySet]) -> None:
    """`people_at(sites)` answers with one column of people's ids: `….values("manager")`."""
    _ways.append(people_at)


def belongs_to(sites: QuerySet) -> Q:
    """People with a membership at one of the sites, top persons, and whom upper apps name."""
    from .models import Membership

    belonging = Q(pk__in=Membership.objects.filter(site__in=sites).values("user"))
    belonging |= Q(pk__in=sites.filter(top_person__isnull=False).values("top_person"))
    for people_at in _ways:
        belonging |= Q(pk__in=people_at(sites))
    return belonging
