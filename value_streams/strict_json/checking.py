"""Checks of a read JSON object that go on after the first fault and name each by its path."""

import json
from collections.abc import Iterable
from decimal import Decimal

from .exact_json import Keys, shown


class Faults(ValueError):
    """Everything that is wrong with a file, one line each: `scores[3].score: must be …`."""

    def __init__(self, lines: Iterable[str]):
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


class Check:
    """Collects faults; what is not as it must be is answered with None (an empty object, list)."""

    def __init__(self):
        self.faults: list[str] = []

    def fault(self, path: str, sentence: str) -> None:
        self.faults.append(f"{path}: {sentence}")

    def keys(self, value: object, path: str, required: str = "", optional: str = "") -> dict:
        """A JSON object with all of the required keys and none but the optional ones besides.

        >>> check = Check()
        >>> row = check.keys(Keys([("score", 4), ("scroe", 5)]), "scores[0]", "score assessor")
        >>> check.faults
        ['scores[0].scroe: unknown key', 'scores[0].assessor: is missing']
        """
        if not isinstance(value, Keys):
            self.fault(path or "file", f"must be an object, got {shown(value)}")
            return {}
        required, optional = required.split(), optional.split()
        for key in value:
            if key not in required and key not in optional:
                self.fault(joined(path, key), "unknown key")
        for key in value.given_twice:
            self.fault(joined(path, key), "given twice")
        for key in required:
            if key not in value:
                self.fault(joined(path, key), "is missing")
        return value

    def elements(self, value: object, path: str) -> list:
        """A list with at least one element."""
        if not isinstance(value, list):
            self.fault(path, f"must be a list, got {shown(value)}")
            return []
        if not value:
            self.fault(path, "must not be empty")
        return value

    def name(self, value: object, path: str) -> str | None:
        """A text that can be seen and printed; no half of a surrogate pair."""
        if isinstance(value, str) and value.strip() and not _has_lone_surrogate(value):
            return value
        self.fault(path, f"must be a name, got {shown(value)}")
        return None

    def number(self, value: object, path: str) -> Decimal | None:
        """A finite number; true and false are none."""
        if isinstance(value, Decimal):
            return value
        self.fault(path, f"must be a number, got {shown(value)}")
        return None


def joined(path: str, key: str) -> str:
    shown_key = key if key.isidentifier() else json.dumps(key)
    return f"{path}.{shown_key}" if path else shown_key


def _has_lone_surrogate(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)
