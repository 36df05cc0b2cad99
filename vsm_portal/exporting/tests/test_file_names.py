import doctest

from vsm_portal.exporting import file_names


def test_the_worked_examples_hold():
    assert doctest.testmod(file_names) == (0, 3)
