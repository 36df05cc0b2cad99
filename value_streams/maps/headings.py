"""The headings of the pages of maps: each is the answer, in a sentence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from value_streams.drawing.figures import plain, value_seconds
from value_streams.models import MapState, Standing

from .entered import Entered


def of_map(known: Entered) -> str:
    """ "Current state: 23.6 days of lead time for 188 s of value" """
    words = {"state": state(known.drawn)}
    analysis = known.analysis
    if analysis is None or not analysis.processes or "customer" in known.lacks:
        return _("%(state)s: being drawn") % words
    words["value"] = value_seconds(analysis.value_creating_s)
    words["days"] = _("%(days)s\u00a0days") % {"days": plain(analysis.lead_time_days)}
    if analysis.unknown_waits or known.faults:
        return _("%(state)s: %(days)s of lead time so far, for %(value)s of value") % words
    return _("%(state)s: %(days)s of lead time for %(value)s of value") % words


def below_map(known: Entered) -> str:
    """What is out of normal: who is over takt, and where most of the days lie."""
    analysis = known.analysis
    if analysis is None or known.lacks:
        return ""
    said = []
    if over := analysis.over_takt:
        worst = max(over, key=lambda each: each.load)
        words = {"name": worst.name, "s": plain(worst.effective_cycle_time_s - worst.takt_s)}
        said.append(_("%(name)s is over takt by %(s)s\u00a0s.") % words)
        if len(over) > 1:
            more = ngettext("%(n)s more is, too.", "%(n)s more are, too.", len(over) - 1)
            said.append(more % {"n": len(over) - 1})
    longest = max((each for each in analysis.waits if each.days), key=_days, default=None)
    if longest:
        words = {"days": plain(longest.days), "name": longest.element.name or "–"}
        said.append(_("%(days)s of the days lie in %(name)s.") % words)
    return " ".join(said)


def _days(wait):
    return wait.days


def state(drawn) -> str:
    return state_named(drawn.state)


def state_named(name) -> str:
    return {
        MapState.CURRENT: _("Current state"),
        MapState.FUTURE: _("Future state"),
        MapState.IDEAL: _("Ideal state"),
    }[name]


def version(drawn) -> str:
    """ "Current state, version 2" """
    return _("%(state)s, version %(n)s") % {"state": state(drawn), "n": drawn.number}


def of_maps(stream, in_force: dict) -> str:
    """What the stream has: the lead time now and the one it goes to."""
    current, future = in_force.get(MapState.CURRENT), in_force.get(MapState.FUTURE)
    words = {"stream": stream.name}
    for name, known in (("now", current), ("goal", future)):
        if known and known.analysis:
            words[name] = plain(known.analysis.lead_time_days)
    if "now" in words and "goal" in words:
        return _("%(stream)s: from %(now)s days of lead time to %(goal)s") % words
    if "now" in words:
        return _("%(stream)s: %(now)s days of lead time, no future state in force") % words
    return _("%(stream)s has no current-state map in force") % words


def of_maps_short(in_force: dict) -> str:
    """The same on the page of the stream, which says whose maps they are."""
    if not in_force:
        return _("Maps")
    return ngettext("%(n)s map in force", "%(n)s maps in force", len(in_force)) % {
        "n": len(in_force)
    }


def standing(drawn) -> str:
    """Who put it in force and when, or that it is being drawn."""
    if drawn.standing == Standing.DRAFT:
        return _("being drawn since %(day)s") % {"day": day(drawn.started_at)}
    words = {"day": day(drawn.put_in_force_at), "who": drawn.put_in_force_by.name}
    if drawn.standing == Standing.IN_FORCE:
        return _("in force since %(day)s, by %(who)s") % words
    return _("was put in force on %(day)s, by %(who)s") % words


def day(when) -> str:
    return date_format(when, "j F Y") if when else _("no date")


def of_preview(analysis, same) -> str:
    """What the file would bring."""
    if same:
        return _("%(version)s says exactly this already") % {"version": version(same)}
    words = {
        "state": state(analysis.map),
        "days": plain(analysis.lead_time_days),
        "value": value_seconds(analysis.value_creating_s),
    }
    return _("%(state)s in the file: %(days)s days of lead time for %(value)s of value") % words


def of_comparison(stream, columns) -> str:
    """ "Steering brackets: 23.6 → 12.6 → 4.5 days of lead time" """
    if len(columns) < 2:
        return _("%(stream)s has no two states to compare yet") % {"stream": stream.name}
    days = " → ".join(plain(column.known.analysis.lead_time_days) for column in columns)
    words = {"stream": stream.name, "days": days}
    return _("%(stream)s: %(days)s days of lead time") % words
