"""Entering a matrix in a real browser: keys, pasting, and what is refused marked in its cell."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from value_streams.models import Matrix
from vsm_portal.testing.browser import PHONE, WIDE, assert_accessible
from vsm_portal.testing.cast import build_company_alone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def company(transactional_db):
    return build_company_alone()


@pytest.fixture
def grid(browser_of, company):
    def opened(size=WIDE):
        page = browser_of(company.executive).new_page()
        page.set_viewport_size(size)
        page.goto(reverse("matrix_create"))
        page.fill("input[name=name]", "Rings")
        return page

    return opened


def cell(page, y, x):
    return page.locator(f'[data-at="{y} {x}"]')


def test_cells_are_filled_by_keys_and_by_pasting(grid, company):
    page = grid()
    cell(page, 0, 1).focus()
    page.keyboard.type("Saw")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("Mill")
    cell(page, 1, 0).focus()
    page.evaluate(PASTE, "A\t39 s\t2 min\nB\t\tX\n")
    expect(cell(page, 2, 2)).to_have_value("X")
    cell(page, 2, 2).focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.type("3 min")
    page.get_by_role("button", name="Save the matrix").click()
    expect(page.get_by_text("3 min is taken as 180 s")).to_be_visible()
    assert Matrix.objects.get(name="Rings").grid().cells == ((39.0, 180.0), (0.0, None))


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_refused_cell_is_marked_and_keeps_what_was_typed(grid, company, watch, size):
    watch.expects("422")
    page = grid(size)
    cell(page, 0, 0).focus()
    page.evaluate(PASTE, "product\tSaw\tMill\nA\t-4\tX\nB\tX\tX\n")
    page.get_by_role("button", name="Save the matrix").click()
    expect(page.get_by_text("line 2: Saw: must be 0 or more, got -4").first).to_be_visible()
    expect(cell(page, 1, 1)).to_have_value("-4")
    expect(cell(page, 1, 1)).to_have_attribute("aria-invalid", "true")
    assert_accessible(page)


def test_the_proposal_is_accessible(browser_of, company):
    page = browser_of(company.executive).new_page()
    page.set_viewport_size(PHONE)
    page.goto(reverse("proposal_detail", args=[company.proposal.pk]))
    assert_accessible(page)
    page.goto(reverse("matrix_detail", args=[company.matrix.pk]))
    assert_accessible(page)
