import pytest
from django.urls import reverse

from candidates.models import CriteriaSet
from vsm_portal.accounts.models import Membership, Role, Site

LIST = reverse("criteria_set_list")
BEGINNING = reverse("criteria_set_beginning")


def detail(criteria_set):
    return reverse("criteria_set_detail", args=[criteria_set.pk])


def edit(criterion):
    return reverse("criterion_edit", args=[criterion.pk])


def words(criterion, **changes):
    told = {
        "name": criterion.name,
        "question": criterion.question,
        "ask_further": criterion.ask_further,
        "nudge": criterion.nudge,
        "weight": criterion.weight,
        "reason": "Our people say it so.",
    }
    for number, (name, sentence) in enumerate(criterion.levels, start=1):
        told |= {f"level_{number}": name, f"sentence_{number}": sentence}
    return told | changes


@pytest.fixture
def criterion(world):
    return world.position.criteria_set.criteria.first()


@pytest.mark.parametrize("name", ["hr", "executive", "top"])
def test_hr_and_executives_of_the_site_read_the_versions(as_, world, name):
    page = as_(name).get(LIST).content.decode()
    assert detail(world.position.criteria_set) in page


def test_reading_the_list_writes_nothing_and_offers_the_standard_criteria(as_, world):
    page = as_("outsider").get(LIST).content.decode()
    assert not CriteriaSet.objects.filter(site=world.foreign).exists()
    assert "Unrelated works has no criteria of its own yet." in page
    assert detail(world.position.criteria_set) not in page


def test_a_site_that_has_none_yet_begins_with_the_standard_criteria_once(as_, world):
    client, told = as_("outsider"), {"site": world.foreign.pk}
    answer = client.post(BEGINNING, told)
    own = CriteriaSet.objects.get(site=world.foreign)
    assert (answer.url, own.criteria.count()) == (detail(own), 22)
    assert client.post(BEGINNING, told).status_code == 404
    assert "<h1>1 version of the criteria</h1>" in client.get(LIST).content.decode()


@pytest.mark.parametrize("site", ["", "none", "-1", "9" * 30])
def test_no_site_or_another_ones_begins_nothing(as_, world, site):
    client = as_("hr")
    assert client.post(BEGINNING, {"site": site}).status_code == 404
    assert client.post(BEGINNING, {"site": world.foreign.pk}).status_code == 404


def test_a_new_site_begins_with_the_standard_criteria(world):
    Membership.objects.create(user=world.head_hr, site=world.head, role=Role.ADMINISTRATOR)
    site = Site.open(by=world.head_hr, name="New plant", parent=world.head)
    assert CriteriaSet.objects.get(site=site).number == 1


@pytest.mark.parametrize("name", ["manager", "assessor", "chair", "head_hr", "outsider"])
def test_another_sites_criteria_are_not_found(as_, world, criterion, name):
    assert as_(name).get(detail(world.position.criteria_set)).status_code == 404
    assert as_(name).get(edit(criterion)).status_code == 404


def test_a_version_can_be_read_as_a_kit(as_, world, criterion):
    page = as_("hr").get(detail(world.position.criteria_set)).content.decode()
    for text in (criterion.question, criterion.levels[0][1], criterion.levels[4][1]):
        assert text.replace("'", "&#x27;").replace('"', "&quot;") in page
    assert "Positions that keep this version:" in page
    assert "Wheel-bearing rings" in page


def test_the_candidate_does_not_learn_of_the_position_from_the_criteria(as_, world):
    page = as_("candidate").get(detail(world.position.criteria_set)).content.decode()
    assert "Wheel-bearing rings" not in page


def test_a_changed_criterion_makes_the_next_version_and_open_positions_keep_theirs(
    as_, world, criterion
):
    answer = as_("executive").post(edit(criterion), words(criterion, name="Sees the whole"))
    newest = CriteriaSet.objects.newest_of(world.plant)
    assert answer.url == detail(newest)
    assert (newest.number, newest.reason) == (2, "Our people say it so.")
    assert newest.criteria.get(key=criterion.key).name == "Sees the whole"
    world.position.refresh_from_db()
    assert world.position.criteria_set.number == 1
    assert world.position.criteria.filter(criterion=criterion).exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "This field is required."),
        ({"question": ""}, "This field is required."),
        ({"weight": "0"}, "greater than or equal to 1"),
        ({"level_2": "same", "level_4": "Same"}, "Level 2 says the same."),
    ],
)
def test_what_is_wrong_is_said_and_everything_is_kept(as_, world, criterion, changes, said):
    told = words(criterion, ask_further="And then what?") | changes
    answer = as_("hr").post(edit(criterion), told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "And then what?" in page
    assert CriteriaSet.objects.filter(site=world.plant).count() == 1


def test_of_two_people_at_the_same_moment_one_gets_a_conflict_with_the_text(as_, world, criterion):
    assert as_("hr").post(edit(criterion), words(criterion)).status_code == 302
    late = as_("executive").post(edit(criterion), words(criterion, question="Where do you look?"))
    assert late.status_code == 409
    assert "Where do you look?" in late.content.decode()
    assert CriteriaSet.objects.filter(site=world.plant).count() == 2


def test_an_older_version_says_which_one_followed(as_, world, criterion):
    as_("hr").post(edit(criterion), words(criterion))
    answer = as_("hr").get(edit(criterion))
    assert answer.status_code == 403
    assert "Version 2 has followed" in answer.content.decode()
    assert (
        "Version 2 has followed"
        in as_("hr").get(detail(world.position.criteria_set)).content.decode()
    )


def test_the_number_of_queries_does_not_depend_on_the_number_of_versions(as_, world, queries):
    client = as_("hr")
    client.get(LIST)
    counts = {}
    for rows in (1, 3, 100):
        for number in range(CriteriaSet.objects.filter(site=world.plant).count(), rows):
            CriteriaSet.objects.create(
                site=world.plant, number=number + 1, reason="More.", made_by=world.hr
            )
        counts[rows] = queries(lambda: client.get(LIST))
    assert len(set(counts.values())) == 1, counts
