"""`make test` says what it ran, and demands everything where nothing may be missing."""

import pytest

from vsm_portal.testing import suites
from vsm_portal.testing.suites import POSTGRES, REDIS


@pytest.mark.parametrize(
    ("answering", "names"),
    [
        ([], ["whole suite on SQLite and the folder broker"]),
        (
            [POSTGRES],
            [
                "whole suite on SQLite and the folder broker",
                "where databases differ, on PostgreSQL and the folder broker",
            ],
        ),
        (
            [REDIS],
            ["whole suite on SQLite and the folder broker", "worker tests on SQLite and Redis"],
        ),
        (
            [POSTGRES, REDIS],
            [
                "whole suite on SQLite and the folder broker",
                "where databases differ, on PostgreSQL and Redis",
            ],
        ),
    ],
)
def test_what_answers_is_tested_too(answering, names):
    assert [suite.name for suite in suites.suites(answering, demand_everything=False)] == names


def test_where_everything_is_demanded_postgres_gets_the_whole_suite():
    second = suites.suites([POSTGRES, REDIS], demand_everything=True)[1]
    assert second.name == "whole suite on PostgreSQL and Redis"
    assert second.arguments == ()


def test_a_service_that_does_not_answer_is_named_with_its_key(monkeypatch):
    monkeypatch.setenv(POSTGRES, "postgres://postgres@127.0.0.1:9/postgres")
    monkeypatch.setenv(REDIS, "redis://127.0.0.1:9")
    assert "TEST_DATABASE_URL" in suites.why_no_postgres()
    assert "TEST_REDIS_URL" in suites.why_no_redis()


@pytest.fixture
def nothing_answers(monkeypatch):
    ran = []
    monkeypatch.setattr(suites, "why_no_postgres", lambda: "PostgreSQL: away")
    monkeypatch.setattr(suites, "why_no_redis", lambda: "Redis: away")
    monkeypatch.setattr(suites.Suite, "run", lambda suite: ran.append(suite.name) or True)
    return ran


def test_a_missing_tool_fails_before_anything_runs_where_everything_is_demanded(
    nothing_answers, capsys
):
    assert suites.main(demand_everything=True) == 1
    assert nothing_answers == []
    assert "PostgreSQL: away" in capsys.readouterr().out


def test_the_last_lines_say_what_ran_and_what_was_skipped(nothing_answers, capsys):
    assert suites.main(demand_everything=False) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-4].startswith("Ran      whole suite on SQLite and the folder broker: passed")
    assert lines[-3:-1] == ["Skipped  PostgreSQL: away", "Skipped  Redis: away"]


def test_one_suite_that_fails_fails_the_run(nothing_answers, monkeypatch, capsys):
    monkeypatch.setattr(suites.Suite, "run", lambda suite: False)
    assert suites.main(demand_everything=False) == 1
    assert "FAILED" in capsys.readouterr().out
