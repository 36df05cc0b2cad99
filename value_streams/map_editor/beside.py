"""What stands beside the rows: the answer so far, the drawing, the figures, the faults."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from value_streams.drawing import draw_map, figures
from value_streams.maps.entered import Entered

from .fault_words import fault_in_words
from .rows import row_id


@dataclass(frozen=True)
class ShownFigure:
    name: str
    value: str
    why: str = ""
    is_missing: bool = False


@dataclass(frozen=True)
class ShownFault:
    """A fault with the row where it is mended."""

    target: str
    where: str
    sentence: str


def heading(known: Entered) -> str:
    """The answer so far: lead time and value, or what is missing for them."""
    analysis = known.analysis
    if analysis is None or not list(known.map.elements):
        return _("Enter the map as you walk it")
    if known.lacks:
        value = figures.value_seconds(analysis.value_creating_s)
        return _("So far: %(value)s of value") % {"value": value}
    words = {
        "days": figures.plain(analysis.lead_time_days),
        "value": figures.value_seconds(analysis.value_creating_s),
    }
    return _("So far: %(days)s days of lead time for %(value)s of value") % words


def drawing(known: Entered) -> str:
    """The map as far as it can be read; empty while nothing can be."""
    if known.analysis is None or not any(known.map.elements):
        return ""
    return draw_map(known.analysis)


def shown_figures(known: Entered) -> list[ShownFigure]:
    if known.analysis is None:
        return []
    analysis, lacks = known.analysis, known.lacks
    missing = {
        "customer": _("the customer’s demand is missing"),
        "working_time": _("the working time is missing"),
    }
    by_day = ", ".join(missing[base] for base in lacks)
    takt = ShownFigure(_("Takt"), by_day, is_missing=True)
    lead_time = ShownFigure(_("Lead time"), missing["customer"], is_missing=True)
    over = ShownFigure(_("Over takt"), by_day, is_missing=True)
    if not lacks:
        takt = ShownFigure(_("Takt"), figures.seconds(analysis.takt_s), _takt(analysis))
        names = _over_takt(analysis)
        over = ShownFigure(_("Over takt"), names or _("none"), is_missing=not names)
    if "customer" not in lacks and not (analysis.convention == "waits and processing" and lacks):
        lead_time = ShownFigure(_("Lead time"), _lead_time(analysis), _waits(analysis))
    value = figures.value_seconds(analysis.value_creating_s)
    parts = " + ".join(figures.plain(each.value_s) for each in analysis.walk.processes)
    shown = [takt, lead_time, ShownFigure(_("Value-creating time"), value, parts), over]
    if analysis.operators.total is not None:
        operators = figures.plain(analysis.operators.total, 2)
        shown.append(ShownFigure(_("Operators"), operators))
    return shown


def _takt(analysis) -> str:
    words = {
        "time": figures.plain(analysis.available_s_per_day),
        "demand": figures.plain(analysis.daily_demand),
    }
    return _("%(time)s s of available time a day ÷ %(demand)s pieces a day") % words


def _lead_time(analysis) -> str:
    days = _("%(days)s days") % {"days": figures.plain(analysis.lead_time_days)}
    return _("at least %(days)s") % {"days": days} if analysis.unknown_waits else days


def _waits(analysis) -> str:
    waits = " + ".join(figures.days(wait.days) for wait in analysis.waits)
    return waits or _("There is no wait on the longest walk yet.")


def _over_takt(analysis) -> str:
    """ "Assembly 1: 62 s" """
    over = [
        f"{each.name}: {figures.seconds(each.effective_cycle_time_s)}"
        for each in analysis.over_takt
    ]
    return ", ".join(over)


def shown_faults(known: Entered) -> list[ShownFault]:
    return [
        ShownFault(
            row_id(fault.row) if fault.row is not None else "head",
            _where(fault),
            fault_in_words(fault),
        )
        for fault in known.faults
    ]


def _where(fault) -> str:
    if fault.row is None or row_id(fault.row) == "head":
        return _("Customer and working time")
    name = str(fault.row).strip(" :→")
    return name or str(fault.row._meta.verbose_name)


def faults_heading(known: Entered) -> str:
    if not known.faults:
        return _("Nothing is missing")
    return ngettext(
        "%(n)s thing is still missing", "%(n)s things are still missing", len(known.faults)
    ) % {"n": len(known.faults)}
