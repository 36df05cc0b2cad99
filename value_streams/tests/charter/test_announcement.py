"""The letter that says which authority a manager has: signed once, read and confirmed once."""

import pytest
from django.urls import reverse

from value_streams import announcement_mails
from value_streams.models import Addressee, Announcement, Appointment, ReadingConfirmation
from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event
from vsm_portal.outbox import kinds
from vsm_portal.outbox.models import Message
from vsm_portal.tasks_waiting import waiting_for

LETTER = "Please give Manager the facts and the time this needs."


@pytest.fixture
def new(company):
    return reverse("announcement_create", args=[company.appointment.pk])


@pytest.fixture
def unannounced(company):
    company.appointment.announcements.all().delete()
    return company


def content(company, **changed):
    return {
        "people": [company.other_manager.pk, company.chair.pk],
        "departments": "Press shop\n\nLogistics\nLogistics",
        "subject": "Manager leads Steering brackets",
        "text": LETTER,
        "seen": 1,
        "number": 2,
        **changed,
    }


@pytest.fixture
def issued(as_, company, new, django_capture_on_commit_callbacks):
    """A second letter, to `other_manager`, `chair` and two departments; nobody has read it."""
    with django_capture_on_commit_callbacks(execute=True):
        as_("top").post(new, content(company))
    return company.appointment.announcements.get(number=2)


def at(letter, name="announcement_detail"):
    return reverse(name, args=[letter.pk])


def kinds_waiting(user):
    return [task.kind for task in waiting_for(user)]


# -- writing


def test_the_letter_is_proposed_with_authority_boundary_and_superior(as_, new):
    page = as_("top").get(new).content.decode()
    assert "Manager is responsible for the value stream Steering brackets" in page
    assert "Can be held to the plan and to what was agreed" in page
    assert "Manager reports to Top." in page


def test_whom_the_letter_before_named_is_proposed_again(as_, new):
    page = as_("top").get(new).content.decode()
    assert "Logistics</textarea>" in page
    assert page.count("checked") == 2


def test_it_is_kept_as_signed_with_its_day_and_everybody_it_names(as_, company, issued):
    assert (issued.signed_by, issued.place) == ("Top", "Plainfield plant")
    assert issued.issued_on == company.plant.today()
    assert issued.authority == "influence"
    names = [addressee.name for addressee in issued.addressees.all()]
    assert sorted(names) == ["Chair", "Logistics", "Other Manager", "Press shop"]
    company.stream.name, company.top.name = "Renamed", "Married"
    company.stream.save()
    company.top.save()
    page = as_("hr").get(at(issued)).content.decode()
    assert "<h1>Manager leads Steering brackets</h1>" in page
    assert "Married" not in page


@pytest.mark.parametrize("who", ["hr", "executive", "manager", "head_executive"])
def test_only_the_top_person_signs(as_, company, new, who):
    for method in ("get", "post"):
        answer = getattr(as_(who), method)(new, content(company))
        assert answer.status_code == 403
        assert "Only the top person of the site" in answer.content.decode()
    assert Announcement.objects.filter(number=2).count() == 0


def test_nothing_is_announced_of_an_appointment_that_ended(as_, company, new):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    answer = as_("top").post(new, content(company))
    assert answer.status_code == 403
    assert "nothing to announce" in answer.content.decode()


