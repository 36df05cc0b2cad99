from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from candidates import exports, permissions
from candidates.ranking_page import everything_about_ranking
from candidates.snapshot import current_snapshot
from vsm_portal.audit.writing import record_read
from vsm_portal.exporting.models import Export
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .asking import position_seen_by
from .files import as_csv, as_xlsx


@require_safe
def position_ranking(request, pk):
    """How the candidates compare and how far that holds; reading it leaves an event."""
    position, snapshot = revealed(request, pk)
    record_read(position, by=request.user)
    return page(
        request,
        "candidates/ranking_detail.html",
        **everything_about_ranking(
            position, snapshot, request.user, shown=request.GET.get("candidate")
        ),
    )


@require_safe
def position_ranking_csv(request, pk):
    """The ranking, or another sheet of the workbook: `?table=evidence`."""
    position, snapshot = revealed(request, pk)
    asked = request.GET.get("table", "ranking")
    if asked not in exports.TABLES:
        raise Http404
    return as_csv(request, position, exports.TABLES[asked](snapshot), **_words(position))


@require_safe
def position_ranking_xlsx(request, pk):
    position, snapshot = revealed(request, pk)
    return as_xlsx(request, position, exports.ranking_tables(snapshot), **_words(position))


@require_POST
def position_ranking_pdf(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_see_ranking(request.user, position))
    export = Export.ask("selection_ranking", position, by=request.user, enclosing=position)
    return redirect("export_detail", export.pk)


def revealed(request, pk):
    """The position and what its ranking says; nothing of it is read before the reveal."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_see_ranking(request.user, position))
    return position, current_snapshot(position)


def _words(position) -> dict:
    """Named by the position's number: no stream, no person."""
    name = _("ranking of position %(number)s") % {"number": position.pk}
    return {"name": name, "action": "position.exported"}
