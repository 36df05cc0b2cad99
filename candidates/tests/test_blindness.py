"""Nobody learns a score before the reveal: every person × every state of the panel × every address.

A page is asked twice where it was made from scores: before and after all that others wrote is
changed. What a person may not know must not change one byte of what they get.

`BLINDNESS=all` walks the whole product; what cannot differ from an earlier state is not asked again
(`blindness/remembering.py`). Without it, person, address and state take turns (`EVERY`): pages that
say something of judgements, and those who take part, come more often than others.
"""

import os
import re
from collections import defaultdict
from datetime import timedelta
from itertools import product

import pytest
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Mod
from django.urls import NoReverseMatch, reverse

from candidates.models import (
    Candidate,
    ConflictOfInterest,
    EvidenceNote,
    Position,
    Score,
    ScoreChange,
    WarningObservation,
)
from candidates.policy import POLICY as SELECTION
from vsm_portal.accounts.models import Membership, Role, User
from vsm_portal.exporting import reports
from vsm_portal.outbox import kinds
from vsm_portal.outbox.models import Message
from vsm_portal.outbox.planning import plan_all
from vsm_portal.policy import POLICY
from vsm_portal.testing.cast import PEOPLE, World, build_company, person
from vsm_portal.testing.kept_rows import built_once
from vsm_portal.testing.maps_of_cast import build_maps
from vsm_portal.testing.paperwork import export, failed_mail
from vsm_portal.testing.quick_pages import make_pages_quick

from .blindness.further_states import LINKED, STATES, linked_halfway
from .blindness.looking import Eyes, addresses, text_of, with_query
from .blindness.panel_states import (
    all_but_one_submitted,
    cancelled,
    cards_of,
    mark_of,
    nothing_scored,
    revealed,
    submit,
)
from .blindness.remembering import Memory

pytestmark = pytest.mark.django_db

EVERYTHING = os.environ.get("BLINDNESS") == "all"
AUTHORS = ("assessor", "second_assessor", "excused")
EVERYBODY = [*PEOPLE, "excused", "anonymous"]
#: pages that say something of judgements, or count
SPEAKING = {
    *("home", "event_list", "message_list", "position_list", "position_detail"),
    *("candidate_detail", "scorecard_detail", "scorecard_criterion", "scorecard_warnings"),
    *("position_ranking", "position_ranking_csv", "position_ranking_xlsx", "position_record"),
    *("position_comparison", "position_record_csv", "position_record_xlsx"),
    *("decision_new", "score_change", "position_discussion", "position_shares"),
    *("scorecard_note", "interview_kit", "position_criteria", "position_criteria_newest"),
}
#: (takes part, speaking page, crucial state) → every how many-th address is walked
EVERY = defaultdict(
    lambda: 16,
    {
        (True, True, True): 3,
        (True, True, False): 5,
        (True, False, True): 10,
        (True, False, False): 14,
    },
)
CRUCIAL = {
    *("all but one submitted", "opened by the chair", "HR and decider still score", "revealed"),
    *("notes after the opening", "linked halfway"),
}
#: addresses of selection that are about this position; the others are lists and criteria
OF_THE_POSITION = {name for name in SELECTION if not name.startswith("criteri")} - {
    "position_list",
    "position_new",
}
OF_PUBLIC_KNOWLEDGE = {"decided", "reversed"}  # the name of whoever is appointed


#: of this process, for the states that it walks
MEMORY = Memory() if EVERYTHING else None


def build_people_and_maps() -> World:
    world = build_maps(build_company(World()))
    world.people["excused"] = person("excused")
    return world


@pytest.fixture
def company(db):
    return built_once(build_people_and_maps)


@pytest.fixture(autouse=True)
def _quick_pages(settings, monkeypatch):
    make_pages_quick(settings, monkeypatch)


def in_state(state, world):
    state.build(world)
    return in_things(world)


def in_things(world):
    """What else the policy's addresses are about."""
    seats = list(world.position.panel.order_by("pk"))
    world.things.update(seat=seats[0], second_seat=seats[1])
    world.things.update(failed_mail=failed_mail(world), export=export(world))
    return world


def eyes_of(world, who, memory=None):
    return Eyes(None if who == "anonymous" else world.people[who], memory)


