"""The words that the PDF templates print themselves, by template, for the translators to find.

Only words that are the same for every record: what people typed comes as data.
`render_pdf` translates them; {places} are filled by the template.
"""

from django.utils.translation import gettext_noop as _

SHEET = {
    "page": _("page {n} of {m}"),
    "printed": _("printed by {by}"),
    "incomplete": _(
        "Some characters cannot be printed here and stand as □, and this file is not set for "
        "screen readers. The page in the portal shows every character."
    ),
}

SELECTION_RECORD = SHEET | {
    "adviser": _("Adviser (sensei)"),
    "also_apart": _("Also apart:"),
    "always_ahead": _("ahead of {names} for every weighting that keeps the order"),
    "apart": _("{n} levels apart"),
    "authority": _("Authority"),
    "by_tier": _("By tier, level 1 to 5 (tick = threshold)"),
    "candidate": _("Candidate"),
    "changed": _("Changed after the reveal"),
    "changed_remark": _("both rounds are kept"),
    "conditions": _("Conditions, how met"),
    "coverage": _("Coverage"),
    "criteria": _("Criteria"),
    "criterion": _("Criterion"),
    "decided_by": _("Decided by"),
    "decision": _("Decision"),
    "decision_remark": _("a record; only another record reverses it"),
    "disagreements": _("Where the panel saw it differently: {n} wide disagreements"),
    "earlier": _("Decisions taken back"),
    "events": _("Changed after the opening"),
    "excused": _("Excused"),
    "first": _("1st"),
    "how_firm": _("How firm is the first place?"),
    "later": _("{n}th"),
    "missing": _("Still missing"),
    "no_disagreement": _("No wide disagreement"),
    "none": _("None."),
    "not_observed": _("not observed"),
    "not_rankable": _("not rankable"),
    "of_100": _("Of 100 weightings, place"),
    "of_criteria": _("{n} of {m} criteria"),
    "of_scores": _("{n} of {m} scores"),
    "opened": _("Opened"),
    "panel": _("Panel"),
    "panel_of": _("chair {chair}; assessors {assessors}"),
    "position": _("The position"),
    "ranking": _("Ranking"),
    "ranking_remark": _("weighted score, 1 to 5; what nobody observed is left out, never zero"),
    "reason": _("Reason"),
    "remarks": _("Conditions and warnings"),
    "revealed": _("Revealed"),
    "score": _("Score"),
    "scores": _("Scores: criteria × assessors"),
    "scores_remark": _(
        "5 = highest level; – = not observed, · = not asked or not counted: both left out of the"
        " mean"
    ),
    "second": _("2nd"),
    "starts": _("Starts"),
    "thresholds": _("Thresholds"),
    "taken_back": _("Taken back by"),
    "third": _("3rd"),
    "told": _("Who was told, when and how"),
    "version": _("version {n}"),
    "weights": _("Weights of the tiers"),
}

INTERVIEW_KIT = SHEET | {
    "ask_further": _("Ask further:"),
    "tier": _("Tier {n}: {name}"),
    "warnings": _("Warnings"),
    "warnings_remark": _("shown beside the score, never averaged in"),
}

VALUE_STREAM_MAP = SHEET | {"in_words": _("The map in words")}

CHARTER = SHEET | {
    "authority": _("Authority"),
    "duties": _("The nine responsibilities"),
    "requirements": _("What the customer requires"),
    "terms": _("Boundary and terms"),
}

ANNOUNCEMENT = SHEET | {"to": _("To")}

TEMPLATES = {
    "announcement": ANNOUNCEMENT,
    "charter": CHARTER,
    "interview_kit": INTERVIEW_KIT,
    "selection_record": SELECTION_RECORD,
    "value_stream_map": VALUE_STREAM_MAP,
}
