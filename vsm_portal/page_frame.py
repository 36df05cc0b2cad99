"""What stands around every page: the places one can go, what waits, and the foot."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Place:
    """One entry of the navigation. `count`: how much waits there, shown where it is not 0."""

    label: str
    url: str
    current: bool
    count: int = 0


def page_frame(request):
    """Context of the base page: `navigation`, `footer`, `person_site`, `demo_sign_ins`."""
    from .home.demo.sign_ins import demo_sign_ins
    from .home.places import places_for, site_name_of

    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        # A function: the template calls it, and only the sign-in page asks.
        return {"navigation": [], "footer": "", "person_site": "", "demo_sign_ins": demo_sign_ins}

    site_name = site_name_of(request)
    now = timezone.localtime()
    week = _("week %(number)s") % {"number": now.isocalendar().week}
    return {
        "navigation": places_for(request),
        "person_site": site_name,
        "footer": f"{date_format(now, 'D j F Y, H:i')} · {week}",
    }


def place(request, label, name, *sections) -> Place:
    """A place by its address; current where a page's address begins with a section."""
    return Place(label, reverse(name), request.path.startswith(sections))
