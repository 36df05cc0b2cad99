import pytest

from vsm_portal.outbox import kinds

from .letters import LETTER
from .mail_server import mail_server


@pytest.fixture
def letters(monkeypatch):
    """The only kind of mail there is."""
    monkeypatch.setattr(kinds, "_kinds", {"letter": LETTER})


@pytest.fixture
def sink():
    """The script and the port of a mail server."""
    with mail_server() as server:
        yield server


@pytest.fixture
def smtp(sink, settings):
    """This process sends through the mail server; the script says how it answers."""
    script, port = sink
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    return script
