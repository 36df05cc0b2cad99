"""A position at each stage. The moments of past ones are set back afterwards; the audit trail
keeps the true time, that of loading the demo.
"""

from datetime import timedelta

from django.utils import timezone

from candidates import demo_texts
from candidates.models import (
    ConflictOfInterest,
    CriteriaSet,
    Decision,
    EvidenceNote,
    Position,
    Reveal,
    ScoreChange,
    Submission,
)
from candidates.models.criteria_change import change_criteria

from . import notes_brackets, notes_rails
from .panels import card, enter, finish, note, share_out


def _days(site, days):
    return site.today() + timedelta(days=days)


def _staffed(company, stream, hr, chair, assessors, due_in, **terms) -> Position:
    """A draft with its panel."""
    stream = company[stream]
    position = Position.prepare(
        stream=stream,
        by=company[hr],
        chair=company[chair],
        due_on=_days(stream.site, due_in),
        **terms,
    )
    for assessor in assessors:
        position.add_assessor(company[assessor], by=company[hr])
    return position


def _judged(company, position, hr, assessors, texts, *, led_by, late=None):
    """Enter the candidates, open, and let everybody submit; the panel opens by itself.

    led_by: {candidate: the site's top person, who sits on the panel}. late: (candidate, assessor)
    who submits after the chair has opened the panel.
    """
    for name, papers in texts.FUNCTIONS.items():
        leads = company[led_by[name]] if name in led_by else None
        enter(position, name, *papers, by=company[hr], line_manager=leads)
    position.open(by=company[hr])
    cards = [(name, assessor) for name in texts.FUNCTIONS for assessor in assessors]
    for name, assessor in sorted(cards, key=lambda each: each == late):
        if (name, assessor) == late:
            position.refresh_from_db()
            position.open_discussion(by=position.chair, reason=texts.WHY_EARLY)
        scorecard = card(position, name, company[assessor])
        note(scorecard, texts.NOTES[name, assessor])
        seen = texts.SEEN.get((name, assessor), {})
        finish(scorecard, {kind: ("seen", text) for kind, text in seen.items()})
    position.refresh_from_db()


def _changed(company, position, candidate, assessor, key, level, reason):
    """The assessor's second round on one criterion."""
    scores = card(position, candidate, company[assessor]).scores.select_related(
        "scorecard__candidate__position", "scorecard__assessor__user"
    )
    ScoreChange.make(
        scores.get(criterion__criterion__key=key),
        by=company[assessor],
        level=level,
        not_observed=False,
        reason=reason,
    )


def filled(company) -> Position:
    """Steering brackets, a year ago: Tomás Varga was chosen and leads the stream since. The plant
    director judged Gregor Lang, whom she leads; one score changed in the discussion.
    """
    assessors = ("brandt", "kerr")
    position = _staffed(company, "brackets", "okafor", "kerr", assessors, due_in=0)
    led_by = {"Gregor Lang": "brandt"}
    _judged(company, position, "okafor", assessors, notes_brackets, led_by=led_by)
    reason = "David Kerr’s sheet of the press has a figure for each day; I had seen only lists."
    _changed(company, position, "Gregor Lang", "brandt", "decides_on_data", 3, reason)
    position.refresh_from_db()
    first_day = _days(company["plainfield"], -330)
    decision = Decision.take(
        position,
        by=company["brandt"],
        candidate=position.candidates.get(name="Tomás Varga"),
        reason=(
            "He saw the seven days of stock after the press before anybody told him, and kept the"
            " welders with him when the trial cost a day."
        ),
        authority="influence",
        starts_on=first_day,
        adviser=company["kerr"],
    )
    for candidate in position.candidates.all():
        candidate.tell(
            by=company["okafor"],
            told_on=first_day - timedelta(days=28),
            told_by=company["brandt"],
            how="in_person",
        )
    _set_back(position, decision, days=360)
    return position


def _set_back(position, decision, days):
    then = timezone.now() - timedelta(days=days)
    Position.objects.filter(pk=position.pk).update(
        created_at=then - timedelta(days=30),
        opened_at=then - timedelta(days=20),
        due_on=(then - timedelta(days=3)).date(),
    )
    Submission.objects.filter(scorecard__candidate__position=position).update(
        at=then - timedelta(days=4)
    )
    EvidenceNote.objects.filter(scorecard__candidate__position=position).update(
        on=(then - timedelta(days=14)).date()
    )
    Reveal.objects.filter(position=position).update(at=then - timedelta(days=4))
    snapshot = decision.snapshot
    snapshot["terms"]["opened_at"] = (then - timedelta(days=20)).isoformat()
    snapshot["terms"]["reveal"]["at"] = (then - timedelta(days=4)).isoformat()
    snapshot["taken_at"] = then.isoformat()
    ScoreChange.objects.filter(score__scorecard__candidate__position=position).update(at=then)
    for change in snapshot["changed"]:
        change["at"] = then.isoformat()
    rows = [row for one in snapshot["heat"]["candidates"] for row in one["rows"]]
    sides = [side for row in rows for side in row["cells"]]
    for each in [*snapshot["disagreements"], *snapshot["settled"]]:
        sides += each["sides"]
    for side in sides:
        side["on"] = side["on"] and (then - timedelta(days=14)).date().isoformat()
    Decision.objects.filter(pk=decision.pk).update(at=then, snapshot=snapshot)