def is_walked(state, who, name, place) -> bool:
    if EVERYTHING:
        return True
    every = EVERY[who in state.involved.split(), name in SPEAKING, state.name in CRUCIAL]
    return (place + EVERYBODY.index(who) + STATES.index(state)) % every == 0


def walk(state, world, who):
    """(name, url, answer) for the addresses that this person walks in this state."""
    eyes = eyes_of(world, who, MEMORY)
    for place, (name, url) in enumerate(addresses(world)):
        if is_walked(state, who, name, place):
            answer = eyes.look(url)
            yield name, url, answer
            filtered = EVERYTHING or state.name in CRUCIAL
            if filtered and name in SPEAKING & set(SELECTION) and answer.status == 200:
                url = with_query(url, world)
                yield name, url, eyes.look(url)


def faults_in(text, state, world, who) -> list[str]:
    """What stands in this text that the person must not know."""
    unknown = [
        mark_of(author)
        for author in AUTHORS
        if who != author and not (who in state.readers.split() and author_is_in(world, author))
    ]
    if who not in state.told.split():
        unknown += ["MARKEDCONFLICT", "MARKEDCHANGE"]
    if who not in state.involved.split():
        due = world.position.due_on
        unknown += ["MARKEDINSIDER", "MARKEDSOURCE", "MARKEDDECISION", f"{due.year}"]
        unknown += [
            "MARKEDCANCELLATION",
            "MARKEDWITHDRAWAL",
            "MARKEDLINKED",
            f"/selection/{world.position.pk}/",
        ]
        if state.name not in OF_PUBLIC_KNOWLEDGE:
            unknown.append("MARKEDNOMINEE")
    return [mark for mark in unknown if mark in text]


def author_is_in(world, author) -> bool:
    """Whether something this person wrote is handed in; drafts of the same author still are not."""
    return cards_of(world, author).filter(state="submitted").exists()


def change_what_others_wrote(who):
    """Other levels, other texts, in drafts and in what is handed in; as much of it as before."""
    own = {"scorecard__assessor__user__email": f"{who.replace('_', '.')}@example.com"}
    scores = Score.objects.exclude(**own)
    scores.update(level=Mod(F("level"), 5) + 1)
    rewritten = Concat(F("evidence"), Value(" REWRITTEN"))
    scores.filter(note=None).update(evidence=rewritten, kind="data")
    EvidenceNote.objects.exclude(**own).update(text="REWRITTEN", kind="data", on="2026-01-02")
    WarningObservation.objects.exclude(**own).update(seen="no_chance", evidence="REWRITTEN")
    of_others = {f"score__{key}": value for key, value in own.items()}
    ScoreChange.objects.exclude(**of_others).update(old_level=3, new_level=3, reason="REWRITTEN")


@pytest.mark.parametrize("state", STATES, ids=str)
def test_nobody_learns_what_they_may_not_know(state, company):
    world, wrong = in_state(state, company), []
    if MEMORY:
        MEMORY.begin()
    for who in EVERYBODY:
        made_from_scores = []
        for name, url, answer in walk(state, world, who):
            faults = faults_in(answer.text, state, world, who)
            wrong += [f"{who}: {url} says {mark}" for mark in faults]
            stranger = who not in state.involved.split()
            if stranger and name in OF_THE_POSITION and answer.status == 200:
                wrong.append(f"{who}: {url} is there")
            if answer.read_secrets and who not in state.readers.split():
                made_from_scores.append((url, answer))
        wrong += changing_with_what_others_wrote(world, who, made_from_scores)
    assert not wrong, "\n".join(wrong)


def changing_with_what_others_wrote(world, who, made_from_scores) -> list[str]:
    if not made_from_scores:
        return []
    with transaction.atomic():
        change_what_others_wrote(who)
        eyes = eyes_of(world, who)
        wrong = [
            f"{who}: {url} changes with what others wrote"
            for url, before in made_from_scores
            if eyes.look(url).text != before.text
        ]
        transaction.set_rollback(True)
    return wrong


