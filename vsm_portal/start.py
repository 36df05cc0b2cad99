"""`make run`: migrate, load the demo into an empty database, start web, worker and beat.

`python -m vsm_portal.start 8000` prepares, says where the portal is and who may sign in, and
becomes the supervisor that `supervisor.conf` describes. Control-C stops everything in order.
"""

import fcntl
import os
import socket
import sys
from pathlib import Path

FRAME = Path(__file__).resolve().parent


def main(port: int) -> None:
    if not is_free(port):
        sys.exit(f"Port {port} is taken, perhaps by another portal. Try: make run PORT={port + 1}")
    os.chdir(FRAME.parent)
    os.environ.setdefault("PORTAL_URL", f"http://localhost:{port}")
    # Whoever tries the portal shall meet its own error pages; `manage.py runserver` shows Django's.
    os.environ.setdefault("DEBUG", "off")
    prepare()
    print(
        f"\nThe portal is starting on {os.environ['PORTAL_URL']} - Control-C stops it.\n",
        flush=True,
    )
    become_the_supervisor(port)


def is_free(port: int) -> bool:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def prepare() -> None:
    """Bring the database up to date. Doing it again changes nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vsm_portal.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    if settings.DEMO:
        call_command("load_demo", "--if-empty")
        call_command("demo_sign_ins")


def become_the_supervisor(port: int) -> None:
    from django.conf import settings

    os.environ.update(
        PORTAL_PYTHON=sys.executable, PORTAL_PORT=str(port), PORTAL_VAR=str(settings.VAR)
    )
    # Two programmes write here; into a file each must begin where the other ended.
    fcntl.fcntl(1, fcntl.F_SETFL, fcntl.fcntl(1, fcntl.F_GETFL) | os.O_APPEND)
    command = [sys.executable, "-m", "supervisor.supervisord"]
    command += ["--configuration", str(FRAME / "supervisor.conf")]
    if os.getuid() == 0:
        command += ["--user", "root"]
    os.execv(command[0], command)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
