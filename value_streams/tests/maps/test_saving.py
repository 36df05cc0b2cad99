"""A row at a time: nothing is overwritten, every save is kept, an undo goes back one save."""

import pytest

from value_streams.models import Element, InformationFlow, KaizenBurst, Loop, Map, MapPath
from value_streams.models.map_saving import RowConflict, add_row, move_row, remove_row, save_row
from vsm_portal.audit.models import Event
from vsm_portal.permission import Conflict, Refused

from .entering import element, out


def names(drawn, path="main"):
    rows = Element.objects.of_map(drawn).filter(path__name=path).in_order()
    return [row.name for row in rows]


def test_a_saved_row_carries_the_number_of_its_save(company, drawn):
    row = save_row(element(drawn, "Stamping"), {"cycle_time_s": 2}, by=company.manager, version=1)
    drawn.refresh_from_db()
    assert (row.version, drawn.saves_made, element(drawn, "Coils").version) == (2, 2, 1)
    last = drawn.saves.first()
    assert (last.number, last.by) == (2, company.manager)
    assert Event.objects.filter(action="map.saved", object_id=drawn.pk).count() == 2


def test_who_saves_what_somebody_else_saved_meanwhile_is_shown_both(company, drawn):
    row = element(drawn, "Stamping")
    save_row(row, {"cycle_time_s": 2}, by=company.executive, version=1)
    with pytest.raises(RowConflict) as conflict:
        save_row(row, {"cycle_time_s": 3}, by=company.manager, version=1)
    assert conflict.value.theirs.cycle_time_s == 2
    assert drawn.saves.count() == 2


def test_two_people_who_save_different_rows_do_not_meet(company, drawn):
    save_row(element(drawn, "Stamping"), {"cycle_time_s": 2}, by=company.executive, version=1)
    save_row(element(drawn, "Coils"), {"days": 6}, by=company.manager, version=1)
    assert element(drawn, "Coils").days == 6


def test_the_same_values_once_more_are_no_save(company, drawn):
    row = element(drawn, "Stamping")
    for _time in range(2):
        save_row(row, {"cycle_time_s": 2}, by=company.manager, version=1)
    assert drawn.saves.count() == 2


def test_a_row_removed_meanwhile_is_a_conflict_without_a_text_of_theirs(company, drawn):
    row = element(drawn, "Stamping")
    remove_row(element(drawn, "Stamping"), by=company.executive, version=1)
    with pytest.raises(RowConflict) as conflict:
        save_row(row, {"cycle_time_s": 3}, by=company.manager, version=1)
    assert conflict.value.theirs is None


def test_a_changed_row_is_not_removed_unseen(company, drawn):
    row = save_row(element(drawn, "Coils"), {"days": 6}, by=company.manager, version=1)
    with pytest.raises(RowConflict):
        remove_row(row, by=company.executive, version=1)
    assert element(drawn, "Coils")


def test_rows_are_added_in_between_and_at_the_end_and_moved(company, drawn):
    main = drawn.paths.get(name="main")
    new = {"kind": "inventory", "name": "Between", "days": 1}
    add_row(Element, new, by=company.manager, path=main, before=element(drawn, "Stamped"))
    add_row(Element, new | {"name": "Last"}, by=company.manager, path=main)
    assert names(drawn) == [
        *("Coils", "Stamping", "Between", "Stamped", "Assembly 1", "Finished", "Last")
    ]
    last = element(drawn, "Last")
    move_row(last, by=company.manager, version=last.version, before=element(drawn, "Stamping"))
    assert names(drawn)[:3] == ["Coils", "Last", "Stamping"]
    bushings = drawn.paths.get(name="Bushings")
    last = element(drawn, "Last")
    move_row(last, by=company.manager, version=last.version, path=bushings)
    assert names(drawn, "Bushings")[-1] == "Last"


def test_an_element_is_not_put_on_a_path_of_another_map(company, drawn):
    other = drawn.copy(by=company.manager)
    row = element(drawn, "Coils")
    with pytest.raises(Conflict):
        move_row(row, by=company.manager, version=1, path=other.paths.get(name="main"))
    assert element(drawn, "Coils").path.map == drawn


