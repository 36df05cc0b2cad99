from io import BytesIO

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from candidates import exports, permissions
from candidates.ranking_page import everything_about_ranking
from candidates.snapshot import current_snapshot
from vsm_portal.audit.writing import record, record_read
from vsm_portal.exporting.csv_file import stream_csv
from vsm_portal.exporting.file_names import safe_file_name
from vsm_portal.exporting.xlsx_file import write_xlsx
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .asking import position_seen_by

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    position, snapshot = revealed(request, pk)
    table = exports.ranking_table(snapshot)
    _note(request, position, "csv", [table])
    answer = StreamingHttpResponse(stream_csv(table), content_type="text/csv; charset=utf-8")
    return _as_file(answer, position, "csv")


@require_safe
def position_ranking_xlsx(request, pk):
    position, snapshot = revealed(request, pk)
    tables = exports.ranking_tables(snapshot)
    _note(request, position, "xlsx", tables)
    file = BytesIO()
    write_xlsx(tables, file, notes_title=_("Notes"), long_texts_title=_("Long texts"))
    return _as_file(HttpResponse(file.getvalue(), content_type=XLSX), position, "xlsx")


def revealed(request, pk):
    """The position and what its ranking says; nothing of it is read before the reveal."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_see_ranking(request.user, position))
    return position, current_snapshot(position)


def _note(request, position, form, tables):
    rows = sum(len(table.rows) for table in tables)
    record("position.exported", position, by=request.user, format=form, rows=rows)


def _as_file(answer, position, form):
    """Named by the position's number: no stream, no person."""
    name = _("ranking of position %(number)s") % {"number": position.pk}
    name = safe_file_name(f"{slugify(name) or 'ranking'}.{form}")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
