"""What the record says beyond the ranking: line managers, evidence, severity, what does not count.

Each section is {title, remark or null, head: [text], rows: [[text]], lines: [text]}: a table,
sentences, or both. Page, PDF, CSV and XLSX print them alike.
"""

from django.utils.translation import gettext as _

from . import panel_words
from .exports import moment
from .panel_page import everything_about_panel
from .ranking_remarks import no_level


def further_of(snapshot, with_reasons) -> list[dict]:
    """with_reasons: for HR and whoever decides; the panel reads that, and not why."""
    panel = everything_about_panel(snapshot)
    sections = [
        _without(panel),
        _rests(panel["rests"]),
        _severity(panel["severity"]),
        _settled(snapshot),
        _conflicts(snapshot, with_reasons),
        _taken_out(snapshot),
    ]
    return [each for each in sections if each["rows"] or each["lines"]]


def section(title, remark=None, head=(), rows=(), lines=()) -> dict:
    return {
        "title": title,
        "remark": remark,
        "head": list(head),
        "rows": [[str(cell) for cell in row] for row in rows],
        "lines": [line for line in lines if line],
    }


def _without(panel) -> dict:
    return section(
        _("With and without the line manager"),
        head=[
            *(_("Candidate"), _("Scored by the line manager"), _("Place with")),
            *(_("without"), _("Score with"), _("without")),
        ],
        rows=[
            (each["name"], *(each[key] or "–" for key in ("scored_by", *PLACES_AND_SCORES)))
            for each in panel["without"]
        ],
        lines=[panel["without_words"]],
    )


PLACES_AND_SCORES = ("place", "place_without", "score", "score_without")


def _rests(rests) -> dict:
    return section(
        _("What the scores rest on"),
        _("number of scores, and their part of the weighted score in 100"),
        head=[_("Candidate"), *rests["kinds"], _("Scores")],
        rows=[
            (standing["name"], *map(_of_kind, cells), standing["rests_on"]["scores"])
            for standing, cells, _nudge in rests["rows"]
        ],
        lines=[nudge for _standing, _cells, nudge in rests["rows"]],
    )


def _of_kind(cell) -> str:
    if cell is None:
        return "–"
    if not cell["of_100_weighted"]:
        return str(cell["scores"])
    words = {"n": cell["scores"], "share": cell["of_100_weighted"]}
    return _("%(n)s (%(share)s of 100)") % words


def _severity(severity) -> dict:
    return section(
        _("Who grades high or low"),
        _("for the talk; it says nothing of who is right"),
        head=[
            *(_("Assessor"), _("Scores compared"), _("Levels beside the others")),
            _("In words"),
        ],
        rows=[(each["name"], each["cells"], each["signed"], each["words"]) for each in severity],
    )


def _settled(snapshot) -> dict:
    return section(
        _("Settled in the discussion"),
        lines=[
            f"{each['candidate']}, {each['criterion']}. {panel_words.discussed(each)}"
            for each in snapshot["settled"]
        ],
    )


def _conflicts(snapshot, with_reasons) -> dict:
    said = [
        _("%(user)s declared a conflict of interest on %(at)s and takes no part.")
        % {"user": each["user"], "at": moment(each["at"])}
        + (_(" “%(reason)s” %(by)s") % each if with_reasons else "")
        for each in snapshot["conflicts"]
    ]
    scores = snapshot["not_counted"] if with_reasons else []
    return section(
        _("Conflicts of interest"),
        _("their scores stay here and are not counted"),
        head=[_("Candidate"), _("Criterion"), _("Assessor"), _("Not counted")] if scores else (),
        rows=[
            (
                *(each[key] for key in ("candidate", "criterion", "assessor")),
                each["level"] or no_level("not_observed"),
            )
            for each in scores
        ],
        lines=said,
    )


def _taken_out(snapshot) -> dict:
    """Criteria that no longer count, with what was judged on them."""
    heat = snapshot["taken_out"] or {"criteria": [], "candidates": []}
    names = [seat["name"] for seat in snapshot["panel"]]
    return section(
        _("Criteria taken out"),
        _("their scores stay here and are not counted"),
        head=[_("Candidate"), _("Criterion"), *names],
        rows=[
            (
                one["name"],
                criterion["name"],
                *(cell["level"] or no_level(cell["state"]) for cell in row["cells"]),
            )
            for one in heat["candidates"]
            for criterion, row in zip(heat["criteria"], one["rows"], strict=True)
        ],
    )
