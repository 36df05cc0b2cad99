"""What waits for whom, and that the task opens a page its person may use."""

from datetime import timedelta

from candidates.models import Decision, Position, Submission
from candidates.models.drafting import save_score
from vsm_portal.tasks_waiting import waiting_for
from vsm_portal.testing.cast import PEOPLE, add_candidate
from vsm_portal.testing.panel_work import fill, fill_all


def tasks(user):
    return [task.what for task in waiting_for(user)]


def test_an_assessor_has_one_task_for_each_open_scorecard(world):
    save_score(
        world.scorecard,
        world.position.criteria.first(),
        version=0,
        level=4,
        not_observed=False,
        evidence="Seen.",
        kind="gemba",
    )
    begun, other = sorted(waiting_for(world.assessor), key=lambda task: task.minutes)
    assert begun.what == "Score Nadia Haddad"
    assert begun.sentence == "Wheel-bearing rings: 1 of 20 criteria done."
    assert (begun.minutes, begun.verb, begun.due_on) == (19, "Go on", world.position.due_on)
    assert (other.what, other.verb) == ("Score Candidate", "Begin")
    fill(other_card(world))
    assert tasks(world.assessor) == ["Score Nadia Haddad"]


def other_card(world):
    return world.insider.scorecards.get(assessor=world.seat)


def test_hr_is_reminded_of_a_draft_and_the_candidate_among_hr_only_of_others(world, draft):
    assert tasks(world.hr) == ["Open the position for Seat rails"]
    add_candidate(draft, "Candidate", email=world.candidate.email, by=world.hr)
    assert tasks(world.candidate) == []


def test_the_chair_looks_once_the_day_has_passed_and_something_is_in(world):
    yesterday = world.plant.today() - timedelta(days=1)
    Position.objects.filter(pk=world.position.pk).update(due_on=yesterday)
    assert tasks(world.chair) == []
    fill(world.scorecard)
    assert tasks(world.chair) == ["Open the discussion on Wheel-bearing rings?"]
    fill_all(world.position)
    assert tasks(world.chair) == []


def test_whoever_decides_is_asked_when_every_scorecard_is_in(world):
    fill(world.scorecard)
    assert tasks(world.top) == []
    fill_all(world.position)
    assert tasks(world.top) == ["Decide who manages Wheel-bearing rings"]


def test_after_the_decision_hr_tells_the_candidates(world):
    fill_all(world.position)
    Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )
    assert tasks(world.hr) == ["Tell 2 candidates of the decision"]
    today = world.plant.today()
    world.nominee.refresh_from_db()
    world.nominee.tell(by=world.hr, told_on=today, told_by=world.top, how="phone")
    assert tasks(world.hr) == ["Tell a candidate of the decision"]


def test_a_candidate_never_has_a_task_of_the_position(world):
    assert tasks(world.candidate) == []
    fill_all(world.position)
    assert tasks(world.candidate) == []


def test_every_task_opens_a_page_that_its_person_may_use(world, draft, client):
    fill(world.scorecard)
    for name in PEOPLE:
        client.force_login(world.people[name])
        for task in waiting_for(world.people[name]):
            assert client.get(task.url, follow=True).status_code == 200, (name, task)


def test_the_number_of_queries_does_not_depend_on_the_number_of_tasks(world, queries):
    waiting_for(world.assessor)  # what the person's object itself remembers
    few = queries(lambda: waiting_for(world.assessor))
    for n in range(10):
        add_candidate(world.position, f"Nominee {n}", by=world.hr)
    assert len(waiting_for(world.assessor)) == 12
    assert queries(lambda: waiting_for(world.assessor)) == few
    assert not Submission.objects.exists()
