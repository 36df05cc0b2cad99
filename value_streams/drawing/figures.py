"""Figures as a drawing prints them: short, with unit, in the reader's language."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

UNKNOWN = "?"


def plain(value, decimals=1) -> str:
    """At most `decimals` decimals, thousands apart: 18400 → "18,400", 1.0 → "1", 7.60 → "7.6"."""
    rounded = round(float(value), decimals)
    places = next(n for n in range(decimals + 1) if round(rounded, n) == rounded)
    return number_format(rounded, places, use_l10n=True, force_grouping=True)


def days(value) -> str:
    """Waits, one decimal, below a tenth more: 7.6087 → "7.6 d", 0.0132 → "0.01 d"."""
    if value is None:
        return UNKNOWN
    decimals = 1 if value >= 0.1 or value == 0 else 2 if value >= 0.01 else 3
    if value and value < 0.0005:
        return _("<%(days)s\u00a0d") % {"days": plain(0.001, 3)}
    return _("%(days)s\u00a0d") % {"days": plain(value, decimals)}


def seconds(value) -> str:
    """From ten minutes on in minutes, from ten hours on in hours: 39 → "39 s", 3600 → "60 min"."""
    if 0 < value < 0.0005:
        return _("<%(seconds)s\u00a0s") % {"seconds": plain(0.001, 3)}
    if value >= 36000:
        return hours(value / 3600)
    if value >= 600:
        return _("%(minutes)s\u00a0min") % {"minutes": plain(value / 60)}
    return _("%(seconds)s\u00a0s") % {"seconds": plain(value, 1 if value >= 0.1 else 3)}


def hours(value) -> str:
    return _("%(hours)s\u00a0h") % {"hours": plain(value)}


def value_seconds(value) -> str:
    """Value-creating time stays in seconds, as one says it: 1035 → "1,035 s"."""
    return _("%(seconds)s\u00a0s") % {"seconds": plain(value)}


def share(value) -> str:
    """0.85 → "85 %", 0.995 → "99.5 %"."""
    return _("%(share)s\u00a0%%") % {"share": plain(value * 100)}


def pieces(value) -> str:
    return _("%(pieces)s\u00a0pcs") % {"pieces": plain(value)}
