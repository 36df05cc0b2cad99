import doctest

from vsm_portal.outbox import failures


def test_the_worked_examples_hold():
    assert doctest.testmod(failures) == (0, 4)
