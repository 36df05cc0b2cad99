"""The own nine criteria of a shared-out panel by keyboard alone; what is not text is counted."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from candidates.models import EvidenceNote, Share
from vsm_portal.testing.browser import PHONE, WIDE, assert_accessible

from .conftest import tab

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def own(world, criteria):
    own = criteria[:4] + criteria[11:13] + criteria[14:17]
    Share.objects.bulk_create(Share(seat=world.seat, criterion=each) for each in own)
    return own


class Hands:
    """A keyboard that counts what is not text."""

    def __init__(self, page):
        self.page = page
        self.pressed = 0

    def press(self, keys):
        self.pressed += 1
        self.page.keyboard.press(keys)

    def type(self, text):
        self.page.keyboard.type(text)


def focused(page):
    return page.evaluate("document.activeElement.tagName")


def test_nine_criteria_take_three_interactions_each(world, assessor_browser, own):
    page = assessor_browser.new_page()
    page.goto(reverse("scorecard_detail", args=[world.scorecard.pk]))
    hands = Hands(page)
    for number, each in enumerate(own):
        expect(page.locator("form[data-autosave] h2")).to_have_text(each.criterion.name)
        assert focused(page) == "H2"
        hands.press(str(1 + number % 5))
        assert focused(page) == "TEXTAREA"
        hands.type(f"Press {number}, 9 September: 12345 kept the sequence, A to Z.")
        hands.press(f"Alt+{1 + number % 4}")
        with page.expect_navigation():
            hands.press("Control+Enter")
    page.wait_for_url("**/warnings/")
    assert hands.pressed <= 9 * 3
    scores = {score.criterion_id: score for score in world.scorecard.scores.all()}
    assert set(scores) == {each.pk for each in own}
    kinds = ["gemba", "interview", "data", "reference"]
    for number, each in enumerate(own):
        score = scores[each.pk]
        assert score.level == 1 + number % 5
        assert score.kind == kinds[number % 4]
        assert score.evidence == f"Press {number}, 9 September: 12345 kept the sequence, A to Z."


def test_not_observed_and_a_note_need_no_words(world, assessor_browser, own):
    note = EvidenceNote.objects.create(
        scorecard=world.scorecard, on=date(2026, 9, 9), kind="gemba", text="Kept the sequence."
    )
    page = tab(assessor_browser, world.scorecard, own[0]).page
    hands = Hands(page)
    hands.press("0")
    assert "Next" in page.locator(":focus").inner_text()
    with page.expect_navigation():
        hands.press("Enter")
    hands.press("a")
    expect(page.locator("textarea[name=evidence]")).to_be_hidden()
    hands.press("4")
    with page.expect_navigation():
        hands.press("Enter")
    expect(page.locator("form[data-autosave] h2")).to_have_text(own[2].criterion.name)
    assert hands.pressed == 5
    first, second = (world.scorecard.scores.get(criterion=each) for each in own[:2])
    assert first.not_observed
    assert (second.level, second.note) == (4, note)
    assert second.is_complete


def test_keys_take_nothing_from_a_text_field_or_from_outside_the_form(scoring):
    page = scoring.page
    scoring.evidence.focus()
    page.keyboard.type("12345 abc 0")
    assert scoring.chosen("level") == ""
    assert scoring.evidence.input_value() == "12345 abc 0"
    page.keyboard.press("Escape")
    assert focused(page) == "H2"
    page.locator("nav a").first.focus()
    page.keyboard.press("4")
    assert scoring.chosen("level") == ""


def test_words_that_stand_there_are_not_hidden_by_a_note(world, assessor_browser, own, watch):
    watch.expects("422")
    EvidenceNote.objects.create(
        scorecard=world.scorecard, on=date(2026, 9, 9), kind="gemba", text="Kept the sequence."
    )
    criterion_page = tab(assessor_browser, world.scorecard, own[0])
    criterion_page.choose("level", "4")
    criterion_page.write("Own words.")
    criterion_page.choose("kind", "data")
    criterion_page.is_saved()
    criterion_page.page.keyboard.press("Escape")
    criterion_page.page.keyboard.press("a")
    criterion_page.says("Not saved")
    expect(criterion_page.page.get_by_text("empty the evidence, or take that")).to_be_visible()
    expect(criterion_page.evidence).to_be_visible()
    criterion_page.evidence.fill("")
    criterion_page.says("Saved ")
    assert world.scorecard.scores.get().note is not None


def test_the_evidence_becomes_a_note_for_further_criteria(world, assessor_browser, own):
    criterion_page = tab(assessor_browser, world.scorecard, own[0])
    page = criterion_page.page
    criterion_page.choose("level", "4")
    criterion_page.write("Kept the sequence through a bad week.")
    criterion_page.choose("kind", "gemba")
    page.get_by_role("link", name="Use this evidence for further criteria").click()
    expect(page.locator("h1")).to_have_text("For which criteria is it evidence?")
    page.locator("input[name=on]").fill("2026-09-09")
    page.get_by_label(own[1].criterion.name).check()
    assert_accessible(page)
    page.get_by_role("button", name="Keep the note").click()
    page.wait_for_url("**/criteria/**")
    expect(page.locator("form[data-autosave] h2")).to_have_text(own[1].criterion.name)
    expect(page.locator("textarea[name=evidence]")).to_be_hidden()
    page.keyboard.press("5")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert {score.level for score in EvidenceNote.objects.get().scores.all()} == {4, 5}


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])
def test_the_pages_of_sharing_and_the_kit_are_accessible(world, browser_of, own, size):
    page = browser_of(world.hr).new_page()
    page.set_viewport_size(size)
    for name in ("position_shares", "interview_kit", "position_detail"):
        page.goto(reverse(name, args=[world.position.pk]))
        assert_accessible(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])
def test_the_shared_out_criterion_is_accessible(world, assessor_browser, own, size):
    EvidenceNote.objects.create(
        scorecard=world.scorecard, on=date(2026, 9, 9), kind="gemba", text="Kept the sequence."
    )
    page = tab(assessor_browser, world.scorecard, own[0]).page
    page.set_viewport_size(size)
    assert_accessible(page)
    folded = page.locator(".idx:visible details, .idx-phone:visible").first
    folded.locator("summary").first.click()
    assert_accessible(page)


def test_sharing_out_counts_while_one_ticks(world, browser_of):
    page = browser_of(world.hr).new_page()
    page.goto(reverse("position_shares", args=[world.position.pk]))
    row = page.locator("tr:has([data-judges])").first
    expect(row.locator("[data-judges]")).to_have_text("2")
    for box in row.locator("input[type=checkbox]").all():
        box.uncheck()
    expect(row.locator("[data-judges]")).to_have_text("nobody")
    expect(page.locator("[data-number]").first).to_have_text("19")
    page.get_by_role("link", name="Propose a fair deal").click()
    expect(page.locator("[data-number]").first).to_have_text("10")
    page.get_by_role("button", name="Share the criteria out so").click()
    expect(page.get_by_role("main")).to_contain_text("The criteria are shared out")
