"""Sentences of the pure modules: English here, in the reader's language on a page."""

from dataclasses import dataclass, field


def gettext_noop(text: str) -> str:
    """Marks a sentence for translation, and leaves it to whoever shows it."""
    return text


@dataclass(frozen=True)
class Said:
    """A sentence with named places, and what stands in them.

    >>> str(Said("{given} is taken as {taken}.", {"given": "39 min", "taken": "2340 s"}))
    '39 min is taken as 2340 s.'
    """

    sentence: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self):
        return self.sentence.format(**self.values)
