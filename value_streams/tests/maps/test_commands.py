"""`import_map` and `export_map`: in and out of the database from the command line."""

import io
import sys

import pytest
from django.core.management import call_command

from value_streams.mapping import read_map, write_map
from value_streams.models import Map
from value_streams.tests.mapping.maps import STEERING_BRACKETS

from .entering import taken


def imported(company, file=STEERING_BRACKETS, **options):
    said = io.StringIO()
    call_command("import_map", str(file), stream=company.stream.pk, stdout=said, **options)
    return said.getvalue().strip()


def exported(pk):
    written = io.StringIO()
    call_command("export_map", str(pk), stdout=written)
    return written.getvalue()


def test_export_then_import_gives_the_same_map(company, tmp_path):
    imported(company)
    first = exported(Map.objects.get().pk)
    assert first == write_map(read_map(STEERING_BRACKETS.read_bytes()).map)
    file = tmp_path / "again.json"
    file.write_text(first.replace('"days": 5', '"days": 6'), encoding="utf-8")
    imported(company, file, by="manager@example.com")
    second = Map.objects.get(number=2)
    assert exported(second.pk) == file.read_text(encoding="utf-8")
    assert (second.started_by, second.standing) == (company.manager, "draft")


def test_the_same_file_twice_is_recognised(company):
    imported(company)
    assert "nothing was imported" in imported(company)
    assert Map.objects.count() == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [({"stream": 0}, "--stream"), ({"by": "nobody@example.com"}, "--by"), ({"by": "hr@"}, "--by")],
)
def test_what_it_is_to_go_into_must_be_there(company, capsys, options, said):
    with pytest.raises(SystemExit) as end:
        call_command(
            "import_map", str(STEERING_BRACKETS), **{"stream": company.stream.pk} | options
        )
    assert (end.value.code, Map.objects.count()) == (1, 0)
    assert capsys.readouterr().err.startswith(said)


def test_who_may_not_draw_the_maps_imports_none(company, capsys):
    with pytest.raises(SystemExit):
        imported(company, by="hr@example.com")
    assert Map.objects.count() == 0
    assert "draw its maps" in capsys.readouterr().err


def test_a_faulty_file_imports_nothing_and_says_every_fault(company, capsys, monkeypatch):
    raw = STEERING_BRACKETS.read_bytes().replace(b'"days": 5', b'"days": -5')
    raw = raw.replace(b'"joins": "main"', b'"joins": "nowhere"')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    with pytest.raises(SystemExit):
        imported(company, "-")
    lines = capsys.readouterr().err.splitlines()
    assert "paths[0].elements[0].days: must be 0 or more, got -5" in lines
    assert 'paths[1].joins: there is no path "nowhere"' in lines
    assert Map.objects.count() == 0


def test_a_half_entered_map_is_not_exported(company, capsys):
    drawn = Map.start(company.stream, "ideal", by=company.manager)
    with pytest.raises(SystemExit):
        exported(drawn.pk)
    assert "working_time" in capsys.readouterr().err


def test_a_map_that_is_not_there_is_said(company, capsys):
    taken(company)
    with pytest.raises(SystemExit):
        exported(0)
    assert capsys.readouterr().err == "there is no map 0\n"
