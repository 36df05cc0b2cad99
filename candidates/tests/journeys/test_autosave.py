"""Scoring saves itself: what the page calls saved is in the database, and nothing typed is lost."""

import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from candidates.models import drafting
from vsm_portal.testing.browser import PHONE, WIDE, assert_accessible, sign_in_by_hand
from vsm_portal.testing.cast import PASSWORD
from vsm_portal.testing.panel_work import fill

from .conftest import tab

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

THEIRS, MINE = "Seen on press 4.", "Told in the interview."


@pytest.fixture
def slow_server(monkeypatch):
    """Every save takes three seconds."""
    save = drafting._save

    def slowly(*args):
        time.sleep(3)
        return save(*args)

    monkeypatch.setattr(drafting, "_save", slowly)


def forget_session():
    Session.objects.all().delete()


# -- saved ----------------------------------------------------------------------------------------


def test_what_is_chosen_and_typed_is_saved_and_is_there_again_after_a_reload(scoring):
    scoring.choose("level", "4")
    scoring.is_saved()
    scoring.write("Seen on press 4.\nTwice.")
    scoring.choose("kind", "gemba")
    scoring.says("Saved ")
    scoring.page.wait_for_timeout(1000)
    scoring.is_saved()
    scoring.open()
    assert scoring.shown() == ("4", "Seen on press 4.\nTwice.", "gemba")


def test_typing_alone_is_saved_when_it_stops(scoring):
    scoring.write(MINE)
    scoring.says("Not saved yet.")
    scoring.is_saved()


def test_taking_back_what_was_typed_is_saved_as_before(scoring):
    scoring.write("x")
    scoring.page.keyboard.press("Backspace")
    expect(scoring.line).not_to_contain_text("Not saved yet.")
    assert scoring.in_database() == scoring.shown() == ("", "", "")


def test_leaving_asks_only_while_something_is_unsaved(scoring):
    asked = []
    scoring.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    scoring.write(MINE)
    scoring.page.reload()
    assert asked == ["beforeunload"]
    scoring.write(MINE)
    scoring.is_saved()
    scoring.page.reload()
    assert asked == ["beforeunload"]


def test_a_link_waits_until_what_was_typed_is_saved_and_asks_nothing(scoring):
    asked = []
    scoring.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    scoring.write(MINE)
    scoring.page.locator("main a[href^='/']").last.click()
    scoring.page.wait_for_url(lambda url: scoring.url not in url)
    assert scoring.in_database() == ("", MINE, "")
    assert asked == []


def test_no_text_is_kept_in_the_storage_of_the_browser(scoring):
    scoring.write(MINE)
    scoring.is_saved()
    stored = scoring.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert MINE not in stored


# -- the connection --------------------------------------------------------------------------------


def test_without_a_server_the_text_stays_and_is_sent_when_it_is_back(scoring, watch):
    watch.expects("ERR_FAILED")
    scoring.choose("level", "3")
    scoring.is_saved()
    scoring.saves_fail(lambda route: route.abort())
    scoring.write(MINE)
    scoring.says("no connection")
    scoring.says("Not saved since ")
    assert scoring.in_database() == ("3", "", "")
    scoring.saves_work_again()
    scoring.is_saved()
    assert scoring.in_database() == ("3", MINE, "")


def test_a_lost_network_is_noticed_and_its_return_too(scoring, watch):
    watch.expects("ERR_INTERNET_DISCONNECTED")
    scoring.page.context.set_offline(True)
    scoring.choose("level", "2")
    scoring.says("no connection")
    scoring.page.context.set_offline(False)
    scoring.is_saved(within=1.5)


def test_a_save_whose_answer_was_lost_is_no_conflict_with_oneself(scoring, watch):
    watch.expects("ERR_FAILED")
    scoring.choose("level", "3")
    scoring.is_saved()

    def save_and_lose_the_answer(route):
        route.fetch()
        route.abort()

    scoring.saves_fail(save_and_lose_the_answer)
    scoring.write("First")
    scoring.says("no connection")
    assert scoring.in_database() == ("3", "First", "")
    scoring.write(", and more.")
    scoring.saves_work_again()
    scoring.is_saved()
    assert scoring.in_database() == ("3", "First, and more.", "")


def test_a_fault_of_the_server_is_called_so_and_the_save_is_repeated(scoring, watch):
    watch.expects("500")
    scoring.saves_fail(lambda route: route.fulfill(status=500, body="<h1>fault</h1>"))
    scoring.choose("level", "2")
    scoring.says("the portal has a fault")
    scoring.saves_work_again()
    scoring.is_saved()


def test_typing_on_during_slow_saves_is_no_conflict_and_loses_no_keystroke(scoring, slow_server):
    text = "The buffer before press 4 was cut twice, and each time it came back. " * 3
    scoring.choose("level", "4")
    scoring.evidence.focus()
    scoring.page.keyboard.type(text, delay=50)
    scoring.page.wait_for_timeout(900)
    scoring.is_saved(within=10)
    scoring.open()
    assert scoring.shown() == ("4", text.strip(), "")


