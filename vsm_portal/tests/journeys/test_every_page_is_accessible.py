"""Axe finds nothing on any page, filled, empty or with errors, at 1280 and 390 px.

The pages come from the policy: each address that somebody of the cast may read. Beside axe, no
page is wider than a phone, and no page complains to the console.
"""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from candidates.models import Decision, Score, ScoreChange
from vsm_portal.policy import POLICY
from vsm_portal.testing.browser import PHONE, WIDE, sign_in
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.panel_work import fill_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: answers with a file or with data, or leads on to another page
NO_PAGE = {
    *("position_ranking_csv", "position_ranking_xlsx", "candidate_cv", "export_file"),
    *("map_export", "map_drawing", "map_photo", "map_changes"),
    *("matrix_file", "position_record_csv", "position_record_xlsx"),
    *("account_signup", "account_inactive", "account_set_password"),
    *("time_mine", "time_file", "trend_series"),
}
#: need no answer but the button: sent empty, they are done
NEED_NOTHING = {
    *("account_logout", "scorecard_submission", "panel_removal", "scorecard_criterion"),
    "map_answers",
}
#: one with something to fill in; beside it there may be buttons with forms of their own
FORM = "main form[method=post]:has(textarea, select, input:not([type=hidden]))"
#: what is read once the panel has done its work
AFTER_THE_REVEAL = {
    "position_detail": "top",
    "position_ranking": "top",
    "decision_new": "top",
    "position_record": "hr",
    "scorecard_detail": "hr",
    "score_change": "assessor",
}
AFTER_THE_DECISION = {
    "position_detail": "hr",
    "position_list": "hr",
    "position_record": "top",
    "candidate_detail": "hr",
    "candidate_telling": "hr",
}
#: have a row for each of something, and nothing at first
EMPTY = ("home", "stream_list", "family_list", "position_list", "person_list", "message_list")
#: some addresses lead on instead of showing their form; most do not
MOST_FORMS_ARE_THERE = 20
OUTLINE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


class Looks:
    """One browser for the whole cast; whoever looks gets a session of their own."""

    def __init__(self, world, new_context, address, watch):
        self.world, self.address, self.axe, self.faults = world, address, Axe(), []
        self.contexts, self.new_context, self.watch = {}, new_context, watch
        self.posted = 0

    def page_of(self, who):
        if who not in self.contexts:
            context = self.new_context(base_url=self.address, viewport=WIDE)
            self.watch.over(context)
            if who != "anonymous":
                sign_in(context, self.world.people[who], self.address)
            self.contexts[who] = context.new_page()
        return self.contexts[who]

    def open(self, who, name, arguments=None):
        page = self.page_of(who)
        page.set_viewport_size(WIDE)
        page.goto(reverse(name, kwargs=arguments or {}))
        self.look(f"{name} for {who}", page)

    def look(self, what, page):
        """Both widths of the page as it is."""
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            found = self.axe.run(page)
            if found.violations_count:
                self.faults.append(f"{what}, {size['width']} px: {found.generate_report()}")
            if (wider := page.evaluate(OUTLINE)) > 0:
                self.faults.append(f"{what}, {size['width']} px: {wider} px too wide")

    def post_empty(self, who, name, arguments=None):
        """Send the page's form as it is, emptied; the browser's own checks are off."""
        page = self.page_of(who)
        page.set_viewport_size(WIDE)
        page.goto(reverse(name, kwargs=arguments or {}))
        form = page.locator(FORM).first
        if not form.count():
            return  # led on to another page
        self.posted += 1
        form.evaluate(EMPTIED)
        with page.expect_navigation() as answer:
            form.evaluate("form => form.submit()")
        if answer.value.request.redirected_from:
            self.faults.append(f"{name} was done and not refused")
        self.look(f"{name} with errors for {who}", page)


EMPTIED = """form => {
  for (const field of form.querySelectorAll("textarea, input:not([type=hidden])")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false
    else field.value = ""
  }
  for (const field of form.querySelectorAll("select")) field.selectedIndex = -1
}"""


@pytest.fixture
def looks(world, new_context, live_server, watch):
    # A refused form says so with its status, and Chromium writes that down.
    watch.expects("status of 4(03|22)")
    looks = Looks(world, new_context, live_server.url, watch)
    yield looks
    assert not looks.faults, "\n".join(looks.faults)


def reader(rule):
    """Who looks at the page: the one of the cast who takes part most."""
    preferred = ["anonymous"] if rule.is_public else ["hr", "top", "assessor", *PEOPLE]
    return next((who for who in preferred if who in rule.read.split()), None)


def readable_pages():
    for name, rule in sorted(POLICY.items()):
        if name not in NO_PAGE and (who := reader(rule)):
            yield name, rule, who


def test_every_page_that_somebody_may_read(world, looks):
    for name, rule, who in readable_pages():
        looks.open(who, name, rule.arguments(world))


def test_every_form_that_was_sent_empty(world, looks):
    for name, rule, who in readable_pages():
        if who in rule.write.split() and name not in NEED_NOTHING:
            looks.post_empty(who, name, rule.arguments(world))
    assert looks.posted > MOST_FORMS_ARE_THERE


def decide(world):
    return Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process through a bad week.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )


def test_the_pages_after_the_reveal_and_after_the_decision(world, looks):
    fill_all(world.position)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=2, not_observed=False, reason="The trial log.")
    world.things["score"] = score
    arguments = {"score_change": {"pk": score.pk}}
    for name, who in AFTER_THE_REVEAL.items():
        looks.open(who, name, arguments.get(name) or POLICY[name].arguments(world))
    looks.post_empty("top", "decision_new", {"pk": world.position.pk})
    looks.post_empty("assessor", "score_change", {"pk": score.pk})
    decision = decide(world)
    for name, who in AFTER_THE_DECISION.items():
        looks.open(who, name, POLICY[name].arguments(world))
    looks.open("top", "decision_reversal", {"pk": decision.pk})
    looks.post_empty("top", "decision_reversal", {"pk": decision.pk})
    looks.open("candidate", "position_list")


def test_lists_with_nothing_in_them(world, looks):
    """Somebody who holds every role at a company where nothing is yet."""
    world.foreign_stream.delete()
    for name in EMPTY:
        looks.open("outsider", name)
