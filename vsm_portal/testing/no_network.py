"""No test leaves this machine: connecting anywhere but to a loopback address fails at once."""

import ipaddress
import socket

_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex
_getaddrinfo = socket.getaddrinfo


class LeftTheMachine(AssertionError):
    """A test tried to reach another machine."""


def close_the_doors() -> None:
    """Replace connecting and looking up names, for the rest of this process."""
    socket.socket.connect = _guarded(_connect)
    socket.socket.connect_ex = _guarded(_connect_ex)
    socket.getaddrinfo = _guarded_lookup


def stays_here(host: str | bytes | None) -> bool:
    """`stays_here("127.0.0.1")`, `stays_here("localhost")`, not `stays_here("192.0.2.1")`."""
    if not host or host in ("localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


def _guarded(connect):
    def connect_here(self, address):
        if self.family != socket.AF_UNIX and not stays_here(address[0]):
            raise LeftTheMachine(f"A test wanted to connect to {address!r}.")
        return connect(self, address)

    return connect_here


def _guarded_lookup(host, *args, **kwargs):
    # The machine's own name is asked for when a Message-ID is made.
    if not stays_here(host) and host not in (socket.gethostname(), "0.0.0.0", "::"):
        raise LeftTheMachine(f"A test wanted to look up {host!r}.")
    return _getaddrinfo(host, *args, **kwargs)
