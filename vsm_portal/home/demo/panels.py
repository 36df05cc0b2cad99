"""How the demo's panels work: notes become scores, scores are submitted, cards are excused."""

from django.utils.text import slugify

from candidates.models import Candidate, Scorecard, WarningKind
from candidates.models.drafting import save_score, save_warning
from vsm_portal.accounts.models import User


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


def note(scorecard, notes) -> None:
    """Write notes into a draft: [(kind, text, {criterion key: level or None for not observed})]."""
    criteria = {each.criterion.key: each for each in _criteria(scorecard)}
    for kind, text, levels in notes:
        for key, level in levels.items():
            _judge(scorecard, criteria[key], level, text, kind)


def finish(scorecard, warnings, reasons=None) -> None:
    """Complete a draft and submit it.

    warnings: {kind: (answer, text)}; a warning not named was looked for and not seen.
    reasons: {criterion key: why it could not be observed}; what no note covers was not observed.
    """
    judged = set(scorecard.scores.values_list("criterion", flat=True))
    for criterion in _criteria(scorecard):
        if criterion.pk not in judged:
            _judge(scorecard, criterion, None, (reasons or {}).get(criterion.criterion.key, ""), "")
    for kind in WarningKind:
        seen, text = warnings.get(kind, ("not_seen", ""))
        save_warning(scorecard, kind, version=0, seen=seen, evidence=text)
    scorecard.submit(by=scorecard.assessor.user)


def _criteria(scorecard):
    return scorecard.position.criteria.select_related("criterion")


def _judge(scorecard, criterion, level, evidence, kind):
    save_score(
        scorecard,
        criterion,
        version=0,
        level=level,
        not_observed=level is None,
        evidence=evidence,
        kind=kind,
    )
