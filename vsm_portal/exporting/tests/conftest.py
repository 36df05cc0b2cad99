import pytest

from vsm_portal.exporting import reports

from .leaflet import LEAFLET


@pytest.fixture
def leaflets(monkeypatch, settings, tmp_path):
    """The only report there is; files lie in a folder of the test's own."""
    monkeypatch.setattr(reports, "_reports", {"leaflet": LEAFLET})
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
