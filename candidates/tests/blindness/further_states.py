"""Further states of the same selection: shares, notes, changed criteria, people linked later."""

from candidates.models import Candidate, Position
from candidates.models.criteria_change import change_criteria
from candidates.models.share import Share
from vsm_portal.testing.cast import add_candidate

from .panel_states import (
    STATES,
    PanelState,
    all_but_one_submitted,
    cards_of,
    nothing_scored,
    prepare,
    rest_on_a_note,
    submit,
    write,
)

#: each has a role or a part in the position, and turns out to be a candidate
LINKED = "hr executive administrator top chair assessor"
#: who takes part from then on: the head office steps in
LEFT = "second_assessor excused head_hr head_executive"


def criteria_shared_out(world):
    """Everything but one scorecard is in; each assessor was asked a part of the criteria."""
    prepare(world)
    share_out(world)
    world.position.open(by=world.hr)
    submit(world, "assessor")
    submit(world, "second_assessor", cards=cards_of(world, "second_assessor")[:1])
    write(cards_of(world, "second_assessor")[1], "second_assessor", number=2)
    for card in cards_of(world, "excused"):
        write(card, "excused", number=1)
        card.excuse(by=world.hr, reason="On leave.")
    again = Position.objects.get(pk=world.position.pk)
    share_out(world, reason="MARKEDCHANGE", version=again.version)


def share_out(world, *, reason="", version=None):
    position = Position.objects.get(pk=world.position.pk)
    criteria = list(position.criteria.values_list("pk", flat=True))
    parts = (criteria[:4], criteria[2:], criteria)
    given = dict(zip(position.panel.values_list("pk", flat=True), parts, strict=True))
    Share.deal(position, given, by=world.hr, version=version or position.version, reason=reason)


def a_note_carries_several_scores(world):
    """In a submitted scorecard, in a draft, and in an excused one."""
    nothing_scored(world)
    submit(world, "assessor", resting=True)
    for who, number in (("second_assessor", 0), ("excused", 1)):
        card = cards_of(world, who)[number]
        write(card, who)
        rest_on_a_note(card, who)
    cards_of(world, "excused")[1].excuse(by=world.hr, reason="On leave.")


def notes_after_the_opening(world):
    a_note_carries_several_scores(world)
    cards_of(world, "excused")[0].excuse(by=world.hr, reason="On leave.")
    world.position.open_discussion(by=world.chair, reason="The day has passed.")


def criteria_changed(world):
    """Another weight after the first submission, and a newer version that one could move to."""
    all_but_one_submitted(world)
    position = Position.objects.get(pk=world.position.pk)
    first, *others = position.criteria.select_related("criterion")
    weights = {row.criterion: row.weight for row in others} | {first.criterion: first.weight + 2}
    change_criteria(position, weights, by=world.hr, version=position.version, reason="MARKEDCHANGE")
    position.criteria_set.next_version(
        by=world.hr, reason="Other words.", changes={first.criterion.key: {"name": "Sees it all"}}
    )


def linked_halfway(world):
    """Accounts of six people turn out to be those of candidates, while the panel scores."""
    with_unknown_candidates(world)
    all_but_one_submitted_of(world)
    link(world)


def linked_after_the_reveal(world):
    with_unknown_candidates(world)
    all_but_one_submitted_of(world)
    submit(world, "second_assessor", cards=cards_of(world, "second_assessor")[1:])
    link(world)


def with_unknown_candidates(world):
    prepare(world)
    for who in LINKED.split():
        add_candidate(world.position, f"MARKEDLINKED {who}", by=world.hr)
    world.position.open(by=world.hr)


def all_but_one_submitted_of(world):
    submit(world, "assessor")
    submit(world, "second_assessor", cards=cards_of(world, "second_assessor")[:1])
    for card in cards_of(world, "excused"):
        card.excuse(by=world.hr, reason="On leave.")


def link(world):
    """As when the account is saved with the address that the candidate gave."""
    for who in LINKED.split():
        user = world.people[who]
        Candidate.objects.filter(name=f"MARKEDLINKED {who}").update(email=user.email)
        user.save()
    world.things["position"] = Position.objects.get(pk=world.position.pk)


AFTER_THE_OPENING = "hr top chair assessor excused"

STATES = [
    *STATES,
    PanelState("criteria shared out", criteria_shared_out),
    PanelState("a note carries several scores", a_note_carries_several_scores),
    PanelState("notes after the opening", notes_after_the_opening, AFTER_THE_OPENING),
    PanelState("criteria changed", criteria_changed),
    PanelState("linked halfway", linked_halfway, involved=LEFT, told="head_hr head_executive"),
    PanelState(
        "linked after the reveal",
        linked_after_the_reveal,
        LEFT,
        involved=LEFT,
        told="head_hr head_executive",
    ),
]
