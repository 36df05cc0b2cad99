import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from vsm_portal.accounts.models import Membership, User
from vsm_portal.accounts.people_file import read_people
from vsm_portal.outbox.models import Message

GOOD = """name,email,site,role
Nora Berg,Nora.Berg@example.com,Plainfield plant,HR
Nora Berg,nora.berg@example.com,plainfield plant,executive
Hr,hr@example.com,Plainfield plant,administrator
Executive,executive@example.com,Plainfield plant,executive
"""


@pytest.fixture
def admin(world, client):
    client.force_login(world.administrator)
    return client


def upload(client, content):
    if isinstance(content, str):
        content = content.encode()
    return client.post("/people/import/", {"file": SimpleUploadedFile("people.csv", content)})


def confirm(client, preview):
    return client.post("/people/import/confirmation/", {"content": preview.context["content"]})


def test_the_preview_says_what_would_happen_and_saves_nothing(world, admin):
    before = User.objects.count(), Membership.objects.count()
    page = upload(admin, GOOD)
    assert page.status_code == 200
    assert "One person would be invited; 3 roles would be given" in page.content.decode()
    assert (User.objects.count(), Membership.objects.count()) == before
    assert not Message.objects.filter(kind="account.invited").exists()


def test_the_confirmed_file_invites_once_and_gives_every_role(world, admin):
    assert confirm(admin, upload(admin, GOOD)).url == "/people/"
    nora = User.objects.get(email="nora.berg@example.com")
    assert sorted(nora.memberships.values_list("role", flat=True)) == ["executive", "hr"]
    assert Membership.objects.filter(user=world.hr, role="administrator").exists()
    assert Message.objects.filter(recipient=nora).count() == 1


def test_the_same_file_twice_is_recognised(world, admin):
    confirm(admin, upload(admin, GOOD))
    before = User.objects.count(), Membership.objects.count(), Message.objects.count()
    page = upload(admin, GOOD)
    assert "Everything in this file is here already" in page.content.decode()
    confirm(admin, page)
    assert (User.objects.count(), Membership.objects.count(), Message.objects.count()) == before


def test_every_fault_is_named_at_once_and_nothing_is_imported(world, admin):
    content = """name;email;site;role
Good One;good@example.com;Plainfield plant;hr
;missing@example.com;Plainfield plant;hr
Bad Address;not an address;Plainfield plant;hr
Far Away;far@example.com;Rivera plant;hr
King;king@example.com;Plainfield plant;king
Self;administrator@example.com;Plainfield plant;hr
Good One;good@example.com;Plainfield plant;HR
Other Name;good@example.com;Plainfield plant;executive
"""
    before = User.objects.count(), Membership.objects.count()
    page = upload(admin, content)
    assert page.status_code == 422
    assert page.context["faults"] == [
        "line 3: name: is missing",
        "line 4: email: “not an address” is not an e-mail address",
        "line 5: site: “Rivera plant” is not a site that you administer",
        "line 6: role: “king” is not a role: executive, hr or administrator",
        "line 7: email: is your own: nobody gives a role to themselves",
        "line 8: email: has this role already in line 2",
        "line 9: name: is another one than above for the same address",
    ]
    assert (User.objects.count(), Membership.objects.count()) == before


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("name,email,site\nA,a@example.com,P\n", "the column “role” is missing"),
        ("name,email,site,role\n", "the file has no rows"),
        ("name,email,site,role\nJosé,a@b.example,P,hr\n".encode("latin-1"), "is not UTF-8"),
        (b"PK\x03\x04workbook", "this is a workbook"),
        (
            "name,email,site,role\n" + "A,a@example.com,Plainfield plant,hr\n" * 1001,
            "the file has 1001 rows; at most 1000",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(world, admin, content, fault):
    page = upload(admin, content)
    assert page.status_code == 422
    assert fault in " ".join(page.context["faults"])


def test_no_file_and_too_large_a_file_are_refused_at_the_field(world, admin, settings):
    assert admin.post("/people/import/", {}).status_code == 422
    settings.CSV_MAX_BYTES = 10
    answer = upload(admin, GOOD)
    assert answer.status_code == 422
    assert "at most 10 can be read" in answer.content.decode()


def test_a_formula_in_a_name_stays_a_text(world):
    content = b"name,email,site,role\n=1+1,f@example.com,Plainfield plant,hr\n"
    lines, faults = read_people(content, by=world.administrator)
    assert ([line.name for line in lines], faults) == (["=1+1"], [])


def test_what_changed_between_preview_and_import_is_a_fault(world, admin):
    page = upload(admin, GOOD)
    world.executive.deactivate(by=world.administrator)
    answer = confirm(admin, page)
    assert answer.status_code == 422
    assert "line 5: email: belongs to a closed account" in answer.context["faults"]
    assert not User.objects.filter(email="nora.berg@example.com").exists()


def test_a_confirmation_that_no_preview_made_is_refused(world, admin):
    answer = admin.post("/people/import/confirmation/", {"content": GOOD})
    assert answer.status_code == 422
    assert not User.objects.filter(email="nora.berg@example.com").exists()


def test_confirming_is_a_post(world, admin):
    assert admin.get("/people/import/confirmation/").status_code == 405


@pytest.mark.parametrize("name", ["hr", "top", "manager"])
def test_who_administers_nothing_imports_nobody(world, client, name):
    client.force_login(world.people[name])
    assert upload(client, GOOD).status_code == 404
