"""The worked examples in the docstrings of what is pure, and that it is."""

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from value_streams import mapping, strict_json

MODULES = [
    *sorted(
        module.name
        for package in (mapping, strict_json)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ),
    "value_streams.management.commands.analyse_map",
]


@pytest.mark.parametrize("name", MODULES)
def test_the_worked_examples_are_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_mapping_imports_neither_django_nor_numpy():
    program = (
        "import sys, value_streams.mapping;"
        "print([name for name in ('django', 'numpy', 'sqlite3', 'socket') if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(mapping.__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.strip() == "[]"
