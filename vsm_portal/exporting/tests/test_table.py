import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsm_portal.exporting.table import Column, Kind, Table, rounded


@pytest.mark.parametrize(
    ("number", "places", "printed"),
    [
        (Fraction(35, 9), 2, "3.89"),
        (2.675, 2, "2.68"),
        (Fraction(-5, 1000), 2, "-0.01"),
        (Decimal("0.5"), 0, "1"),
        (-0.5, 0, "-1"),
        (1e-7, 2, "0.00"),
        (-0.001, 2, "0.00"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Decimal("2.675"), 2, "2.68"),
        (7, 2, "7.00"),
        (Fraction(10**40 + 1, 2), 0, "5" + "0" * 38 + "1"),
        (10**20, 1, "100000000000000000000.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(number, places, printed):
    assert f"{rounded(number, places):f}" == printed


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(ValueError):
        rounded(number, 2)


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 4))
def test_every_kind_of_number_is_rounded_alike(number, places):
    assert rounded(number, places) == rounded(Fraction(number), places)
    assert rounded(float(number), places) == rounded(number, places)


def test_a_percentage_is_a_share_with_its_places():
    assert Column("share", "Share", Kind.PERCENT, places=1).value(Fraction(1, 8)) == Decimal(
        "0.125"
    )


def test_a_word_in_a_column_of_figures_is_kept():
    assert Column("score", "Score", Kind.DECIMAL, places=1).value("not observed") == "not observed"


def test_nothing_known_is_not_zero():
    assert Column("score", "Score", Kind.DECIMAL).value(None) is None


def test_a_moment_is_the_wall_clock_of_its_own_zone():
    moment = dt.datetime(2026, 1, 15, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    column = Column("at", "At", Kind.DATETIME)
    assert column.value(moment) == dt.datetime(2026, 1, 15, 10, 42)


def test_rows_may_be_dicts_or_sequences():
    columns = [Column("a", "A"), Column("b", "B", Kind.INTEGER)]
    table = Table("T", columns, iter([{"b": 2, "a": "x", "hidden": 1}, ("y", 3)]))
    assert list(table.values()) == [["x", 2], ["y", 3]]


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError):
        list(Table("T", [Column("a", "A")], [("x", "y")]).values())
