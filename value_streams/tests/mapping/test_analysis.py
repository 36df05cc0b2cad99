"""Every formula against figures reckoned by hand. Takt is 60 s: 55,200 s for 920 pieces a day."""

import pytest

from value_streams.mapping import (
    Customer,
    Fifo,
    Process,
    SafetyStock,
    Supermarket,
    Transport,
    WorkingTime,
    analyse,
    as_json,
)
from value_streams.mapping.analysis import by_organisation

from .maps import branch, drawn, process, stock


def only(**fields):
    """The figures of the one process of a map."""
    [figures] = analyse(drawn(process(**fields))).processes
    return figures


def test_the_changeover_is_shared_by_the_batch():
    assert only(cycle_time_s=1, changeover_s=3600, batch_size=600).effective_cycle_time_s == 7
    assert only(cycle_time_s=1, changeover_s=3600).effective_cycle_time_s == 1


def test_downtime_and_rework_lengthen_the_cycle():
    assert only(cycle_time_s=45, uptime=0.75, first_pass_yield=0.5).effective_cycle_time_s == 120


def test_capacity_is_the_available_time_over_the_effective_cycle_time():
    assert only(cycle_time_s=46, uptime=0.8).capacity_per_day == 55200 / 57.5 == 960


def test_a_process_at_takt_keeps_it_and_one_above_does_not():
    assert not only(cycle_time_s=54, uptime=0.9).over_takt
    assert not only(cycle_time_s=60 * 0.7, uptime=0.7).over_takt
    assert only(cycle_time_s=60.001).over_takt


def test_a_process_with_its_own_hours_and_a_share_of_the_machine():
    one_shift = WorkingTime(shifts_per_day=1, hours_per_shift=8, break_minutes_per_shift=20)
    figures = only(cycle_time_s=12, working_time=one_shift, share_of_time=0.5)
    assert figures.takt_s == 27600 / 2 / 920 == 15
    assert figures.capacity_per_day == 1150
    assert figures.load == 0.8
    assert only(cycle_time_s=12, share_of_time=0.25).takt_s == 15


def test_pieces_per_product_shorten_takt_and_wait_of_their_path_alone():
    the_map = drawn(
        process("Assembly"),
        branches=[
            branch(
                "Bushings",
                stock("Counted", None, pieces=3680),
                stock("Observed", 3),
                process("Press", 20),
                before="Assembly",
                pieces_per_product=2,
            ),
            branch(
                "Liners",
                stock("Liners", None, pieces=3680),
                process("Cut", 20),
                joins="Bushings",
                before="Press",
                pieces_per_product=4,
            ),
        ],
    )
    analysis = analyse(the_map)
    assert {each.name: each.takt_s for each in analysis.processes} == {
        "Assembly": 60,
        "Press": 30,
        "Cut": 15,
    }
    assert [(wait.element.name, wait.days) for wait in analysis.waits] == [
        ("Counted", 2),
        ("Observed", 3),
    ]
    assert analysis.inventory_pieces.total == 3680 + 3 * 1840 + 3680


def test_stocks_of_every_kind_wait_and_observed_days_win():
    analysis = analyse(
        drawn(
            Supermarket(name="Shop", pieces=460),
            Fifo(name="Lane", pieces=92, max_pieces=100),
            SafetyStock(name="Safety", days=2, pieces=9999),
            Transport(name="Truck", hours=12),
            Transport(name="Ship", days=20, hours=1),
            process("Assembly"),
        )
    )
    assert [wait.days for wait in analysis.waits] == [0.5, 0.1, 2, 0.5, 20]
    assert analysis.lead_time_days == 23.1


def test_demand_by_the_day_leaves_turns_open_unless_the_year_is_said():
    elements = (stock("Coils", 6), process())
    by_day = analyse(drawn(*elements, customer=Customer(daily_demand=460)))
    assert (by_day.takt_s, by_day.inventory_turns) == (120, None)
    with_year = Customer(daily_demand=460, working_days_per_year=240)
    assert analyse(drawn(*elements, customer=with_year)).inventory_turns == 40
    by_month = Customer(demand_per_month=9200, working_days_per_month=20)
    assert analyse(drawn(*elements, customer=by_month)).inventory_turns == 40


def test_every_part_every_so_many_days():
    # 55,200 s less 920 × 27 s ÷ 0.9 leave 27,600 s; 23 changeovers of 600 s take 13,800 s.
    assert only(cycle_time_s=27, uptime=0.9, variants=23, changeover_s=600).epei_days == 0.5
    assert only(cycle_time_s=27).epei_days == 0


