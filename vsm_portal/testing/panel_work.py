"""What assessors do all day: judge every criterion, look at every warning, submit."""

from candidates.models import Scorecard, Seen, WarningKind
from candidates.models.drafting import save_score, save_warning


def fill(scorecard, level=4):
    """Judge every criterion and look at every warning, then submit."""
    for criterion in scorecard.position.criteria.all():
        save_score(
            scorecard,
            criterion,
            version=0,
            level=level,
            not_observed=False,
            evidence="Seen on press 4 on 9 September.",
            kind="gemba",
        )
    for kind in WarningKind:
        save_warning(scorecard, kind, version=0, seen=Seen.NOT_SEEN, evidence="")
    scorecard.submit(by=scorecard.assessor.user)


def fill_all(position, level=4):
    for scorecard in Scorecard.objects.still_open().filter(candidate__position=position):
        fill(scorecard, level)
    position.refresh_from_db()
