"""From HR's CSV to the appointment, in a real browser: the whole selection in one test.

The first scorecard is filled in by clicks, criterion by criterion. The drafts of the other five
are saved by the verbs that the pages call (`save_score`, `save_warning`), then looked over and
submitted in each assessor's own browser. The PDF is made by the worker's task.
"""

import io
from datetime import timedelta

import openpyxl
import pypdf
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from candidates.models import Candidate, Position, Scorecard, Seen, WarningKind
from candidates.models.drafting import save_score, save_warning
from value_streams.models import Appointment
from vsm_portal.exporting import making
from vsm_portal.exporting.models import Export
from vsm_portal.testing.browser import WIDE, sign_in_by_hand
from vsm_portal.testing.cast import PASSWORD, World, build_company

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ASSESSORS = ("executive", "assessor", "second_assessor")
CANDIDATES = """name;email;current_function;source;lean_experience;line_manager_email
Nadia Haddad;nadia@candidates.example.com;Quality engineer;asked by the plant;5 kaizen weeks;
Omar Reed;omar@candidates.example.com;Shift leader;applied;;
"""
WHY = "Keeps the process through a bad week."


class Journey:
    """Everybody has a browser of their own and signs in through the sign-in page."""

    def __init__(self, world, new_context, address, watch):
        self.world, self.new_context, self.address, self.watch = world, new_context, address, watch

    def page_of(self, who):
        context = self.new_context(
            base_url=self.address, viewport=WIDE, accept_downloads=True, locale="en-GB"
        )
        context.set_default_timeout(30_000)
        self.watch.over(context)
        page = context.new_page()
        sign_in_by_hand(page, self.world.people[who], PASSWORD)
        return page

    @property
    def position(self):
        return Position.objects.get()


@pytest.fixture
def journey(transactional_db, new_context, live_server, watch):
    return Journey(build_company(World()), new_context, live_server.url, watch)


def press(page, words):
    page.get_by_role("main").get_by_role("button", name=words, exact=False).first.click()


def follow(page, words):
    page.get_by_role("main").get_by_role("link", name=words, exact=False).first.click()


def pick(form, name, value):
    """Click the words of a choice, as people do."""
    form.locator(f'label:has(input[name={name}][value="{value}"])').first.click()


def downloaded(page, words) -> bytes:
    with page.expect_download() as download:
        follow(page, words)
    return download.value.path().read_bytes()


def prepare(journey, page):
    world = journey.world
    page.goto(reverse("position_new"))
    page.select_option("select[name=stream]", str(world.vacant_stream.pk))
    page.fill("input[name=due_on]", (world.plant.today() + timedelta(days=10)).isoformat())
    page.select_option("select[name=chair]", str(world.chair.pk))
    page.locator("main form button.main").click()
    expect(page.locator("h1")).to_contain_text("Wheel-bearing rings")


def import_candidates(page):
    follow(page, "Import a CSV")
    file = {"name": "candidates.csv", "mimeType": "text/csv", "buffer": CANDIDATES.encode()}
    page.set_input_files("input[type=file]", file)
    press(page, "Show what it would do")
    expect(page.locator("h1")).to_contain_text("2 candidates would be entered")
    assert not Candidate.objects.exists()
    press(page, "Import")
    page.wait_for_url("**/selection/*/")
    expect(page.get_by_role("main")).to_contain_text("Omar Reed")


def seat_the_panel(journey, page):
    for who in ASSESSORS:
        follow(page, "Add an assessor")
        page.select_option("select[name=user]", str(journey.world.people[who].pk))
        page.locator("main form button.main").click()
        page.wait_for_url("**/selection/*/")
    page.locator("summary", has_text="Open the position").click()
    page.locator("dialog button[type=submit]").click()
    expect(page.get_by_role("main")).to_contain_text("0 of 6 scorecards")


def score_by_hand(journey, page, card):
    """Every criterion and every warning of one scorecard, by clicks and keys."""
    first = journey.position.criteria.first()
    page.goto(reverse("scorecard_criterion", args=[card.pk, first.pk]))
    for number, criterion in enumerate(journey.position.criteria.all()):
        expect(page.locator("form[data-autosave] h2")).to_have_text(criterion.criterion.name)
        form = page.locator("form[data-autosave]")
        pick(form, "level", 3 + number % 3)
        form.locator("textarea[name=evidence]").fill(f"Seen at press {number} on Monday.")
        pick(form, "kind", "gemba")
        with page.expect_navigation():
            form.locator("button[type=submit]").last.click()
    page.wait_for_url("**/warnings/")
    for kind in WarningKind:
        form = page.locator(f"form#{kind}")
        pick(form, "seen", "not_seen")
        expect(form.locator("[data-saved]")).to_contain_text("Saved ")


