"""A table or a workbook as the answer, and the event it leaves."""

from io import BytesIO

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vsm_portal.audit.writing import record
from vsm_portal.exporting.csv_file import stream_csv
from vsm_portal.exporting.file_names import safe_file_name
from vsm_portal.exporting.xlsx_file import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(request, position, table, *, name, action):
    note(request, position, action, "csv", [table])
    answer = StreamingHttpResponse(stream_csv(table), content_type="text/csv; charset=utf-8")
    return named(answer, name, "csv")


def as_xlsx(request, position, tables, *, name, action):
    note(request, position, action, "xlsx", tables)
    file = BytesIO()
    write_xlsx(tables, file, notes_title=_("Notes"), long_texts_title=_("Long texts"))
    return named(HttpResponse(file.getvalue(), content_type=XLSX), name, "xlsx")


def note(request, position, action, form, tables):
    rows = sum(len(table.rows) for table in tables)
    record(action, position, by=request.user, format=form, rows=rows)


def named(answer, name, form):
    name = safe_file_name(f"{slugify(name) or 'position'}.{form}")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
