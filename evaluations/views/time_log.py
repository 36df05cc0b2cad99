"""Logging: the page, a tap, a correction, an undo."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evaluations import permissions, time_page
from evaluations.minutes_words import span
from evaluations.models import Half, TimeEntry, TimeKind, Trend
from evaluations.models.time_words import HALF_DAY_MINUTES
from evaluations.time_forms import CorrectionForm, TapForm
from evaluations.trend_words import trend_in_short
from evaluations.weeks import WEEK, monday_of, read_week, written
from value_streams.models import Appointment
from vsm_portal.days import read_day
from vsm_portal.pages import page
from vsm_portal.permission import Conflict, demand

#: how long the last entry stands beside its "Undo"; afterwards it is corrected in its half-day
UNDONE_WITHIN = timedelta(hours=12)


def own_appointment(user, pk):
    """The manager's own, also after it ended; nobody else knows of its entries."""
    own = Appointment.objects.filter(manager=user).select_related(
        "stream__site__top_person", "adviser", "manager"
    )
    return get_object_or_404(own, pk=pk)


def own_entry(user, pk):
    entries = TimeEntry.objects.visible_to(user).select_related(
        "appointment__stream__site", "cause"
    )
    return get_object_or_404(entries, pk=pk)


@require_safe
def time_mine(request):
    """To the log of the stream one manages now, else to the last one."""
    own = Appointment.objects.filter(manager=request.user).exclude(state="planned")
    newest = own.order_by("ended_on", "-starts_on", "-pk")
    standing = newest.filter(ended_on=None).first() or newest.last()
    if standing is None:
        get_object_or_404(own.none())
    return redirect("time_log", standing.pk)


@require_safe
def time_log(request, pk):
    appointment = own_appointment(request.user, pk)
    return page(request, "evaluations/time_log.html", **_log_context(request, appointment))


def _log_context(request, appointment, form=None):
    site = appointment.stream.site
    now, today = time_page.Slot.now(site, timezone.now()), site.today()
    slot = _slot_asked(request, now)
    first = time_page.first_week(appointment, today)
    monday = max(first, _monday_asked(request, slot, today))
    week = time_page.week_of(appointment, monday, today, now)
    cell = week.cells.get((slot.day, slot.half))
    there = cell.entries if cell else []
    rest = max(0, HALF_DAY_MINUTES - sum(entry.minutes for entry in there))
    near, others = time_page.cause_taps(appointment, week)
    lately = timezone.now() - UNDONE_WITHIN
    own = TimeEntry.objects.standing().filter(appointment=appointment, entered_at__gte=lately)
    last = own.select_related("cause").order_by("-entered_at", "-pk").first()
    streams = Appointment.objects.current().filter(manager=request.user)
    trend = Trend.objects.filter(appointment=appointment).first()
    return {
        "appointment": appointment,
        "streams": streams.select_related("stream").order_by("stream__name"),
        "form": form or TapForm(appointment=appointment, by=request.user),
        "slot": slot,
        "slot_is_now": slot == now,
        "there": there,
        "week": week,
        "near": near,
        "others": others,
        "kinds": [(kind.value, kind.label) for kind in TimeKind if kind != TimeKind.DAILY],
        "chosen": form.data.get("what", "") if form else "",
        "again": time_page.again(appointment, slot, rest),
        "durations": time_page.durations(rest),
        "full_durations": time_page.durations(HALF_DAY_MINUTES),
        "key": uuid.uuid4(),
        "last": last,
        "last_span": span(last.minutes) if last else "",
        "may_log": permissions.may_log(request.user, appointment),
        "earlier_name": written(week.monday - WEEK) if week.monday > first else "",
        "earlier_number": (week.monday - WEEK).isocalendar().week,
        "later_name": "" if week.is_now else written(week.monday + WEEK),
        "later_number": (week.monday + WEEK).isocalendar().week,
        "past": time_page.last_weeks(appointment, monday_of(today)),
        "trend_words": trend_in_short(trend),
    }


def _slot_asked(request, now):
    """The half-day of the grid that was tapped, else the one that it is now."""
    asked = request.POST if request.method == "POST" else request.GET
    try:
        day, half = read_day(asked["day"]), Half(asked["half"])
    except (KeyError, ValueError):
        return now
    return time_page.Slot(day, half.value)


def _monday_asked(request, slot, today):
    try:
        return min(read_week(request.GET["week"]), monday_of(today))
    except (KeyError, ValueError):
        return monday_of(slot.day)


@require_POST
def time_entry_create(request, pk):
    """One tap. A script asks for JSON and sends it again, with its own id, until it is here."""
    appointment = own_appointment(request.user, pk)
    demand(permissions.may_log(request.user, appointment))
    form = TapForm(request.POST, appointment=appointment, by=request.user)
    wants_json = "application/json" in request.headers.get("Accept", "")
    try:
        entry = form.log() if form.is_valid() else None
    except Conflict as full:
        return _half_is_full(request, appointment, form, full, wants_json)
    if entry is None:
        return _refused(request, appointment, form, wants_json)
    said = _("%(what)s, %(span)s: saved.") % {"what": entry.words, "span": span(entry.minutes)}
    if wants_json:
        return JsonResponse({"said": said, "entry": entry.pk})
    messages.success(request, said)
    return redirect(f"{reverse('time_log', args=[pk])}?{_back(entry, appointment)}")


def _back(entry, appointment):
    now = time_page.Slot.now(appointment.stream.site, timezone.now())
    slot = time_page.Slot(entry.day, str(entry.half))
    return "" if slot == now else slot.query


def _refused(request, appointment, form, wants_json):
    if wants_json:
        reasons = [sentence for sentences in form.errors.values() for sentence in sentences]
        return JsonResponse({"reason": " ".join(reasons)}, status=422)
    context = _log_context(request, appointment, form)
    return render(request, "evaluations/time_log.html", context, status=422)


def _half_is_full(request, appointment, form, full, wants_json):
    may_decide = bool(full.kept)
    if wants_json:
        answer = {"reason": str(full.reason), "may_decide": may_decide}
        return JsonResponse(answer, status=409)
    if not may_decide:
        raise full
    context = _log_context(request, appointment, form) | {"full": full}
    return render(request, "evaluations/time_log.html", context, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def time_entry_edit(request, pk):
    entry = own_entry(request.user, pk)
    demand(permissions.may_correct(request.user, entry))
    data = request.POST if request.method == "POST" else None
    form = CorrectionForm(data, entry=entry, by=request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("The entry is corrected; what it said before is kept."))
        return redirect(f"{reverse('time_log', args=[entry.appointment_id])}?{_day(entry)}")
    return page(
        request,
        "evaluations/time_entry_edit.html",
        form=form,
        entry=entry,
        history=_history(entry),
        trail=[
            (_("Time"), reverse("time_log", args=[entry.appointment_id])),
            (_("Correct"), ""),
        ],
    )


def _day(entry):
    return time_page.Slot(entry.day, str(entry.half)).query


def _history(entry):
    """(when, what it said before)."""
    from evaluations.time_history import said

    changes = entry.changes.all()
    return [(change.at, said(change.was)) for change in changes]


@require_POST
def time_entry_removal(request, pk):
    """Undo; once more is the same."""
    entry = own_entry(request.user, pk)
    if entry.removed_at is None:
        entry.remove(by=request.user)
    messages.success(
        request,
        _("Undone: %(what)s, %(span)s.") % {"what": entry.words, "span": span(entry.minutes)},
    )
    return redirect(f"{reverse('time_log', args=[entry.appointment_id])}?{_day(entry)}")
