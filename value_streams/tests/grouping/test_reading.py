"""A matrix file: what is understood, and every fault of a bad one at once, by its line."""

import contextlib
import random

import pytest

from value_streams.grouping import Faults, Matrix, read_matrix

from .matrices import as_csv, drawn, of_rows


def faults_of(text: str | bytes) -> list[str]:
    with pytest.raises(Faults) as found:
        read_matrix(text.encode() if isinstance(text, str) else text)
    return list(map(str, found.value.faults))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_bom_and_delimiter_do_not_matter(mark, delimiter):
    text = 'product|Saw|"Mill, fine"|demand_per_month\r\nA|20|X|1200\r\nB|0|30|\r\n'
    matrix = read_matrix(mark + text.replace("|", delimiter).encode()).matrix
    assert matrix == Matrix(
        ("A", "B"), ("Saw", "Mill, fine"), ((20.0, None), (0.0, 30.0)), (1200.0, None)
    )


@pytest.mark.parametrize("cross", ["X", "x", "1"])
def test_crosses_alone_are_no_seconds(cross):
    matrix = read_matrix(f"product,Saw,Mill\nA,{cross},X\nB,1,0\n".encode()).matrix
    assert matrix.is_incidence_only
    assert matrix.cells == ((None, None), (None, 0.0))


def test_beside_seconds_a_1_is_one_second():
    matrix = read_matrix(b"product,Saw,Mill\nA,1,20\n").matrix
    assert matrix.work_content(0) == 21


def test_units_typed_along_are_understood_and_what_is_converted_is_said():
    read = read_matrix(b"product,Saw,Mill,demand_per_month\nA,39 s,39 min,18 400\n")
    assert read.matrix.cells == ((39.0, 2340.0),)
    assert read.matrix.demand == (18400.0,)
    assert list(map(str, read.remarks)) == ["line 2: Mill: 39 min is taken as 2340 s"]


def test_what_could_be_two_numbers_is_asked_about_or_decided_by_the_language():
    text = 'product,Saw\nA,"1,500"\n'
    assert faults_of(text) == ["line 2: Saw: could be 1.5 or 1500, got 1,500"]
    assert read_matrix(text.encode(), ",").matrix.cells == ((1.5,),)
    assert read_matrix(text.encode(), ".").matrix.cells == ((1500.0,),)


def test_every_fault_is_said_at_once_in_the_order_of_the_lines():
    text = (
        "product,Saw,Mill,Saw,,Paint,demand_per_month\n"
        "A,NaN,-4,X,,,0\n"
        "A,,,,,,many\n"
        ",inf,39 parsecs,X,,,-1\n"
        "B,X\n"
        "C,1e400,X,X,X,X,5,7\n"
    )
    assert faults_of(text) == [
        "line 1: the column “Saw” is there twice",
        "line 1: column 5 has no name",
        "line 2: Saw: must be empty, 0, X, 1 or a number of seconds, got NaN",
        "line 2: Mill: must be 0 or more, got -4",
        "line 2: demand_per_month: must be greater than 0, got 0",
        "line 3: product: “A” is there twice, first in line 2",
        "line 3: product: “A” passes no step",
        "line 3: demand_per_month: must be a number of pieces, got many",
        "line 4: product: must not be empty",
        "line 4: Saw: must be empty, 0, X, 1 or a number of seconds, got inf",
        "line 4: Mill: must be in s, min, h, got 39 parsecs",
        "line 4: demand_per_month: must be greater than 0, got -1",
        "line 5: has 2 cells where the header has 7",
        "line 6: has 8 cells where the header has 7",
        "line 6: Saw: must be in s, min, h, got 1e400",
    ]


def test_a_step_without_a_product_and_a_product_without_a_step_are_named():
    assert faults_of("product,Saw,Mill\nA,X,\nB,0,0\n") == [
        "line 1: Mill: no product passes this step",
        "line 3: product: “B” passes no step",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b"", "line 1: the file is empty"),
        (b"product,Saw\n", "line 1: there is no product below the header"),
        (b"product\nA\n", "line 1: there is no column of a process step"),
        (b"name,Saw\nA,X\n", "line 1: the column “product” is missing"),
        (b"product,Saw\nA,\xff\n", "line 2: is not UTF-8: save the file as “CSV UTF-8”"),
        (b'product,Saw\n"A,X\n', "line 2: a quotation mark is opened here and never closed"),
        (b"PK\x03\x04", "this is a workbook, not CSV: save it as “CSV UTF-8”"),
        (b"product," + b"x" * 121 + b"\nA,X\n", f"name “{'x' * 40}…” has more than 120 signs"),
        (b"x" * 10_000_001, "the file has 10.0 MB; at most 10 MB are read"),
    ],
)
def test_a_file_that_is_no_matrix_says_why(text, fault):
    assert any(line.endswith(fault) for line in faults_of(text)), faults_of(text)


def test_more_than_can_be_grouped_is_refused():
    steps = ",".join(f"S{n}" for n in range(201))
    assert "line 1: has 201 steps; at most 200 can be grouped" in faults_of(f"product,{steps}\nA\n")
    rows = "\n".join(f"P{n},X" for n in range(1001))
    assert faults_of(f"product,S\n{rows}\n") == [
        "line 1: has 1001 products; at most 1000 can be grouped"
    ]


def test_a_leading_apostrophe_of_our_own_exports_is_taken_off():
    assert read_matrix(b"product,'=Saw\n'-A,X\n").matrix.products == ("-A",)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_written_is_read_again(seed):
    matrix = of_rows(drawn(seed, 12, 8, 3))
    assert read_matrix(as_csv(matrix)).matrix == matrix


@pytest.mark.parametrize("seed", range(60))
def test_no_file_whatever_makes_it_fail_otherwise(seed):
    draw = random.Random(seed)
    signs = "product,;\t\n\"X10.,- sminNaN'=\r\0é€"
    text = "product" + "".join(draw.choices(signs, k=draw.randint(0, 200)))
    with contextlib.suppress(Faults):
        read_matrix(text.encode())
