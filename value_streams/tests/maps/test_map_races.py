"""Two at the same moment on one map, with real threads: on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from value_streams.models import Element, FreedAnswer, Map
from value_streams.models.map_saving import RowConflict, add_row, save_row
from vsm_portal.permission import Conflict
from vsm_portal.testing.cast import World, build_company

from .entering import element, out, taken

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 4


@pytest.fixture
def company(transactional_db):
    return build_company(World())


def both(*actions):
    """Run actions at once, each with its own connection; a conflict is an answer, too."""
    together = Barrier(len(actions))

    def run(action):
        together.wait()
        try:
            return action()
        except Conflict as conflict:
            return conflict
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as threads:
        return [future.result() for future in [threads.submit(run, each) for each in actions]]


def conflicts(answers):
    return [answer for answer in answers if isinstance(answer, Conflict)]


def test_of_two_versions_put_in_force_at_once_exactly_one_is(company):
    def putting(drawn, who):
        return lambda: drawn.put_in_force(by=company.people[who], seen=1)

    for _round in range(ROUNDS):
        one, other = taken(company), taken(company)
        both(putting(one, "manager"), putting(other, "executive"))
        assert Map.objects.in_force().count() == 1


def test_a_map_is_put_in_force_as_it_was_seen_or_not_at_all(company):
    for _round in range(ROUNDS):
        drawn = taken(company)
        row = element(drawn, "Coils")
        both(
            lambda drawn=drawn: drawn.put_in_force(by=company.manager, seen=1),
            lambda row=row: save_row(row, {"days": 9}, by=company.executive, version=1),
        )
        drawn.refresh_from_db()
        saved = drawn.saves_made == 2
        assert saved == drawn.is_draft
        assert element(drawn, "Coils").days == (9 if saved else 5)


def test_different_rows_saved_at_once_are_both_kept_with_a_save_each(company):
    for _round in range(ROUNDS):
        drawn = taken(company)
        coils, pressed = element(drawn, "Coils"), element(drawn, "Pressed")
        both(
            lambda row=coils: save_row(row, {"days": 9}, by=company.manager, version=1),
            lambda row=pressed: save_row(row, {"pieces": 9}, by=company.executive, version=1),
        )
        assert (element(drawn, "Coils").days, element(drawn, "Pressed").pieces) == (9, 9)
        assert [save.number for save in drawn.saves.all()] == [3, 2, 1]


def test_of_two_who_save_the_same_row_one_gets_both_texts(company):
    for _round in range(ROUNDS):
        drawn = taken(company)
        row = element(drawn, "Coils")
        answers = both(
            lambda row=row: save_row(row, {"days": 8}, by=company.manager, version=1),
            lambda row=row: save_row(row, {"days": 9}, by=company.executive, version=1),
        )
        (lost,) = conflicts(answers)
        assert isinstance(lost, RowConflict)
        assert lost.theirs.days == element(drawn, "Coils").days


def test_rows_added_at_once_at_one_place_are_both_there_in_one_order(company):
    drawn = taken(company)
    main, before = drawn.paths.get(name="main"), element(drawn, "Stamping")

    def adding(name, who):
        new = {"kind": "inventory", "name": name, "days": 1}
        return lambda: add_row(Element, new, by=company.people[who], path=main, before=before)

    both(adding("One", "manager"), adding("Other", "executive"))
    places = list(Element.objects.filter(path=main).in_order().values_list("place", flat=True))
    assert len(places) == len(set(places)) == 7
    assert out(drawn).faults == ()


def test_of_two_who_start_a_version_at_once_none_is_lost_and_none_is_twice(company):
    def starting(who):
        return lambda: Map.start(company.stream, "ideal", by=company.people[who])

    for _round in range(ROUNDS):
        answers = both(starting("manager"), starting("executive"))
        made = 2 - len(conflicts(answers))
        assert made >= 1
    numbers = list(Map.objects.filter(state="ideal").values_list("number", flat=True))
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_of_two_first_answers_one_is_refused_with_both_texts(company):
    drawn = taken(company)

    def writing(text, who):
        answer = FreedAnswer.of(drawn, "space")
        return lambda: answer.write(text, by=company.people[who], version=0)

    (lost,) = conflicts(both(writing("One", "manager"), writing("Other", "executive")))
    assert {lost.kept[0].mine, lost.kept[0].theirs} == {"One", "Other"}
