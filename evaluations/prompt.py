"""When a trend asks its reader something. A prompt, never an accusation. Pure."""

from .trend import Verdict

ENOUGH = 12
HIGH = 30.0


def prompts(figures: dict, causes_that_come_back: list, level: float = HIGH) -> bool:
    """n ≥ 12, not declining, the level now at least 30 %, and a cause that comes back.

    >>> figures = {"n": 14, "verdict": "not declining", "level_now": 45.0}
    >>> prompts(figures, ["Die 14"]), prompts(figures, []), prompts(figures | {"n": 11}, ["Die 14"])
    (True, False, False)
    """
    return bool(
        figures["n"] >= ENOUGH
        and figures["verdict"] != Verdict.DECLINING
        and figures["level_now"] >= level
        and causes_that_come_back
    )
