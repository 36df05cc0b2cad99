import csv
import io

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from value_streams import matrix_answers as answers
from value_streams import permissions
from value_streams.grouping import as_rows, as_table
from value_streams.matrix_forms import (
    MatrixFileForm,
    MatrixForm,
    MatrixNewForm,
    ProposalForm,
    decimal_mark,
)
from value_streams.models import Matrix
from vsm_portal.exporting.file_names import safe_file_name
from vsm_portal.exporting.inert import inert
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .streams import PER_PAGE


@require_safe
def matrix_list(request):
    rows = Paginator(Matrix.objects.visible_to(request.user).with_newest_proposal(), PER_PAGE)
    return page(
        request,
        "value_streams/matrix_list.html",
        title=answers.of_matrices(rows.count),
        trail=[*matrix_trail()[:-1], (_("Product matrices"), "")],
        matrices=rows.get_page(request.GET.get("page")),
        may_add=permissions.may_add_matrix(request.user),
    )


@require_safe
def matrix_detail(request, pk):
    seen = (
        Matrix.objects.visible_to(request.user).with_newest_proposal().select_related("created_by")
    )
    matrix = get_object_or_404(seen, pk=pk)
    grid = matrix.grid()
    return page(
        request,
        "value_streams/matrix_detail.html",
        title=answers.of_matrix(matrix),
        trail=matrix_trail((matrix.name, "")),
        matrix=matrix,
        rows=answers.rows_of(grid),
        steps=grid.steps,
        asking=ProposalForm(grid=grid, initial=_last_asked(matrix, grid)),
        may_edit=permissions.may_edit_matrix(request.user, matrix),
    )


def _last_asked(matrix, grid):
    """What was asked the last time, where it still fits the matrix."""
    if not matrix.proposals_newest_first:
        return {}
    last = matrix.proposals_newest_first[0]
    left_out = [step for step in last.left_out if step in grid.steps]
    return {
        "left_out": left_out,
        "common_steps": last.common_steps,
        "work_spread": last.work_spread,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def matrix_create(request):
    demand(permissions.may_add_matrix(request.user))
    form = MatrixNewForm(posted(request), user=request.user)
    if form.is_valid():
        form.instance.enter(by=request.user)
        return _saved(request, form, form.instance)
    return _form_page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def matrix_edit(request, pk):
    matrix = matrix_seen_by(request.user, pk)
    demand(permissions.may_edit_matrix(request.user, matrix))
    initial = {"table": as_table(matrix.grid(), decimal_mark())}
    form = MatrixForm(posted(request), instance=matrix, initial=initial)
    if form.is_valid():
        return _saved(request, form, form.save_version(by=request.user))
    return _form_page(request, form, matrix)


@require_http_methods(["GET", "HEAD", "POST"])
def matrix_import(request, pk=None):
    """A file is shown in the form that would save it, with its faults; nothing is saved yet."""
    matrix = pk and matrix_seen_by(request.user, pk)
    demand(
        permissions.may_edit_matrix(request.user, matrix)
        if matrix
        else permissions.may_add_matrix(request.user)
    )
    chosen = MatrixFileForm(posted(request), request.FILES or None)
    if not chosen.is_valid():
        return page(
            request,
            "value_streams/matrix_import.html",
            form=chosen,
            trail=matrix_trail((_("Import"), "")),
            back=reverse("matrix_detail", args=[pk]) if matrix else reverse("matrix_list"),
        )
    table = chosen.cleaned_data["file"]
    if matrix:
        data = {"name": matrix.name, "version": matrix.version, "table": table}
        form = MatrixForm(data, instance=matrix)
    else:
        form = MatrixNewForm({"table": table}, user=request.user)
    form.fields["table"].widget.attrs["autofocus"] = True
    changes = answers.of_changes(matrix and matrix.grid(), chosen.grid)
    status = 200 if chosen.grid else 422
    form.is_valid()
    if not matrix:  # site and name are only asked now
        form.errors.pop("site", None)
        form.errors.pop("name", None)
    return _form_page(request, form, matrix, changes=changes, status=status)


@require_safe
def matrix_file(request, pk):
    """The matrix as the CSV file that `group_families` reads."""
    matrix = matrix_seen_by(request.user, pk)
    file = io.StringIO()
    csv.writer(file).writerows([inert(cell) for cell in row] for row in as_rows(matrix.grid()))
    response = HttpResponse("\ufeff" + file.getvalue(), content_type="text/csv; charset=utf-8")
    name = safe_file_name(f"{matrix.name}.csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def matrix_seen_by(user, pk):
    return get_object_or_404(Matrix.objects.visible_to(user).select_related("site"), pk=pk)


def _saved(request, form, matrix):
    for remark in form.fields["table"].remarks[:20]:
        messages.info(request, remark + ".")
    messages.success(request, _("The matrix is saved. Next: ask which products belong together."))
    return redirect("matrix_detail", matrix.pk)


def _form_page(request, form, matrix=None, changes=(), status=None):
    refused = form.is_bound and not form.is_valid()
    return render(
        request,
        "value_streams/matrix_form.html",
        {
            "form": form,
            "changes": changes,
            "title": _("Change the matrix") if matrix else _("Which product passes which step?"),
            "trail": matrix_trail((matrix.name if matrix else _("New matrix"), "")),
            "action": (
                reverse("matrix_edit", args=[matrix.pk]) if matrix else reverse("matrix_create")
            ),
            "file_url": (
                reverse("matrix_import", args=[matrix.pk])
                if matrix
                else reverse("matrix_import_new")
            ),
            "back": (
                reverse("matrix_detail", args=[matrix.pk]) if matrix else reverse("matrix_list")
            ),
        },
        status=status or (422 if refused else 200),
    )


def matrix_trail(*here):
    return [
        (_("Streams"), reverse("stream_list")),
        (_("Product families"), reverse("family_list")),
        (_("Product matrices"), reverse("matrix_list")),
        *here,
    ]
