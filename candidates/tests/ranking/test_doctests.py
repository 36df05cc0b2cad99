"""The worked examples in the docstrings of the ranking."""

import doctest
import importlib
import pkgutil

import pytest

from candidates import ranking

MODULES = sorted(module.name for module in pkgutil.iter_modules(ranking.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_the_worked_examples_are_true(name):
    module = importlib.import_module(f"candidates.ranking.{name}")
    assert doctest.testmod(module).failed == 0


def test_there_are_worked_examples():
    modules = [importlib.import_module(f"candidates.ranking.{name}") for name in MODULES]
    assert sum(doctest.testmod(module).attempted for module in modules) >= 20
