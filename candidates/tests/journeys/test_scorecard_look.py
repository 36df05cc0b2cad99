"""What only a browser sees of the scorecard's look."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from vsm_portal.testing.browser import PHONE, WIDE, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_heading_that_a_script_focuses_has_no_frame_but_a_field_has(scoring):
    frame = "element => getComputedStyle(element).outlineStyle"
    scoring.next.focus()
    scoring.page.keyboard.press("Enter")
    scoring.page.wait_for_url(lambda url: scoring.url not in url)
    assert scoring.focused.evaluate("element => element.tagName") == "H2"
    assert scoring.focused.evaluate(frame) == "none"
    scoring.page.keyboard.press("Tab")
    scoring.page.keyboard.press("Tab")
    assert scoring.focused.evaluate("element => element.tagName") == "TEXTAREA"
    assert scoring.focused.evaluate(frame) == "solid"


def test_on_the_phone_nothing_but_the_gap_lies_between_the_end_and_who_can_read_it(scoring):
    scoring.page.set_viewport_size(PHONE)
    end = scoring.page.get_by_role("link", name="What is missing?").bounding_box()
    after = scoring.page.locator(".score > aside").bounding_box()
    assert 0 < after["y"] - (end["y"] + end["height"]) <= 40


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])
def test_what_a_warning_means_stands_under_its_name_and_why_it_is_asked_is_folded(
    assessor_browser, world, size
):
    page = assessor_browser.new_page()
    page.set_viewport_size(size)
    page.goto(reverse("scorecard_warnings", args=[world.scorecard.pk]))
    form = page.locator("form#tried_that")
    name, meant = form.get_by_role("heading"), form.get_by_text("Turns a proposal down")
    answers = form.get_by_role("radiogroup")
    assert name.bounding_box()["y"] < meant.bounding_box()["y"]
    below = answers.bounding_box()["y"] > meant.bounding_box()["y"]
    assert below == (size == PHONE)
    why = form.get_by_text("Having tried something is knowledge")
    expect(why).to_be_hidden()
    form.get_by_text("Why is this asked?").click()
    expect(why).to_be_visible()
    assert_accessible(page)
