from datetime import timedelta

import pytest
from django.urls import reverse

from candidates.models import Position, Scorecard
from value_streams.models import ValueStream
from vsm_portal.testing.cast import add_candidate
from vsm_portal.testing.panel_work import fill

URL = reverse("position_list")


def text_of(answer):
    return answer.content.decode()


def test_the_heading_counts_what_is_open_decided_and_prepared(as_, draft):
    assert "<h1>1 position is open, 1 is being prepared</h1>" in text_of(as_("hr").get(URL))


def test_hr_chair_and_decider_read_how_many_scorecards_are_in(as_, world):
    fill(world.scorecard)
    for name in ("hr", "chair", "top"):
        assert "1 of 4 scorecards in" in text_of(as_(name).get(URL)), name


def test_an_assessor_reads_the_own_progress_and_how_many_people_are_done(as_, world):
    fill(world.scorecard)
    page = text_of(as_("assessor").get(URL))
    assert "0 of 2 have submitted" in page
    assert "1 of your 2 submitted" in page
    assert "scorecards in" not in page


def test_an_excused_scorecard_is_not_asked_any_more(as_, world):
    world.second_scorecard.excuse(by=world.hr, reason="Ill until December.")
    assert "0 of 3 scorecards in" in text_of(as_("hr").get(URL))


def test_nobody_signed_in_is_sent_to_the_sign_in_page(client, db):
    assert client.get(URL).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["candidate", "outsider", "executive", "manager", "head_hr"])
def test_who_takes_no_part_finds_nothing_not_even_a_count(as_, world, name):
    page = text_of(as_(name).get(URL))
    assert "Wheel-bearing rings" not in page
    assert "<h1>No position yet</h1>" in page


def test_hr_is_told_to_prepare_one_and_others_when_there_will_be_one(as_, world):
    assert reverse("position_new") in text_of(as_("candidate").get(URL))
    page = text_of(as_("executive").get(URL))
    assert reverse("position_new") not in page
    assert "when HR asks you" in page


def test_a_draft_is_known_to_hr_and_decider_alone(as_, draft):
    assert "Seat rails" in text_of(as_("hr").get(URL))
    assert "Seat rails" in text_of(as_("top").get(URL))
    assert "Seat rails" not in text_of(as_("assessor").get(URL))
    assert "Seat rails" not in text_of(as_("chair").get(URL))


def test_a_post_is_refused(as_):
    assert as_("hr").post(URL).status_code == 405


def test_fifty_rows_stand_on_a_page(as_, world):
    add_positions(world, 59)
    client = as_("hr")
    assert text_of(client.get(URL)).count('<th scope="row">') == 50
    assert text_of(client.get(URL, {"page": 2})).count('<th scope="row">') == 10


@pytest.mark.parametrize("name", ["hr", "assessor"])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(as_, world, queries, name):
    client, counts = as_(name), {}
    for rows in (1, 3, 100):
        add_positions(world, rows - Position.objects.count())
        counts[rows] = queries(lambda: client.get(URL))
    assert len(set(counts.values())) == 1, counts


def add_positions(world, number):
    """Open positions, each with a candidate, an assessor and a scorecard."""
    for _number in range(number):
        n = ValueStream.objects.count()
        stream = ValueStream.objects.create(site=world.plant, name=f"Stream {n}")
        position = Position.objects.create(
            stream=stream,
            site=world.plant,
            criteria_set=world.position.criteria_set,
            state="open",
            opened_at=world.position.opened_at,
            due_on=world.plant.today() + timedelta(days=n % 9),
            chair=world.chair,
        )
        seat = position.panel.create(user=world.assessor)
        candidate = position.candidates.create(
            name=f"Nominee {n}", email=f"{n}@x.example", retain_until=world.plant.today()
        )
        Scorecard.objects.create(candidate=candidate, assessor=seat)


def test_positions_that_wait_for_a_decision_stand_first(as_, world, draft):
    add_candidate(draft, "Ana Lopes", by=world.hr)
    draft.open(by=world.hr)
    Position.objects.filter(pk=draft.pk).update(state="deciding")
    page = text_of(as_("hr").get(URL))
    assert page.index("Seat rails") < page.index("Wheel-bearing rings")
    assert "<h1>1 position is open, 1 waits for a decision</h1>" in page
