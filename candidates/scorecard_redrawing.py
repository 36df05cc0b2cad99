"""What a save changes around the form: drawn by the partials that drew the open page."""

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string

from .models import Scorecard
from .scorecard_contents import WRITTEN, Entry, contents_of
from .scorecard_nudge_words import nudges_on
from .scorecard_page import surroundings

#: {id of the element on the page: the partial that draws it}
PARTS = {
    "scorecard-title": "candidates/_scorecard_title.html",
    "scorecard-index": "candidates/_scorecard_index.html",
    "scorecard-index-phone": "candidates/_scorecard_index.html",
    "scorecard-submit": "candidates/_scorecard_submit.html",
}
ON_CRITERION = {"scorecard-nudges": "candidates/_scorecard_nudges.html"}
REREAD = ("scores", "warnings", "notes")
ON_WARNINGS = {"scorecard-knowledge": "candidates/_scorecard_knowledge.html"}


def redrawn(card: Scorecard, user, criteria=None, now: Entry | None = None) -> dict:
    """parts: {id: html}; saves: of two drawings the one with more is the newer.

    criteria: as for `contents_of`. now: the criterion that is open; None: the warnings are.
    """
    card.refresh_from_db(fields=REREAD)  # as it is after the save
    prefetch_related_objects([card], *WRITTEN)
    contents = contents_of(card, criteria)
    context = {
        "around": surroundings(card, contents, user),
        "now": now,
        "at_warnings": now is None,
        "nudges": now and nudges_on(contents, contents.entry_of(now.criterion.pk)),
    }
    partials = PARTS | (ON_CRITERION if now else ON_WARNINGS)
    parts = {
        name: render_to_string(partial, context | {"index_id": name})
        for name, partial in partials.items()
    }
    return {"parts": parts, "saves": contents.saves}
