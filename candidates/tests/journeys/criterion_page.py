"""The page of one criterion, as the journeys use it."""

from contextlib import contextmanager
from urllib.parse import unquote_plus

from django.urls import reverse
from playwright.sync_api import expect

from candidates.models import Score

SAVED = "Saved "


class CriterionPage:
    def __init__(self, page, scorecard, criterion):
        self.page = page
        self.scorecard = scorecard
        self.criterion = criterion
        self.url = reverse("scorecard_criterion", args=[scorecard.pk, criterion.pk])
        self.form = page.locator("form[data-autosave]")
        self.evidence = self.form.locator("textarea[name=evidence]")
        self.line = page.locator("[data-saved]")
        self.conflict = self.form.locator("[data-conflict]")
        self.focused = page.locator(":focus")
        self.next = self.form.locator("button[type=submit]").last

    def open(self):
        self.page.goto(self.url)
        return self

    def choose(self, name, value):
        choice = self.page.locator(f'input[name="{name}"][value="{value}"]')
        self.form.locator("label").filter(has=choice).click()

    def chosen(self, name):
        one = self.form.locator(f"input[name={name}]:checked")
        return one.get_attribute("value") if one.count() else ""

    def write(self, text):
        """Type at the end of what stands there."""
        self.evidence.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def says(self, text, within=10):
        expect(self.line).to_contain_text(text, timeout=within * 1000)

    def is_saved(self, within=10):
        """The page says saved, and what it shows is in the database."""
        self.says(SAVED, within)
        assert self.in_database() == self.shown()

    def shown(self):
        return self.chosen("level"), self.evidence.input_value().strip(), self.chosen("kind")

    def in_database(self):
        score = Score.objects.filter(scorecard=self.scorecard, criterion=self.criterion).first()
        if score is None:
            return "", "", ""
        level = "not_observed" if score.not_observed else str(score.level or "")
        return level, score.evidence, score.kind

    def saves_fail(self, handler):
        """Let `handler(route)` deal with the saves of this page's whole browser."""
        self.page.context.route("**/criteria/**", only_saves(handler))

    def saves_work_again(self):
        self.page.context.unroute("**/criteria/**")

    @contextmanager
    def saved_meanwhile(self):
        """No save leaves before the end of the block, and all have been answered after it."""
        held, is_over = [], False
        self.saves_fail(lambda route: route.fallback() if is_over else held.append(route))
        yield
        with self.page.expect_response(is_last_save(self.evidence.input_value())):
            is_over = True
            for route in held:
                route.fallback()


def is_last_save(evidence):
    def is_it(answer):
        return answer.request.method == "POST" and evidence in unquote_plus(
            answer.request.post_data or ""
        )

    return is_it


def only_saves(handler):
    def handle(route):
        if route.request.method == "POST":
            handler(route)
        else:
            route.fallback()

    return handle
