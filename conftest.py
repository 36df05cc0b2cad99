"""Stands above installed plugins: this `browser_type_launch_args` is the one that is used."""

from vsm_portal.testing.browser import browser_of, browser_type_launch_args, watch

__all__ = ["browser_of", "browser_type_launch_args", "watch"]
