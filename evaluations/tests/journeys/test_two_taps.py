"""A manager logs time on a phone: at most three taps, and no network between them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from evaluations.models import Cause, TimeEntry
from vsm_portal.testing.browser import PHONE, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(world, browser_of):
    """The page of the log on the manager's phone."""
    page = browser_of(world.manager, has_touch=True).new_page()
    page.set_viewport_size(PHONE)
    Cause.get_or_enter(world.appointment, "Die 14 breakage", by=world.manager)
    page.goto(reverse("time_log", args=[world.appointment.pk]))
    return page


def choose(page, what):
    page.get_by_role("radio", name=what).tap()


def standing(page):
    """What the portal has, once the page says that it has everything."""
    expect(page.locator("#kept")).to_be_empty()
    return list(TimeEntry.objects.standing().order_by("pk").values_list("kind", "minutes"))


def test_two_taps_log_and_one_tap_repeats(phone):
    choose(phone, "Die 14 breakage")
    phone.get_by_role("button", name="1 h").tap()
    expect(phone.locator("#said")).to_contain_text("Die 14 breakage, 1 h")
    assert standing(phone) == [("daily", 60)]
    phone.locator("button.again").tap()
    expect(phone.locator("#week")).to_contain_text("+ 1 more")
    assert standing(phone) == [("daily", 60), ("daily", 60)]


def test_no_entry_is_lost_or_doubled_without_a_network(phone, watch):
    watch.expects("ERR_INTERNET_DISCONNECTED", "Failed to fetch")
    choose(phone, "Improvement")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="½ h").tap()
    expect(phone.locator("#kept")).to_contain_text("1 entry is kept on this device")
    choose(phone, "Die 14 breakage")
    phone.get_by_role("button", name="1 h").tap()
    expect(phone.locator("#kept")).to_contain_text("2 entries are kept on this device")
    kept = phone.evaluate("JSON.stringify(localStorage)")
    assert "Die 14" not in kept
    assert_accessible(phone)
    phone.context.set_offline(False)
    assert standing(phone) == [("improvement", 30), ("daily", 60)]
    phone.reload()
    assert standing(phone) == [("improvement", 30), ("daily", 60)]


def test_an_answer_that_is_lost_on_its_way_back_doubles_nothing(phone, watch):
    watch.expects("ERR_FAILED", "ERR_CONNECTION_RESET")
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())  # the portal has it; the phone never hears of it
        return route.abort("connectionreset")

    phone.route("**/time/entries/", lose)
    choose(phone, "Improvement")
    phone.get_by_role("button", name="½ h").tap()
    expect(phone.locator("#said")).to_contain_text("Improvement")
    assert lost
    assert standing(phone) == [("improvement", 30)]


def test_a_new_cause_whose_answer_is_lost_is_logged_once_when_it_is_sent_again(phone, watch):
    watch.expects("ERR_FAILED", "ERR_CONNECTION_RESET")
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort("connectionreset")

    phone.route("**/time/entries/", lose)
    choose(phone, "Another cause")
    phone.get_by_label("Another cause: a thing").fill("Welder 2 down")
    phone.get_by_role("button", name="1 h", exact=True).tap()
    expect(phone.locator("#kept")).not_to_be_empty()
    phone.get_by_role("button", name="1 h", exact=True).tap()
    expect(phone.locator("#said")).to_contain_text("Welder 2 down, 1 h")
    assert standing(phone) == [("daily", 60)]
    choose(phone, "Another cause")
    phone.get_by_label("Another cause: a thing").fill("Welder 2 down")
    phone.get_by_role("button", name="1 h", exact=True).tap()
    expect(phone.locator("#week")).to_contain_text("+ 1 more")
    assert standing(phone) == [("daily", 60), ("daily", 60)]


def test_a_closed_page_sends_what_it_kept_when_it_is_opened_again(phone, world, watch):
    watch.expects("ERR_INTERNET_DISCONNECTED", "Failed to fetch")
    phone.context.set_offline(True)
    choose(phone, "Improvement")
    phone.get_by_role("button", name="½ h").tap()
    expect(phone.locator("#kept")).to_contain_text("1 entry")
    context = phone.context
    phone.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(reverse("time_log", args=[world.appointment.pk]))
    expect(page.locator("#said")).to_contain_text("Improvement")
    assert standing(page) == [("improvement", 30)]


def test_what_a_second_device_logged_meanwhile_is_shown_and_decided(phone, world, watch):
    watch.expects("409")
    appointment = world.appointment
    slot = phone.locator("#taps input[name=half]").get_attribute("value")
    TimeEntry.log(
        appointment,
        by=world.manager,
        day=world.plant.today(),
        half=slot,
        kind="people",
        minutes=240,
    )
    choose(phone, "Improvement")
    phone.get_by_role("button", name="½ h").tap()
    expect(phone.locator("#refused")).to_contain_text("People, 240 min")
    assert_accessible(phone)
    phone.reload()
    expect(phone.locator("#refused")).to_contain_text("People, 240 min")
    phone.locator("#refused").get_by_role("button", name="Add to it").tap()
    expect(phone.locator("#refused")).to_be_empty()
    expect(phone.locator("#week")).to_contain_text("+ 1 more")
    assert standing(phone) == [("people", 240), ("improvement", 30)]


def test_an_entry_in_the_queue_is_taken_back(phone, watch):
    watch.expects("ERR_INTERNET_DISCONNECTED", "Failed to fetch")
    phone.context.set_offline(True)
    choose(phone, "Improvement")
    phone.get_by_role("button", name="½ h").tap()
    phone.get_by_role("button", name="Undo the last").tap()
    phone.context.set_offline(False)
    assert standing(phone) == []
