"""The selection record: read on its page, or asked for as a file."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from candidates import permissions
from candidates.record_page import everything_on
from candidates.selection_record import record_of
from vsm_portal.audit.writing import record_read
from vsm_portal.exporting.models import Export
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .asking import position_seen_by, trail_to


@require_safe
def position_record(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_read_record(request.user, position))
    record = record_of(position, request.user)
    record_read(record.decision or position, by=request.user, enclosing=position)
    return page(
        request,
        "candidates/record_page.html",
        trail=trail_to(position, (_("Selection record"), "")),
        **everything_on(record, request.user),
    )


@require_POST
def position_record_pdf(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_read_record(request.user, position))
    export = Export.ask("selection_record", position, by=request.user, enclosing=position)
    return redirect("export_detail", export.pk)
