from django.core.paginator import Paginator
from django.http import Http404
from django.views.decorators.http import require_safe

from vsm_portal.accounts.models import Role, Site, User
from vsm_portal.pages import page

from .forms import EventFilter
from .models import Event

PAGE = 50


@require_safe
def event_list(request):
    """Everything of the sites where one is HR, newest first."""
    if not Site.objects.where(request.user, Role.HR).exists():
        raise Http404
    form = EventFilter(request.GET or {}, events=Event.objects.visible_to(request.user))
    rows = form.rows().select_related("actor", "site")
    events = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return page(
        request,
        "audit/event_list.html",
        form=form,
        events=events,
        names=_names(events),
        narrowed=any(form.data.get(name) for name in form.fields),
    )


def _names(events) -> dict[int, str]:
    """The people whom this page's rows are about, by id, in one look."""
    ids = {event.about_person for event in events} - {None}
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))
