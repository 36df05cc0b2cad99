"""From a matrix to confirmed families: proposed, moved by hand, confirmed by a person."""

import pytest
from django.urls import reverse

from value_streams import grouping_jobs
from value_streams.models import Family, FamilyProposal, Matrix
from value_streams.models.family_proposal import MOST_ATTEMPTS
from vsm_portal.audit.models import Event
from vsm_portal.permission import Refused


@pytest.fixture
def url(company):
    return reverse("proposal_detail", args=[company.proposal.pk])


@pytest.fixture
def large(company):
    """A matrix that no page groups itself."""
    steps = [f"S{n}" for n in range(30)]
    rows = [
        "\t".join([f"P{n}", *("X" if n % 5 == step % 5 else "" for step in range(30))])
        for n in range(40)
    ]
    table = "\n".join(["\t".join(["product", *steps]), *rows, ""])
    matrix = Matrix(site=company.plant, name="Large", table=table)
    matrix.enter(by=company.executive)
    return matrix


def asked(matrix, by, **fields):
    proposal = FamilyProposal(matrix=matrix, **fields)
    proposal.ask(by=by)
    proposal.refresh_from_db()
    return proposal


def act(client, name, proposal, /, *more, **data):
    return client.post(reverse(name, args=[proposal.pk, *more]), data)


# -- asking


def test_a_small_matrix_is_grouped_at_once(as_, company):
    ask = reverse("proposal_create", args=[company.matrix.pk])
    data = {"common_steps": "0.8", "work_spread": "0.3"}
    page = as_("manager").post(ask, data, follow=True).content.decode()
    assert "<h1>2 product families, 1 of 9 crossings lies outside</h1>" in page