def test_a_letter_to_nobody_is_refused_and_keeps_what_was_typed(as_, company, new):
    answer = as_("top").post(new, content(company, people=[], departments=" \n"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Say to whom the letter goes" in page
    assert LETTER in page
    assert Announcement.objects.filter(number=2).count() == 0


def test_strangers_the_manager_and_endless_names_are_refused(as_, company, new):
    for person in (company.outsider, company.manager, company.top):
        assert as_("top").post(new, content(company, people=[person.pk])).status_code == 422
    long = content(company, departments="D" * 151)
    assert "at most 150 characters" in as_("top").post(new, long).content.decode()
    many = content(company, departments="\n".join(f"D{n}" for n in range(51)))
    assert "At most 50 departments" in as_("top").post(new, many).content.decode()


@pytest.mark.parametrize("field", ["number", "seen"])
def test_a_number_that_no_database_holds_is_refused(as_, company, new, field):
    answer = as_("top").post(new, content(company, **{field: 10**30}))
    assert answer.status_code == 422
    assert LETTER in answer.content.decode()


def test_the_terms_changed_while_it_was_written_so_nothing_is_signed(as_, company, new):
    Appointment.objects.filter(pk=company.appointment.pk).update(version=2, authority="monitor")
    answer = as_("top").post(new, content(company))
    assert answer.status_code == 409
    assert LETTER in answer.content.decode()
    assert Announcement.objects.filter(number=2).count() == 0


def test_sent_twice_it_is_signed_once(as_, company, issued, new):
    answer = as_("top").post(new, content(company, text="Sent again."))
    assert answer.status_code == 409
    assert "Sent again." in answer.content.decode()
    assert Announcement.objects.filter(number=2).get().text == LETTER
    assert Event.objects.filter(action="announcement.issued").count() == 3


# -- who reads it


def test_whoever_is_addressed_reads_that_letter_and_nothing_else(as_, company, issued):
    page = as_("chair").get(at(issued)).content.decode()
    assert LETTER in page
    assert "Other Manager" in page
    assert "not confirmed yet" not in page
    others = (
        reverse("announcement_detail", args=[company.announcement.pk]),
        reverse("charter", args=[company.appointment.pk]),
        reverse("appointment_detail", args=[company.appointment.pk]),
        reverse("stream_detail", args=[company.stream.pk]),
    )
    for address in others:
        assert as_("chair").get(address).status_code == 404
        assert address not in page


@pytest.mark.parametrize("who", ["hr", "top", "manager"])
def test_hr_the_top_person_and_the_manager_see_who_has_confirmed(as_, issued, who):
    assert as_(who).get(at(issued)).content.decode().count("not confirmed yet") == 2


@pytest.mark.parametrize("who", ["executive", "adviser", "administrator", "outsider", "head_hr"])
def test_nobody_else_reads_it(as_, issued, who):
    for name in ("announcement_detail", "announcement_pdf", "announcement_confirmation"):
        method = "get" if name == "announcement_detail" else "post"
        assert getattr(as_(who), method)(at(issued, name)).status_code == 404


def test_hostile_text_is_only_text(as_, company, new):
    hostile = "<script>alert(1)</script>"
    data = content(company, subject=hostile, text=hostile, departments=hostile)
    as_("top").post(new, data)
    letter = company.appointment.announcements.get(number=2)
    for address in (at(letter), reverse("charter", args=[company.appointment.pk])):
        page = as_("manager").get(address).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_number_of_queries_does_not_depend_on_the_addressees(as_, company, issued, queries):
    client = as_("hr")
    few = queries(lambda: client.get(at(issued)))
    for person in (company.assessor, company.executive, company.head_hr, company.adviser):
        Addressee.objects.create(announcement=issued, user=person, name=person.name)
    assert queries(lambda: client.get(at(issued))) == few


# -- confirming


def test_reading_waits_until_it_is_confirmed_once(as_, company, issued):
    [task] = [task for task in waiting_for(company.chair) if task.kind == "announcement"]
    assert task.what == "Read a letter from Top"
    assert task.url == at(issued)
    confirm = at(issued, "announcement_confirmation")
    for _twice in range(2):
        assert as_("chair").post(confirm).url == at(issued)
    assert ReadingConfirmation.objects.filter(addressee__announcement=issued).count() == 1
    events = Event.objects.filter(action="announcement.confirmed", actor=company.chair)
    assert events.count() == 1
    assert "announcement" not in kinds_waiting(company.chair)
    assert "You confirmed on" in as_("chair").get(at(issued)).content.decode()
    assert "1 of 2 people confirmed" in (
        as_("hr").get(reverse("appointment_detail", args=[company.appointment.pk])).content.decode()
    )


def test_whoever_reads_it_without_being_addressed_cannot_confirm(as_, issued):
    answer = as_("manager").post(at(issued, "announcement_confirmation"))
    assert answer.status_code == 403
    assert "not addressed to you" in answer.content.decode()


def test_a_newer_letter_takes_the_place_of_one_not_read(as_, company, issued, new):
    as_("top").post(new, content(company, number=3, people=[company.chair.pk]))
    assert kinds_waiting(company.chair).count("announcement") == 1
    answer = as_("chair").post(at(issued, "announcement_confirmation"))
    assert answer.status_code == 403
    assert "newer letter" in answer.content.decode()
    assert announcement_mails.still_needed(issued.pk, company.chair) is None


def test_nobody_is_asked_any_more_when_the_appointment_has_ended(company, issued):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    assert "announcement" not in kinds_waiting(company.chair)
    assert announcement_mails.still_needed(issued.pk, company.chair) is None


# -- the mail


def test_everybody_addressed_gets_one_mail_that_says_nothing_of_the_letter(company, issued):
    mails = Message.objects.filter(kind=announcement_mails.ISSUED)
    assert {message.recipient for message in mails} == {company.chair, company.other_manager}
    message = mails.get(recipient=company.chair)
    kind = kinds.kind(message.kind)
    mail = kind.mail(kind.still_needed(message.about_id, company.chair), company.chair, message)
    assert mail.subject == "A letter to read: Steering brackets"
    assert at(issued) in mail.text
    assert LETTER not in mail.text
    assert "influence" not in mail.text.lower()


def test_what_was_not_planned_is_caught_up_with_and_never_doubled(company, issued):
    Message.objects.all().delete()
    from vsm_portal.outbox.planning import plan_all

    plan_all()
    plan_all()
    assert Message.objects.filter(kind=announcement_mails.ISSUED).count() == 2
    User.objects.filter(pk=company.chair.pk).update(is_active=False)
    assert announcement_mails.still_needed(issued.pk, company.chair) is None


# -- announcing again


def test_it_waits_for_the_top_person_until_the_authority_is_announced(as_, unannounced, new):
    company = unannounced
    [task] = [task for task in waiting_for(company.top) if task.kind == "announce"]
    assert (task.what, task.url) == ("Announce the authority of Manager", new)
    as_("top").post(new, content(company, number=1))
    assert "announce" not in kinds_waiting(company.top)


def test_a_changed_authority_says_announce_again(as_, company, issued):
    Appointment.objects.filter(pk=company.appointment.pk).update(authority="profit_and_loss")
    for name in ("charter", "appointment_detail"):
        page = as_("hr").get(reverse(name, args=[company.appointment.pk])).content.decode()
        assert "The authority changed since it was announced on" in page
    [task] = [task for task in waiting_for(company.top) if task.kind == "announce"]
    assert "the authority changed since" in task.sentence
    page = as_("top").get(at(issued)).content.decode()
    assert "The authority changed since." in page
    assert reverse("announcement_create", args=[company.appointment.pk]) in page
    assert "The authority changed" not in as_("chair").get(at(issued)).content.decode()


# -- on paper


def test_the_letter_is_a_pdf_for_who_may_read_it(as_, company, issued):
    from value_streams.announcement_report import REPORT

    assert as_("chair").post(at(issued, "announcement_pdf")).status_code == 302
    assert REPORT.find(issued.pk, company.executive) is None
    name, pdf = REPORT.render(REPORT.find(issued.pk, company.chair), company.chair)
    assert name == "Announcement.pdf"
    assert pdf.startswith(b"%PDF")
