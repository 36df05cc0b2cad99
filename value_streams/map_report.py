"""A map as a PDF, A3 landscape: what the page shows, on one sheet."""

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vsm_portal.exporting.reports import Report

from .map_page import is_drawable, titleblock
from .maps import headings
from .maps.entered import entered
from .models import Map


def find(map_id, user) -> Map | None:
    return Map.objects.visible_to(user).with_rows().filter(pk=map_id).first()


def render(drawn, user) -> tuple[str, bytes]:
    """The file's name and the PDF, as this person reads it at this moment."""
    from .drawing.pdf import map_pdf  # the worker's: it loads typst

    known = entered(drawn)
    if not is_drawable(known):
        raise ValueError("nothing can be drawn of this map any more")
    stream = drawn.stream
    data = {
        "document": {
            "language": translation.get_language() or "en",
            "author": "VSM Portal",
            "date": timezone.now().isoformat(),
        },
        "foot": {
            "plant": stream.site.name,
            "printed_by": user.name,
            "printed_at": date_format(timezone.localtime(), "j F Y, H:i"),
        },
        "trail": " › ".join([_("Streams"), stream.name, _("Maps"), headings.version(drawn)]),
        "answer": headings.of_map(known),
        "lede": headings.below_map(known),
        "title_block": [{"label": label, "value": value} for label, value in titleblock(known)],
    }
    name = _("Map, %(stream)s, %(version)s.pdf")
    words = {"stream": stream.name, "version": headings.version(drawn)}
    return name % words, map_pdf(known.analysis, data, translate=_)


REPORT = Report("value_stream_map", find, render)
