"""What a standard criterion and a standard warning consist of."""

from dataclasses import dataclass


def marked(text: str) -> str:
    """Mark a text for translation and give it back unchanged; imported as `_` it is collected.

    Django's own `gettext_noop` reads the settings when called; these texts need none.
    """
    return text


@dataclass(frozen=True)
class Level:
    """One step of the scale: a name for the choice and a sentence for what can be seen."""

    name: str
    sentence: str


@dataclass(frozen=True)
class StandardCriterion:
    """One thing every candidate is asked about, with the words for levels one to five.

    `levels` runs from the lowest to the highest; the third is an acceptable candidate, the
    fifth is rare and has been seen in real people. `nudge` helps at the moment of choosing,
    mostly by naming what the criterion is confused with.
    """

    key: str
    tier: int
    name: str
    question: str
    ask_further: str
    levels: tuple[Level, Level, Level, Level, Level]
    nudge: str
    enterprise_only: bool = False


@dataclass(frozen=True)
class StandardWarning:
    """A behaviour shown beside the score and never averaged into it."""

    key: str
    name: str
    sentence: str
    help: str
