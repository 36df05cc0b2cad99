"""Looking at every address as one person: what came back, and whether it was made from a secret."""

import io
import re
import zipfile
from dataclasses import dataclass

import pypdf
from django.db import connection
from django.test import Client
from django.urls import get_resolver, reverse

from candidates.models import EvidenceNote, Score, Scorecard
from candidates.policy import POLICY as SELECTION
from vsm_portal.policy import POLICY

SECRET_TABLES = re.compile(
    r"candidates_(score|scorechange|evidencenote|warningobservation|decision)\b", re.IGNORECASE
)
#: what differs between two answers to the same question
PASSING = re.compile(r"csrfmiddlewaretoken\W+value\W+\w+|X-CSRFToken\W+\w+|\b\d\d:\d\d\b")
#: lists and filters answer to these; elsewhere they mean nothing
QUERY = "candidate={candidate}&assessor={seat}&criterion={criterion}&page=2&order=-score&tier=1"


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    read_secrets: bool


class Eyes:
    """One person's browser; anonymous without a person. With a memory it asks nothing twice."""

    def __init__(self, user=None, memory=None):
        self.client = Client()
        self.user, self.signed_in, self.memory = user, user is not None, memory
        if self.signed_in:
            self.client.force_login(user)

    def look(self, url) -> Answer:
        who = self.user and self.user.pk
        if self.memory and (known := self.memory.known(who, url)):
            return known
        answer, sqls = self._ask(url)
        if self.memory:
            self.memory.keep(who, url, answer, sqls)
        return answer

    def _ask(self, url) -> tuple[Answer, list[str]]:
        """Where the address asks something of a page, the page's script asks, not the browser."""
        headers, sqls = {"hx-request": "true"} if "?" in url else {}, []

        def watch(execute, sql, params, many, context):
            sqls.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(watch):
            # What a redirect has to say stands on the page behind it, not on whatever comes next.
            response = self.client.get(url, headers=headers, follow=self.signed_in)
            text = text_of(response.getvalue())
        ways = getattr(response, "redirect_chain", [])
        secret = any(SECRET_TABLES.search(sql) for sql in sqls)
        return Answer(ways[0][1] if ways else response.status_code, text, secret), sqls


def text_of(content: bytes) -> str:
    """What somebody can read in the body of an answer: a page, a workbook, a PDF."""
    if content.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK\x03\x04"):
        book = zipfile.ZipFile(io.BytesIO(content))
        parts = [name for name in book.namelist() if not name.startswith("docProps/")]
        return "".join(book.read(name).decode(errors="replace") for name in parts)
    return PASSING.sub("", content.decode(errors="replace"))


def addresses(world) -> list[tuple[str, str]]:
    """(name, url) of everything in the policy; of selection once for each thing it can be about."""
    found = []
    for name, rule in POLICY.items():
        if name in SELECTION:
            found += [(name, url) for url in _of_selection(name, world)]
        else:
            found.append((name, reverse(name, kwargs=rule.arguments(world))))
    return found


def with_query(url, world) -> str:
    """The same page, asked for about one candidate, assessor and criterion, and for its end."""
    criterion = world.position.criteria.first()
    return f"{url}?" + QUERY.format(
        candidate=world.nominee.pk, seat=world.seat.pk, criterion=criterion.pk
    )


def _of_selection(name, world):
    [(route, parameters)] = _routes(name)
    about = _things(world, route) if "pk" in parameters else [None]
    for thing in about:
        values = {"pk": thing and thing.pk}
        values["criterion_pk"] = world.position.criteria.first().pk
        values["kind"] = "tried_that"
        yield reverse(name, kwargs={key: values[key] for key in parameters})


def _routes(name):
    return [
        (routes[0][0], routes[0][1]) for routes, *_rest in get_resolver().reverse_dict.getlist(name)
    ]


def _things(world, route):
    """What the address can be about: by the beginning of its route."""
    position = world.position
    of = {
        "selection/panel/": lambda: position.panel.all(),
        "selection/candidates/": lambda: position.candidates.all(),
        "selection/scorecards/": lambda: telling_cards(world),
        "selection/scores/": lambda: telling_scores(world),
        "selection/notes/": lambda: telling_notes(world),
        "selection/decisions/": lambda: position.decisions.all(),
        "selection/": lambda: [position],
        "criteria/criterion/": lambda: [position.criteria.first().criterion],
        "criteria/": lambda: [position.criteria_set],
    }
    return list(next(things() for start, things in of.items() if route.startswith(start)))


def telling_cards(world):
    """One of each assessor: the one with most in it."""
    cards = Scorecard.objects.filter(candidate__position=world.position)
    fullest = {}
    for card in sorted(cards, key=lambda card: card.scores.count()):
        fullest[card.assessor_id] = card
    return fullest.values()


def telling_notes(world):
    """One of each assessor, of drafts first: those nobody else may ever read."""
    notes = EvidenceNote.objects.filter(scorecard__candidate__position=world.position)
    first = {}
    for note in notes.order_by("scorecard__state", "pk").select_related("scorecard"):
        first.setdefault(note.scorecard.assessor_id, note)
    return first.values()


def telling_scores(world):
    cards = telling_cards(world)
    return filter(None, (Score.objects.filter(scorecard=card).first() for card in cards))
