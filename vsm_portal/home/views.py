from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vsm_portal.pages import page

from . import waiting_words
from .places import waiting_tasks


@require_safe
def home(request):
    """What waits for me, oldest promise first; nothing that competes with it."""
    tasks, today = waiting_tasks(request), timezone.localdate()
    return page(
        request,
        "home/waiting.html",
        title=waiting_words.title(tasks),
        trail=[(date_format(today, "l j F Y"), "")],
        rows=[waiting_words.row(task, today) for task in tasks],
        empty_title=_("Nothing to do here now."),
        empty_text=_("When a scorecard, a decision or a position needs you, it stands here."),
    )
