"""Deeds in words. Each app registers its own; an unknown one is shown as it is written."""

_words: dict[str, object] = {}


def register_words(words: dict[str, object]) -> None:
    """`{"scorecard.submitted": _("submitted a scorecard")}`: read after the person's name."""
    _words.update(words)


def in_words(action: str) -> str:
    return str(_words.get(action, action))


def known_actions() -> list[str]:
    return sorted(_words)