def cancelled(company) -> Position:
    """Wheel-bearing rings, the first attempt."""
    position = _staffed(company, "rings", "okafor", "kerr", (), due_in=-40)
    position.cancel(
        by=company["okafor"],
        reason="Nobody on the list had led a change outside their own department; the search is "
        "opened to the sister plants.",
    )
    return position


def deciding(company) -> Position:
    """Seat-track rails: three candidates judged, one scorecard late, one disagreement settled.

    The plant director judged Elena Castillo, whom he leads.
    """
    assessors = ("lin", "kerr", "adeyemi")
    position = _staffed(company, "rails", "duarte", "kerr", assessors, due_in=0)
    asked = {company[one]: notes_rails.criteria_of(one) for one in assessors}
    share_out(position, asked, by=company["duarte"])
    led_by, late = {"Elena Castillo": "adeyemi"}, ("Marcus Webb", "adeyemi")
    _judged(company, position, "duarte", assessors, notes_rails, led_by=led_by, late=late)
    reason = "The setters’ words that David Kerr brought answer my doubt."
    _changed(company, position, "Marcus Webb", "lin", "people_first", 5, reason)
    reason = "The board meeting that Femi Adeyemi described: they came to see it as theirs."
    _changed(company, position, "Priya Raman", "lin", "executive_buy_in", 4, reason)
    return position


def draft(company) -> Position:
    """Steering brackets: who follows when Tomás Varga goes back to engineering. One candidate, who
    is considered for Wheel-bearing rings, too.
    """
    position = _staffed(company, "brackets", "okafor", "brandt", ("brandt", "patel"), due_in=60)
    words = demo_texts.CANDIDATES["reed"].CANDIDATE
    papers = ("current_function", "source", "lean_experience")
    enter(position, words["name"], *(words[each] for each in papers), by=company["okafor"])
    return position


#: how many of the candidates' scorecards each assessor has submitted so far
SUBMITTED = {"kerr": 5, "lin": 5, "patel": 2, "brandt": 0}


def scoring(company) -> Position:
    """Wheel-bearing rings, the second attempt: five candidates, four assessors in different states.

    Two are done; one has handed in two and is in the middle of the third; one has just begun.
    """
    position = _staffed(company, "rings", "okafor", "kerr", SUBMITTED, due_in=3)
    share_out(position, None, by=company["okafor"])
    for texts in demo_texts.CANDIDATES.values():
        words = texts.CANDIDATE
        enter(
            position,
            words["name"],
            words["current_function"],
            words["source"],
            words["lean_experience"],
            by=company["okafor"],
            line_manager=company["brandt"] if words["line_manager"] == "Plant director" else None,
        )
    position.open(by=company["okafor"])
    for assessor, done in SUBMITTED.items():
        for number, texts in enumerate(demo_texts.CANDIDATES.values()):
            scorecard = card(position, texts.CANDIDATE["name"], company[assessor])
            if number < done:
                note(scorecard, texts.NOTES[assessor])
                finish(
                    scorecard, texts.WARNINGS.get(assessor, {}), texts.NOT_OBSERVED.get(assessor)
                )
            elif number == done:
                note(scorecard, texts.NOTES[assessor][:6])
    _changed_while_scoring(company, position)
    return position


def _changed_while_scoring(company, position):
    """An assessor came and left again, for a conflict of interest; one criterion weighs more."""
    position.add_assessor(
        company["varga"], by=company["okafor"], reason="Knows the presses that feed the rings."
    )
    ConflictOfInterest.declare(
        position,
        company["varga"],
        by=company["varga"],
        reason="One of the candidates and I own a boat together.",
    )
    position.refresh_from_db()
    weights = {
        row.criterion: 2 if row.criterion.key == "knows_the_flows" else row.weight
        for row in position.criteria.select_related("criterion")
    }
    change_criteria(
        position,
        weights,
        by=company["okafor"],
        version=position.version,
        reason="The rings run through three plants: their flows count double within tier 3.",
    )


def newer_criteria(company) -> CriteriaSet:
    """Plainfield words one criterion more plainly; what is being scored keeps its version."""
    return CriteriaSet.objects.newest_of(company["plainfield"]).next_version(
        by=company["brandt"],
        reason="Two assessors asked which constraint was meant: the question now says it.",
        changes={
            "sees_whole_stream": {
                "question": "Walk us through one stream from order to delivery. Which one process "
                "set the pace of the whole, and how did you know?"
            }
        },
    )