def test_what_names_a_row_follows_it_to_its_new_name(company, drawn):
    def named(row, name):
        return save_row(row, {"name": name}, by=company.manager, version=row.version)

    named(element(drawn, "Stamping"), "Press shop")
    named(element(drawn, "Assembly 1"), "Final assembly")
    named(drawn.paths.get(name="main"), "brackets")
    named(drawn.loops.get(), "Press loop")
    assert InformationFlow.objects.get(map=drawn).to == "Press shop"
    assert KaizenBurst.objects.get(map=drawn).values["at"] == "Press shop"
    assert KaizenBurst.objects.get(map=drawn).loop == "Press loop"
    assert Loop.objects.get(map=drawn).elements == ["Press shop", "Stamped"]
    joining = MapPath.objects.get(map=drawn, name="Bushings")
    assert (joining.joins, joining.joins_before) == ("brackets", "Final assembly")
    assert out(drawn).faults == ()


def test_columns_of_another_kind_do_not_stay_behind(company, drawn):
    row = element(drawn, "Stamping")
    row = save_row(row, {"kind": "inventory", "days": 2}, by=company.manager, version=1)
    assert (row.cycle_time_s, row.uptime, row.floor_space_m2) == (None, None, 120)


def test_undo_goes_back_one_save_after_the_other(company, drawn):
    row = element(drawn, "Stamping")
    for seconds in (2, 3):
        row = save_row(row, {"cycle_time_s": seconds}, by=company.manager, version=row.version)
    shown = []
    for seen in (3, 4):
        drawn.undo(by=company.manager, seen=seen)
        shown.append(element(drawn, "Stamping").cycle_time_s)
    assert shown == [2, 1]
    with pytest.raises(Refused):
        drawn.undo(by=company.manager, seen=5)


def test_an_undo_after_new_work_goes_on_from_what_an_earlier_one_brought_back(company, drawn):
    row = element(drawn, "Stamping")
    row = save_row(row, {"cycle_time_s": 2}, by=company.manager, version=1)
    drawn.undo(by=company.manager, seen=2)
    row = element(drawn, "Stamping")
    save_row(row, {"cycle_time_s": 9}, by=company.manager, version=row.version)
    drawn.undo(by=company.manager, seen=4)
    assert element(drawn, "Stamping").cycle_time_s == 1


def test_a_removed_path_comes_back_as_itself_with_its_elements(company, drawn):
    before = out(drawn).map
    path, press = drawn.paths.get(name="Bushings"), element(drawn, "Press")
    remove_row(path, by=company.manager, version=1)
    assert not Element.objects.filter(pk=press.pk).exists()
    drawn.undo(by=company.manager, seen=2)
    assert out(drawn).map == before
    assert element(drawn, "Press").pk == press.pk
    assert (element(drawn, "Press").version, element(drawn, "Coils").version) == (3, 1)


def test_a_half_entered_row_is_kept_by_a_save_and_an_undo(company):
    drawn = Map.start(company.stream, "ideal", by=company.manager)
    main = drawn.paths.get()
    row = add_row(Element, {"kind": "process", "uptime": 1}, by=company.manager, path=main)
    save_row(row, {"name": "Weld"}, by=company.manager, version=2)
    drawn.undo(by=company.manager, seen=3)
    row = Element.objects.get(path=main)
    assert (row.name, row.uptime, row.cycle_time_s) == ("", 1, None)


def test_an_undo_that_did_not_see_the_last_save_undoes_nothing(company, drawn):
    save_row(element(drawn, "Coils"), {"days": 6}, by=company.executive, version=1)
    with pytest.raises(Conflict):
        drawn.undo(by=company.manager, seen=1)
    assert element(drawn, "Coils").days == 6


def test_who_may_not_draw_saves_nothing(company, drawn):
    row = element(drawn, "Coils")
    for who in (company.hr, company.other_manager, company.adviser, company.head_executive):
        with pytest.raises(Refused):
            save_row(row, {"days": 6}, by=who, version=1)
    assert element(drawn, "Coils").days == 5
