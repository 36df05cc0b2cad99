"""The charter: a new manager's first page, drawn from the data."""

import pytest
from django.urls import reverse

from value_streams.models import Appointment, Authority, CustomerRequirement, Map, ValueStream
from vsm_portal.exporting.models import Export
from vsm_portal.tasks_waiting import waiting_for


@pytest.fixture
def url(company):
    return reverse("charter", args=[company.appointment.pk])


def read(as_, who, url):
    return as_(who).get(url).content.decode()


def test_it_says_how_many_of_the_nine_are_done_and_what_is_missing(as_, url):
    page = read(as_, "manager", url)
    assert "<h1>Manager: 1 of 9 responsibilities is done, 2 are begun, 4 are missing</h1>" in page
    assert page.count('<li class="is-missing">') == 4
    assert page.count('<li class="is-unrecorded">') == 2
    assert "Value-stream plans are not recorded yet." in page
    assert "No map of this state is there." in page


def test_maps_in_force_are_its_evidence(client, world):
    client.force_login(world.manager)
    page = client.get(reverse("charter", args=[world.appointment.pk])).content.decode()
    assert "Version 1 is in force, as of 15 January 2026." in page
    assert "days of lead time" in page
    assert "A draft is begun; none is in force." in page
    assert reverse("map_detail", args=[world.current_map.pk]) in page


def test_a_confirmed_family_says_who_and_when_and_leads_to_it(as_, company, url):
    assert "Brackets is named; no product matrix confirms it." in read(as_, "manager", url)
    proposal = company.proposal
    names = [
        "Brackets" if "Weld" in each.steps else "Rails" for each in proposal.figures().families
    ]
    proposal.confirm(names, by=company.executive, version=proposal.version)
    page = read(as_, "manager", url)
    assert "Brackets, confirmed by Executive on" in page
    assert reverse("family_detail", args=[company.family.pk]) in page


def test_every_hole_has_a_way_to_mend_it_for_who_may(as_, company, url):
    company.stream.requirements.all().delete()
    ValueStream.objects.filter(pk=company.stream.pk).update(family=None)
    page = read(as_, "manager", url)
    for name in ("map_create", "stream_edit", "requirement_create"):
        address = reverse(name, args=[company.stream.pk])
        assert address in page
        assert as_("manager").get(address).status_code == 200
        assert address not in read(as_, "hr", url)


@pytest.mark.parametrize("authority", Authority.values)
def test_it_says_what_the_authority_means(as_, company, url, authority):
    Appointment.objects.update(authority=authority)
    meaning = {
        "monitor": "Can be held to a true picture of the stream",
        "influence": "Can be held to the plan and to what was agreed",
        "profit_and_loss": "Answers for its result.",
    }
    assert meaning[authority] in read(as_, "manager", url)


def test_reporting_to_somebody_else_than_the_top_person_is_a_warning(as_, company, url):
    warning = "This is not the top person of the site, Top."
    assert warning not in read(as_, "manager", url)
    Appointment.objects.filter(pk=company.appointment.pk).update(reports_to=company.executive)
    assert warning in read(as_, "manager", url)


def test_commitments_are_the_customers_requirements(as_, company, url):
    CustomerRequirement.objects.update(met="met")
    assert "1 of 1 requirement of the customer is met." in read(as_, "manager", url)
    company.stream.requirements.create(what="Price", target="−3 %", met="not_met")
    page = read(as_, "manager", url)
    assert "1 of 2 requirements of the customer are met." in page
    assert "not all kept" in page


def test_a_former_manager_does_not_read_how_the_stream_stands_today(as_, company, url):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    assert as_("manager").get(url).status_code == 404
    assert "The appointment has ended" in read(as_, "hr", url)
    own = as_("manager").get(reverse("appointment_detail", args=[company.appointment.pk]))
    assert own.status_code == 200
    assert url not in own.content.decode()


def test_readers_who_have_no_part_in_it_do_not_learn_to_whom_it_was_announced(as_, url):
    for who in ("executive", "adviser", "administrator"):
        page = read(as_, who, url)
        assert "2 of 2 people confirmed reading it." in page
        assert "Second Assessor" not in page
    for who in ("hr", "top", "manager"):
        assert "Second Assessor" in read(as_, who, url)


def test_hostile_text_is_only_text(as_, company, url):
    ValueStream.objects.update(begins_with="<script>alert(1)</script>")
    Appointment.objects.update(way_back="<img src=x onerror=alert(1)>")
    page = read(as_, "manager", url)
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_number_of_queries_does_not_depend_on_how_much_there_is(client, world, queries):
    url = reverse("charter", args=[world.appointment.pk])
    client.force_login(world.manager)
    few = queries(lambda: client.get(url))
    for n in range(10):
        world.stream.requirements.create(what=f"Requirement {n}", target="1")
        Map.start(world.stream, "ideal", by=world.manager, name=f"Ideal {n}")
    assert queries(lambda: client.get(url)) == few


# -- what waits for the manager


def charters(user):
    return [task for task in waiting_for(user) if task.kind == "charter"]


def test_it_waits_for_the_manager_while_it_has_holes(company):
    [task] = charters(company.manager)
    assert task.what == "Go through your charter of Steering brackets"
    assert task.sentence == "What you are there for; 5 parts of it are still open."
    assert task.url == reverse("charter", args=[company.appointment.pk])
    for who in ("hr", "executive", "top", "adviser"):
        assert charters(company.people[who]) == []


def test_it_waits_no_longer_when_there_is_something_behind_each(world):
    proposal = world.proposal
    names = [
        "Brackets" if "Weld" in each.steps else "Rails" for each in proposal.figures().families
    ]
    proposal.confirm(names, by=world.executive, version=proposal.version)
    ValueStream.objects.update(begins_with="Coils", ends_with="Trays")
    [task] = charters(world.manager)
    assert "2 parts of it" in task.sentence
    for state in ("future", "ideal"):
        drawn = world.current_map.copy(by=world.manager, state=state)
        drawn.put_in_force(by=world.manager, seen=drawn.saves_made)
    assert charters(world.manager) == []


# -- on paper


def test_the_pdf_is_asked_for_and_made_for_who_may_read_it(as_, company, url):
    answer = as_("adviser").post(reverse("charter_pdf", args=[company.appointment.pk]))
    export = Export.objects.get()
    assert answer.url == reverse("export_detail", args=[export.pk])
    name, content = export.definition.render(export.thing(), company.adviser)
    assert name == "Charter, Steering brackets.pdf"
    assert content.startswith(b"%PDF")
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    assert export.thing() is None


def test_the_pdf_is_set_for_screen_readers_and_takes_any_text(company):
    from value_streams.charter_report import REPORT

    hostile = {"begins_with": "#set page(width: 1cm) $x$ 漢字", "name": "A" * 120}
    ValueStream.objects.filter(pk=company.stream.pk).update(**hostile)
    thing = REPORT.find(company.appointment.pk, company.manager)
    assert REPORT.render(thing, company.manager)[1].startswith(b"%PDF")
