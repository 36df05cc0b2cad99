"""The map in words, in the order in which material and information flow: a drawing to be read."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..mapping import Fifo, InformationFlow, Map, Path, Process, Transport
from ..mapping.analysis import Analysis, wait_days
from . import figures
from .lettering import shown
from .messages import kind_in_words


@dataclass(frozen=True)
class Part:
    """A heading and its sentences, in order: one `<h3>` and one `<ol>` of a page."""

    heading: str
    sentences: tuple[str, ...]


def title(drawn: Map) -> str:
    """ "Steering brackets, current state, Jan. 15, 2026" """
    states = {"current": _("current state"), "future": _("future state"), "ideal": _("ideal state")}
    said = [shown(drawn.name), states[drawn.state]]
    if drawn.as_of is not None:
        said.append(date_format(drawn.as_of))
    return ", ".join(filter(None, said))


def finding(analysis: Analysis) -> str:
    """What the map says first: lead time, value, what is over takt, and the bottleneck."""
    lead = {
        "days": figures.days(analysis.lead_time_days),
        "value": figures.value_seconds(analysis.value_creating_s),
    }
    said = [_("Lead time %(days)s, value-creating time %(value)s.") % lead]
    if analysis.unknown_waits:
        names = ", ".join(shown(wait.element.name) or "–" for wait in analysis.unknown_waits)
        said.append(_("Waits not observed: %(names)s.") % {"names": names})
    if analysis.over_takt:
        names = ", ".join(shown(each.name) for each in analysis.over_takt)
        said.append(_("Over takt: %(names)s.") % {"names": names})
    if analysis.bottleneck is not None:
        said.append(_("Bottleneck: %(name)s.") % {"name": shown(analysis.bottleneck.name)})
    return " ".join(said)


def in_order(analysis: Analysis) -> list[Part]:
    """All that the drawing shows: partners, each path from supplier to customer, information,
    kaizen, loops, sums. Nothing is cut here."""
    drawn = analysis.map
    parts = [Part(_("Customer and suppliers"), tuple(_partners(analysis)))]
    joining = [path for path in drawn.paths if path.joins is not None]
    for path in [drawn.main, *joining]:
        sentences = [_element(analysis, path, element) for element in path.elements]
        if path.joins is not None:
            sentences.append(_joins(path))
        parts.append(Part(_path_name(path), tuple(sentences)))
    parts += [
        Part(_("Information"), tuple(_flow(flow) for flow in drawn.information_flows)),
        Part(_("Kaizen"), tuple(_kaizen(each) for each in drawn.kaizen)),
        Part(_("Loops"), tuple(_loop(each) for each in drawn.loops)),
        Part(_("In all"), (finding(analysis), _walk(analysis))),
    ]
    return [part for part in parts if part.sentences]


def _partners(analysis: Analysis):
    customer = analysis.map.customer
    words = {
        "name": shown(customer.name) or _("The customer"),
        "n": figures.plain(analysis.daily_demand),
        "takt": figures.seconds(analysis.takt_s),
    }
    yield _("%(name)s takes %(n)s pieces a day: takt %(takt)s.") % words
    for variant, pieces in customer.variants:
        yield f"{shown(variant)}: {figures.plain(pieces)}"
    for supplier in analysis.map.suppliers:
        if supplier.delivers:
            words = {"name": shown(supplier.name), "when": shown(supplier.delivers)}
            yield _("%(name)s delivers: %(when)s.") % words
        else:
            yield _("%(name)s delivers.") % {"name": shown(supplier.name)}


def _path_name(path: Path) -> str:
    if path.joins is None:
        return _("Material, from supplier to customer")
    organisation = f" ({shown(path.organisation)})" if path.organisation else ""
    return _("Path %(name)s") % {"name": shown(path.name)} + organisation


def _joins(path: Path) -> str:
    count = 1 if path.pieces_per_product == 1 else 2
    pieces = ngettext("%(n)s piece per product", "%(n)s pieces per product", count)
    words = {
        "path": shown(path.joins),
        "element": shown(path.joins_before) or "–",
        "pieces": pieces % {"n": figures.plain(path.pieces_per_product, 3)},
    }
    return _("Joins %(path)s before %(element)s, %(pieces)s.") % words


def _element(analysis: Analysis, path: Path, element) -> str:
    if isinstance(element, Process):
        return _process(analysis, element)
    kinds = {
        "inventory": _("Inventory"),
        "supermarket": _("Supermarket"),
        "fifo": _("FIFO lane"),
        "safety_stock": _("Safety stock"),
        "transport": _("Transport"),
    }
    said = [f"{kinds[element.kind]} {shown(element.name)}".strip()]
    if not isinstance(element, Transport):
        said += [f"{figures.plain(n)} {shown(name)}" for name, n in element.by_variant]
        if element.pieces is not None:
            said.append(figures.pieces(element.pieces))
    if isinstance(element, Fifo) and element.max_pieces is not None:
        said.append(_("at most %(n)s") % {"n": figures.pieces(element.max_pieces)})
    days = wait_days(analysis.map, path, element)
    said.append(_("not observed") if days is None else figures.days(days))
    return ", ".join(said)


def _process(analysis: Analysis, process: Process) -> str:
    figured = next(each for each in analysis.processes if each.name == process.name)
    said = [
        _("Process %(name)s") % {"name": shown(process.name)},
        _("cycle time %(time)s") % {"time": figures.seconds(process.cycle_time_s)},
    ]
    if process.changeover_s:
        said.append(_("changeover %(time)s") % {"time": figures.seconds(process.changeover_s)})
    said.append(_("uptime %(share)s") % {"share": figures.share(process.uptime)})
    if process.operators is not None:
        said.append(_("operators %(n)s") % {"n": figures.plain(process.operators, 2)})
    effective = figures.seconds(figured.effective_cycle_time_s)
    said.append(_("effective cycle time %(time)s") % {"time": effective})
    if process.cell:
        said.append(_("in the cell %(cell)s") % {"cell": shown(process.cell)})
    if figured.over_takt:
        said.append(_("over its takt of %(takt)s") % {"takt": figures.seconds(figured.takt_s)})
    if analysis.bottleneck is figured:
        said.append(_("the bottleneck"))
    return ", ".join(said)


def _flow(flow: InformationFlow) -> str:
    media = {"manual": _("manual"), "electronic": _("electronic")}
    about = [
        kind_in_words(flow.kind),
        media[flow.medium],
        shown(flow.content),
        shown(flow.frequency),
    ]
    words = {
        "sender": shown(flow.sender),
        "to": shown(flow.to),
        "about": ", ".join(filter(None, about)),
    }
    return _("%(sender)s to %(to)s: %(about)s") % words


def _kaizen(kaizen) -> str:
    kinds = {"process": _("process kaizen"), "flow": _("flow kaizen")}
    words = f"{shown(kaizen.at)}: {shown(kaizen.text)} ({kinds[kaizen.kind]})"
    return f"{words}, {_('loop')} {shown(kaizen.loop)}" if kaizen.loop else words


def _loop(loop) -> str:
    kinds = {
        "pacemaker": _("pacemaker loop"),
        "upstream": _("upstream loop"),
        "supplier": _("supplier loop"),
    }
    name = shown(loop.name) if loop.order is None else f"{loop.order}. {shown(loop.name)}"
    return f"{name} ({kinds[loop.kind]}): {', '.join(map(shown, loop.elements))}"


def _walk(analysis: Analysis) -> str:
    names = " → ".join(shown(path.name) for path in analysis.walk.paths)
    if analysis.map.lead_time_includes_processing:
        return _("Longest walk: %(names)s; waits and processing.") % {"names": names}
    return _("Longest walk: %(names)s; waits only.") % {"names": names}