def test_next_waits_for_the_save_under_way(scoring, slow_server):
    scoring.choose("level", "4")
    scoring.write(MINE)
    scoring.next.click()
    scoring.page.wait_for_url(lambda url: scoring.url not in url, timeout=15_000)
    assert scoring.in_database() == ("4", MINE, "")


def test_without_a_server_next_stays_on_the_page(scoring, watch):
    watch.expects("ERR_FAILED")
    scoring.saves_fail(lambda route: route.abort())
    scoring.write(MINE)
    scoring.next.click()
    scoring.says("no connection")
    assert scoring.shown() == ("", MINE, "")
    scoring.saves_work_again()
    scoring.is_saved()
    scoring.next.click()
    scoring.page.wait_for_url(lambda url: scoring.url not in url)


def test_going_back_to_a_criterion_is_no_conflict(scoring):
    scoring.choose("level", "4")
    scoring.write("First")
    scoring.next.click()
    scoring.page.wait_for_url(lambda url: scoring.url not in url)
    scoring.page.go_back()
    scoring.write(", then more.")
    scoring.is_saved()
    assert scoring.in_database() == ("4", "First, then more.", "")


# -- the session -----------------------------------------------------------------------------------


def test_signed_out_the_text_stays_and_is_saved_after_signing_in_elsewhere(scoring, world):
    scoring.choose("level", "4")
    scoring.is_saved()
    forget_session()
    scoring.write(MINE)
    scoring.says("You are signed out. Sign in in another tab; then this is saved.")
    assert scoring.in_database() == ("4", "", "")
    with scoring.page.context.expect_page() as opened:
        scoring.line.get_by_role("link").click()
    opened.value.wait_for_load_state()
    sign_in_by_hand(opened.value, world.assessor, PASSWORD)
    scoring.page.bring_to_front()
    scoring.is_saved()
    assert scoring.in_database() == ("4", MINE, "")


def test_another_token_in_the_cookie_is_used_by_saves_and_by_next(scoring, live_server):
    another = {"name": "csrftoken", "value": "n" * 32, "url": live_server.url}
    scoring.page.context.add_cookies([another])
    scoring.choose("level", "4")
    scoring.is_saved()
    scoring.next.click()
    scoring.page.wait_for_url(lambda url: scoring.url not in url)
    assert scoring.in_database()[0] == "4"


def test_a_lost_token_is_brought_back_by_the_first_refusal(scoring, watch):
    watch.expects("403")
    scoring.page.context.clear_cookies(name="csrftoken")
    scoring.choose("level", "4")
    scoring.is_saved()


def test_a_token_that_is_refused_twice_is_told_and_the_save_is_repeated(scoring, watch):
    watch.expects("403")
    refused = []

    def refuse(route):
        refused.append(route.request.url)
        route.fulfill(status=403, content_type="text/html", body="<h1>too old</h1>")

    scoring.saves_fail(refuse)
    scoring.choose("level", "4")
    scoring.says("did not accept this page’s security token")
    assert len(refused) == 2
    scoring.saves_work_again()
    scoring.is_saved()


# -- two tabs --------------------------------------------------------------------------------------


@pytest.fixture
def both(scoring, second_tab, watch):
    """The second tab has written in conflict with the first."""
    watch.expects("409")
    scoring.choose("level", "4")
    scoring.write(THEIRS)
    scoring.is_saved()
    second_tab.evidence.fill(MINE)
    expect(second_tab.conflict).to_contain_text("Saved elsewhere at ")
    return second_tab


def test_a_conflict_shows_both_and_overwrites_nothing(both):
    expect(both.conflict).to_contain_text(THEIRS)
    expect(both.conflict).to_contain_text("Yours, not saved")
    expect(both.conflict).to_contain_text(MINE)
    both.write(" And more.")
    expect(both.conflict).to_contain_text(f"{MINE} And more.")
    both.next.click()
    both.page.wait_for_timeout(1200)
    assert both.in_database() == ("4", THEIRS, "")
    assert both.shown() == ("", f"{MINE} And more.", "")


def test_keeping_mine_saves_over_theirs(both):
    both.conflict.get_by_role("button", name="Keep mine").click()
    both.is_saved()
    assert both.in_database() == ("", MINE, "")
    expect(both.conflict).to_be_empty()


def test_keeping_theirs_fills_the_form_and_goes_on_from_there(both):
    both.conflict.get_by_role("button", name="Keep the other").click()
    both.is_saved()
    assert both.shown() == ("4", THEIRS, "")
    both.write(" Twice.")
    both.says("Saved ")
    both.page.wait_for_timeout(1200)
    both.is_saved()
    assert both.in_database() == ("4", f"{THEIRS} Twice.", "")


def test_editing_both_into_one_puts_both_texts_into_the_field(both):
    both.conflict.get_by_role("button", name="Edit both into one").click()
    both.is_saved()
    assert both.evidence.input_value() == f"{THEIRS}\n\n{MINE}"
    expect(both.evidence).to_be_focused()


