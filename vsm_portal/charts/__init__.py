"""Numbers in, accessible SVG out: pure functions, no database, no clock."""

from .selection import acceptability_bar, disagreement_strip, progress_steps, tier_bars
from .sparkline import sparkline

__all__ = ["acceptability_bar", "disagreement_strip", "progress_steps", "sparkline", "tier_bars"]
