"""Claim → group, saying how far it is → finish. A dead worker's proposal is taken over."""

import logging

from django.db import models
from django.utils import timezone

from vsm_portal import hinting

from .grouping import Refusal, propose
from .models.family_proposal import LEASE, MOST_ATTEMPTS, FamilyProposal, State
from .models.matrix import stored_grid

log = logging.getLogger(__name__)


def group(pk) -> None:
    """Group one proposal, if it is still to be done."""
    now = timezone.now()
    claimed = (
        FamilyProposal.objects.claimable(now)
        .filter(pk=pk)
        .update(state=State.RUNNING, lease_until=now + LEASE, attempts=models.F("attempts") + 1)
    )
    if claimed:
        _group(FamilyProposal.objects.get(pk=pk))


def _group(proposal):
    if proposal.attempts > MOST_ATTEMPTS:  # each of them ended with the worker's death
        _finish(proposal, State.FAILED)
        return
    mine = FamilyProposal.objects.filter(
        pk=proposal.pk, state=State.RUNNING, attempts=proposal.attempts
    )

    def progress(share):
        mine.update(done=int(100 * share), lease_until=timezone.now() + LEASE)

    try:
        found = propose(
            stored_grid(proposal.table),
            proposal.number,
            proposal.left_out,
            proposal.rules,
            progress,
        )
    except Refusal:
        _finish(proposal, State.FAILED)
    except Exception:
        log.exception("Proposal %s failed.", proposal.pk)
        _finish(proposal, State.FAILED)
    else:
        _finish(
            proposal,
            State.READY,
            done=100,
            products=list(found.partition.products),
            steps=list(found.partition.steps),
            by_number=[
                {
                    "number": each.number,
                    "efficacy": each.grouping_efficacy,
                    "exceptional": each.exceptional,
                    "voids": each.voids,
                    "within_rules": each.within_rules,
                    "products": list(each.partition.products),
                    "steps": list(each.partition.steps),
                }
                for each in found.by_number
            ],
        )


def _finish(proposal, state, **values):
    """Only by the attempt that holds the lease: its number is the lease's token."""
    FamilyProposal.objects.filter(
        pk=proposal.pk, state=State.RUNNING, attempts=proposal.attempts
    ).update(state=state, lease_until=None, **values)


def hint(pk) -> None:
    """Tell the worker to do it now; if the broker is away the sweep finds the row."""
    from .tasks import group_proposal

    hinting.hint(group_proposal, pk)


def sweep() -> None:
    """Proposals whose hint was lost or whose worker died are queued again."""
    waiting = FamilyProposal.objects.claimable(timezone.now())
    for pk in waiting.values_list("pk", flat=True):
        hint(pk)
