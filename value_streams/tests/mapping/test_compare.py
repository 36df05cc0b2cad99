"""States beside each other: what changed, whether it is better, what was freed."""

from value_streams.mapping import analyse
from value_streams.mapping.compare import compare, freed

from .maps import acme, drawn, process, stock


def a_state(days, operators, square_metres, **fields):
    return analyse(
        drawn(
            stock("Coils", days),
            process("Weld", operators=operators, floor_space_m2=square_metres),
            **fields,
        )
    )


def lines(*states):
    return {line.key: line for line in compare(states)}


def test_states_are_compared_with_the_first_one():
    lead_time = lines(a_state(20, 5, 400), a_state(10, 4, 300), a_state(5, 2, 100))[
        "lead_time_days"
    ]
    assert [figure.value for figure in lead_time.figures] == [20, 10, 5]
    assert [(each.difference, each.share) for each in lead_time.changes] == [
        (-10, -0.5),
        (-15, -0.75),
    ]
    assert [each.improves for each in lead_time.changes] == [True, True]


def test_higher_is_better_for_turns_and_ratios_and_takt_is_the_customers():
    by_key = lines(a_state(20, 5, 400, ), a_state(10, 5, 400))  # fmt: skip
    assert by_key["value_ratio_calendar"].changes[0].improves is True
    assert by_key["takt_s"].changes[0].improves is None
    assert by_key["operators"].changes[0].improves is None
    assert by_key["inventory_turns"].changes[0].difference is None


def test_lead_times_of_two_conventions_are_not_comparable():
    both = a_state(20, 5, 400), a_state(10, 5, 400, lead_time_includes_processing=True)
    assert not lines(*both)["lead_time_days"].comparable
    assert lines(*both)["operators"].comparable


def test_a_sum_with_a_gap_is_not_comparable():
    states = a_state(20, 5, None), a_state(10, None, 400)
    assert not lines(*states)["operators"].comparable
    assert not lines(*states)["floor_space_m2"].comparable
    assert lines(*states)["lead_time_days"].comparable
    assert not lines(a_state(None, 1, 1), a_state(10, 1, 1))["lead_time_days"].comparable


def test_what_is_freed_and_what_cannot_be_said():
    saved = freed(a_state(20, 5, 400), a_state(10, 2, 150))
    assert (saved.operators, saved.floor_space_m2, saved.inventory_pieces) == (3, 250, 9200)
    assert freed(a_state(20, 5, None), a_state(10, 7, 150)).floor_space_m2 is None
    assert freed(a_state(20, 5, None), a_state(10, 7, 150)).operators == -2


def test_one_state_alone_is_compared_with_nothing():
    assert all(line.changes == () for line in compare([analyse(acme())]))
