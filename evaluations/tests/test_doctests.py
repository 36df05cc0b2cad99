"""The worked examples in the docstrings of the other pure modules."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["causes", "prompt", "weeks"])
def test_the_worked_examples_are_true(name):
    tested = doctest.testmod(importlib.import_module(f"evaluations.{name}"))
    assert (tested.failed, tested.attempted > 0) == (0, True)
