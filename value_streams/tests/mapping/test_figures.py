"""Why this number: every figure with its formula, what went in, its unit and its convention."""

import pytest
from hypothesis import given, settings

from value_streams.mapping import Customer, Transport, analyse
from value_streams.mapping.figures import cell_figure, map_figures, process_figures, wait_figure

from .maps import acme, drawn, maps, process, stock


def named(figures, key):
    return next(each for each in figures if each.key == key)


def test_takt_says_what_it_is_made_of():
    takt = named(map_figures(analyse(acme())), "takt_s")
    assert (takt.value, takt.unit) == (60, "s")
    assert takt.formula == "available time per day ÷ daily demand"
    assert [(each.name, each.value, each.unit) for each in takt.inputs] == [
        ("Available time per day", 55200, "s"),
        ("Daily demand", 920, "pieces a day"),
    ]


def test_the_lead_time_names_its_waits_and_its_convention():
    lead_time = named(map_figures(analyse(acme())), "lead_time_days")
    assert sum(each.value for each in lead_time.inputs) == pytest.approx(23.6196, abs=1e-4)
    assert [each.name for each in lead_time.inputs][:2] == ["Coils", "Stamped"]
    assert lead_time.convention.startswith("Waits only")


def test_a_lead_time_with_a_gap_says_that_it_is_longer():
    figures = map_figures(analyse(drawn(stock("Coils", None), process())))
    assert named(figures, "lead_time_days").convention.startswith("At least this long")


def test_processing_stands_among_the_inputs_where_it_is_added():
    the_map = drawn(stock("Coils", 2), process("Weld", 552), lead_time_includes_processing=True)
    lead_time = named(map_figures(analyse(the_map)), "lead_time_days")
    assert [each.value for each in lead_time.inputs] == [2, 0.01]


@pytest.mark.parametrize(
    ("customer", "sentence"),
    [
        (Customer(daily_demand=1), "The map does not say how many days a year are worked."),
        (
            Customer(demand_per_month=20, working_days_per_month=20),
            "The working days per year are twelve times those of the month.",
        ),
        (Customer(daily_demand=1, working_days_per_year=240), ""),
    ],
)
def test_turns_say_which_year_they_are_of(customer, sentence):
    figures = map_figures(analyse(drawn(stock(), customer=customer)))
    assert named(figures, "inventory_turns").convention == sentence


def test_an_impossible_epei_says_so():
    [assembly] = analyse(drawn(process("Assembly", 62))).processes
    epei = named(process_figures(assembly), "epei_days")
    assert epei.value is None
    assert epei.convention.startswith("Impossible")


def test_a_wait_says_whether_it_was_observed_counted_or_missing():
    analysis = analyse(
        drawn(
            stock("Observed", 5),
            stock("Counted", None, pieces=1840),
            Transport(name="Truck", hours=6),
            stock("Missing", None),
            process(),
        )
    )
    why = [wait_figure(analysis, wait) for wait in analysis.waits]
    assert [each.formula for each in why[:3]] == [
        "days observed",
        "pieces ÷ (daily demand × pieces per product)",
        "hours ÷ 24",
    ]
    assert [each.value for each in why[1].inputs] == [1840, 920]
    assert why[3].convention == "Neither days nor pieces were observed here."


def test_a_cell_says_its_work_and_its_takt():
    [cell] = analyse(
        drawn(process("Weld", 45, cell="Cell"), process("Pack", 30, cell="Cell"))
    ).cells
    why = cell_figure(cell)
    assert why.value == 1.25
    assert [each.value for each in why.inputs] == [45, 30, 60]


@settings(max_examples=20, deadline=None)
@given(maps())
def test_every_figure_has_a_formula_and_one_that_cannot_be_said_tells_why(the_map):
    analysis = analyse(the_map)
    figures = [*map_figures(analysis)]
    for each in analysis.processes:
        figures += process_figures(each)
    figures += [wait_figure(analysis, wait) for wait in analysis.waits]
    for figure in figures:
        assert figure.name
        assert figure.formula
        assert figure.value is not None or figure.convention
