"""What runs under `make run` shows in one terminal, with its name."""

import io

from vsm_portal.terminal import main, shown


def test_each_line_stands_after_its_programme():
    body = "processname:worker groupname:worker pid:7\nDrained\nPlanned\n"
    assert shown(body) == "worker  Drained\nworker  Planned\n"


def test_every_event_is_read_to_its_last_byte_and_answered():
    body = "processname:web groupname:web pid:7 channel:stderr\nMüller × 2\n".encode()
    event = b"ver:3.0 eventname:PROCESS_LOG_STDERR len:%d\n%b" % (len(body), body)
    answers, terminal = io.BytesIO(), io.BytesIO()
    main(io.BytesIO(event * 2), answers, terminal)
    assert terminal.getvalue().decode() == "web     Müller × 2\n" * 2
    assert answers.getvalue() == b"READY\nRESULT 2\nOK" * 2 + b"READY\n"
