"""The ranking is arithmetic alone."""

import subprocess
import sys
from pathlib import Path

from candidates import ranking


def test_the_ranking_imports_neither_django_nor_numpy():
    program = (
        "import sys, candidates.ranking;"
        "print([name for name in ('django', 'numpy', 'sqlite3', 'socket') if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(ranking.__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.strip() == "[]"
