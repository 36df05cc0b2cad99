"""The page around the form follows what is saved, and nobody loses their place by it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from candidates.models import WarningKind
from candidates.models.drafting import save_score

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def complete(world, criteria):
    """Every criterion of the scorecard is judged."""
    for one in criteria:
        save_score(
            world.scorecard,
            one,
            version=0,
            level=4,
            not_observed=False,
            evidence="Seen on press 4.",
            kind="gemba",
        )


@pytest.fixture
def warnings(assessor_browser, world, complete):
    page = assessor_browser.new_page()
    page.goto(reverse("scorecard_warnings", args=[world.scorecard.pk]))
    return page


def judge(scoring):
    scoring.choose("level", "3")
    scoring.choose("kind", "data")
    scoring.write("Seen on press 4.")


def test_heading_title_and_index_follow_what_is_saved(scoring):
    page = scoring.page
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Nadia Haddad: 0 of 20 criteria scored")
    judge(scoring)
    expect(heading).to_have_text("Nadia Haddad: 1 of 20 criteria scored")
    assert page.title().startswith("Nadia Haddad: 1 of 20 criteria scored · ")
    expect(page.locator(".score > .idx li.now")).to_contain_text("scored")
    expect(page.locator(".submit")).to_contain_text("22 criteria and warnings are still open.")
    expect(scoring.evidence).to_be_focused()


def test_after_the_last_answer_the_way_to_the_end_is_open(warnings):
    expect(warnings.locator(".submit")).to_contain_text("still open")
    for kind in WarningKind:
        warnings.locator(f"form#{kind}").get_by_text("Not seen", exact=True).click()
    warnings.locator(".submit").get_by_role("link", name="Submit scorecard").click()
    warnings.wait_for_url("**/submission/")


def test_knowledge_beside_tried_that_is_said_as_soon_as_it_is_answered(warnings):
    note = warnings.get_by_text("Detailed knowledge of the stream beside")
    expect(note).not_to_be_attached()
    warnings.locator("form#tried_that").get_by_text("Seen", exact=True).click()
    expect(note).to_be_visible()


def test_who_has_gone_on_to_a_part_that_is_drawn_anew_keeps_the_focus(scoring):
    judge(scoring)
    scoring.page.get_by_role("link", name="What is missing?").focus()
    expect(scoring.page.locator(".submit")).to_contain_text("22 criteria")
    expect(scoring.page.get_by_role("link", name="What is missing?")).to_be_focused()


def test_a_part_under_a_pressed_button_waits_and_the_click_arrives(scoring, criteria):
    page = scoring.page
    with scoring.saved_meanwhile():
        judge(scoring)
        page.locator(".score > .idx a", has_text=criteria[5].criterion.name).hover()
        page.mouse.down()
    page.wait_for_timeout(300)
    expect(page.get_by_role("heading", level=1)).to_contain_text(": 0 of 20")
    page.mouse.up()
    page.wait_for_url(f"**/criteria/{criteria[5].pk}/")


def test_a_part_that_waited_is_drawn_when_the_button_is_released(scoring):
    page = scoring.page
    with scoring.saved_meanwhile():
        judge(scoring)
        page.get_by_role("heading", level=2).first.hover()
        page.mouse.down()
    page.mouse.up()
    expect(page.get_by_role("heading", level=1)).to_contain_text(": 1 of 20")


def test_the_index_of_the_phone_stays_open_and_follows(scoring):
    page = scoring.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".idx-phone > summary").click()
    judge(scoring)
    expect(page.locator(".idx-phone li.now")).to_contain_text("scored")
    expect(page.locator(".idx-phone li.now")).to_be_visible()


def test_nothing_drawn_anew_is_announced(scoring):
    scoring.page.evaluate(
        """() => {
          const LIVE = "[aria-live], [role=status], [role=alert]";
          window.announced = [];
          const watch = new MutationObserver((all) => {
            for (const one of all) {
              const live = one.target.parentElement?.closest(LIVE);
              const isLoud = live && live.getAttribute("aria-live") !== "off";
              if (isLoud) announced.push(live.outerHTML);
            }
          });
          watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""
    )
    judge(scoring)
    expect(scoring.page.locator("h1")).to_contain_text(": 1 of 20")
    assert scoring.page.evaluate("announced") == []
