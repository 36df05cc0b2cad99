"""The frame of the portal: settings, addresses, background work and what every app shares."""

from .celery import app as celery_app

__all__ = ["celery_app"]