def test_what_cannot_be_asked_is_said_at_the_fields(as_, company):
    ask = reverse("proposal_create", args=[company.matrix.pk])
    data = {"common_steps": "80", "work_spread": "-1", "number": "9", "left_out": ["Stamp"]}
    answer = as_("manager").post(ask, data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The number of families must be from 1 to 3, got 9." in page
    assert "less than or equal to 1" in page
    assert "greater than or equal to 0" in page


def test_upstream_steps_are_left_out(as_, company):
    ask = reverse("proposal_create", args=[company.matrix.pk])
    data = {"common_steps": "0.8", "work_spread": "0.3", "left_out": ["Weld"]}
    as_("manager").post(ask, data)
    families = FamilyProposal.objects.first().figures().families
    assert [family.steps for family in families] == [("Stamp",), ("Roll", "Pierce")]


# -- large ones are a job


def test_a_large_matrix_waits_for_the_worker_and_the_page_says_how_far_it_is(as_, company, large):
    proposal = asked(large, company.executive)
    assert proposal.state == "waiting"
    page = as_("hr").get(reverse("proposal_detail", args=[proposal.pk])).content.decode()
    assert "The products are being grouped: 0 % done" in page
    grouping_jobs.group(proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.done, len(proposal.figures().families)) == ("ready", 100, 5)


def test_a_proposal_is_grouped_once_however_often_it_is_hinted(company, large, monkeypatch):
    proposal = asked(large, company.executive)
    grouping_jobs.group(proposal.pk)
    again = []
    monkeypatch.setattr(grouping_jobs, "propose", lambda *asked: again.append(asked))
    grouping_jobs.group(proposal.pk)
    assert again == []


def test_what_a_dead_worker_left_is_taken_over_and_given_up_in_the_end(company, large):
    proposal = asked(large, company.executive)
    mine = FamilyProposal.objects.filter(pk=proposal.pk)
    mine.update(state="running", attempts=1, lease_until="2020-01-01T00:00Z")
    grouping_jobs.group(proposal.pk)
    assert mine.get().state == "ready"
    mine.update(state="running", attempts=MOST_ATTEMPTS, lease_until="2020-01-01T00:00Z")
    grouping_jobs.group(proposal.pk)
    assert mine.get().state == "failed"


def test_the_sweep_finds_what_no_worker_heard_of(company, large, monkeypatch):
    proposal, heard = asked(large, company.executive), []
    monkeypatch.setattr(grouping_jobs, "hint", heard.append)
    grouping_jobs.sweep()
    assert heard == [proposal.pk]


# -- the page


def test_the_page_shows_blocks_figures_and_the_other_numbers(as_, url):
    page = as_("hr").get(url).content.decode()
    assert "<svg" in page
    assert "Left bracket, Right bracket" in page
    assert "75 %" in page  # brackets: 18,400 of 24,400 pieces
    assert "best" in page
    assert "only executives" in page.lower()  # why the buttons are off


def test_a_changed_matrix_is_said(as_, company, url):
    Matrix.objects.update(version=2)
    assert "The matrix was changed since." in as_("hr").get(url).content.decode()


# -- moving by hand


def test_a_moved_step_changes_the_figures(as_, company, url):
    client, proposal = as_("manager"), company.proposal
    answer = act(client, "proposal_arrangement", proposal, what=["s1"], to="1", version="1")
    assert answer.status_code == 302
    proposal.refresh_from_db()
    assert proposal.moved
    assert proposal.figures().exceptional == 2
    assert "2 of 9 crossings lie outside" in client.get(url).content.decode()


def test_a_family_is_never_left_empty(as_, company):
    answer = act(
        as_("manager"), "proposal_arrangement", company.proposal, what=["p0", "p1"], to=1, version=1
    )
    assert answer.status_code == 422
    assert "Family 1 would be left without a product" in answer.content.decode()


def test_who_moves_second_overwrites_nothing(as_, company):
    client = as_("manager")
    act(client, "proposal_arrangement", company.proposal, what=["s1"], to="1", version="1")
    answer = act(client, "proposal_arrangement", company.proposal, what=["p0"], to="1", version="1")
    assert answer.status_code == 409
    company.proposal.refresh_from_db()
    assert company.proposal.products == [0, 0, 1, 1]


def test_another_number_of_families_can_be_shown(as_, company):
    act(as_("manager"), "proposal_number", company.proposal, 3, version="1")
    company.proposal.refresh_from_db()
    assert len(company.proposal.figures().families) == 3


def test_a_page_that_waited_is_told_that_the_proposal_is_ready(as_, company, url):
    part = as_("manager").get(url, headers={"HX-Request": "true"}).content.decode()
    assert "The proposal is ready" in part
    assert "<main" not in part
    assert "hx-get" not in part
    assert url in part


# -- confirming


def naming(company, **changed):
    seen = " ".join(f"{each.pk}:{each.version}" for each in Family.objects.all())
    return {"version": "1", "seen": seen, "name_0": "Brackets", "name_1": "Rails"} | changed


def test_confirming_makes_the_families_and_says_who_and_when(as_, company, url):
    client = as_("executive")
    act(client, "proposal_confirmation", company.proposal, **naming(company))
    brackets = Family.objects.get(name="Brackets")
    assert brackets.pk == company.family.pk
    assert (brackets.product_list, brackets.version) == (["Left bracket", "Right bracket"], 2)
    assert Family.objects.get(name="Rails").product_list == ["Upper rail", "Lower rail"]
    assert Event.objects.filter(action="familyproposal.confirmed", actor=company.executive).exists()
    assert "confirmed by Executive" in client.get(url).content.decode()


def test_what_is_confirmed_stays(as_, company):
    client = as_("executive")
    data = {"version": "1", "name_0": "A", "name_1": "B"}
    act(client, "proposal_confirmation", company.proposal, **data)
    for name, more in (("proposal_arrangement", ()), ("proposal_confirmation", ())):
        assert act(client, name, company.proposal, *more).status_code == 403


def test_two_families_of_one_name_are_refused(as_, company):
    data = {"version": "1", "name_0": "A", "name_1": "A"}
    answer = act(as_("executive"), "proposal_confirmation", company.proposal, **data)
    assert answer.status_code == 422
    assert "Two families cannot have the same name." in answer.content.decode()


def test_who_may_add_no_family_confirms_none(as_, company):
    """The manager changes the family of their stream; a new one is the executive's to add."""
    answer = act(as_("manager"), "proposal_confirmation", company.proposal, **naming(company))
    assert answer.status_code == 422
    assert "Only an executive of the site may add" in answer.content.decode()
    with pytest.raises(Refused, match="may add a product family"):
        company.proposal.confirm(["Brackets", "Rails"], by=company.manager, version=1)
    assert list(Family.objects.values_list("version", flat=True)) == [1] * Family.objects.count()
    assert not Family.objects.filter(name="Rails").exists()


def test_whoever_may_change_no_family_sees_why_the_button_is_off(as_, company, url):
    client = as_("other_manager")
    page = client.get(url).content.decode()
    assert reverse("proposal_confirmation", args=[company.proposal.pk]) not in page
    assert "Only an executive of the site may add a product family." in page
    answer = act(client, "proposal_confirmation", company.proposal, **naming(company))
    assert answer.status_code == 403


def test_a_family_somebody_changed_meanwhile_keeps_its_products_and_both_are_shown(as_, company):
    data = naming(company)
    Family.objects.filter(name="Brackets").update(products="Centre bracket", version=2)
    answer = act(as_("executive"), "proposal_confirmation", company.proposal, **data)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Centre bracket" in page
    assert "Left bracket" in page
    assert not Family.objects.filter(name="Rails").exists()
    assert Family.objects.get(name="Brackets").products == "Centre bracket"


def test_the_number_of_queries_does_not_depend_on_the_matrix(as_, company, large, queries):
    client = as_("executive")
    proposal = asked(large, company.executive)
    grouping_jobs.group(proposal.pk)
    counts = {
        queries(lambda one=one: client.get(reverse("proposal_detail", args=[one.pk])))
        for one in (company.proposal, proposal)
    }
    assert len(counts) == 1