@pytest.mark.parametrize("state", STATES, ids=str)
def test_no_mail_and_no_report_says_what_its_reader_may_not_know(state, company):
    world = in_state(state, company)
    for who, name in product(EVERYBODY[:-1], ("selection_record", "selection_ranking")):
        report = reports.report(name)
        found = report.find(world.position.pk, world.people[who])
        if found is not None:
            _name, content = report.render(found, world.people[who])
            assert not faults_in(text_of(content), state, world, who), (who, name)
    for days_left in (4321, 3, 0, -8):
        due_on = world.plant.today() + timedelta(days=days_left)
        Position.objects.filter(pk=world.position.pk).update(due_on=due_on)
        plan_all()
    for message in Message.objects.exclude(pk=world.failed_mail.pk).select_related("recipient"):
        kind = kinds.kind(message.kind)
        thing = kind.still_needed(message.about_id, message.recipient)
        if thing is not None:
            mail = kind.mail(thing, message.recipient, message)
            assert not re.search("SECRETOF|MARKED", mail.subject + mail.text)
        assert message.recipient != world.candidate


def test_an_assessor_does_not_learn_who_has_submitted(company):
    nothing_scored(company)
    pages = []
    for who in ("assessor", "second_assessor"):
        with transaction.atomic():
            submit(company, who)
            eyes = Eyes(company.excused)
            urls = [reverse(name) for name in ("home", "position_list")]
            urls.append(reverse("position_detail", args=[company.position.pk]))
            pages.append([eyes.look(url).text for url in urls])
            transaction.set_rollback(True)
    assert pages[0] == pages[1]


def test_for_a_candidate_every_page_is_as_if_there_were_no_position(company):
    """Theirs too where they are HR, executive and administrator of the very site."""
    urls = [reverse(name) for name, rule in POLICY.items() if not reverse_needs(name)]
    urls += [reverse(name, args=[company.vacant_stream.pk]) for name in ("stream_detail",)]
    before = [Eyes(company.candidate).look(url) for url in urls]
    for build in (all_but_one_submitted, cancelled, revealed):
        with transaction.atomic():
            build(company)
            failed_mail(company)
            after = [Eyes(company.candidate).look(url) for url in urls]
            differing = [
                url
                for url, one, other in zip(urls, before, after, strict=True)
                if (one.status, one.text) != (other.status, other.text)
            ]
            transaction.set_rollback(True)
        assert differing == []


@pytest.mark.parametrize("who", ["assessor", "hr", "top", "chair"])
def test_who_declared_a_conflict_finds_every_page_as_if_there_were_no_position(company, who):
    urls = [reverse(name) for name, rule in POLICY.items() if not reverse_needs(name)]
    plan_all()  # what is due of other things
    before = [Eyes(company.people[who]).look(url) for url in urls]
    all_but_one_submitted(company)
    position = Position.objects.get(pk=company.position.pk)
    ConflictOfInterest.declare(
        position, company.people[who], by=company.people[who], reason="MARKEDCONFLICT"
    )
    plan_all()
    after = [Eyes(company.people[who]).look(url) for url in urls]
    assert [
        url
        for url, one, other in zip(urls, before, after, strict=True)
        if (one.status, one.text) != (other.status, other.text)
    ] == []


@pytest.mark.parametrize("who", LINKED.split())
def test_who_is_linked_halfway_finds_every_page_as_if_there_were_no_position(company, who):
    urls = [reverse(name) for name, rule in POLICY.items() if not reverse_needs(name)]
    plan_all()  # what is due of other things
    before = [Eyes(company.people[who]).look(url) for url in urls]
    linked_halfway(company)
    failed_mail(company)
    plan_all()
    after = [Eyes(company.people[who]).look(url) for url in urls]
    assert [
        url
        for url, one, other in zip(urls, before, after, strict=True)
        if (one.status, one.text) != (other.status, other.text)
    ] == []


def reverse_needs(name) -> bool:
    """Whether the address is about one thing."""
    try:
        reverse(name)
    except NoReverseMatch:
        return True
    return False


def test_a_link_to_a_person_acts_on_the_next_request(company):
    """HR turns out to be the candidate; later, so does somebody who gets an account."""
    revealed(company)
    late = User(email=company.nominee.email, name="Late")
    urls = [url for name, url in addresses(in_things(company)) if name in OF_THE_POSITION]
    hr = Eyes(company.hr)
    assert any(hr.look(url).status == 200 for url in urls)
    Candidate.objects.filter(pk=company.nominee.pk).update(user=company.hr)
    assert not [url for url in urls if hr.look(url).status not in (404, 405)]
    Candidate.objects.filter(pk=company.nominee.pk).update(user=None)
    late.save()
    Membership.objects.create(user=late, site=company.plant, role=Role.HR)
    assert not [url for url in urls if Eyes(late).look(url).status not in (404, 405)]
