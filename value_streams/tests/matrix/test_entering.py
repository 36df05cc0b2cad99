"""Entering, pasting and importing a matrix: nothing typed is lost, every fault is said at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from value_streams.models import Matrix
from vsm_portal.audit.models import Event

LIST = reverse("matrix_list")
NEW = reverse("matrix_create")
IMPORT = reverse("matrix_import_new")
TABLE = "product\tSaw\tMill\r\nA\t39 s\t2 min\r\nB\t\tX\r\n"


@pytest.fixture
def edit(company):
    return reverse("matrix_edit", args=[company.matrix.pk])


def entry(company, **changed):
    return {"site": company.plant.pk, "name": "Rings", "table": TABLE, **changed}


def csv_file(text, name="rings.csv"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


# -- the list


def test_the_list_says_where_each_matrix_stands(as_, company):
    page = as_("hr").get(LIST).content.decode()
    assert "<h1>1 product matrix</h1>" in page
    assert "proposed, not confirmed" in page


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(as_, company, queries):
    client = as_("executive")
    counts = {}
    for rows in (1, 3, 60):
        for n in range(Matrix.objects.count(), rows):
            Matrix(site=company.plant, name=f"M {n}", table=TABLE).enter(by=company.executive)
        counts[rows] = queries(lambda: client.get(LIST))
    assert len(set(counts.values())) == 1, counts


def test_the_empty_list_says_what_to_do_next(as_, company):
    Matrix.objects.all().delete()
    page = as_("manager").get(LIST).content.decode()
    assert "<h1>No product matrix yet</h1>" in page
    assert NEW in page


def test_nobody_of_another_company_finds_it(as_, company):
    assert "Brackets and rails" not in as_("outsider").get(LIST).content.decode()


# -- entering


def test_units_typed_along_are_understood_and_the_conversion_is_said(as_, company):
    page = as_("executive").post(NEW, entry(company), follow=True).content.decode()
    assert Matrix.objects.get(name="Rings").grid().cells == ((39.0, 120.0), (0.0, None))
    assert "2 min is taken as 120 s" in page


def test_a_manager_of_a_stream_enters_a_matrix_of_their_site_with_an_audit_row(as_, company):
    assert as_("other_manager").post(NEW, entry(company)).status_code == 302
    assert Event.objects.filter(action="matrix.entered", actor=company.other_manager).exists()


def test_a_matrix_of_another_site_cannot_be_entered(as_, company):
    answer = as_("manager").post(NEW, entry(company, site=company.foreign.pk))
    assert answer.status_code == 422
    assert not Matrix.objects.filter(name="Rings").exists()


def test_every_fault_is_said_at_once_and_what_was_typed_stays(as_, company):
    table = "product\tSaw\tMill\tdemand_per_month\nA\tNaN\t-4\t0\nB\t\t\tmany\n"
    answer = as_("executive").post(NEW, entry(company, name="", table=table))
    page = answer.content.decode()
    assert answer.status_code == 422
    for fault in (
        "line 2: Saw: must be empty, 0, X, 1 or a number of seconds, got NaN",
        "line 2: Mill: must be 0 or more, got -4",
        "line 2: demand_per_month: must be greater than 0, got 0",
        "line 3: product: “B” passes no step",
        "line 3: demand_per_month: must be a number of pieces, got many",
        "This field is required",
    ):
        assert fault in page
    assert "A\tNaN\t-4\t0" in page
    assert not Matrix.objects.filter(site=company.plant).exclude(pk=company.matrix.pk).exists()


def test_the_same_name_twice_at_a_site_is_refused_at_the_name(as_, company):
    answer = as_("executive").post(NEW, entry(company, name="Brackets and rails"))
    assert answer.status_code == 422
    assert "already has a matrix of this name" in answer.content.decode()


def test_a_product_name_is_never_run_as_a_page(as_, company):
    table = "product\t<script>alert(1)</script>\n<b>A</b>\tX\n=1+1\tX\n"
    page = as_("executive").post(NEW, entry(company, table=table), follow=True).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;A&lt;/b&gt;" in page


# -- changing


def test_the_form_holds_the_table_and_saves_another_one(as_, company, edit):
    client = as_("manager")
    assert "Left bracket\t1\t85" in client.get(edit).content.decode()
    data = {"name": "Rings", "table": TABLE, "version": company.matrix.version}
    assert client.post(edit, data).status_code == 302
    company.matrix.refresh_from_db()
    assert (company.matrix.products_count, company.matrix.version) == (2, 2)


def test_who_saves_second_sees_both_texts_and_overwrites_nothing(as_, company, edit):
    client = as_("manager")
    data = {"name": "Brackets and rails", "table": TABLE, "version": 1}
    client.post(edit, data)
    answer = client.post(edit, data | {"table": "product\tSaw\nTheirs\tX\n"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs" in page
    assert "A\t39\t120" in page
    assert "Theirs" not in Matrix.objects.get(pk=company.matrix.pk).table


def test_in_german_a_comma_is_the_decimal_mark_both_ways(as_, company, edit, settings):
    client = as_("executive")
    company.executive.language = "de"
    company.executive.save()
    table = "product\tSaw\nA\t1,5\nB\t1.500\n"
    data = {"name": "Rings", "table": table, "version": 1}
    client.post(edit, data, headers={"accept-language": "de"})
    cells = Matrix.objects.get(pk=company.matrix.pk).grid().cells
    assert cells[0] == (1.5,)


def test_a_stored_figure_with_three_decimals_is_no_thousand():
    assert Matrix(table="product\tSaw\nA\t1.234\n").grid().cells == ((1.234,),)


# -- files


def test_a_file_is_shown_before_anything_is_saved(as_, company):
    text = "product;Saw;Mill\nA;39;20\nB;;X\n"
    answer = as_("executive").post(IMPORT, {"file": csv_file(text)})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "2 products and 2 steps. Nothing is saved yet." in page
    assert "A;39;20" in page
    assert Matrix.objects.count() == 1


def test_a_bad_file_says_all_faults_and_can_be_mended_on_the_page(as_, company):
    answer = as_("executive").post(IMPORT, {"file": csv_file("product,Saw\nA,-4\nA,NaN\n")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "line 2: Saw: must be 0 or more, got -4" in page
    assert "line 3: product: “A” is there twice, first in line 2" in page
    assert "A,-4" in page


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"product,Saw\nA,\xff\n", b""])
def test_a_file_that_is_no_text_is_refused_at_the_file(as_, company, content):
    assert as_("executive").post(IMPORT, {"file": csv_file(content)}).status_code == 422


def test_a_file_that_is_too_large_is_refused_unread(as_, company, settings):
    settings.MATRIX_MAX_BYTES = 10
    answer = as_("executive").post(IMPORT, {"file": csv_file("product,Saw\nA,1\n")})
    assert (answer.status_code, "MB can be read" in answer.content.decode()) == (422, True)


def test_the_largest_file_comes_back_with_the_form_that_saves_it(as_, company, settings):
    """Separators and line breaks would triple in a form that is not sent in parts."""
    rest = "1;" * 198 + "1" + " " * 600
    lines = [
        "product;" + ";".join(f"S{n}" for n in range(199)),
        *[f"P{n};{rest}" for n in range(999)],
    ]
    text = "\n".join(lines)
    assert settings.MATRIX_MAX_BYTES * 0.9 < len(text) < settings.MATRIX_MAX_BYTES
    page = as_("executive").post(IMPORT, {"file": csv_file(text)})
    assert 'enctype="multipart/form-data"' in page.content.decode()
    saved = as_("executive").post(NEW, entry(company, table=text.replace("\n", "\r\n")))
    assert (saved.status_code, Matrix.objects.filter(name="Rings").count()) == (302, 1)


def test_a_file_for_a_matrix_says_what_would_change(as_, company):
    url = reverse("matrix_import", args=[company.matrix.pk])
    text = "product,Stamp,Weld\nLeft bracket,1,90\nNew bracket,1,80\n"
    page = as_("executive").post(url, {"file": csv_file(text)}).content.decode()
    assert "New products (1): New bracket." in page
    assert "Products no longer there (3)" in page
    assert "1 cell has another value." in page


def test_the_same_file_twice_is_recognised_and_the_saved_file_is_such_a_file(as_, company):
    client = as_("executive")
    saved = client.get(reverse("matrix_file", args=[company.matrix.pk])).content
    url = reverse("matrix_import", args=[company.matrix.pk])
    page = client.post(url, {"file": csv_file(saved)}).content.decode()
    assert "nothing would change" in page
