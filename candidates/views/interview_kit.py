"""The blank interview kit: read and printed on its page, or asked for as a file."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from candidates import permissions
from candidates.interview_kit import sheet_of
from vsm_portal.exporting.models import Export
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .asking import position_seen_by, trail_to


@require_safe
def interview_kit(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_take_kit(request.user, position))
    sheet = sheet_of(position, request.user)
    return page(
        request,
        "candidates/interview_kit.html",
        position=position,
        sheet=sheet,
        titleblock=[(cell["label"], cell["value"]) for cell in sheet["title_block"]],
        trail=trail_to(position, (sheet["trail"].rsplit(" › ", 1)[-1], "")),
    )


@require_POST
def interview_kit_pdf(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_take_kit(request.user, position))
    export = Export.ask("interview_kit", position, by=request.user, enclosing=position)
    return redirect("export_detail", export.pk)
