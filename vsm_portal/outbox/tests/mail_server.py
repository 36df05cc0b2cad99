"""A mail server on this machine that takes, refuses or stalls as a test tells it."""

import asyncio
import email
import threading
from contextlib import contextmanager

from aiosmtpd.controller import Controller


class Script:
    """What the server shall answer, by recipient; everything else is taken.

    `at_recipient`, `at_data`: address → answer, "550 unknown"; answers in a list are used up.
    `stalls`: addresses whose mail gets no answer until the test says `go_on()`.
    """

    def __init__(self):
        self.at_recipient, self.at_data, self.stalls = {}, {}, set()
        self.offered, self.taken = [], []
        self.stalled = threading.Event()
        self._on = threading.Event()

    def go_on(self):
        self._on.set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if answer := self._next(self.at_recipient, address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content)
        [address] = envelope.rcpt_tos
        self.offered.append((address, mail))
        if address in self.stalls:
            self.stalled.set()
            while not self._on.is_set():
                await asyncio.sleep(0.02)
        if answer := self._next(self.at_data, address):
            return answer
        self.taken.append((address, mail))
        return "250 OK"

    def _next(self, answers, address):
        answer = answers.get(address)
        if isinstance(answer, list):
            return answer.pop(0) if answer else None
        return answer

    def addresses(self):
        return [address for address, _mail in self.taken]


class AnyPort(Controller):
    """On whichever port is free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server():
    """(script, port) of a running server."""
    script = Script()
    controller = AnyPort(script, hostname="127.0.0.1", port=0)
    controller.start()
    try:
        yield script, controller.port
    finally:
        script.go_on()
        controller.stop()
