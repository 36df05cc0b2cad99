"""Minutes as people say them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .models.time_words import HALF_DAY_MINUTES


def span(minutes: int) -> str:
    """½ h, 2 h, 1.5 h, half a day."""
    if minutes == HALF_DAY_MINUTES:
        return _("half a day")
    if minutes == 30:
        return _("½ h")
    if minutes < 60:
        return _("%(n)s min") % {"n": minutes}
    return hours(minutes)


def hours(minutes: int) -> str:
    """At most one decimal: 40 h, 16.4 h."""
    exact = minutes / 60
    places = 0 if minutes % 60 == 0 else 1
    return _("%(n)s h") % {"n": number_format(exact, places)}


def percent(part, whole) -> str:
    return _("%(n)s %%") % {"n": number_format(round(100 * part / whole), 0)}
