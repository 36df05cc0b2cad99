"""The page to which a plain submit in conflict leads: nothing is overwritten or lost there."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from candidates.models import WarningObservation
from candidates.models.drafting import save_score, save_warning

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST, THEIRS, MORE = "Seen on press 4.", "Told in the interview.", " And in its plan."


@pytest.fixture
def in_conflict(scoring, world, criteria, watch):
    """Saved elsewhere under a page that is open and untouched; Next leads to both texts."""
    watch.expects("409")
    row = {"level": 4, "not_observed": False, "kind": "data"}
    save_score(world.scorecard, criteria[0], version=0, evidence=FIRST, **row)
    scoring.open()
    save_score(world.scorecard, criteria[0], version=1, evidence=THEIRS, **row | {"level": 2})
    scoring.next.click()
    expect(scoring.conflict).to_contain_text(THEIRS)
    return scoring


def asked_by(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    return asked


def test_before_a_choice_nothing_is_overwritten_however_one_goes_on(in_conflict):
    expect(in_conflict.conflict.get_by_role("button", name="Keep mine")).to_be_focused()
    in_conflict.write(MORE)
    in_conflict.next.click()
    in_conflict.page.wait_for_timeout(1200)
    assert in_conflict.in_database() == ("2", THEIRS, "data")
    assert in_conflict.shown() == ("4", FIRST + MORE, "data")
    expect(in_conflict.page.get_by_text(THEIRS)).to_have_count(1)


def test_leaving_before_a_choice_asks(in_conflict):
    asked = asked_by(in_conflict.page)
    in_conflict.write(MORE)
    in_conflict.page.locator(".score > .idx a").nth(3).click()
    in_conflict.page.wait_for_timeout(800)
    assert asked == ["beforeunload"]
    assert in_conflict.shown() == ("4", FIRST + MORE, "data")


def test_from_the_choice_on_it_saves_itself(in_conflict):
    in_conflict.conflict.get_by_role("button", name="Keep mine").click()
    in_conflict.is_saved()
    assert in_conflict.in_database() == ("4", FIRST, "data")
    in_conflict.write(MORE)
    in_conflict.says("Not saved yet.")
    in_conflict.is_saved()
    assert in_conflict.in_database() == ("4", FIRST + MORE, "data")


def test_keeping_the_other_one_fills_the_form_with_it(in_conflict):
    in_conflict.conflict.get_by_role("button", name="Keep the other").click()
    in_conflict.is_saved()
    assert in_conflict.shown() == ("2", THEIRS, "data")


def test_editing_both_into_one_keeps_both(in_conflict):
    in_conflict.conflict.get_by_role("button", name="Edit both into one").click()
    in_conflict.is_saved()
    assert in_conflict.in_database() == ("4", f"{THEIRS}\n\n{FIRST}", "data")


def test_another_token_in_the_cookie_is_used_from_there_too(in_conflict, live_server):
    another = {"name": "csrftoken", "value": "n" * 32, "url": live_server.url}
    in_conflict.page.context.add_cookies([another])
    in_conflict.conflict.get_by_role("button", name="Keep mine").click()
    in_conflict.is_saved()
    in_conflict.next.click()
    in_conflict.page.wait_for_url(lambda url: in_conflict.url not in url)


def test_of_a_warning_in_conflict_both_texts_are_chosen_from_in_its_own_form(
    assessor_browser, world, watch
):
    watch.expects("409")
    page = assessor_browser.new_page()
    save_warning(world.scorecard, "tried_that", version=0, seen="seen", evidence=FIRST)
    page.goto(reverse("scorecard_warnings", args=[world.scorecard.pk]))
    save_warning(world.scorecard, "tried_that", version=1, seen="seen", evidence=THEIRS)
    form = page.locator("form#tried_that")
    form.get_by_role("button", name="Save").click()
    expect(form.locator("[data-conflict]")).to_contain_text(THEIRS)
    asked = asked_by(page)
    page.locator("form#optimises_part").get_by_text("Not seen", exact=True).click()
    page.locator(".score > .idx a").nth(3).click()
    page.wait_for_timeout(800)
    assert asked == ["beforeunload"]
    assert WarningObservation.objects.get(kind="optimises_part").seen == "not_seen"
    assert WarningObservation.objects.get(kind="tried_that").evidence == THEIRS
    form.get_by_role("button", name="Keep mine").click()
    expect(form.locator("[data-saved]")).to_contain_text("Saved ")
    assert WarningObservation.objects.get(kind="tried_that").evidence == FIRST
