import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from candidates.candidates_file import import_candidates, read_candidates
from candidates.models import Candidate
from vsm_portal.testing.panel_work import fill

HEADER = "name,email,current_function,source,lean_experience,line_manager_email\n"
GOOD = HEADER + (
    "Grace Kim,grace@example.com,Plant engineer,Advert,Two years,manager@example.com\n"
    "Ana Lopes,ANA@example.com,Line leader,,,nobody@example.com\n"
    "Nadia Haddad,nadia.haddad@candidates.example.com,Somebody else,,,\n"
)


@pytest.fixture
def send(as_, world):
    def post(text, name="hr", encoding="utf-8"):
        content = text if isinstance(text, bytes) else text.encode(encoding)
        file = SimpleUploadedFile("candidates.csv", content, content_type="text/csv")
        return as_(name).post(url(world), {"file": file})

    return post


def url(world):
    return reverse("candidate_import", args=[world.position.pk])


def confirm(client, world, preview, **further):
    carried = re.search(r'name="content" value="([^"]+)"', preview.content.decode())[1]
    address = reverse("candidate_import_confirmation", args=[world.position.pk])
    return client.post(address, {"content": carried} | further)


def test_the_preview_says_who_would_be_entered_and_saves_nothing(send, world):
    page = send(GOOD).content.decode()
    assert "<h1>2 candidates would be entered</h1>" in page
    assert "is here already, stays unchanged" in page
    assert "nobody here signs in as nobody@example.com" in page
    assert world.position.candidates.count() == 2


def test_the_confirmed_file_is_imported_and_gives_scorecards(send, client, world):
    assert confirm(client, world, send(GOOD)).status_code == 302
    grace = Candidate.objects.get(email="grace@example.com")
    assert (grace.line_manager, grace.source) == (world.manager, "Advert")
    assert grace.scorecards.count() == 2
    world.nominee.refresh_from_db()
    assert world.nominee.current_function == "Quality engineer"


def test_the_same_file_twice_is_recognised(send, client, world):
    confirm(client, world, send(GOOD))
    page = send(GOOD).content.decode()
    assert "<h1>Everybody in this file is here already</h1>" in page
    assert world.position.candidates.count() == 4


def test_every_faulty_line_is_said_at_once_and_nothing_is_saved(send, world):
    text = HEADER + (
        ",a@example.com,Engineer,,,\n"
        "Bo,not an address,Engineer,,,\n"
        "Cy,c@example.com,,,,\n"
        "Di,c@example.com,Engineer,,,\n"
        "Ed,e@example.com,Engineer,,,e@example.com\n"
        f"Fi,assessor@example.com,Engineer,{'x' * 121},,\n"
        "Gu,g@example.com,Engineer,,,assessor@example.com\n"
    )
    answer = send(text)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<h1>Nobody was entered: 8 things in the file are wrong</h1>" in page
    for fault in (
        "line 2: name: is missing",
        "line 3: email: “not an address” is not an e-mail address",
        "line 4: current_function: is missing",
        "line 5: email: stands in line 4 already",
        "line 6: line_manager_email: nobody is their own line manager",
        "line 7: source: is longer than 120 characters",
        "line 7: email: this person sits on the panel or chairs it",
        "line 8: line_manager_email: the line manager sits on the panel",
    ):
        assert fault in page
    assert world.position.candidates.count() == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,email,current_function,source,lean_experience\n", "line_manager_email” is missing"),
        (GOOD.replace("Grace", "Grâce").encode("latin-1"), "is not UTF-8"),
        (GOOD.encode("utf-16"), "UTF-16"),
        (HEADER + "A\0,a@example.com,Engineer,,,\n", "NUL"),
        (HEADER, "the file has no rows"),
        (b"PK\x03\x04", "workbook"),
        (HEADER + "A,a@x.example,E,,,\n" * 10_000, "the file has 10000 rows"),
        (HEADER + "x" * (2 * 1024 * 1024), "at most 2097152 can be read"),
        (b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(send, world, text, said):
    answer = send(text)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert world.position.candidates.count() == 2


def test_a_formula_in_a_name_is_text(send, client, world):
    confirm(client, world, send(HEADER + "'=1+1,f@example.com,=SUM(A1),,,\n"))
    candidate = Candidate.objects.get(email="f@example.com")
    assert (candidate.name, candidate.current_function) == ("=1+1", "=SUM(A1)")


def test_after_a_submission_an_import_needs_a_reason(send, client, world):
    fill(world.scorecard)
    preview = send(GOOD)
    assert confirm(client, world, preview).status_code == 422
    assert world.position.candidates.count() == 2
    assert confirm(client, world, preview, reason="Two more applied.").status_code == 302


def test_a_carried_file_that_was_changed_or_is_of_another_position_is_not_read(
    send, client, world, draft
):
    preview = send(GOOD)
    carried = re.search(r'name="content" value="([^"]+)"', preview.content.decode())[1]
    for position, content in ((draft, carried), (world.position, carried[:-2] + "xx")):
        address = reverse("candidate_import_confirmation", args=[position.pk])
        assert client.post(address, {"content": content}).status_code == 422
    assert Candidate.objects.count() == 3


@pytest.mark.parametrize("column", ["email", "line_manager_email"])
def test_an_address_that_is_too_long_is_a_fault_of_its_line(send, world, column):
    long = "a@" + ".".join(["b" * 60] * 5) + ".com"
    row = {"email": "g@example.com", "line_manager_email": ""} | {column: long}
    answer = send(f"{HEADER}Gu,{row['email']},Engineer,,,{row['line_manager_email']}\n")
    assert answer.status_code == 422
    said = f"line 2: {column}: is longer than 254 characters"
    assert said in answer.content.decode()


def test_a_second_click_at_the_same_moment_shows_what_stands(send, client, world, monkeypatch):
    preview = send(GOOD)

    def after_the_first_click(lines, **by):
        import_candidates(read_candidates(GOOD.encode(), world.position)[0], by=world.hr)
        return import_candidates(lines, **by)

    monkeypatch.setattr(
        "candidates.views.candidate_import.import_candidates", after_the_first_click
    )
    answer = confirm(client, world, preview)
    assert answer.status_code == 422
    assert "<h1>Everybody in this file is here already</h1>" in answer.content.decode()
    assert world.position.candidates.count() == 4


def test_an_import_is_all_or_nothing(send, client, world):
    preview = send(GOOD)
    world.position.candidates.create(
        name="Ana", email="x@example.com", retain_until=world.plant.today()
    )
    world.position.panel.create(user=world.manager)
    assert confirm(client, world, preview).status_code == 422
    assert not Candidate.objects.filter(email__in=["grace@example.com", "ana@example.com"]).exists()


@pytest.mark.parametrize(
    ("name", "status"), [("assessor", 403), ("top", 403), ("candidate", 404), ("outsider", 404)]
)
def test_only_hr_imports(send, name, status):
    assert send(GOOD, name=name).status_code == status