def test_two_tabs_on_two_criteria_are_no_conflict(scoring, world, assessor_browser, criteria):
    other = tab(assessor_browser, world.scorecard, criteria[1])
    scoring.write(MINE)
    other.write(THEIRS)
    scoring.is_saved()
    other.is_saved()


# -- refused ---------------------------------------------------------------------------------------


def test_a_refused_text_stays_with_its_reason_at_the_field(scoring, watch):
    watch.expects("422")
    scoring.choose("level", "4")
    scoring.is_saved()
    scoring.evidence.fill("x" * 4001)
    scoring.says("Not saved")
    expect(scoring.evidence).to_have_attribute("aria-invalid", "true")
    expect(scoring.evidence).to_have_accessible_description(re.compile("4001"))
    scoring.next.click()
    expect(scoring.evidence).to_be_focused()
    assert scoring.shown() == ("4", "x" * 4001, "")
    assert scoring.in_database() == ("4", "", "")
    scoring.evidence.fill(MINE)
    scoring.is_saved()
    expect(scoring.evidence).not_to_have_attribute("aria-invalid", "true")


def test_a_refusal_of_what_was_mended_meanwhile_is_not_shown(scoring, watch):
    watch.expects("422")
    scoring.choose("level", "4")
    scoring.is_saved()

    def mend_meanwhile(route):
        scoring.evidence.fill("")
        route.fallback()

    scoring.saves_fail(mend_meanwhile)
    with scoring.page.expect_response(lambda response: response.status == 422):
        scoring.evidence.fill("x" * 4001)
    scoring.is_saved()


def test_an_excused_assessor_keeps_the_text_and_reads_why_it_is_not_saved(scoring, world, watch):
    watch.expects("409", "403")
    scoring.choose("level", "4")
    scoring.is_saved()
    world.scorecard.excuse(by=world.hr, reason="A cousin of the candidate.")
    scoring.write(MINE)
    scoring.says("Your text stays on this page, but is not sent any more.")
    sent = []
    scoring.page.on("request", lambda request: sent.append(request.url))
    scoring.write(" More.")
    scoring.page.wait_for_timeout(1200)
    assert sent == []
    assert scoring.shown() == ("4", f"{MINE} More.", "")
    assert scoring.in_database() == ("4", "", "")


# -- the warnings ----------------------------------------------------------------------------------


def test_each_warning_saves_itself_beside_the_others(assessor_browser, world):
    page = assessor_browser.new_page()
    page.goto(reverse("scorecard_warnings", args=[world.scorecard.pk]))
    tried, part = page.locator("form#tried_that"), page.locator("form#optimises_part")
    tried.get_by_text("Not seen", exact=True).click()
    part.get_by_text("Seen", exact=True).click()
    part.locator("textarea").fill(MINE)
    expect(tried.locator("[data-saved]")).to_contain_text("Saved ")
    part.get_by_role("button", name="Save").click()
    page.wait_for_url("**#optimises_part")
    saved = {
        warning.kind: (warning.seen, warning.evidence) for warning in world.scorecard.warnings.all()
    }
    assert saved == {"tried_that": ("not_seen", ""), "optimises_part": ("seen", MINE)}


# -- with the keyboard, and for everybody ----------------------------------------------------------


def test_one_criterion_is_scored_with_the_keyboard_by_three_acts_and_the_typing(scoring):
    keys = scoring.page.keyboard
    expect(scoring.page.get_by_role("heading", level=2).and_(scoring.focused)).to_be_visible()
    keys.press("Tab")
    keys.press("Space")  # 1: the level
    keys.press("Tab")
    keys.type(MINE)
    keys.press("Tab")
    keys.press("Space")  # 2: the kind of evidence
    expect(scoring.form.locator("input[name=kind]:checked")).to_be_focused()
    while not scoring.next.evaluate("button => button === document.activeElement"):
        keys.press("Tab")
    keys.press("Enter")  # 3: the next criterion
    scoring.page.wait_for_url(lambda url: scoring.url not in url)
    expect(scoring.page.get_by_role("heading", level=2).and_(scoring.focused)).to_be_visible()
    assert scoring.in_database() == ("1", MINE, "gemba")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])
def test_axe_finds_nothing_in_any_state(scoring, second_tab, world, watch, size):
    watch.expects("409", "422")
    page = second_tab.page
    page.set_viewport_size(size)
    assert_accessible(page)  # empty
    scoring.choose("level", "4")
    scoring.write(THEIRS)
    scoring.is_saved()
    second_tab.evidence.fill(MINE)
    expect(second_tab.conflict).to_contain_text(THEIRS)
    assert_accessible(page)  # in conflict
    second_tab.conflict.get_by_role("button", name="Keep the other").click()
    second_tab.is_saved()
    assert_accessible(page)  # filled
    second_tab.evidence.fill("x" * 4001)
    expect(second_tab.evidence).to_have_attribute("aria-invalid", "true")
    assert_accessible(page)  # refused
    second_tab.evidence.fill(THEIRS)
    second_tab.is_saved()
    world.scorecard.scores.all().delete()
    fill(world.scorecard)
    page.goto(reverse("scorecard_detail", args=[world.scorecard.pk]))
    assert_accessible(page)  # submitted
