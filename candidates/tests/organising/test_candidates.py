from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from candidates.models import Candidate, Decision, PositionChange
from candidates.tests.organising.test_cv_file import PDF
from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event
from vsm_portal.testing.panel_work import fill, fill_all


def new_url(position):
    return reverse("candidate_new", args=[position.pk])


def at(name, thing):
    return reverse(name, args=[thing.pk])


def typed(position, **changes):
    return {
        "name": "Grace Kim",
        "email": "Grace.Kim@Example.com",
        "current_function": "Plant engineer",
        "legal_basis": "employment",
        "retain_until": str(position.site.today() + timedelta(days=365)),
        "lean_experience": "Two years at a sister plant.",
    } | changes


def pdf(name="cv.pdf", content=PDF):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_new_candidate_gets_a_scorecard_from_every_assessor(as_, world):
    answer = as_("hr").post(new_url(world.position), typed(world.position))
    assert answer.status_code == 302
    grace = Candidate.objects.get(name="Grace Kim")
    assert grace.email == "grace.kim@example.com"
    assert grace.scorecards.count() == 2


def test_the_page_of_a_candidate_shows_papers_to_the_panel_and_everything_to_hr(as_, world):
    Candidate.objects.filter(pk=world.nominee.pk).update(source="Head hunter")
    for name in ("hr", "top", "chair", "assessor"):
        page = as_(name).get(at("candidate_detail", world.nominee)).content.decode()
        assert "Quality engineer" in page
        assert ("Head hunter" in page) == (name == "hr"), name
        assert (world.nominee.email in page) == (name == "hr"), name


def test_reading_a_candidate_is_an_event_of_the_position(as_, world):
    client = as_("assessor")
    for _time in range(2):
        client.get(at("candidate_detail", world.nominee))
    event = Event.objects.get(action="candidate.read")
    assert (event.actor, event.enclosing_id) == (world.assessor, world.position.pk)


def test_after_the_decision_the_panel_reads_no_papers_any_more(as_, world):
    decide(world)
    assert as_("assessor").get(at("candidate_detail", world.nominee)).status_code == 404
    assert as_("hr").get(at("candidate_detail", world.nominee)).status_code == 200


@pytest.mark.parametrize("name", ["candidate", "outsider", "executive"])
def test_a_candidate_is_not_found_by_who_takes_no_part(as_, world, name):
    for page in ("candidate_detail", "candidate_edit", "candidate_cv", "candidate_withdrawal"):
        for thing in (world.nominee, world.insider):
            assert as_(name).get(at(page, thing)).status_code == 404


