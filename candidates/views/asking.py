"""What the form pages of selection have in common."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from candidates.models import Position
from vsm_portal.pages import page


def position_seen_by(user, pk) -> Position:
    seen = Position.objects.visible_to(user).with_names().with_progress(user)
    return get_object_or_404(seen.select_related("criteria_set"), pk=pk)


def trail_to(position, *below):
    """Selection › the position › …; `below`: (label, url) pairs, the last one without url."""
    return [
        (_("Selection"), reverse("position_list")),
        (position.stream.name, reverse("position_detail", args=[position.pk])),
        *below,
    ]


def ask(request, form, *, title, verb, trail, back, lede="", facts=(), template="", **further):
    """One form on a page of its own; `facts`: [(label, value)] beside it."""
    return page(
        request,
        template or "candidates/form_page.html",
        form=form,
        title=title,
        verb=verb,
        trail=trail,
        back=back,
        lede=lede,
        facts=facts,
        **further,
    )
