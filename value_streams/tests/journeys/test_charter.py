"""A letter in a real browser: signed, read on a phone, confirmed, and seen on the charter."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from value_streams.models import Announcement
from vsm_portal.testing.browser import PHONE, WIDE, assert_accessible
from vsm_portal.testing.cast import build_company_alone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def company(transactional_db):
    return build_company_alone()


def opened(browser_of, person, name, pk, size):
    page = browser_of(person).new_page()
    page.set_viewport_size(size)
    page.goto(reverse(name, args=[pk]))
    assert_accessible(page)
    return page


def test_a_letter_is_signed_read_and_confirmed(browser_of, company):
    pk = company.appointment.pk
    page = opened(browser_of, company.top, "announcement_create", pk, WIDE)
    page.get_by_label("Chair, chair@example.com").check()
    page.get_by_role("button", name="Sign and send the letter").click()
    expect(page.get_by_text("not confirmed yet")).to_have_count(3)
    assert_accessible(page)
    letter = Announcement.objects.get(number=2)
    page = opened(browser_of, company.chair, "announcement_detail", letter.pk, PHONE)
    page.get_by_role("button", name="I have read this letter").click()
    expect(page.get_by_text("You confirmed on")).to_be_visible()
    assert_accessible(page)
    page = opened(browser_of, company.manager, "charter", pk, PHONE)
    expect(page.get_by_text("1 of 3 people confirmed reading it").first).to_be_visible()
    opened(browser_of, company.manager, "charter", pk, WIDE)
    opened(browser_of, company.hr, "appointment_detail", pk, PHONE)
