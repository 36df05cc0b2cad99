from vsm_portal.audit.models import Event

FORM = {"name": "Hanna Roth", "time_zone": "Europe/Berlin", "language": "en", "version": 1}


def test_a_person_sees_the_address_and_what_the_roles_allow(world, client):
    client.force_login(world.hr)
    page = client.get("/me/").content.decode()
    assert "You sign in as hr@example.com" in page
    assert "Plainfield plant" in page
    assert "Scores only after the panel is revealed." in page


def test_who_has_no_role_is_told_where_their_work_is(world, client):
    client.force_login(world.second_assessor)
    assert "You have no role at a site" in client.get("/me/").content.decode()


def test_name_zone_and_language_change_and_the_address_does_not(world, client):
    client.force_login(world.hr)
    answer = client.post("/me/", FORM | {"email": "other@example.com", "is_staff": "on"})
    assert answer.status_code == 302
    world.hr.refresh_from_db()
    assert (world.hr.name, world.hr.time_zone) == ("Hanna Roth", "Europe/Berlin")
    assert world.hr.email == "hr@example.com"
    assert not world.hr.is_staff
    assert Event.objects.get(action="user.edited").details == {"fields": ["name", "time_zone"]}


def test_a_zone_that_does_not_exist_is_refused_and_the_name_kept(world, client):
    client.force_login(world.hr)
    answer = client.post("/me/", FORM | {"time_zone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert 'value="Hanna Roth"' in answer.content.decode()
    world.hr.refresh_from_db()
    assert world.hr.name == "Hr"


def test_a_stranger_has_no_account(db, client):
    assert client.get("/me/").url == "/account/login/?next=/me/"
