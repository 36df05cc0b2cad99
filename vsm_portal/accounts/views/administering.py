"""What every page of administration begins with."""

from django.http import Http404

from ..models import Site


def sites_of(user):
    """The sites the user administers; the pages do not exist for who administers none."""
    sites = Site.objects.administered_by(user)
    if not sites.exists():
        raise Http404
    return sites
