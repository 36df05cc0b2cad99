"""The ranking as a file for the panel: the record's sheet without decision and without what HR
alone reads.
"""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vsm_portal.exporting.reports import Report

from . import permissions, ranking_words
from .models import Position
from .models.criteria import Tier
from .ranking_page import not_counted, titleblock
from .record_sheet import foot_of, scores_of
from .record_terms import position_part
from .snapshot import current_snapshot


def sheet_of(position, snapshot, user) -> dict:
    """In the shape of vsm_portal/exporting/typst/selection_record.typ."""
    cells = titleblock(snapshot)
    return {
        "document": {
            "title": _("Ranking: %(stream)s") % {"stream": position.stream.name},
            "language": translation.get_language() or "en",
            "author": "VSM Portal",
            "date": snapshot["taken_at"],
        },
        "foot": foot_of(position, user, timezone.now()),
        "trail": " › ".join([_("Selection"), position.stream.name, _("Ranking")]),
        "answer": ranking_words.heading(snapshot),
        "lede": "",
        "title_block": [{"label": label, "value": str(value)} for label, value in cells],
        "position": position_part(position, snapshot),
        "decision": None,
        "missing": [],
        "tiers": [str(tier.label) for tier in Tier],
        "told": [],
        "earlier": [],
        **scores_of(snapshot, with_reasons=False),
        "excused": [],
        "events": not_counted(snapshot),
    }


def find(position_id, user) -> Position | None:
    """For whom the ranking is open: at the asking, the making and the fetching."""
    seen = Position.objects.visible_to(user).with_names().filter(pk=position_id)
    position = seen.select_related("criteria_set").first()
    return position if position and permissions.may_see_ranking(user, position) else None


def render(position, user) -> tuple[str, bytes]:
    """Named by the position's number: no stream, no person."""
    from vsm_portal.exporting.pdf import render_pdf  # the worker's: it loads typst

    data = sheet_of(position, current_snapshot(position), user)
    name = _("Ranking of position %(number)s.pdf") % {"number": position.pk}
    return name, render_pdf("selection_record", data, translate=_)


REPORT = Report("selection_ranking", find, render)
