"""Entering a map, row by row, as the pages do it without a script and the autosave with one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from value_streams.models import Element, Map, MapPath, MapState
from value_streams.models.map_saving import remove_row
from value_streams.models.map_words import FlowKind
from vsm_portal.testing.page_frame import FRAME_QUERIES

from .entering import element, out, taken

JSON = {"accept": "application/json"}
KEY = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def drawn(company):
    return Map.start(company.stream, MapState.CURRENT, by=company.manager, name="Brackets")


@pytest.fixture
def manager(as_):
    return as_("manager")


def page(drawn):
    return reverse("map_edit", args=[drawn.pk])


def new(drawn, name="element"):
    return reverse("map_row_new", args=[drawn.pk, name])


def address(drawn, row, name="element"):
    return reverse("map_row", args=[drawn.pk, name, row.pk])


def main(drawn):
    return drawn.paths.get(name="main")


def typed(drawn, kind, **fields):
    return {"version": "0", "kind": kind, "path": str(main(drawn).pk), "after": ""} | fields


def refused(answer):
    assert answer.status_code == 422, answer.content[:300]
    return answer.json()["errors"]


# -- rows without a script -------------------------------------------------------------------------


def test_a_row_is_entered_and_the_likely_next_one_is_open(manager, drawn):
    answer = manager.post(new(drawn), typed(drawn, "inventory", name="Coils", days="5"))
    coils = element(drawn, "Coils")
    assert (coils.kind, coils.days) == ("inventory", 5.0)
    assert f"kind=process&path={coils.path_id}&after=element-{coils.pk}" in answer.url
    following = manager.get(answer.url.split("#")[0]).content.decode()
    assert 'id="element-new-new"' in following
    assert following.index("Coils") < following.index('id="element-new-new"')


def test_a_row_can_be_put_between_two(manager, drawn):
    for name in ("Stamping", "Assembly"):
        manager.post(new(drawn), typed(drawn, "process", name=name, cycle_time_s="1"))
    first = element(drawn, "Stamping")
    between = typed(drawn, "inventory", name="Stamped", days="2", after=f"element-{first.pk}")
    manager.post(new(drawn), between)
    begin = typed(drawn, "inventory", name="Coils", days="5", after="start")
    manager.post(new(drawn), begin)
    names = [each.name for each in main(drawn).elements.in_order()]
    assert names == ["Coils", "Stamping", "Stamped", "Assembly"]


def test_units_typed_along_are_converted_and_said(manager, drawn):
    fields = {"name": "Weld", "cycle_time_s": "39 s", "changeover_s": "10 min", "uptime": "85 %"}
    answer = manager.post(new(drawn), typed(drawn, "process", **fields), follow=True)
    weld = element(drawn, "Weld")
    assert (weld.cycle_time_s, weld.changeover_s, weld.uptime) == (39.0, 600.0, 0.85)
    said = answer.content.decode()
    assert "10 min is taken as 600 s." in said
    assert "39 s is taken" not in said
    assert 'value="85\u00a0%"' in said


def test_a_row_moves_with_what_was_typed_into_it(manager, drawn):
    for name in ("A", "B"):
        manager.post(new(drawn), typed(drawn, "process", name=name, cycle_time_s="1"))
    b = element(drawn, "B")
    url = reverse("map_row_place", args=[drawn.pk, "element", b.pk])
    manager.post(url, {"version": b.version, "name": "B", "cycle_time_s": "7", "to": "up"})
    assert [each.name for each in main(drawn).elements.in_order()] == ["B", "A"]
    assert element(drawn, "B").cycle_time_s == 7.0
    b = element(drawn, "B")
    manager.post(url, {"version": b.version, "name": "B", "cycle_time_s": "7", "to": "down"})
    assert [each.name for each in main(drawn).elements.in_order()] == ["A", "B"]


def test_a_removed_row_is_back_after_undo(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    weld = element(drawn, "Weld")
    url = reverse("map_row_removal", args=[drawn.pk, "element", weld.pk])
    manager.post(url, {"version": weld.version})
    assert not Element.objects.exists()
    drawn.refresh_from_db()
    manager.post(reverse("map_undo", args=[drawn.pk]), {"seen": drawn.saves_made})
    back = element(drawn, "Weld")
    assert (back.pk, back.cycle_time_s) == (weld.pk, 39.0)


def test_undo_goes_back_save_by_save(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    weld = element(drawn, "Weld")
    for seconds in ("46", "62"):
        row = element(drawn, "Weld")
        data = {"version": row.version, "name": "Weld", "cycle_time_s": seconds}
        manager.post(address(drawn, weld), data)
    for expected in (46.0, 39.0):
        drawn.refresh_from_db()
        manager.post(reverse("map_undo", args=[drawn.pk]), {"seen": drawn.saves_made})
        assert element(drawn, "Weld").cycle_time_s == expected


# -- what cannot be --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("cycle_time_s", "-4", "greater than 0"),
        ("cycle_time_s", "0", "greater than 0"),
        ("cycle_time_s", "quick", "number"),
        ("cycle_time_s", "39 kg", "must be in s, min, h"),
        ("changeover_s", "-1", "0 or more"),
        ("uptime", "0", "85 %"),
        ("uptime", "85", "write 0.85 or 85 %"),
        ("uptime", "-5 %", "85 %"),
        ("uptime", "101 %", "85 %"),
        ("first_pass_yield", "1.2", "at most 1"),
        ("batch_size", "0", "greater than 0"),
        ("operators", "-1", "0 or more"),
        ("variants", "1.5", "whole"),
        ("hours_per_shift", "25", "at most 24"),
        ("cycle_time_s", "nan", "number"),
        ("cycle_time_s", "1e400", "must be in"),
        ("name", "Weld\x08", "printed"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(manager, drawn, field, value, reason):
    fields = {"name": "Weld", "cycle_time_s": "39"} | {field: value}
    errors = refused(manager.post(new(drawn), typed(drawn, "process", **fields), headers=JSON))
    assert list(errors) == [field]
    assert reason.lower() in errors[field][0].lower()
    assert not Element.objects.exists()


def test_a_refused_row_keeps_what_was_typed_without_a_script(manager, drawn):
    fields = {"name": "Weld <b>&", "cycle_time_s": "-4", "cell": "East"}
    answer = manager.post(new(drawn), typed(drawn, "process", **fields))
    assert answer.status_code == 422
    text = answer.content.decode()
    for kept in ('value="Weld &lt;b&gt;&amp;"', 'value="-4"', 'value="East"', "greater than 0"):
        assert kept in text


def test_two_processes_of_one_name_are_refused_and_two_stocks_are_not(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    twin = typed(drawn, "process", name="Weld", cycle_time_s="46")
    errors = refused(manager.post(new(drawn), twin, headers=JSON))
    assert errors == {"name": ["There is another process called Weld."]}
    stock = typed(drawn, "inventory", name="Weld", days="1")
    assert manager.post(new(drawn), stock, headers=JSON).status_code == 200


@pytest.mark.parametrize("value", ["0", "-920", "many"])
def test_a_demand_must_be_there(manager, drawn, value):
    data = {"version": drawn.version, "demand_per_month": value, "working_days_per_month": "20"}
    url = reverse("map_head", args=[drawn.pk])
    assert "demand_per_month" in refused(manager.post(url, data, headers=JSON))


def test_the_demand_is_said_once(manager, drawn):
    data = {"version": drawn.version, "demand_per_month": "18400", "daily_demand": "920"}
    url = reverse("map_head", args=[drawn.pk])
    assert "daily_demand" in refused(manager.post(url, data, headers=JSON))


def test_a_working_day_has_24_hours_and_breaks_end(manager, drawn):
    url = reverse("map_head", args=[drawn.pk])
    data = {"version": drawn.version, "shifts_per_day": "4", "hours_per_shift": "8"}
    assert "hours_per_shift" in refused(manager.post(url, data, headers=JSON))
    data = {"version": drawn.version, "hours_per_shift": "8", "break_minutes_per_shift": "8 h"}
    assert "break_minutes_per_shift" in refused(manager.post(url, data, headers=JSON))


# -- paths -----------------------------------------------------------------------------------------


@pytest.fixture
def paths(manager, drawn):
    """main (Weld) ← Path 2 (Press) ← Path 3"""
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    for _number in range(2):
        manager.post(reverse("map_path_new", args=[drawn.pk]))
    second, third = MapPath.objects.of_map(drawn).in_order()[1:]
    press = typed(drawn, "process", name="Press", cycle_time_s="20", path=str(second.pk))
    manager.post(new(drawn), press)
    return second, third


def join(manager, drawn, path, **fields):
    data = {"version": path.version, "name": path.name} | fields
    return manager.post(address(drawn, path, "path"), data, headers=JSON)


def test_a_path_joins_another_with_several_pieces_per_product(manager, drawn, paths):
    second, third = paths
    assert join(manager, drawn, second, joins="main", joins_before="Weld").status_code == 200
    answer = join(
        manager, drawn, third, joins="Path 2", joins_before="Press", pieces_per_product="2"
    )
    assert answer.status_code == 200
    third.refresh_from_db()
    assert (third.joins, third.joins_before, third.pieces_per_product) == ("Path 2", "Press", 2.0)


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"joins": "Nowhere"}, "joins", "There is no path called Nowhere."),
        ({"joins": "Path 2"}, "joins", "A path cannot join itself."),
        ({"joins_before": "Press"}, "joins_before", "There is no Press on the path main."),
        ({"name": "main"}, "name", "There is another path called main."),
        ({"pieces_per_product": "0"}, "pieces_per_product", "Must be greater than 0."),
    ],
)
def test_a_path_joins_something_that_is_there(manager, drawn, paths, fields, field, reason):
    assert refused(join(manager, drawn, paths[0], **fields)) == {field: [reason]}


def test_paths_do_not_join_in_a_circle(manager, drawn, paths):
    second, third = paths
    join(manager, drawn, third, joins="Path 2", joins_before="Press")
    errors = refused(join(manager, drawn, second, joins="Path 3"))
    assert errors == {"joins": ["The paths would join in a circle: Path 2 → Path 3 → Path 2."]}


# -- the other rows --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FlowKind.values)
def test_every_kind_of_information_flow_can_be_entered(manager, drawn, kind):
    data = {"version": "0", "sender": "Production control", "to": "Customer", "kind": kind}
    answer = manager.post(new(drawn, "flow"), data | {"medium": "electronic"})
    assert answer.status_code == 302
    flow = drawn.information_flows.get()
    assert (flow.kind, flow.medium) == (kind, "electronic")


@pytest.mark.parametrize(
    ("kind", "fields", "column", "value"),
    [
        ("supermarket", {"pieces": "1 200"}, "pieces", 1200.0),
        ("fifo", {"pieces": "20", "max_pieces": "40 pcs"}, "max_pieces", 40.0),
        ("safety_stock", {"days": "1,5"}, "days", 1.5),
        ("transport", {"hours": "36"}, "hours", 36.0),
        ("inventory", {"by_variant": "left 4600; right: 2400"}, "by_variant",
         [["left", 4600.0], ["right", 2400.0]]),
        ("process", {"cycle_time_s": "1", "shared": "on"}, "shared", True),
        ("process", {"cycle_time_s": "1", "shifts_per_day": "3"}, "shifts_per_day", 3.0),
        ("process", {"cycle_time_s": "1", "floor_space_m2": "120"}, "floor_space_m2", 120.0),
    ],
)  # fmt: skip
def test_every_kind_of_element_keeps_its_fields(manager, drawn, kind, fields, column, value):
    assert manager.post(new(drawn), typed(drawn, kind, name="X", **fields)).status_code == 302
    assert getattr(element(drawn, "X"), column) == value


def test_suppliers_bursts_and_loops_are_rows_too(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    rows = {
        "supplier": {"name": "Michigan Steel", "delivers": "Tuesday and Thursday"},
        "kaizen": {"at": "Weld", "text": "changeover", "kind": "flow", "loop": "Pacemaker"},
        "loop": {"name": "Pacemaker", "kind": "pacemaker", "order": "1", "members": "Weld"},
    }
    for name, fields in rows.items():
        assert manager.post(new(drawn, name), {"version": "0"} | fields).status_code == 302
    known = out(drawn)
    assert drawn.loops.get().elements == ["Weld"]
    assert drawn.kaizen.get().loop == "Pacemaker"
    assert {fault.path.split(".")[0] for fault in known.faults} == {"customer", "working_time"}


@pytest.mark.parametrize(("state", "status"), [("current", 422), ("future", 200)])
def test_nobody_has_seen_tomorrow_as_the_current_state(company, manager, drawn, state, status):
    drawn = Map.start(company.stream, state, by=company.manager, name="Brackets")
    head = reverse("map_head", args=[drawn.pk])
    days = [company.plant.today(), company.plant.today() + timedelta(days=1)]
    sent = [{"version": drawn.version, "as_of": day.isoformat()} for day in days]
    assert manager.post(head, sent[1], headers=JSON).status_code == status
    assert manager.post(head, sent[0], headers=JSON).status_code in (200, 409)


# -- the autosave ----------------------------------------------------------------------------------


def test_a_save_says_what_has_changed(manager, drawn):
    data = typed(drawn, "process", name="Weld", cycle_time_s="39 min", key=KEY, seen="1")
    said = manager.post(new(drawn), data, headers=JSON).json()
    weld = element(drawn, "Weld")
    assert said["row"] == {"id": f"element-{weld.pk}", "action": address(drawn, weld)}
    assert said["said"] == {"cycle_time_s": "39 min is taken as 2340 s."}
    assert (said["version"], said["saves"]) == (weld.version, 2)
    assert said["order"][f"elements-{weld.path_id}"] == [f"element-{weld.pk}"]
    assert [row["id"] for row in said["rows"]] == [f"element-{weld.pk}"]
    assert "<title>Weld</title>" in said["parts"]["map-drawing"]
    assert "the customer’s demand is missing" in said["parts"]["map-figures"]


@pytest.mark.parametrize("name", ["left[2]\nright", "paths[9]\nright", "elements[9]\n", "a.b\n"])
def test_a_draft_with_a_name_that_no_file_may_hold_can_be_opened(company, manager, name):
    drawn = taken(company)
    Map.objects.filter(pk=drawn.pk).update(variants=[[name, 5.0]])
    Element.objects.of_map(drawn).filter(name="Stamping").update(by_variant=[[name, 5.0]])
    assert manager.get(page(drawn)).status_code == 200
    faults = {(type(fault.row), fault.column) for fault in out(drawn).faults}
    assert {(Map, "variants"), (Element, "by_variant")} & faults


def test_the_same_new_row_sent_twice_is_one_row(manager, drawn):
    data = typed(drawn, "process", name="Weld", cycle_time_s="39", key=KEY)
    answers = [manager.post(new(drawn), data, headers=JSON) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert Element.objects.count() == 1
    assert answers[0].json()["row"] == answers[1].json()["row"]


def test_a_row_that_an_undo_brought_back_is_the_row_of_its_key_still(company, manager, drawn):
    data = typed(drawn, "process", name="Weld", cycle_time_s="39", key=KEY)
    manager.post(new(drawn), data, headers=JSON)
    weld = element(drawn, "Weld")
    remove_row(weld, by=company.manager, version=weld.version)
    drawn.refresh_from_db()
    drawn.undo(by=company.manager, seen=drawn.saves_made)
    assert manager.post(new(drawn), data, headers=JSON).status_code == 200
    assert [each.pk for each in Element.objects.of_map(drawn)] == [weld.pk]


def test_a_row_saved_by_somebody_else_is_a_conflict_that_shows_both(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    weld = element(drawn, "Weld")
    seen = {"version": weld.version, "name": "Weld", "cycle_time_s": "46"}
    assert manager.post(address(drawn, weld), seen, headers=JSON).status_code == 200
    mine = seen | {"cycle_time_s": "62"}
    answer = manager.post(address(drawn, weld), mine, headers=JSON)
    assert answer.status_code == 409
    assert answer.json()["theirs"]["cycle_time_s"] == "46"
    page = manager.post(address(drawn, weld), mine)
    assert page.status_code == 409
    assert "C/T, s: 46" in page.content.decode()
    assert "C/T, s: 62" in page.content.decode()
    assert element(drawn, "Weld").cycle_time_s == 46.0


def test_a_row_that_somebody_removed_says_so(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    weld = element(drawn, "Weld")
    url = address(drawn, weld)
    weld.delete()
    answer = manager.post(url, {"version": weld.version, "name": "Weld"}, headers=JSON)
    assert (answer.status_code, answer.json()["reason"]) == (
        409,
        "Somebody removed this row meanwhile.",
    )


def test_a_rename_is_followed_and_the_page_hears_of_every_row_it_changed(manager, drawn):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    data = {"version": "0", "sender": "Production control", "to": "Weld", "kind": "schedule"}
    manager.post(new(drawn, "flow"), data | {"medium": "manual"})
    weld, flow = element(drawn, "Weld"), drawn.information_flows.get()
    drawn.refresh_from_db()
    data = {"version": weld.version, "name": "Weld 1", "cycle_time_s": "39"}
    said = manager.post(
        address(drawn, weld), data | {"seen": drawn.saves_made}, headers=JSON
    ).json()
    told = {row["id"]: row["values"] for row in said["rows"]}
    assert told[f"flow-{flow.pk}"]["to"] == "Weld 1"


def test_who_has_seen_all_saves_is_sent_nothing(manager, drawn):
    url = reverse("map_changes", args=[drawn.pk])
    first = manager.get(url, {"seen": 0})
    assert first["ETag"] == '"1"'
    assert manager.get(url, headers={"If-None-Match": '"1"'}).status_code == 304
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    again = manager.get(url, {"seen": 1}, headers={"If-None-Match": '"1"'})
    assert [row["values"]["name"] for row in again.json()["rows"]] == ["Weld"]


# -- the page --------------------------------------------------------------------------------------


def test_the_page_says_what_is_missing_and_where(manager, drawn):
    text = manager.get(page(drawn)).content.decode()
    assert "Enter the map as you walk it" in text
    assert '<a href="#head">Customer and working time</a>' in text


def test_texts_from_a_map_are_shown_as_texts(manager, drawn):
    hostile = "<script>alert(1)</script>"
    manager.post(new(drawn), typed(drawn, "process", name=hostile, cycle_time_s="39"))
    text = manager.get(page(drawn)).content.decode()
    assert hostile not in text
    assert "&lt;script&gt;alert(1)" in text


def test_many_rows_ask_the_database_as_often_as_two(manager, company, drawn, queries):
    long = taken(company)
    rows = list(main(long).elements.all())
    Element.objects.bulk_create(
        Element(path=rows[0].path, kind="inventory", name=f"S{n}", days=1, place=100 + n)
        for n in range(30)
    )
    manager.get(page(drawn))
    few, many = (queries(lambda at=at: manager.get(page(at))) for at in (drawn, long))
    assert many == few
    assert few <= FRAME_QUERIES + 16


def test_a_save_asks_the_database_as_often_on_a_long_map(manager, company, drawn, queries):
    manager.post(new(drawn), typed(drawn, "process", name="Weld", cycle_time_s="39"))
    long = taken(company)
    path = main(long)
    Element.objects.bulk_create(
        Element(path=path, kind="inventory", name=f"S{n}", days=1, place=100 + n) for n in range(30)
    )

    def save(row):
        data = {"version": row.version, "name": row.name, "cycle_time_s": "41", "seen": "1"}
        url = address(row.map, row)
        return queries(lambda: manager.post(url, data, headers=JSON))

    weld, stamping = element(drawn, "Weld"), element(long, "Stamping")
    assert save(stamping) == save(weld)


def test_the_policy_of_a_version_in_force_is_that_it_stays(manager, company):
    known = taken(company)
    known.put_in_force(by=company.manager, seen=known.saves_made)
    answer = manager.get(page(known))
    assert answer.status_code == 403
    assert "put in force" in answer.content.decode()
