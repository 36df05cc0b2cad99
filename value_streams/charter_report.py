"""A charter as a PDF: what its page shows, on one sheet."""

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vsm_portal.exporting.reports import Report

from . import charter_page
from .models import Appointment


def find(appointment_id, user) -> Appointment | None:
    seen = Appointment.objects.with_charter_for(user).for_charter()
    return seen.filter(pk=appointment_id).first()


def sheet_of(appointment, user) -> dict:
    """In the shape of vsm_portal/exporting/typst/charter.typ."""
    charter = charter_page.everything_on(appointment, user)
    stream = appointment.stream
    return {
        **frame_of(user, stream.site),
        "document": document_of(_("Charter: %(stream)s") % {"stream": stream.name}),
        "trail": " › ".join([_("Streams"), stream.name, _("Charter")]),
        "answer": charter["title"],
        "lede": charter["lede"],
        "title_block": cells_of(charter["titleblock"]),
        "duties": [
            {
                "number": row.number,
                "name": row.name,
                "asked": row.asked,
                "standing": row.standing,
                "state": row.state,
                "evidence": row.evidence,
            }
            for row in charter["rows"]
        ],
        "authority": appointment.get_authority_display(),
        "meaning": str(charter["meaning"]),
        "warning": charter["reports_elsewhere"],
        "announced": charter["announced"],
        "terms": cells_of(terms_of(appointment)),
        "requirements": [
            {"what": one.what, "target": one.target, "met": one.get_met_display(), "sign": one.sign}
            for one in charter["requirements"]
        ],
    }


def terms_of(appointment) -> list[tuple[str, str]]:
    stream, adviser = appointment.stream, appointment.adviser
    return [
        (_("Begins with"), stream.begins_with or _("not said yet")),
        (_("Ends with"), stream.ends_with or _("not said yet")),
        (_("Reports to"), appointment.reports_to.name),
        (_("Adviser (sensei)"), adviser.name if adviser else _("none named")),
        (_("Came from"), appointment.from_function or _("not said")),
        (_("Planned way back"), appointment.way_back or _("not said")),
    ]


def document_of(title) -> dict:
    return {
        "title": title,
        "language": translation.get_language() or "en",
        "author": "VSM Portal",
        "date": timezone.now().isoformat(),
    }


def frame_of(user, site) -> dict:
    printed_at = date_format(timezone.localtime(), "j F Y, H:i")
    return {"foot": {"plant": site.name, "printed_by": user.name, "printed_at": printed_at}}


def cells_of(pairs) -> list[dict]:
    return [{"label": str(label), "value": str(value)} for label, value in pairs]


def render(appointment, user) -> tuple[str, bytes]:
    """The file's name and the PDF, as this person reads it at this moment."""
    from vsm_portal.exporting.pdf import render_pdf  # the worker's: it loads typst

    name = _("Charter, %(stream)s.pdf") % {"stream": appointment.stream.name}
    return name, render_pdf("charter", sheet_of(appointment, user), translate=_)


REPORT = Report("charter", find, render)
