"""Pictures of every page, at 1280 and 390 px, from the demo: `make pictures`.

A throw-away installation on a free port of this machine; nothing of yours is read or changed. The
pictures land in docs/pictures/, so that a change of look shows up in a review.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
sys.path.insert(0, str(ROOT))
WIDTHS = (1280, 390)

#: (name of the picture, who looks, links to follow by their words, or an address)
PAGES = [
    ("sign-in", None, "/account/login/"),
    ("waiting-hr", "okafor", "/"),
    ("waiting-assessor", "patel", "/"),
    ("selection", "okafor", "/selection/"),
    ("position-scoring-hr", "okafor", "position:open:/"),
    ("position-scoring-assessor", "patel", "position:open:/"),
    ("position-draft", "okafor", "position:draft:/"),
    ("position-edit", "okafor", "position:draft:/edit/"),
    ("position-criteria", "okafor", "position:draft:/criteria/"),
    ("candidate-import", "okafor", "position:draft:/candidates/import/"),
    ("candidate-new", "okafor", "position:draft:/candidates/new/"),
    ("candidate", "okafor", "candidate:open:/"),
    ("position-shares", "okafor", "position:open:/shares/"),
    ("interview-kit", "patel", "position:open:/kit/"),
    ("panel-new", "okafor", "position:draft:/panel/new/"),
    ("criteria-change", "okafor", "position:open:/criteria/"),
    ("criteria-newest", "okafor", "position:open:/criteria/newest/"),
    ("conflict", "kerr", "position:open:/conflict/"),
    ("conflict-of-somebody", "okafor", "position:open:/conflict/of-somebody/"),
    ("position-copy", "okafor", "position:open:/copy/"),
    ("position-new", "okafor", "/selection/new/"),
    ("scorecard", "patel", "scorecard:draft:/"),
    ("scorecard-with-notes", "brandt", "noted:draft:/"),
    ("scorecard-note", "brandt", "note:draft:/"),
    ("scorecard-submitted", "kerr", "scorecard:submitted:/"),
    ("ranking", "adeyemi", "position:deciding:/ranking/"),
    ("comparison", "adeyemi", "position:deciding:/comparison/"),
    ("decision", "adeyemi", "position:deciding:/decision/"),
    ("position-filled", "okafor", "position:filled:/"),
    ("record", "okafor", "position:filled:/record/"),
    ("streams", "varga", "/streams/"),
    ("stream", "varga", "stream:/"),
    ("charter", "varga", "appointment:/charter/"),
    ("appointment", "okafor", "appointment:/"),
    ("announcement", "weiss", "announcement:/"),
    ("announcement-new", "brandt", "appointment:/announcement/new/"),
    ("waiting-manager", "varga", "/"),
    ("family", "adeyemi", "family:/"),
    ("maps", "varga", "stream:/maps/"),
    ("map", "varga", "map:in_force:/"),
    ("map-draft", "brandt", "map:draft:/"),
    ("map-edit", "brandt", "map:draft:/edit/"),
    ("map-comparison", "varga", "stream:/maps/comparison/"),
    ("map-new", "brandt", "stream:/maps/new/?state=ideal"),
    ("map-import", "brandt", "stream:/maps/import/"),
    ("matrices", "adeyemi", "/matrices/"),
    ("matrix", "brandt", "matrix:/"),
    ("matrix-edit", "brandt", "matrix:/edit/"),
    ("matrix-import", "brandt", "matrix:/import/"),
    ("proposal", "brandt", "proposal:/"),
    ("proposal-confirmation", "brandt", "proposal:/confirmation/"),
    ("criteria", "okafor", "/criteria/"),
    ("people", "park", "/people/"),
    ("sites", "park", "/sites/"),
    ("mails", "okafor", "/mails/"),
    ("audit", "okafor", "/audit/"),
    ("not-found", "mansouri", "position:open:/"),
    ("time", "varga", "/time/"),
    ("trend", "brandt", "appointment:/trend/"),
    ("trends", "keller", "/trends/"),
    ("causes", "varga", "appointment:/causes/"),
    ("time-import", "varga", "appointment:/time/import/"),
]


def main(only=()):
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        portal(folder) as address,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, ("chromium", "chromium-browser")))),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, person, target in [page for page in PAGES if not only or page[0] in only]:
            path = resolve(target, person)
            for width in WIDTHS:
                page = signed_in(browser, address, person, width)
                page.goto(address + path, wait_until="networkidle")
                keep(page.screenshot(full_page=True), PICTURES / f"{name}-{width}.png")
                page.context.close()
            print(f"{name:28} {path}")
        browser.close()


def keep(png, file):
    """A page has few colours: a palette makes the picture a third of its size."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture.quantize(256, method=Image.Quantize.MAXCOVERAGE).save(file, optimize=True)


