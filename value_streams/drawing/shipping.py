"""Material outside the plant: from the supplier down, to the customer up."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import figures, icons
from .actors import Actors
from .canvas import Canvas
from .elements import Elements
from .lanes import Box


def first_delivery(canvas: Canvas, actors: Actors, elements: Elements, first: Box):
    """Down from the supplier onto the first stock, or beside the first process and into it."""
    alone = len(actors.map.suppliers) == 1
    from_y = 12 + actors.height if alone else actors.suppliers_bottom
    canvas.say(_("deliveries"))
    if actors.arrow < first.x:
        way = [(actors.arrow, from_y), (actors.arrow, elements.flow_y(first))]
        icons.broad_arrow(canvas, *way, (elements.edge(first, -1) - 2, way[1][1]))
    else:
        icons.broad_arrow(canvas, (actors.arrow, from_y), (actors.arrow, first.top - 6))
    canvas.done()


def shipment(canvas: Canvas, actors: Actors, elements: Elements, last: Box):
    """From the last element to the right and up to the customer, with the truck and how often."""
    x, y = actors.customer_x + 34, elements.flow_y(last)
    start, tip = last.x + last.room + 4, actors.customer_bottom + 4
    canvas.say(_("shipments"))
    canvas.shape(
        *((start, y - 7), (x - 7, y - 7), (x - 7, tip + 12), (x - 13, tip + 12), (x, tip)),
        *((x + 13, tip + 12), (x + 7, tip + 12), (x + 7, y + 7), (start, y + 7)),
        width=1.4,
    )
    often = actors.map.customer.shipments_per_day
    if often is not None:
        icons.truck(canvas, actors.customer_x + 62, y - 46)
        canvas.text(actors.customer_x + 85, y - 10, _a_day(often), 74, anchor="middle", rows=2)
    canvas.done()


def _a_day(often: float) -> str:
    """How often a truck leaves: 2 → "2 trucks a day", 0.5 → "a truck every 2 days"."""
    if often < 1:
        return _("every %(days)s days") % {"days": figures.plain(1 / often)}
    words = ngettext("%(n)s truck a day", "%(n)s trucks a day", 1 if often == 1 else 2)
    return words % {"n": figures.plain(often)}
