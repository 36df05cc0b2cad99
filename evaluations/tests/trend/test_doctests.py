"""The worked examples in the docstrings of the trend."""

import doctest
import importlib
import pkgutil

import pytest

from evaluations import trend

MODULES = sorted(module.name for module in pkgutil.iter_modules(trend.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_the_worked_examples_are_true(name):
    assert doctest.testmod(importlib.import_module(f"evaluations.trend.{name}")).failed == 0
