"""Whatever people type stays text: every field of every model is hostile, every page is read.

Each row of the database gets, in each text column that people can type into, a text that has
broken pages elsewhere. Then every page is opened by its readers and looked at as a browser would:
no element and no attribute may be there that was born of a text.
"""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from candidates.models import Decision, Score, ScoreChange
from vsm_portal.policy import POLICY
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.panel_work import fill_all
from vsm_portal.testing.quick_pages import make_pages_quick

pytestmark = pytest.mark.django_db

#: short enough to stand whole in a name of 120 characters
MARKUP = "\"'><svg/onload=a()><img src=x onerror=a()></title></textarea><script>a()</script>"
FORMULA = "=HYPERLINK('http://127.0.0.1:9/') {{7*7}}{% now 'Y' %} %(name)s {0} javascript:a()"
LONG = "\u202eright to left\u2066\u200b 😀" + "Word" * 400
OURS = {"accounts", "candidates", "value_streams", "outbox", "exporting"}
#: columns that people do not type into, or whose form a database or a programme relies on (a
#: matrix is kept as a table; names in it are hostile in its own tests)
PROGRAMME = {
    "table",
    *("email", "password", "time_zone", "language", "currency", "key", "kind", "file", "file_name"),
    *("cv", "cv_name", "report", "about_type", "enclosing_type"),
}


@pytest.fixture(autouse=True)
def _quick_pages(settings, monkeypatch):
    make_pages_quick(settings, monkeypatch)


def typed_columns(model):
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        is_ours = model._meta.app_label in OURS
        if is_ours and is_text and not field.choices and field.name not in PROGRAMME:
            yield field


def make_hostile(text):
    """Every typed column of every row; rows that must differ do."""
    for model in apps.get_models():
        for field in typed_columns(model):
            for row in model._base_manager.all():
                own = f"{row.pk} {text}" if field.name == "name" else text
                content = {field.name: own[: field.max_length or None]}
                model._base_manager.filter(pk=row.pk).update(**content)


class Page(HTMLParser):
    """The elements and attributes of a page, in a browser's reading of it."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.suspicious = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name == "style":
                self.suspicious.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "formaction") and not is_ours(value):
                self.suspicious.append(f"<{tag} {name}={value}>")
            if not set(name) <= set("abcdefghijklmnopqrstuvwxyz-:0123456789"):
                self.suspicious.append(f"<{tag} {name}>")
        if tag == "script" and dict(attributes).get("src") is None:
            self.suspicious.append("<script> without src")


def is_ours(address) -> bool:
    return (address or "").startswith(("/", "#", "?", "mailto:")) and not address.startswith("//")


def decided(world):
    """The same position with scores, a changed one and a decision, so that every text is there."""
    fill_all(world.position)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=5, not_observed=False, reason="The trial log.")
    Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps to the process.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )


def addresses(world) -> list:
    """(person, name, url): two of the cast whom the policy lets know of each address."""
    found = []
    for name, rule in POLICY.items():
        named = f"{rule.read} {rule.refused_read}".split()
        url = reverse(name, kwargs=rule.arguments(world))
        found += [(who, name, url) for who in [who for who in PEOPLE if who in named][:2]]
    return found


def pages_of(world) -> dict:
    """(person, name) → page."""
    found = {}
    for who, name, url in world.addresses:
        response = world.clients[who].get(url)
        assert response.status_code in (200, 302, 403), (who, name, response.status_code)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            found[who, name] = Page(response.getvalue().decode())
    return found


@pytest.mark.parametrize(
    ("stage", "texts"),
    [(None, [MARKUP, FORMULA, LONG]), (decided, [MARKUP])],
    ids=["open", "decided"],
)
def test_what_people_type_stays_text_on_every_page(stage, texts, world):
    world.things["clients"] = {who: Client() for who in PEOPLE}
    for who, client in world.clients.items():
        client.force_login(world.people[who])
    if stage:
        stage(world)
    world.things["addresses"] = addresses(world)
    before = pages_of(world)
    in_use = {element for page in before.values() for element in page.elements}
    for text in texts:
        make_hostile(text)
        after = pages_of(world)
        # A file that cannot be made of such a text says so on a page.
        assert after.keys() >= before.keys()
        for page, seen in after.items():
            assert seen.suspicious == [], page
            assert set(seen.elements) <= in_use, page


def test_the_look_at_a_page_finds_what_was_born_of_a_text():
    assert Page(f"<p>{MARKUP}</p>").suspicious
    assert Page('<a href="javascript:a()">x</a>').suspicious
    assert not Page('<a href="/streams/">x</a>').suspicious
