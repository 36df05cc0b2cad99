"""Answers, comparison, what is freed, and what a review would still miss."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from value_streams.mapping import Loop
from value_streams.maps.readiness import PLAN, readiness
from value_streams.models import FreedAnswer, Map, MapAnswer
from value_streams.models.map_words import Question
from value_streams.tests.mapping.maps import acme
from vsm_portal.testing.page_frame import FRAME_QUERIES, MANAGER_QUERIES

from .entering import taken


def url(name, of, *further):
    return reverse(name, args=[of.pk, *further])


def text(response):
    return response.content.decode()


@pytest.fixture
def future(company, drawn):
    return drawn.copy(by=company.manager, state="future")


def typed(drawn, **texts):
    """What the form of the eight questions posts after the page was opened."""
    rows = {row.question: row for row in drawn.answers.all()}
    sent = {}
    for question in Question.values:
        row = rows.get(question)
        sent[f"text_{question}"] = texts.get(f"q{question}", row.text if row else "")
        sent[f"version_{question}"] = row.version if row else 0
    return sent


def test_the_eight_questions_are_answered_as_one_save(as_, company, future):
    sent = typed(future, q5="At welding.", q7="20 minutes.")
    as_("manager").post(url("map_answers", future), sent)
    answers = dict(future.answers.values_list("question", "text"))
    assert answers == {"1": "Takt 60 s", "5": "At welding.", "7": "20 minutes."}
    future.refresh_from_db()
    assert future.saves_made == 2
    future.undo(by=company.manager, seen=2)
    assert dict(future.answers.values_list("question", "text")) == {"1": "Takt 60 s"}


def test_an_answer_somebody_else_wrote_meanwhile_is_not_overwritten(as_, company, future):
    mine, theirs = typed(future, q5="At welding."), typed(future, q5="At assembly.")
    as_("executive").post(url("map_answers", future), theirs)
    answer = as_("manager").post(url("map_answers", future), mine)
    assert answer.status_code == 409
    assert "At welding." in text(answer)
    assert "At assembly." in text(answer)
    assert MapAnswer.objects.get(map=future, question="5").text == "At assembly."


def test_answers_to_different_questions_do_not_meet(as_, company, future):
    mine, theirs = typed(future, q5="At welding."), typed(future, q6="By trays.")
    as_("executive").post(url("map_answers", future), theirs)
    assert as_("manager").post(url("map_answers", future), mine).status_code == 302
    assert future.answers.count() == 3


def test_only_a_future_state_being_drawn_takes_answers(as_, company, drawn, future):
    assert as_("manager").get(url("map_answers", drawn)).status_code == 404
    future.put_in_force(by=company.manager, seen=1)
    answer = as_("manager").post(url("map_answers", future), typed(future, q5="Later."))
    assert (answer.status_code, "next version" in text(answer)) == (403, True)


def in_force(company, read):
    drawn = taken(company, read)
    drawn.put_in_force(by=company.manager, seen=1)
    return drawn


def slimmer(read, **fields):
    """The same stream a year later: coils for a day, stamping on half the floor, less people."""
    coils, stamping, *rest = read.main.elements
    lean = (
        replace(coils, days=1),
        replace(stamping, floor_space_m2=60, operators=0),
        *rest,
    )
    return replace(read, paths=(replace(read.main, elements=lean),), **fields)


def with_space(read):
    elements = tuple(replace(each, floor_space_m2=100) for each in read.main.elements)
    return replace(read, paths=(replace(read.main, elements=elements),))


def test_states_stand_side_by_side_figure_by_figure(as_, company):
    start = with_space(acme())
    in_force(company, start)
    in_force(company, slimmer(start))
    in_force(company, slimmer(start, state="future"))
    page = text(as_("hr").get(url("map_comparison", company.stream)))
    assert "<h1>Steering brackets: 23.6 → 19.6 → 19.6 days of lead time</h1>" in page
    assert "(−4)" in page
    assert "Re-measured, version 2" in page
    assert "100\u00a0%" in page
    assert "Future state: 40\u00a0m² are free." in page
    assert "Re-measured, version 2: 1 person is free." in page


def test_what_is_freed_asks_for_an_answer_and_shows_it(as_, company):
    start = with_space(acme())
    in_force(company, start)
    lean = in_force(company, slimmer(start))
    page = url("map_comparison", company.stream)
    assert text(as_("manager").get(page)).count("not answered yet") == 2
    space = url("map_freed", lean, "space")
    as_("manager").post(space, {"text": "The rented hall ends.", "version": 0})
    assert "The rented hall ends." in text(as_("hr").get(page))
    late = as_("executive").post(space, {"text": "A canteen.", "version": 0})
    assert (late.status_code, "The rented hall ends." in text(late)) == (409, True)
    as_("executive").post(space, {"text": "A canteen.", "version": 1})
    assert FreedAnswer.objects.get().text == "A canteen."


def test_an_answer_on_nothing_known_is_not_found(as_, drawn):
    assert as_("manager").get(url("map_freed", drawn, "time")).status_code == 404


def test_other_versions_can_be_chosen_and_drafts_with_faults_are_left_out(as_, company):
    first, second = taken(company, acme()), taken(company, slimmer(acme()))
    empty = Map.start(company.stream, "ideal", by=company.manager)
    foreign = Map.start(company.other_stream, "ideal", by=company.top)
    asked = {"map": [first.pk, second.pk, empty.pk, foreign.pk, "x"]}
    page = as_("manager").get(url("map_comparison", company.stream), asked)
    assert "23.6 → 19.6 days" in text(page)


def test_a_comparison_of_nothing_says_what_to_do(as_, company):
    assert "Two states are compared" in text(as_("hr").get(url("map_comparison", company.stream)))


def test_the_comparison_asks_the_same_however_many_states_there_are(as_, company, queries):
    page = url("map_comparison", company.stream)
    client = as_("manager")
    in_force(company, acme())
    in_force(company, slimmer(acme()))
    two = queries(lambda: client.get(page))
    for state in ("future", "ideal"):
        in_force(company, slimmer(acme(), state=state))
    assert queries(lambda: client.get(page)) == two == FRAME_QUERIES + MANAGER_QUERIES + 13


# Readiness


def lacks(stream):
    return [lack.sentence for lack in readiness(stream) if lack.part != PLAN]


def test_a_stream_without_maps_lacks_both(company):
    assert lacks(company.stream) == [
        "No current-state map is in force.",
        "No future-state map is in force.",
    ]
    assert [lack.sentence for lack in readiness(company.stream)][-1:] == [
        "The plan is not recorded yet."
    ]


def today(company, **back):
    return company.plant.today() - timedelta(**back)


def test_a_current_map_needs_a_process_a_lead_time_and_a_date_that_is_not_old(company):
    empty = replace(acme(), paths=(replace(acme().main, elements=()),), as_of=None)
    in_force(company, empty)
    assert lacks(company.stream)[:2] == [
        "The current-state map has no process.",
        "The current-state map has no date.",
    ]
    in_force(company, replace(acme(), as_of=today(company, days=560)))
    assert lacks(company.stream)[0] == "The current-state map is older than 18 months."
    in_force(company, replace(acme(), as_of=today(company, days=500)))
    assert lacks(company.stream) == ["No future-state map is in force."]


def test_a_future_map_needs_eight_answers_and_loops_with_elements_and_order(company):
    in_force(company, replace(acme(), as_of=today(company, days=1)))
    answers = (("1", "60 s"), ("2", " "))
    loops = (Loop(name="Pacemaker", kind="pacemaker"),)
    in_force(company, replace(acme(), state="future", answers=answers, loops=loops))
    assert lacks(company.stream) == [
        "7 of the eight questions are not answered on the future-state map.",
        "The loop Pacemaker has no elements.",
        "The loop Pacemaker has no place in the order.",
    ]
    answers = tuple((question, "Said.") for question in Question.values)
    loops = (Loop(name="Pacemaker", kind="pacemaker", order=1, elements=("Weld 1",)),)
    in_force(company, replace(acme(), state="future", answers=answers, loops=loops))
    assert lacks(company.stream) == []


def test_what_lacks_leads_to_where_it_is_mended(company):
    drawn = in_force(company, replace(acme(), as_of=date(2001, 1, 1)))
    assert readiness(company.stream)[0].url == url("map_detail", drawn)


def test_a_date_that_is_still_to_come_proves_nothing(company):
    in_force(company, replace(acme(), as_of=today(company, days=-1)))
    lack = readiness(company.stream)[0]
    assert lack.sentence == "The current-state map has a date in the future."
