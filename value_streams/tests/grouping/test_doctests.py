"""The worked examples in the docstrings of the grouping."""

import doctest
import importlib
import pkgutil

import pytest

from value_streams import grouping

MODULES = [module.name for module in pkgutil.walk_packages(grouping.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_worked_examples_are_true(name):
    assert doctest.testmod(importlib.import_module(f"value_streams.grouping.{name}")).failed == 0
