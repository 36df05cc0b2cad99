"""The headings: each page of streams begins with its answer, in a sentence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def day(when) -> str:
    return date_format(when, "j F Y")


def of_streams(total, vacant) -> str:
    """For example "3 streams, 1 has no manager"."""
    if not total:
        return _("No value stream yet")
    streams = ngettext("%(n)s stream", "%(n)s streams", total) % {"n": total}
    if not vacant:
        return _("%(streams)s, none without a manager") % {"streams": streams}
    without = ngettext("%(n)s has no manager", "%(n)s have no manager", vacant) % {"n": vacant}
    return f"{streams}, {without}"


def of_stream(stream) -> str:
    """Who leads it, and who will."""
    leads, follows = stream.manager_now, stream.successor
    words = {
        "stream": stream.name,
        "manager": leads and leads.manager.name,
        "successor": follows and follows.manager.name,
        "day": follows and day(follows.starts_on),
    }
    if leads and follows:
        return _("%(manager)s leads %(stream)s; %(successor)s follows on %(day)s") % words
    if leads:
        return _("%(manager)s leads %(stream)s") % words
    if follows:
        return _("%(stream)s has no manager until %(successor)s starts on %(day)s") % words
    return _("%(stream)s has no manager") % words


def of_requirements(requirements) -> str:
    """For example "Customer requirements: 2 of 3 are met, 1 is not known"."""
    states = [one.met for one in requirements]
    if not states:
        return _("Customer requirements")
    met = ngettext(
        "Customer requirements: %(met)s of %(all)s is met",
        "Customer requirements: %(met)s of %(all)s are met",
        states.count("met"),
    ) % {"met": states.count("met"), "all": len(states)}
    if not (unknown := states.count("unknown")):
        return met
    return f"{met}, " + ngettext("%(n)s is not known", "%(n)s are not known", unknown) % {
        "n": unknown
    }


def of_families(total, without_stream) -> str:
    if not total:
        return _("No product family yet")
    families = ngettext("%(n)s product family", "%(n)s product families", total) % {"n": total}
    if not without_stream:
        return _("%(families)s, each with a value stream") % {"families": families}
    without = ngettext("%(n)s has no value stream", "%(n)s have no value stream", without_stream)
    return f"{families}, " + without % {"n": without_stream}


def of_family(family, streams) -> str:
    if not streams:
        return _("No value stream makes %(family)s yet") % {"family": family.name}
    names = ", ".join(stream.name for stream in streams)
    return _("%(family)s: made by %(streams)s") % {"family": family.name, "streams": names}


def of_appointment(appointment) -> str:
    """Who leads, led or will lead which stream, and when."""
    words = {
        "manager": appointment.manager.name,
        "stream": appointment.stream.name,
        "first": day(appointment.starts_on),
        "last": appointment.ended_on and day(appointment.ended_on),
    }
    if appointment.was_called_off:
        return _("%(manager)s was planned for %(stream)s from %(first)s, and called off") % words
    if appointment.state == "ended":
        return _("%(manager)s led %(stream)s from %(first)s to %(last)s") % words
    if appointment.state == "planned":
        return _("%(manager)s will lead %(stream)s from %(first)s") % words
    return _("%(manager)s has led %(stream)s since %(first)s") % words
