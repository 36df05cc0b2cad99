"""The trend of one appointment, of a site, of the company."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from evaluations import permissions
from evaluations.exports import weeks_table
from evaluations.models.trend_reckoning import reckon
from evaluations.readers import trends_readable_by
from evaluations.trend_page import small_trends, trend_page
from value_streams.models import ValueStream
from vsm_portal.exporting.csv_file import stream_csv
from vsm_portal.exporting.file_names import safe_file_name
from vsm_portal.pages import page
from vsm_portal.permission import demand

PER_PAGE = 24


def seen_by(user, pk):
    readable = trends_readable_by(user).select_related("stream__site", "manager")
    return get_object_or_404(readable, pk=pk)


@require_safe
def trend_detail(request, pk):
    appointment = seen_by(request.user, pk)
    shown = trend_page(
        appointment, shows_hours=permissions.may_read_sums(request.user, appointment)
    )
    return page(
        request,
        "evaluations/trend_detail.html",
        trend=shown,
        appointment=appointment,
        is_own=appointment.manager_id == request.user.pk,
        trail=_trail(request.user, appointment),
        may_reckon=permissions.may_reckon(request.user, appointment),
    )


def _trail(user, appointment):
    """A former manager reads the own trend, not the stream."""
    trail = [(_("Firefighting"), reverse("trend_list")), (appointment.stream.name, "")]
    stream = ValueStream.objects.visible_to(user).filter(pk=appointment.stream_id)
    if stream.exists():
        trail[-1] = (
            appointment.stream.name,
            reverse("stream_detail", args=[appointment.stream_id]),
        )
        trail.append((appointment.manager.name, ""))
    return trail


@require_POST
def trend_reckoning(request, pk):
    """Now, and not tonight."""
    appointment = seen_by(request.user, pk)
    demand(permissions.may_reckon(request.user, appointment))
    _looked, changed = reckon(of=appointment)
    messages.success(
        request, _("The trend is reckoned anew.") if changed else _("The trend is as it was.")
    )
    return redirect("trend_detail", pk)


@require_safe
def trend_list(request):
    """Every trend one may read beside the others, on one scale."""
    readable = trends_readable_by(request.user).current().select_related("stream__site", "manager")
    rows = Paginator(readable.order_by("stream__site__name", "stream__name"), PER_PAGE)
    shown = rows.get_page(request.GET.get("page"))
    small = small_trends(shown.object_list)
    return page(
        request,
        "evaluations/trend_list.html",
        title=_title(small, rows.count),
        small=small,
        trends=shown,
    )


def _title(small, count) -> str:
    if not count:
        return _("No trend here that you may read")
    declining = sum(one.sign == "ok" for one in small)
    words = ngettext(
        "Firefighting declines in %(n)s of %(all)s stream",
        "Firefighting declines in %(n)s of %(all)s streams",
        count,
    )
    return words % {"n": declining, "all": len(small)}


@require_safe
def trend_series(request, pk):
    """The weeks as the file that `firefighting_trend` reads: whoever reads totals may."""
    appointment = seen_by(request.user, pk)
    demand(permissions.may_export_sums(request.user, appointment))
    table = weeks_table(appointment)
    answer = StreamingHttpResponse(stream_csv(table), content_type="text/csv; charset=utf-8")
    name = safe_file_name(f"{appointment.stream.name} weeks.csv")
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
