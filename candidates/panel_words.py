"""How the panel judged, in words: who grades high or low, what scores rest on, what came late.

Pure: plain data of a snapshot in, sentences out. Information for the talk, never an accusation.
"""

from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models.evidence_note import EvidenceKind
from .position_answers import day
from .ranking import ENOUGH

#: below this distance, in levels, nobody is called high or low
NEARLY_LEVEL = Fraction(3, 10)


def everything_said(snapshot) -> list[str]:
    """For an export, after the sentences of the ranking."""
    return [
        *(severity(each) for each in snapshot["severity"]),
        *(rests_on(each) for each in snapshot["standings"]),
        *(told_nudge(each) for each in snapshot["standings"] if each["rests_on"]["mostly_told"]),
        *(late(each) for each in snapshot["after_opening"]),
    ]


def signed(difference) -> str:
    """
    >>> signed("0.4"), signed("-0.4"), signed("0.0"), signed(None)
    ('+0.4', '−0.4', '0.0', '–')
    """
    if difference is None:
        return "–"
    if difference.startswith("-"):
        return f"−{difference[1:]}"
    return difference if float(difference) == 0 else f"+{difference}"


def severity(one) -> str:
    """
    >>> severity({"name": "Mei Lin", "cells": 42, "difference": "0.4", "enough": True})
    'Mei Lin: on the same 42 scores 0.4 levels above the mean of the others.'
    >>> severity({"name": "Mei Lin", "cells": 6, "difference": "2.0", "enough": False})
    'Mei Lin: 6 scores to compare with others; fewer than 10 say nothing.'
    """
    words = {"name": one["name"], "n": one["cells"], "enough": ENOUGH}
    if not one["enough"]:
        return (
            ngettext(
                "%(name)s: one score to compare with others; fewer than %(enough)s say nothing.",
                "%(name)s: %(n)s scores to compare with others; fewer than %(enough)s say nothing.",
                one["cells"],
            )
            % words
        )
    words["levels"] = one["difference"].lstrip("-")
    if float(one["difference"]) == 0:
        return _("%(name)s: on the same %(n)s scores level with the mean of the others.") % words
    if one["difference"].startswith("-"):
        return (
            _("%(name)s: on the same %(n)s scores %(levels)s levels below the mean of the others.")
            % words
        )
    return (
        _("%(name)s: on the same %(n)s scores %(levels)s levels above the mean of the others.")
        % words
    )


def severity_short(one) -> str:
    """
    >>> severity_short({"cells": 6, "difference": "2.0", "enough": False})
    'too few to say anything'
    >>> severity_short({"cells": 26, "difference": "-0.2", "enough": True})
    'about level with the others'
    """
    if not one["enough"]:
        return _("too few to say anything")
    if abs(Fraction(one["difference"])) < NEARLY_LEVEL:
        return _("about level with the others")
    if one["difference"].startswith("-"):
        return _("grades lower than the others")
    return _("grades higher than the others")


def evidence_kind(kind) -> str:
    return str(EvidenceKind(kind).label) if kind else _("kind not given")


def rests_on(standing) -> str:
    """
    >>> rests_on({"name": "Luis Ortega", "rests_on": {"scores": 4, "kinds": [
    ...     {"kind": "gemba", "scores": 1, "of_100": "25", "of_100_weighted": "38"},
    ...     {"kind": "interview", "scores": 3, "of_100": "75", "of_100_weighted": "62"}]}})
    'The score of Luis Ortega rests on 4 scores: Observed at the gemba 1 (38 of 100 by weight), \
Interview answer 3 (62 of 100 by weight).'
    """
    rests = standing["rests_on"]
    if not rests["kinds"]:
        return _("Nothing was observed of %(name)s.") % standing
    kinds = ", ".join(
        _("%(kind)s %(n)s (%(share)s of 100 by weight)")
        % {
            "kind": evidence_kind(each["kind"]),
            "n": each["scores"],
            "share": each["of_100_weighted"],
        }
        if each["of_100_weighted"]
        else f"{evidence_kind(each['kind'])} {each['scores']}"
        for each in rests["kinds"]
    )
    return ngettext(
        "The score of %(name)s rests on one score: %(kinds)s.",
        "The score of %(name)s rests on %(n)s scores: %(kinds)s.",
        rests["scores"],
    ) % {"name": standing["name"], "n": rests["scores"], "kinds": kinds}


def rests_on_lines(standing) -> list[str]:
    """One line for each kind, where the name stands beside it already.

    >>> rests_on_lines({"rests_on": {"kinds": [
    ...     {"kind": "gemba", "scores": 1, "of_100": "25", "of_100_weighted": "38"}]}})
    ['Observed at the gemba: 1 (38 of 100)']
    """
    return [
        _("%(kind)s: %(n)s (%(share)s of 100)")
        % {
            "kind": evidence_kind(each["kind"]),
            "n": each["scores"],
            "share": each["of_100_weighted"] or each["of_100"],
        }
        for each in standing["rests_on"]["kinds"]
    ]


def told_nudge(standing) -> str:
    return _(
        "More than half of what is known of %(name)s rests on interview answers and references: "
        "what could still be seen at the gemba, or read in plans and data?"
    ) % {"name": standing["name"]}


def late(one) -> str:
    return _("%(assessor)s scored %(candidate)s after the panel was opened.") % one


def source(side) -> str:
    """Kind of evidence, and the day of the note it rests on.

    >>> source({"kind": "data", "on": None}), source({"kind": "", "on": None})
    ('Plan or data', '')
    """
    kind = evidence_kind(side["kind"]) if side["kind"] else ""
    if not side["on"]:
        return kind
    written = _("note of %(day)s") % {"day": day(date.fromisoformat(side["on"]))}
    return f"{kind}, {written}" if kind else written


def marks(side) -> list[str]:
    """What has to be known of a score wherever it shows.

    >>> marks({"leads": True, "late": False, "changed": True, "was": 2})
    ['line manager', 'changed in the discussion, was 2']
    """
    said = []
    if side["leads"]:
        said.append(_("line manager"))
    if side["late"]:
        said.append(_("submitted after the opening"))
    if side["changed"]:
        was = side["was"] or _("not observed")
        said.append(_("changed in the discussion, was %(was)s") % {"was": was})
    return said


def discussed(disagreement) -> str:
    """How far the discussion has come.

    >>> discussed({"range": 2, "first_range": 3, "sides": [{"changed": True}]})
    'Second round: from 3 levels apart to 2'
    """
    if not any(side["changed"] for side in disagreement["sides"]):
        return _("Not changed in the discussion so far")
    if disagreement["range"] == disagreement["first_range"]:
        return _("Changed in the second round, as far apart as before")
    return _("Second round: from %(first)s levels apart to %(now)s") % {
        "first": disagreement["first_range"],
        "now": disagreement["range"],
    }
