"""Conditions and warnings of a candidate as signs, alike on every page and in the PDF. Pure.

A sign is {"sign": "bad" | "warn" | "ok", "words"}: red, amber, or a small tick.
"""

from django.utils.translation import gettext as _

from . import ranking_remarks
from .ranking_words import listed

#: a written reason is asked for where attitude and leadership itself is missing
SIGNS = {"reason": "bad", "adviser": "warn"}


def condition_signs(standing, terms) -> list[dict]:
    """
    >>> low, terms = {"tier": 2, "value": "2.4"}, {"thresholds": ["3.0", "2.5"]}
    >>> condition_signs({"conditions": ["adviser"], "tiers": [low]}, terms)
    [{'sign': 'warn', 'words': 'Needs a named adviser: tier 2 below 2.5'}]
    >>> condition_signs({"conditions": [], "tiers": []}, terms)
    [{'sign': 'ok', 'words': 'No condition'}]
    """
    needed = [each for each in SIGNS if each in standing["conditions"]]
    sentences = ranking_remarks.conditions(standing, terms)
    return [
        {"sign": SIGNS[each], "words": sentence}
        for each, sentence in zip(needed, sentences, strict=True)
    ] or [{"sign": "ok", "words": _("No condition")}]


def warning_signs(standing) -> list[dict]:
    """Red where at least half of those who could see a warning saw it, else amber.

    >>> one = {"kind": "tried_that", "saw": 1, "of": 4, "evidence": []}
    >>> [sign["sign"] for sign in warning_signs({"warnings": [one, one | {"saw": 2}]})]
    ['warn', 'bad']
    """
    return [
        {
            "sign": "bad" if each["saw"] * 2 >= each["of"] else "warn",
            "words": ranking_remarks.warning(each),
        }
        for each in standing["warnings"]
    ]


def notice_signs(standing, snapshot) -> list[dict]:
    """What has to be known beside a score: line manager, late scorecards, detailed knowledge beside
    "already tried that", most of it only told.

    >>> ana = {"candidate": 1, "line_manager": None, "knows_and_tried": False,
    ...        "rests_on": {"mostly_told": True}}
    >>> late = {"candidate_id": 1, "assessor": "Mei Lin"}
    >>> for sign in notice_signs(ana, {"after_opening": [late]}):
    ...     print(sign["words"])
    Mei Lin submitted after the opening
    More than half rests on interview answers and references
    """
    said = []
    if standing["line_manager"]:
        said.append(_("Scored by the line manager, %(name)s") % standing["line_manager"])
    late = [
        each["assessor"]
        for each in snapshot["after_opening"]
        if each["candidate_id"] == standing["candidate"]
    ]
    if late:
        said.append(_("%(names)s submitted after the opening") % {"names": listed(late)})
    if standing["knows_and_tried"]:
        said.append(_("Knows this stream, and “already tried that”: talk about both together"))
    if standing["rests_on"]["mostly_told"]:
        said.append(_("More than half rests on interview answers and references"))
    return [{"sign": "warn", "words": words} for words in said]
