"""The selection record: read on its page, or asked for as a file."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from candidates import permissions
from candidates.record_exports import record_table, record_tables
from candidates.record_page import everything_on
from candidates.record_sheet import sheet_of
from candidates.selection_record import record_of
from vsm_portal.audit.writing import record_read
from vsm_portal.exporting.models import Export
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .asking import position_seen_by, trail_to
from .files import as_csv, as_xlsx


@require_safe
def position_record(request, pk):
    record = _record(request, pk)
    position = record.position
    record_read(record.decision or position, by=request.user, enclosing=position)
    return page(
        request,
        "candidates/record_page.html",
        trail=trail_to(position, (_("Selection record"), "")),
        **everything_on(record, request.user),
    )


@require_safe
def position_record_csv(request, pk):
    record = _record(request, pk)
    table = record_table(sheet_of(record, request.user))
    return as_csv(request, record.position, table, **_words(record.position))


@require_safe
def position_record_xlsx(request, pk):
    record = _record(request, pk)
    tables = record_tables(sheet_of(record, request.user), record.snapshot)
    return as_xlsx(request, record.position, tables, **_words(record.position))


@require_POST
def position_record_pdf(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_read_record(request.user, position))
    export = Export.ask("selection_record", position, by=request.user, enclosing=position)
    return redirect("export_detail", export.pk)


def _record(request, pk):
    """For HR of the site and whoever decides; who else takes part learns why not."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_read_record(request.user, position))
    return record_of(position, request.user)


def _words(position) -> dict:
    name = _("selection record of position %(number)s") % {"number": position.pk}
    return {"name": name, "action": "selection_record.taken"}