def draft(card, level):
    """What an assessor types, saved by the verbs that the page calls."""
    for criterion in card.position.criteria.all():
        content = {"level": level, "not_observed": False, "evidence": "Seen.", "kind": "gemba"}
        save_score(card, criterion, version=0, **content)
    for kind in WarningKind:
        save_warning(card, kind, version=0, seen=Seen.NOT_SEEN, evidence="")


def score(journey, who):
    """Alone: nobody's ranking is there before one's own scorecards are in."""
    page = journey.page_of(who)
    expect(page.get_by_role("main")).to_contain_text("Score Nadia Haddad")
    for card in Scorecard.objects.filter(assessor__user=journey.world.people[who]):
        if who == ASSESSORS[0] and card.candidate.name == "Nadia Haddad":
            score_by_hand(journey, page, card)
        else:
            draft(card, 4 if card.candidate.name == "Nadia Haddad" else 2)
        page.goto(reverse("scorecard_submission", args=[card.pk]))
        with page.expect_navigation():
            press(page, "Submit scorecard")
        card.refresh_from_db()
        assert card.state == "submitted"
    page.context.close()


def decide(journey, page):
    """Omar is far behind; the top person chooses Nadia and says why."""
    world = journey.world
    page.goto(reverse("position_ranking", args=[journey.position.pk]))
    expect(page.get_by_role("main")).to_contain_text("Nadia Haddad")
    page.goto(reverse("decision_new", args=[journey.position.pk]))
    page.locator("label", has_text="Nadia Haddad").first.click()
    page.fill("textarea[name=reason]", WHY)
    pick(page, "authority", "influence")
    page.fill("input[name=starts_on]", (world.plant.today() + timedelta(days=30)).isoformat())
    page.select_option("select[name=adviser]", str(world.adviser.pk))
    press(page, "Decide")
    expect(page.locator("h1")).to_contain_text("Nadia Haddad was chosen")


def tell_everybody(journey, page):
    for candidate in Candidate.objects.order_by("name"):
        page.goto(reverse("candidate_telling", args=[candidate.pk]))
        page.fill("input[name=told_on]", journey.world.plant.today().isoformat())
        page.select_option("select[name=told_by]", str(journey.world.hr.pk))
        choose(page, "how", "in_person")
        page.locator("main form button.main").click()
        page.wait_for_url("**/selection/*/")


def choose(page, name, value):
    if page.locator(f"select[name={name}]").count():
        page.select_option(f"select[name={name}]", value)
    else:
        pick(page, name, value)


def read_the_ranking_elsewhere(journey, page):
    page.goto(reverse("position_ranking", args=[journey.position.pk]))
    with page.expect_download() as download:
        page.locator('a[href$="ranking.xlsx"]').first.click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {"Nadia Haddad", "Omar Reed"} <= cells


def ask_for_the_record(journey, page):
    page.goto(reverse("position_record", args=[journey.position.pk]))
    press(page, "As a PDF")
    page.wait_for_url("**/exports/*/")
    making.make(Export.objects.get().pk)
    page.reload()
    content = downloaded(page, "Save ")
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert "Nadia Haddad" in text
    assert "Keeps the process" in " ".join(text.split())


def test_a_site_selects_a_manager_from_the_csv_to_the_appointment(journey):
    hr = journey.page_of("hr")
    prepare(journey, hr)
    import_candidates(hr)
    seat_the_panel(journey, hr)
    for who in ASSESSORS:
        assert not journey.position.is_revealed
        score(journey, who)
    assert journey.position.is_revealed
    decide(journey, journey.page_of("top"))
    appointment = Appointment.objects.get(stream=journey.world.vacant_stream)
    assert (appointment.state, appointment.manager.name) == ("planned", "Nadia Haddad")
    assert appointment.adviser == journey.world.adviser
    tell_everybody(journey, hr)
    assert not Candidate.objects.untold().exists()
    read_the_ranking_elsewhere(journey, hr)
    ask_for_the_record(journey, hr)
