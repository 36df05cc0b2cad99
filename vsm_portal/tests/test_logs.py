"""Logs: every record is one line of JSON with the request's id."""

import json
import logging
import sys

from vsm_portal.logs import JsonLine, RequestIdFilter, _utc, current_request_id


def _record(message, *args, exc_info=None):
    return logging.LogRecord("portal", logging.WARNING, "", 1, message, args, exc_info)


def test_a_line_break_in_a_message_stays_one_line():
    line = JsonLine().format(_record("Refused: %s", 'a\r\n{"level": "ERROR"}\u2028b'))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["message"] == 'Refused: a\r\n{"level": "ERROR"}\u2028b'


def test_a_line_says_when_what_and_in_which_request():
    record = _record("Slow page")
    record.created = 1_795_419_000.1234
    token = current_request_id.set("b1f0c2")
    RequestIdFilter().filter(record)
    current_request_id.reset(token)
    assert json.loads(JsonLine().format(record)) == {
        "time": "2026-11-23T07:30:00.123Z",
        "level": "WARNING",
        "logger": "portal",
        "message": "Slow page",
        "request_id": "b1f0c2",
    }


def test_outside_a_request_the_id_is_empty():
    record = _record("Drained")
    assert RequestIdFilter().filter(record)
    assert record.request_id == ""


def test_a_refusal_logged_after_the_middleware_has_the_id_of_its_request(rf):
    record = _record("Not Found")
    record.request = rf.get("/")
    record.request.id = "b1f0c2"
    RequestIdFilter().filter(record)
    assert record.request_id == "b1f0c2"


def test_an_exception_is_part_of_its_line():
    try:
        1 / 0  # noqa: B018 - the exception is what the test needs
    except ZeroDivisionError:
        line = JsonLine().format(_record("Failed", exc_info=sys.exc_info()))
    assert "ZeroDivisionError" in json.loads(line)["trace"]
    assert "\n" not in line


def test_half_a_second_after_the_beginning_of_time():
    assert _utc(0.5) == "1970-01-01T00:00:00.500Z"
