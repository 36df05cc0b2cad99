"""An announcement as a letter on paper."""

from django.utils.translation import gettext as _

from vsm_portal.exporting.reports import Report

from .answers import day
from .charter_report import document_of, frame_of
from .models import Announcement


def find(announcement_id, user) -> Announcement | None:
    return Announcement.objects.visible_to(user).with_people().filter(pk=announcement_id).first()


def sheet_of(letter, user) -> dict:
    """In the shape of vsm_portal/exporting/typst/announcement.typ."""
    return {
        **frame_of(user, letter.site),
        "document": document_of(letter.subject),
        "trail": _("%(place)s, %(day)s") % {"place": letter.place, "day": day(letter.issued_on)},
        "answer": letter.subject,
        "title_block": [],
        "to": [one.name for one in letter.addressees.all()],
        "paragraphs": [part.strip() for part in letter.text.splitlines() if part.strip()],
        "signed_by": letter.signed_by,
        "place": letter.place,
    }


def render(letter, user) -> tuple[str, bytes]:
    from vsm_portal.exporting.pdf import render_pdf  # the worker's: it loads typst

    return _("Announcement.pdf"), render_pdf("announcement", sheet_of(letter, user), translate=_)


REPORT = Report("announcement", find, render)
