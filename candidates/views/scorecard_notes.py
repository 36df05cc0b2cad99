from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.forms.evidence_notes import NoteForm
from candidates.models import EvidenceNote, Scorecard
from candidates.models.drafting import DraftConflict
from candidates.scorecard_contents import contents_of
from candidates.scorecard_page import readers, titleblock, trail_to
from vsm_portal.pages import posted
from vsm_portal.permission import Conflict

from .scorecard_saving import own_card


@require_http_methods(["GET", "HEAD", "POST"])
def scorecard_note_new(request, pk, criterion_pk):
    """Use the evidence of one criterion for further ones: it becomes a dated note."""
    card = own_card(request.user, pk)
    contents = contents_of(card)
    entry = contents.entry_of(criterion_pk)
    if entry is None:
        raise Http404
    if entry.score and entry.score.note_id:
        return redirect("scorecard_note", entry.score.note_id)
    form = NoteForm(posted(request), card=card, free=_free(contents, entry), initial=_of(entry))
    answer = _saved(request, card, form, lambda: form.make(entry.criterion))
    return answer or _page(
        request,
        card,
        form,
        title=_("For which criteria is it evidence?"),
        rests=[entry],
        back=entry,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def scorecard_note(request, pk):
    """Correct a note; the page says which scores rest on it."""
    own = Scorecard.objects.own(request.user).values("pk")
    note = get_object_or_404(EvidenceNote.objects.filter(scorecard__in=own), pk=pk)
    card = note.scorecard = own_card(request.user, note.scorecard_id)
    contents = contents_of(card)
    rests = contents.resting_on(note)
    initial = {name: getattr(note, name) for name in ("version", "on", "kind", "text")}
    form = NoteForm(posted(request), card=card, free=_free(contents), initial=initial)
    answer = _saved(request, card, form, lambda: form.change(note))
    return answer or _page(
        request, card, form, title=_title(rests), rests=rests, back=rests[0] if rests else None
    )


def _title(rests) -> str:
    if not rests:
        return _("No score rests on this note yet")
    if len(rests) == 1:
        return _("One score rests on this note")
    return _("%(n)s scores rest on this note") % {"n": len(rests)}


def _free(contents, besides=None) -> list:
    """Of the own criteria those that have no evidence yet."""
    return [
        entry
        for entry in contents.asked
        if entry is not besides
        and not (entry.score and (entry.score.evidence or entry.score.note_id))
    ]


def _of(entry) -> dict:
    score = entry.score
    return {
        "version": score.version if score else 0,
        "on": None,
        "kind": score.kind if score else "",
        "text": score.evidence if score else "",
    }


def _saved(request, card, form, save):
    """The answer once it is saved; None while the page is to be shown."""
    answer = permissions.may_fill_in(request.user, card)
    if request.method != "POST":
        return None if answer else redirect("scorecard_detail", card.pk)
    if not answer:
        raise Conflict(answer.reason, kept=form.kept())
    if not form.is_valid():
        return None
    try:
        save()
    except DraftConflict as conflict:
        raise Conflict(
            _("Saved in another window, while you were writing. Nothing was overwritten."),
            kept=form.kept(_words(conflict.theirs)),
        ) from conflict
    except Conflict as closed:
        raise Conflict(closed.reason, kept=form.kept()) from closed
    messages.success(request, _("The note is kept. Nobody else can read it before the reveal."))
    return redirect("scorecard_detail", card.pk)


def _words(row) -> str:
    return "" if row is None else getattr(row, "text", "") or row.evidence_text


def _page(request, card, form, *, title, rests, back):
    context = {
        "form": form,
        "title": title,
        "trail": trail_to(card),
        "titleblock": titleblock(card, []),
        "readers": readers(card),
        "rests": rests,
        "back": back.url if back else reverse("scorecard_detail", args=[card.pk]),
    }
    status = 422 if form.is_bound else 200
    return render(request, "candidates/scorecard_note.html", context, status=status)
