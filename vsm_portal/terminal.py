"""Shows what web, worker and beat print in one terminal, each line after its programme's name.

Supervisor starts this as its event listener: a header line and a body arrive on standard input, the
protocol's answers go to standard output, so the lines for people go to standard error.
"""

import signal
import sys
from typing import BinaryIO


def main(events: BinaryIO, answers: BinaryIO, terminal: BinaryIO) -> None:
    while True:
        answers.write(b"READY\n")
        answers.flush()
        header = events.readline()
        if not header:
            return
        body = events.read(int(_fields(header.decode())["len"]))
        terminal.write(shown(body.decode(errors="replace")).encode())
        terminal.flush()
        answers.write(b"RESULT 2\nOK")
        answers.flush()


def shown(body: str) -> str:
    """`shown("processname:web pid:7\\nListening\\n") == "web     Listening\\n"`."""
    about, _, text = body.partition("\n")
    name = _fields(about)["processname"]
    return "".join(f"{name:<7} {line}\n" for line in text.splitlines())


def _fields(line: str) -> dict[str, str]:
    return dict(field.split(":", 1) for field in line.split())


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    main(sys.stdin.buffer, sys.stdout.buffer, sys.stderr.buffer)
