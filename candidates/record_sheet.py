"""What the selection record says, as the page and the PDF print it: every date and figure a text.

The shape is the one at the head of vsm_portal/exporting/typst/selection_record.typ. Page and file
are made of this one dictionary, so that they cannot differ.
"""

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .exports import rests_on_this
from .models import Position
from .models.criteria import Tier
from .position_answers import day, state_of
from .record_further import further_of
from .record_parts import (
    also_apart_part,
    disagreements_part,
    earlier_part,
    events_part,
    excused_part,
    firmness_part,
    heat_part,
    moment,
    ranking_part,
    score_changes_part,
    told_part,
)
from .record_terms import decision_part, position_part

SCORES = (
    "ranking",
    "firmness",
    "heat",
    "disagreements",
    "also_apart",
    "changed",
    "excused",
    "events",
    "further",
    "identity",
)


def sheet_of(record, user) -> dict:
    position, decision, snapshot = record.position, record.decision, record.snapshot
    return {
        "document": {
            "title": _("Selection record: %(stream)s") % {"stream": position.stream.name},
            "language": translation.get_language() or "en",
            "author": "VSM Portal",
            "date": (decision.at if decision else timezone.now()).isoformat(),
        },
        "foot": foot_of(position, user, timezone.now()),
        "trail": " › ".join([_("Selection"), position.stream.name, _("Selection record")]),
        "answer": _answer(record),
        "lede": _lede(record),
        "title_block": [{"label": label, "value": value} for label, value in _cells(record)],
        "position": position_part(position, snapshot),
        "decision": decision and decision_part(record),
        "missing": record.missing,
        "tiers": [str(tier.label) for tier in Tier],
        "told": told_part(record.tellings),
        "earlier": earlier_part(record.earlier),
        **scores_of(snapshot, with_reasons=True),
    }


def foot_of(position, user, now) -> dict:
    return {
        "plant": position.site.name,
        "printed_by": user.name,
        "printed_at": moment(now),
    }


def scores_of(snapshot, with_reasons) -> dict:
    """Nothing of it, null, as long as the scores are closed."""
    if snapshot is None:
        return dict.fromkeys(SCORES)
    return {
        "ranking": ranking_part(snapshot),
        "firmness": firmness_part(snapshot),
        "heat": heat_part(snapshot),
        "disagreements": disagreements_part(snapshot),
        "also_apart": also_apart_part(snapshot),
        "changed": score_changes_part(snapshot),
        "excused": excused_part(snapshot),
        "events": events_part(snapshot),
        "further": further_of(snapshot, with_reasons),
        "identity": rests_on_this(snapshot),
    }


def _answer(record) -> str:
    words = {"stream": record.position.stream.name}
    if record.decision:
        words["name"] = record.decision.candidate.name
        return _("%(name)s was chosen for %(stream)s") % words
    if record.position.state == Position.State.CANCELLED:
        return _("%(stream)s: the position was cancelled") % words
    return _("%(stream)s: not decided yet") % words


def _lede(record) -> str:
    if record.position.state == Position.State.CANCELLED:
        return record.position.cancel_reason
    if record.decision is None:
        return _("This record is not complete. It says what there is today.")
    standings = record.snapshot["standings"] if record.snapshot else []
    ranked = [each for each in standings if each["place"]]
    chosen = next((each for each in ranked if each["candidate"] == record.decision.candidate_id), 0)
    if not chosen:
        return ""
    return ngettext(
        "The only candidate, with a weighted score of %(score)s of 5.",
        "Place %(place)s of %(n)s, with a weighted score of %(score)s of 5.",
        len(ranked),
    ) % {"place": chosen["place"], "n": len(ranked), "score": chosen["score"]}


def _cells(record) -> list[tuple[str, str]]:
    position, decision = record.position, record.decision
    if decision is None:
        decider = position.decider
        return [
            (_("State"), state_of(position)),
            (_("Scorecards due"), day(position.due_on)),
            (_("Chair"), position.chair.name),
            (_("Decides"), decider.name if decider else _("nobody yet")),
        ]
    return [
        (_("Decided"), day(timezone.localtime(decision.at))),
        (_("By"), decision.by.name),
        (_("First day"), day(decision.starts_on)),
        (_("Authority"), decision.get_authority_display().split(":")[0]),
    ]