def test_every_part_every_is_impossible_where_no_time_is_left():
    assert only(cycle_time_s=60, changeover_s=600).epei_days is None
    assert only(cycle_time_s=42, uptime=0.7, changeover_s=600).epei_days is None
    assert only(cycle_time_s=70).epei_days is None


def test_processing_is_added_only_where_the_map_says_so():
    elements = (stock("Coils", 2), process("Weld", 39, value_creating_s=552))
    waits, both = (
        analyse(drawn(*elements, lead_time_includes_processing=said)) for said in (False, True)
    )
    assert (waits.lead_time_days, waits.convention) == (2, "waits only")
    assert (both.lead_time_days, both.convention) == (2.01, "waits and processing")
    assert waits.value_ratio_working == 552 / (2 * 55200)
    assert waits.value_ratio_calendar == 552 / (2 * 86400)
    assert both.value_ratio_calendar == pytest.approx(552 / (2.01 * 86400))


def test_value_creating_time_may_be_none_at_all():
    analysis = analyse(drawn(stock(), process("Inspection", 20, value_creating_s=0), process()))
    assert analysis.value_creating_s == 30


def test_operators_of_a_cell_are_its_work_over_takt():
    the_map = drawn(
        process("Weld", 40, cell="Cell", work_content_s=90),
        process("Assembly", 45, cell="Cell", value_creating_s=30),
        process("Pack", 20, cell="Packing"),
        process("Ship", 20),
    )
    cells = {each.name: each.operators_needed for each in analyse(the_map).cells}
    assert cells == {"Cell": 2, "Packing": pytest.approx(1 / 3)}


def test_yields_multiply_along_the_walk_alone():
    the_map = drawn(
        process("Weld", first_pass_yield=0.9),
        stock("Coils", 5),
        process("Assembly", first_pass_yield=0.5),
        branches=[branch("Labels", process("Print", first_pass_yield=0.1), before="Assembly")],
    )
    assert analyse(the_map).rolled_first_pass_yield == 0.45


def test_the_bottleneck_is_the_largest_load_over_takt_or_not():
    press = process("Press", 28)
    the_map = drawn(
        process("Assembly", 50),
        branches=[branch("Bushings", press, before="Assembly", pieces_per_product=2)],
    )
    analysis = analyse(the_map)
    assert analysis.bottleneck.name == "Press"
    assert analysis.over_takt == ()


def test_a_map_without_processes_or_without_lead_time_says_what_it_cannot():
    nothing = as_json(analyse(drawn()))
    assert nothing["lead_time_days"] == 0
    assert [nothing[key] for key in ("value_ratio_calendar", "inventory_turns", "bottleneck")] == [
        None,
        None,
        None,
    ]
    assert analyse(drawn(process())).value_ratio_working is None


def test_a_wait_nobody_observed_is_missing_and_not_zero():
    analysis = analyse(drawn(stock("Coils", None), process(), stock("Finished", 2)))
    assert analysis.lead_time_days == 2
    assert [wait.element.name for wait in analysis.unknown_waits] == ["Coils"]
    assert as_json(analysis)["waits"][0] == {"name": "Coils", "days": None}
    assert analysis.inventory_pieces == type(analysis.inventory_pieces)(1840, said=1, of=2)


def test_organisations_share_the_walk_between_them():
    the_map = drawn(
        stock("Coils", 1),
        process("Assembly", 30, operators=2, floor_space_m2=50),
        process("Plating", 70, organisation="Plate Ltd", operators=1),
        branches=[
            branch(
                "Bushings",
                stock("Sleeves", 4),
                process("Press", 20),
                before="Plating",
                organisation="Bush Ltd",
            )
        ],
    )
    own, plate, bush = by_organisation(analyse(the_map))
    assert (own.name, plate.name, bush.name) == (None, "Plate Ltd", "Bush Ltd")
    assert [each.waiting_days for each in (own, plate, bush)] == [0, 0, 4]
    assert [each.value_creating_s for each in (own, plate, bush)] == [0, 70, 20]
    assert [each.over_takt for each in (own, plate, bush)] == [0, 1, 0]
    assert own.operators.total == 2
    assert (own.floor_space_m2.total, plate.floor_space_m2.total) == (50, None)


def test_extreme_figures_stay_finite():
    smallest, greatest = 1e-9, 1e12
    slow = Process(
        name="Slow",
        cycle_time_s=greatest,
        changeover_s=greatest,
        batch_size=smallest,
        uptime=smallest,
        first_pass_yield=smallest,
    )
    the_map = drawn(
        stock("Much", None, pieces=greatest), slow, customer=Customer(daily_demand=smallest)
    )
    [figures] = analyse(the_map).processes
    assert figures.effective_cycle_time_s < float("inf")
    assert analyse(the_map).lead_time_days == pytest.approx(1e21)
