import pytest

from vsm_portal.accounts.models import Membership, Role
from vsm_portal.audit.models import Event
from vsm_portal.permission import Refused


@pytest.fixture
def admin(world, client):
    client.force_login(world.administrator)
    return client


def give(client, site, **form):
    form = {"person": "", "email": "", "role": "hr"} | form
    return client.post(f"/sites/{site.pk}/memberships/new/", form)


def end(client, user, role):
    return client.post(f"/memberships/{Membership.objects.get(user=user, role=role).pk}/end/")


def test_a_role_is_given_to_somebody_of_the_site(world, admin):
    assert give(admin, world.plant, person=world.manager.pk).status_code == 302
    assert Membership.objects.filter(user=world.manager, site=world.plant, role="hr").exists()
    event = Event.objects.get(action="membership.given")
    assert (event.site, event.details) == (world.plant, {"user": world.manager.pk, "role": "hr"})


def test_somebody_of_another_site_is_found_by_the_exact_address_only(world, admin):
    page = admin.get(f"/sites/{world.plant.pk}/memberships/new/")
    assert world.assessor not in page.context["form"].fields["person"].queryset
    assert give(admin, world.plant, person=world.assessor.pk).status_code == 422
    assert give(admin, world.plant, email="assessor@example").status_code == 422
    assert give(admin, world.plant, email=" Assessor@Example.com").status_code == 302
    assert Membership.objects.filter(user=world.assessor, site=world.plant).exists()


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({}, "Choose a person, or give one address."),
        ({"email": "nobody@example.com"}, "Nobody signs in with this address."),
        ({"email": "administrator@example.com"}, "Nobody gives a role to themselves."),
        ({"email": "hr@example.com"}, "This person already has this role at the site."),
        ({"email": "executive@example.com", "role": "king"}, "king"),
    ],
)
def test_a_refused_role_says_why(world, admin, form, reason):
    before = Membership.objects.count()
    answer = give(admin, world.plant, **form)
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert Membership.objects.count() == before


def test_the_verb_itself_refuses_a_role_for_oneself(world):
    with pytest.raises(Refused):
        Membership.give(
            user=world.administrator, site=world.plant, role=Role.HR, by=world.administrator
        )


def test_a_role_ends_with_its_row_in_the_trail(world, admin):
    assert end(admin, world.hr, Role.HR).url == f"/sites/{world.plant.pk}/"
    assert not Membership.objects.filter(user=world.hr).exists()
    event = Event.objects.get(action="membership.ended")
    assert event.details == {"user": world.hr.pk, "role": "hr"}


def test_the_last_administrator_stays_and_the_button_says_why(world, admin):
    end(admin, world.candidate, Role.ADMINISTRATOR)
    reason = "Nobody else administers Plainfield plant. Name another administrator first."
    assert reason in admin.get(f"/sites/{world.plant.pk}/").content.decode()
    answer = end(admin, world.administrator, Role.ADMINISTRATOR)
    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert Membership.objects.filter(user=world.administrator).exists()


def test_an_administrator_whose_account_is_closed_does_not_count(world, admin):
    world.candidate.deactivate(by=world.administrator)
    assert end(admin, world.administrator, Role.ADMINISTRATOR).status_code == 403


def test_a_closed_administrators_role_can_end(world, admin):
    world.candidate.deactivate(by=world.administrator)
    assert end(admin, world.candidate, Role.ADMINISTRATOR).status_code == 302


@pytest.mark.parametrize("name", ["hr", "outsider", "top", "head_executive"])
def test_who_does_not_administer_the_site_ends_no_role(world, client, name):
    client.force_login(world.people[name])
    assert end(client, world.executive, Role.EXECUTIVE).status_code == 404
    assert give(client, world.plant, person=world.manager.pk).status_code == 404
    assert Membership.objects.filter(user=world.executive).exists()


def test_ending_is_a_post(world, admin):
    membership = Membership.objects.get(user=world.hr)
    assert admin.get(f"/memberships/{membership.pk}/end/").status_code == 405
    assert Membership.objects.filter(pk=membership.pk).exists()
