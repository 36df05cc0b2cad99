"""How the demo's panels work: notes become scores, scores are submitted, cards are excused."""

import re
from calendar import month_name
from datetime import date, timedelta

from django.utils.text import slugify

from candidates.models import Candidate, Scorecard, Share, WarningKind
from candidates.models.drafting import save_score, save_warning
from candidates.models.share import asked_of
from candidates.scorecard_sharing import fair_deal
from vsm_portal.accounts.models import User

#: as the demo's notes name them
MONTHS = list(month_name)[1:]


def enter(position, name, function, source, experience, *, by, **fields) -> Candidate:
    """A candidate with their papers; notice given, data kept for a year.

    Whoever works at the company is entered with the address they sign in with, and so is linked.
    """
    today = position.site.today()
    colleague = User.objects.filter(name=name).first()
    candidate = Candidate(
        position=position,
        name=name,
        email=colleague.email if colleague else f"{slugify(name)}@candidates.example",
        current_function=function,
        source=source,
        lean_experience=experience,
        notice_given_on=today,
        retain_until=today.replace(year=today.year + 1, day=min(today.day, 28)),
        **fields,
    )
    return candidate.enter(by=by)


def card(position, candidate_name, assessor) -> Scorecard:
    return Scorecard.objects.select_related("candidate__position", "assessor__user").get(
        candidate__position=position, candidate__name=candidate_name, assessor__user=assessor
    )


def share_out(position, keys, *, by) -> None:
    """Ask each assessor some of the criteria: {user: {criterion keys}}; None: a fair deal."""
    criteria = {each.criterion.key: each.pk for each in _criteria_of(position)}
    seats = list(position.panel.all())
    if keys is None:
        given = fair_deal(list(criteria.values()), [seat.pk for seat in seats])
    else:
        given = {seat.pk: {criteria[key] for key in keys[seat.user]} for seat in seats}
    position.refresh_from_db()
    Share.deal(position, given, by=by, version=position.version)


def note(scorecard, notes) -> None:
    """Write what is asked into a draft: [(kind, text, {criterion key: level, None: not observed})].

    What carries several scores becomes a dated note.
    """
    criteria = {each.criterion.key: each for each in _criteria(scorecard)}
    for kind, text, levels in notes:
        asked = {key: level for key, level in levels.items() if key in criteria}
        words = {"evidence": text, "kind": kind}
        if asked and len(levels) > 1:
            day = _day(kind, text, scorecard.position.site.today())
            words = {"note": scorecard.notes.create(on=day, kind=kind, text=text)}
        for key, level in asked.items():
            _judge(scorecard, criteria[key], level, **words)


def _day(kind, text, today):
    """The day that an observation names, the last such one; else a fortnight ago."""
    named = re.search(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", text) if kind == "gemba" else None
    if not named:
        return today - timedelta(days=14)
    day = date(today.year, MONTHS.index(named[2]) + 1, int(named[1]))
    return day if day <= today else day.replace(year=today.year - 1)


def finish(scorecard, warnings, reasons=None) -> None:
    """Complete a draft and submit it.

    warnings: {kind: (answer, text)}; a warning not named was looked for and not seen.
    reasons: {criterion key: why it could not be observed}; what no note covers was not observed.
    """
    judged = set(scorecard.scores.values_list("criterion", flat=True))
    for criterion in _criteria(scorecard):
        if criterion.pk not in judged:
            _judge(scorecard, criterion, None, (reasons or {}).get(criterion.criterion.key, ""))
    for kind in WarningKind:
        seen, text = warnings.get(kind, ("not_seen", ""))
        save_warning(scorecard, kind, version=0, seen=seen, evidence=text)
    scorecard.submit(by=scorecard.assessor.user)


def _criteria(scorecard):
    """Those that are asked of its assessor."""
    asked = asked_of(scorecard.assessor)
    return _criteria_of(scorecard.position).filter(pk__in=asked)


def _criteria_of(position):
    return position.criteria.select_related("criterion")


def _judge(scorecard, criterion, level, evidence="", kind="", note=None):
    save_score(
        scorecard,
        criterion,
        version=0,
        level=level,
        not_observed=level is None,
        evidence=evidence,
        kind=kind,
        note=note,
    )
