"""Chromium for the browser journeys: the system's own, since none is downloaded."""

import os
import re
import shutil
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse

from .no_network import stays_here

NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def chromium() -> str | None:
    """The path of the browser, or None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    # Playwright's loop runs in the test's thread, so Django takes plain queries for unsafe ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = chromium()
    assert path, f"No browser: install one of {', '.join(NAMES)}."
    return {
        "executable_path": path,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


class Watch:
    """What must not happen in a browser while a test uses it.

    A test that provokes a complaint says so: `watch.expects("409")`. What a page may not do for
    its Content-Security-Policy, Chromium writes to the console as an error, too.
    """

    def __init__(self):
        self.complaints: list[str] = []
        self.expected: list[str] = []

    def over(self, context):
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self._follow)

    def expects(self, *patterns):
        self.expected += patterns

    def _hear(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def _follow(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and not stays_here(parts.hostname):
            self.complaints.append(f"A request left the machine: {request.url}")

    def unexpected(self) -> list[str]:
        return [
            complaint
            for complaint in self.complaints
            if not any(re.search(pattern, complaint) for pattern in self.expected)
        ]


@pytest.fixture
def watch():
    """The watch over every browser of the test; complaints that nobody expected fail it."""
    watch = Watch()
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def browser_of(new_context, live_server, watch):
    """A function: the browser of a person who is signed in, `browser_of(world.assessor)`."""

    def browser(user, **options):
        context = new_context(base_url=live_server.url, viewport=WIDE, **options)
        context.set_default_timeout(10_000)
        watch.over(context)
        sign_in(context, user, live_server.url)
        return context

    return browser


def sign_in(context, user, url):
    """Give the browser a session, as if the person had come from the sign-in page."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])


def sign_in_by_hand(page, user, password):
    """Through the sign-in page, which also gives the browser another CSRF token."""
    page.goto(reverse("account_login"))
    form = page.locator("main form").first  # the demo offers further ones
    form.locator("input[name=login]").fill(user.email)
    form.locator("input[name=password]").fill(password)
    form.locator("button[type=submit]").click()
    page.wait_for_url(lambda url: "login" not in url)


def assert_accessible(page):
    """Axe, with its best practices, finds nothing on the page as it is now."""
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
