import pytest

from .criterion_page import CriterionPage


@pytest.fixture
def assessor_browser(world, browser_of):
    return browser_of(world.assessor)


@pytest.fixture
def criteria(world):
    return list(world.position.criteria.all())


@pytest.fixture
def scoring(world, assessor_browser, criteria):
    """The first criterion of the nominee, open before the assessor."""
    return tab(assessor_browser, world.scorecard, criteria[0])


@pytest.fixture
def second_tab(world, assessor_browser, criteria, scoring):
    """The same criterion once more, in the same browser."""
    return tab(assessor_browser, world.scorecard, criteria[0])


def tab(browser, scorecard, criterion):
    return CriterionPage(browser.new_page(), scorecard, criterion).open()
