import pytest

from .entering import taken


@pytest.fixture
def drawn(company):
    """A draft of the current state, as the worked example describes it."""
    return taken(company)


@pytest.fixture
def in_force(company, drawn):
    drawn.put_in_force(by=company.manager, seen=1)
    return drawn