def test_the_same_address_twice_is_refused_at_the_field_and_everything_is_kept(as_, world):
    told = typed(world.position, email=f" {world.nominee.email.upper()} ")
    answer = as_("hr").post(new_url(world.position), told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "A candidate with this e-mail address is already here." in page
    assert "Two years at a sister plant." in page
    assert world.position.candidates.count() == 2


def test_a_date_that_is_none_is_shown_again(as_, world):
    answer = as_("hr").post(new_url(world.position), typed(world.position, retain_until="soon"))
    assert answer.status_code == 422
    assert 'value="soon"' in answer.content.decode()


@pytest.mark.parametrize("field", ["name", "email", "current_function", "retain_until"])
def test_what_is_missing_is_said_and_nothing_is_saved(as_, world, field):
    answer = as_("hr").post(new_url(world.position), typed(world.position, **{field: ""}))
    assert answer.status_code == 422
    assert world.position.candidates.count() == 2


def test_an_assessor_cannot_be_entered_as_a_candidate(as_, world):
    answer = as_("hr").post(
        new_url(world.position), typed(world.position, email=world.assessor.email)
    )
    assert answer.status_code == 422
    assert "sits on the panel or chairs it" in answer.content.decode()


def test_after_a_submission_a_candidate_needs_a_reason_that_stands_in_the_record(as_, world):
    fill(world.scorecard)
    client = as_("hr")
    assert client.post(new_url(world.position), typed(world.position)).status_code == 422
    told = typed(world.position, reason="Came back from abroad.")
    assert client.post(new_url(world.position), told).status_code == 302
    assert PositionChange.objects.get().reason == "Came back from abroad."


def test_a_cv_is_stored_under_a_made_up_name_and_downloaded_under_its_own(as_, world, media):
    as_("hr").post(
        new_url(world.position), typed(world.position, cv_file=pdf("../Grace\u202e.pdf"))
    )
    grace = Candidate.objects.get(name="Grace Kim")
    assert "race" not in grace.cv.name
    answer = as_("assessor").get(at("candidate_cv", grace))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="Grace.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert Event.objects.filter(action="candidate.read", object_id=grace.pk).exists()


def test_without_a_cv_the_address_leads_back_to_the_candidate(as_, world):
    answer = as_("assessor").get(at("candidate_cv", world.nominee))
    assert answer.url == at("candidate_detail", world.nominee)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html>not a CV</html>", "This is not a PDF"),
        (PDF + b"0" * (30 * 1024 * 1024), "at most 10 MB"),
    ],
)
def test_a_refused_cv_is_said_at_the_field_and_the_rest_is_kept(as_, world, media, content, said):
    told = typed(world.position, cv_file=pdf(content=content))
    answer = as_("hr").post(new_url(world.position), told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "Two years at a sister plant." in page
    assert not files_in(media)


def test_when_something_else_is_refused_the_page_says_to_choose_the_file_again(as_, world, media):
    told = typed(world.position, name="", cv_file=pdf())
    answer = as_("hr").post(new_url(world.position), told)
    assert "The file was not kept. Mend the rest and choose it again." in answer.content.decode()
    assert not files_in(media)


def edit(client, candidate, **changes):
    told = typed(candidate.position, version=candidate.version, email=candidate.email) | changes
    return client.post(at("candidate_edit", candidate), told)


def test_a_replaced_cv_is_gone_from_the_disk_once_the_change_is_saved(
    as_, world, media, django_capture_on_commit_callbacks
):
    client, nominee = as_("hr"), world.nominee
    edit(client, nominee, cv_file=pdf("one.pdf"))
    nominee.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        assert edit(client, nominee, cv_file=pdf("two.pdf")).status_code == 302
    nominee.refresh_from_db()
    assert nominee.cv_name == "two.pdf"
    assert [path.name for path in files_in(media)] == [nominee.cv.name.rpartition("/")[2]]
    with django_capture_on_commit_callbacks(execute=True):
        edit(client, nominee, cv_removed="on")
    nominee.refresh_from_db()
    assert (nominee.cv.name, nominee.cv_name, files_in(media)) == ("", "", [])


def test_two_people_editing_meet_a_conflict_that_keeps_the_text_and_no_file(as_, world, media):
    client, nominee = as_("hr"), world.nominee
    edit(client, nominee, current_function="Line leader")
    late = edit(client, nominee, current_function="Head of quality", cv_file=pdf())
    assert late.status_code == 409
    assert "Head of quality" in late.content.decode()
    assert not files_in(media)
    nominee.refresh_from_db()
    assert nominee.current_function == "Line leader"


def test_the_trail_shows_a_change_of_a_candidate_to_hr_but_not_to_the_candidate(as_, world):
    edit(as_("hr"), world.nominee, current_function="Line leader")
    assert "changed a candidate" in as_("hr").get(reverse("event_list")).content.decode()
    assert "changed a candidate" not in as_("candidate").get(reverse("event_list")).content.decode()


def test_a_corrected_address_finds_its_own_person(as_, world):
    assert edit(as_("hr"), world.nominee, email=world.manager.email).status_code == 302
    world.nominee.refresh_from_db()
    assert world.nominee.user == world.manager
    told = {"email": world.adviser.email, "user": world.manager.pk}
    assert edit(as_("hr"), world.nominee, **told).status_code == 302
    world.nominee.refresh_from_db()
    assert world.nominee.user == world.adviser


def test_a_user_who_gets_the_address_of_a_candidate_is_linked_at_once(as_, world):
    late = User.objects.create_user(world.nominee.email, name="Nadia")
    world.nominee.refresh_from_db()
    assert world.nominee.user == late


def test_a_withdrawal_takes_the_candidate_out_and_keeps_the_scorecards(as_, world):
    client, url = as_("hr"), at("candidate_withdrawal", world.nominee)
    future = str(world.plant.today() + timedelta(days=1))
    assert client.post(url, {"on": future}).status_code == 422
    assert client.post(url, {"on": str(world.plant.today())}).status_code == 302
    world.nominee.refresh_from_db()
    assert world.nominee.state == "withdrew"
    assert world.nominee.scorecards.count() == 2
    assert client.get(url).status_code == 403


def test_after_a_submission_a_withdrawal_needs_a_reason(as_, world):
    fill(world.scorecard)
    client, url = as_("hr"), at("candidate_withdrawal", world.nominee)
    today = str(world.plant.today())
    assert client.post(url, {"on": today}).status_code == 422
    assert client.post(url, {"on": today, "reason": "Moves abroad."}).status_code == 302


def decide(world):
    fill_all(world.position)
    return Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process through a bad week.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )


def test_after_the_decision_hr_notes_who_told_the_candidate_and_how(as_, world):
    client, url = as_("hr"), at("candidate_telling", world.nominee)
    refused = client.get(url)
    assert refused.status_code == 403
    assert "There is no decision on Nadia Haddad to tell." in refused.content.decode()
    decide(world)
    told = {"told_on": str(world.plant.today()), "told_by": world.top.pk, "how": "phone"}
    assert client.post(url, told | {"how": "pigeon"}).status_code == 422
    assert client.post(url, told).status_code == 302
    assert world.nominee.told.told_by == world.top
    assert client.get(url).status_code == 403


@pytest.mark.parametrize("page", ["candidate_edit", "candidate_withdrawal", "candidate_telling"])
def test_the_panel_may_read_but_not_change_and_is_told_why(as_, world, page):
    answer = as_("assessor").get(at(page, world.nominee))
    assert answer.status_code == 403
    assert "Only HR of Plainfield plant organises this position." in answer.content.decode()
