"""A criterion added to a site's library, one retired, and what becomes of positions."""

import pytest
from django.urls import reverse

from candidates.models import CriteriaSet, Criterion, Position, PositionChange, Share
from candidates.models.criteria_change import differences, tiers_lost
from vsm_portal.testing.panel_work import fill

WHY = "The line changed."


def at(name, thing):
    return reverse(name, args=[thing.pk])


def words(**changes):
    told = {
        "tier": "2",
        "name": "Reads a takt board <b>",
        "question": "What did the board tell you this morning?",
        "ask_further": "",
        "nudge": "",
        "weight": "3",
        "reason": WHY,
    }
    for number in range(1, 6):
        told |= {f"level_{number}": f"Step {number}", f"sentence_{number}": f"One sees {number}."}
    return told | changes


@pytest.fixture
def first(world):
    return world.position.criteria_set


@pytest.fixture
def newest(world):
    return lambda: CriteriaSet.objects.newest_there(world.plant)


def move(client, position, version, **changes):
    position.refresh_from_db()
    told = {"version": position.version, "newest": version.pk, "reason": WHY} | changes
    return client.post(at("position_criteria_newest", position), told, follow=True)


def test_an_added_criterion_stands_in_the_next_version_with_all_that_was_said(as_, first, newest):
    client = as_("executive")
    page = client.get(at("criteria_set_detail", first)).content.decode()
    assert at("criterion_new", first) in page
    answer = client.post(at("criterion_new", first), words(enterprise_only="on"), follow=True)
    added = newest().criteria.get(name="Reads a takt board <b>")
    assert (newest().number, newest().reason) == (2, WHY)
    assert (added.tier, added.weight, added.enterprise_only) == (2, 3, True)
    assert added.levels[4] == ["Step 5", "One sees 5."]
    assert newest().criteria.count() == first.criteria.count() + 1
    assert not first.criteria.filter(key=added.key).exists()
    assert list(newest().criteria.filter(tier=2))[-1] == added
    assert "Reads a takt board &lt;b&gt;" in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"tier": ""}, "This field is required."),
        ({"tier": "4"}, "Select a valid choice."),
        ({"name": ""}, "This field is required."),
        ({"sentence_3": "One sees 1."}, "Level 1 says the same."),
        ({"level_5": ""}, "This field is required."),
        ({"reason": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_with_an_added_one_is_said_and_kept(as_, first, newest, changes, said):
    answer = as_("hr").post(at("criterion_new", first), words() | changes)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "What did the board tell you this morning?" in answer.content.decode()
    assert newest() == first


def test_a_second_criterion_of_the_same_name_is_refused(as_, first, newest):
    name = first.criteria.first().name.upper()
    answer = as_("hr").post(at("criterion_new", first), words(name=name))
    assert answer.status_code == 422
    assert "There is a criterion of this name already." in answer.content.decode()


def test_a_retired_criterion_stays_in_the_versions_that_have_it(as_, world, first, newest):
    criterion = first.criteria.first()
    client = as_("hr")
    page = client.get(at("criterion_retirement", criterion)).content.decode()
    assert "Earlier versions keep it" in page
    assert "would ask nothing of" not in page
    client.post(at("criterion_retirement", criterion), {"reason": WHY})
    assert not newest().criteria.filter(key=criterion.key).exists()
    assert newest().criteria.count() == first.criteria.count() - 1
    assert first.criteria.filter(key=criterion.key).exists()
    assert world.position.criteria.filter(criterion=criterion).exists()


def test_a_retirement_needs_its_reason(as_, first, newest):
    url = at("criterion_retirement", first.criteria.first())
    assert as_("hr").post(url, {"reason": " "}).status_code == 422
    assert newest() == first


def test_the_only_criterion_is_not_retired(as_, first, newest):
    *others, last = first.criteria.all()
    first.next_version(by=None, reason=WHY, retired=[each.key for each in others])
    url = at("criterion_retirement", newest().criteria.get(key=last.key))
    for answer in (as_("hr").get(url), as_("hr").post(url, {"reason": WHY})):
        assert answer.status_code == 403
        assert "It is the only criterion" in answer.content.decode()
    assert newest().number == 2


def test_who_adds_or_retires_on_an_outdated_version_keeps_the_text(as_, first, newest):
    criterion = first.criteria.first()
    first.next_version(by=None, reason="Somebody was faster.")
    typed = words(question="Where do you look first?")
    for url, told, kept in (
        (at("criterion_new", first), typed, "Where do you look first?"),
        (at("criterion_retirement", criterion), {"reason": "Nobody asks it."}, "Nobody asks it."),
    ):
        assert as_("hr").get(url).status_code == 403
        late = as_("hr").post(url, told)
        assert late.status_code == 409
        assert kept in late.content.decode()
    assert newest().number == 2


@pytest.mark.parametrize("name", ["manager", "assessor", "chair", "head_hr", "outsider"])
def test_another_sites_library_is_not_found(as_, first, newest, name):
    for url in (
        at("criterion_new", first),
        at("criterion_retirement", first.criteria.first()),
    ):
        assert as_(name).get(url).status_code == 404
        assert as_(name).post(url, words()).status_code == 404
    assert newest() == first


def test_a_new_criterion_never_takes_the_key_of_a_retired_one(as_, first, newest):
    client = as_("hr")
    client.post(at("criterion_new", first), words())
    once = newest().criteria.get(name=words()["name"])
    client.post(at("criterion_retirement", once), {"reason": WHY})
    client.post(at("criterion_new", newest()), words(question="Something else?"))
    again = newest().criteria.get(name=words()["name"])
    assert again.key != once.key


def test_a_name_without_a_latin_letter_has_a_key_too(as_, first, newest):
    as_("hr").post(at("criterion_new", first), words(name="现地现物"))
    assert newest().criteria.get(name="现地现物").key == "criterion"


def test_retiring_the_last_of_a_tier_warns_before_and_afterwards(as_, first, newest):
    client = as_("hr")
    tier = first.criteria.filter(tier=2)
    keys = list(tier.filter(enterprise_only=False).values_list("key", flat=True))
    first.next_version(by=None, reason=WHY, retired=keys[1:])
    last = newest().criteria.get(key=keys[0])
    page = client.get(at("criterion_retirement", last)).content.decode()
    assert "would ask nothing of: Lean knowledge." in page
    answer = client.post(at("criterion_retirement", last), {"reason": WHY}, follow=True)
    assert "ask nothing of: Lean knowledge." in answer.content.decode()


def test_an_open_position_moves_with_added_and_retired_ones(as_, world, first, newest):
    fill(world.scorecard)
    client, gone = as_("hr"), first.criteria.first()
    client.post(at("criterion_new", first), words())
    client.post(at("criterion_retirement", newest().criteria.get(key=gone.key)), {"reason": WHY})
    page = client.get(at("position_criteria_newest", world.position)).content.decode()
    assert "2 criteria differ" in page
    assert "is added" in page
    assert "is taken out" in page
    scores = world.scorecard.scores.count()
    move(client, world.position, newest())
    world.position.refresh_from_db()
    asked = set(world.position.criteria.values_list("criterion__key", flat=True))
    assert gone.key not in asked
    assert world.position.criteria.get(criterion__name=words()["name"]).weight == 3
    assert world.scorecard.scores.count() == scores
    told = PositionChange.objects.filter(position=world.position).values_list("what", "who")
    assert set(told) == {
        ("criterion_removed", gone.name),
        ("criterion_added", words()["name"]),
        ("criteria_version", "Version 1 → Version 3"),
    }


def test_one_for_enterprise_level_positions_is_not_asked_of_a_plants(as_, world, first, newest):
    as_("hr").post(at("criterion_new", first), words(enterprise_only="on"))
    assert differences(world.position, newest()) == []
    move(as_("hr"), world.position, newest())
    assert not world.position.criteria.filter(criterion__name=words()["name"]).exists()


def test_a_position_does_not_lose_a_tier_in_silence(as_, world, first, newest):
    keys = first.criteria.filter(tier=2).values_list("key", flat=True)
    first.next_version(by=None, reason=WHY, retired=list(keys))
    assert tiers_lost(world.position, newest()) == ["Lean knowledge"]
    client = as_("hr")
    page = client.get(at("position_criteria_newest", world.position)).content.decode()
    assert "Nothing would be asked any more of: Lean knowledge." in page
    page = move(client, world.position, newest()).content.decode()
    assert "No criterion is asked of: Lean knowledge." in page


def test_a_move_leaves_nobody_without_a_share_and_no_position_without_a_criterion(
    as_, world, first, newest
):
    row = world.position.criteria.select_related("criterion").first()
    Share.objects.create(seat=world.seat, criterion=row)
    first.next_version(by=None, reason=WHY, retired=[row.criterion.key])
    answer = move(as_("hr"), world.position, newest())
    assert (answer.status_code, Share.objects.count()) == (422, 1)
    assert "Assessor would be asked nothing" in answer.content.decode()
    Share.objects.all().delete()
    world.position.criteria.exclude(pk=row.pk).delete()
    answer = move(as_("hr"), world.position, newest())
    assert answer.status_code == 422
    assert "Nothing would be asked then" in answer.content.decode()
    assert Position.objects.get(pk=world.position.pk).criteria_set == first
    assert Criterion.objects.filter(criteria_set=first).count() == 22
