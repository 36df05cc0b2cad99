"""What is written beside a map: comments, answers, and what becomes of what it frees."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from value_streams import permissions
from value_streams.map_editor.saving import whole_number
from value_streams.map_forms import AnswersForm, CommentForm, FreedForm
from value_streams.maps import comparing, headings
from value_streams.models import FreedAnswer, MapComment, MapState
from value_streams.models.map_saving import save_answers
from value_streams.models.map_words import Freed
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .maps import map_seen_by, map_trail, show_map, stream_seen_by
from .streams import stream_trail


@require_POST
def map_comment(request, pk):
    drawn = map_seen_by(request.user, pk, rows=True)
    demand(permissions.may_comment_map(request.user, drawn.stream))
    form = CommentForm(request.POST, instance=MapComment(map=drawn))
    if not form.is_valid():
        return show_map(request, drawn, form)
    form.instance.enter(by=request.user)
    messages.success(request, _("The comment is kept with today's date."))
    return redirect(reverse("map_detail", args=[pk]) + "#comments")


@require_http_methods(["GET", "HEAD", "POST"])
def map_answers(request, pk):
    """The eight questions of a future state, answered in writing."""
    drawn = map_seen_by(request.user, pk)
    if drawn.state != MapState.FUTURE:
        raise Http404
    demand(permissions.may_edit_map(request.user, drawn))
    form = AnswersForm(posted(request), rows=drawn.answers.all())
    if form.is_valid():
        save_answers(drawn, form.texts, by=request.user)
        messages.success(request, _("The answers are saved."))
        return redirect("map_detail", pk)
    return page(
        request,
        "value_streams/stream_form.html",
        form=form,
        title=_("Eight questions that the future state answers"),
        trail=map_trail(drawn, _("Answers")),
        verb=_("Save the answers"),
        back=reverse("map_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def map_freed(request, pk, what):
    """Space freed, its use; people freed, where they go."""
    drawn = map_seen_by(request.user, pk)
    if what not in Freed.values:
        raise Http404
    demand(permissions.may_start_map(request.user, drawn.stream))
    answer = FreedAnswer.of(drawn, what)
    initial = {"text": answer.text, "version": answer.version}
    form = FreedForm(posted(request), initial=initial)
    comparison = reverse("map_comparison", args=[drawn.stream_id])
    if form.is_valid():
        said = form.cleaned_data
        answer.write(said["text"], by=request.user, version=said["version"])
        messages.success(request, _("The answer is saved."))
        return redirect(comparison)
    return page(
        request,
        "value_streams/stream_form.html",
        form=form,
        title=answer.get_what_display(),
        trail=map_trail(drawn, answer.get_what_display()),
        verb=_("Save the answer"),
        back=comparison,
    )


@require_safe
def map_comparison(request, pk):
    """The states of a stream beside each other; `?map=` chooses other versions."""
    stream = stream_seen_by(request.user, pk)
    chosen = [number for key in request.GET.getlist("map") if (number := whole_number(key))]
    columns = comparing.columns(stream, chosen[: comparing.MOST])
    return page(
        request,
        "value_streams/map_comparison.html",
        title=headings.of_comparison(stream, columns),
        trail=[
            *stream_trail(stream, "")[:-1],
            (_("Maps"), reverse("map_list", args=[pk])),
            (_("Comparison"), ""),
        ],
        stream=stream,
        columns=columns,
        rows=comparing.rows(columns) if len(columns) > 1 else [],
        freed=comparing.freed_shown(columns),
        versions=stream.maps.order_by("state", "number"),
        chosen={column.drawn.pk for column in columns},
        may_answer=permissions.may_start_map(request.user, stream),
    )