_cookies = {}


def signed_in(browser, address, person, width):
    """A new window of this width; signing in once a person."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="light")
    page = context.new_page()
    if person is None:
        return page
    if person in _cookies:
        context.add_cookies(_cookies[person])
        return page
    from vsm_portal.home.demo.people import PASSWORD

    page.goto(f"{address}/account/login/")
    page.fill("input[name=login]", f"{person}@acme.example")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")
    _cookies[person] = context.cookies()
    return page


def resolve(target, person) -> str:
    """An address as it is, or `what:state:rest` looked up in the demo's database."""
    if target.startswith("/"):
        return target
    what, *state, rest = target.split(":")
    code = {
        "position": "Position.objects.filter(state='{0}').order_by('-pk')",
        "candidate": "Candidate.objects.filter(position__state='{0}').order_by('name')",
        "scorecard": "Scorecard.objects.filter(state='{0}', "
        "assessor__user__email='{1}@acme.example').order_by('-candidate__position__state', 'pk')",
        "noted": "Scorecard.objects.filter(state='{0}', notes__isnull=False, "
        "assessor__user__email='{1}@acme.example').order_by('-pk')",
        "note": "EvidenceNote.objects.filter(scorecard__state='{0}', "
        "scorecard__assessor__user__email='{1}@acme.example')",
        "stream": "ValueStream.objects.filter(name='Steering brackets')",
        "appointment": "Appointment.objects.filter(manager__email='varga@acme.example')",
        "announcement": "Announcement.objects.all()",
        "family": "Family.objects.exclude(proposal=None)",
        "map": "Map.objects.filter(standing='{0}').order_by('state', '-number')",
        "matrix": "Matrix.objects.filter(site__name='Plainfield plant')",
        "proposal": "FamilyProposal.objects.filter(confirmed_at=None)",
    }[what].format(*(state or [""]), person)
    imports = "from candidates.models import *; from value_streams.models import *"
    answer = manage(
        "shell", "--no-imports", "-c", f"{imports}; print({code}.values_list('pk', flat=True)[0])"
    )
    prefix = {
        "position": "/selection/",
        "candidate": "/selection/candidates/",
        "scorecard": "/selection/scorecards/",
        "noted": "/selection/scorecards/",
        "note": "/selection/notes/",
        "stream": "/streams/",
        "appointment": "/appointments/",
        "announcement": "/announcements/",
        "family": "/families/",
        "map": "/maps/",
        "matrix": "/matrices/",
        "proposal": "/proposals/",
    }[what]
    return f"{prefix}{answer.strip().splitlines()[-1]}{rest}"


def manage(*arguments) -> str:
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=_environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


_environment = dict(os.environ)


@contextmanager
def portal(folder):
    """The demo in a folder of its own, served on a free port; ended by its own number."""
    _environment.update(VAR_DIR=folder, DEBUG="off")
    manage("migrate", "-v0")
    manage("load_demo")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "runserver", "--noreload", f"127.0.0.1:{port}"],
        env=_environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}/account/login/")
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main(sys.argv[1:])
