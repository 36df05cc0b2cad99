"""Files in and out of a map: JSON, drawing, PDF, the photo of the pencil map."""

import io
import json
import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from value_streams.map_report import REPORT
from value_streams.mapping import read_map, write_map
from value_streams.maps import photo_file
from value_streams.models import Map, MapPhoto
from value_streams.models.map_saving import save_row
from value_streams.tests.mapping.maps import STEERING_BRACKETS
from vsm_portal.exporting.models import Export

from .entering import element, out

RAW = STEERING_BRACKETS.read_bytes()


def url(name, of):
    return reverse(name, args=[of.pk])


def chosen(content, name="map.json"):
    return {"file": SimpleUploadedFile(name, content)}


def text(response):
    return response.content.decode()


# Out


def test_the_file_is_the_map_to_be_saved_and_not_to_be_opened(as_, drawn):
    answer = as_("other_manager").get(url("map_export", drawn))
    assert text(answer) == write_map(read_map(RAW).map)
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_half_entered_map_is_no_file_yet_but_a_drawing(as_, company, drawn):
    save_row(element(drawn, "Press"), {"cycle_time_s": None}, by=company.manager, version=1)
    assert as_("manager").get(url("map_export", drawn)).status_code == 403
    assert as_("manager").get(url("map_drawing", drawn)).status_code == 200


def test_the_drawing_stands_alone(as_, drawn):
    answer = as_("hr").get(url("map_drawing", drawn))
    assert answer["Content-Type"] == "image/svg+xml"
    assert text(answer).startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "@font-face" in text(answer)


def test_without_demand_there_is_nothing_to_draw_or_print(as_, company, drawn):
    drawn.save_head({"demand_per_month": None}, by=company.manager, version=1)
    assert as_("manager").get(url("map_drawing", drawn)).status_code == 403
    assert as_("manager").post(url("map_pdf", drawn)).status_code == 403
    assert Export.objects.count() == 0


def test_the_pdf_is_made_by_the_worker_and_is_one_a3_sheet_and_the_words(as_, company, drawn):
    from pypdf import PdfReader

    answer = as_("adviser").post(url("map_pdf", drawn))
    assert answer.url == url("export_detail", Export.objects.get())
    name, content = REPORT.render(REPORT.find(drawn.pk, company.adviser), company.adviser)
    pages = PdfReader(io.BytesIO(content)).pages
    width, height = (round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:])
    assert (name, width, height) == (
        "Map, Steering brackets, Current state, version 1.pdf",
        420,
        297,
    )
    assert "17.1 days of lead time" in pages[0].extract_text().replace("\xa0", " ")
    assert "Assembly 1" in pages[1].extract_text()


def test_the_pdf_is_not_made_for_whom_the_map_is_not(company, drawn):
    assert REPORT.find(drawn.pk, company.outsider) is None


# In


def test_a_file_is_seen_first_and_taken_on_confirmation(as_, company):
    client = as_("manager")
    seen = client.post(url("map_import", company.stream), chosen(RAW))
    assert "Current state in the file: 17.1 days of lead time for 63\xa0s of value" in text(seen)
    assert Map.objects.count() == 0
    content = seen.context["content"]
    answer = client.post(url("map_import_confirmation", company.stream), {"content": content})
    drawn = Map.objects.get()
    assert answer.url == url("map_detail", drawn)
    assert write_map(out(drawn).map) == write_map(read_map(RAW).map)


def test_the_same_file_again_is_recognised(as_, company, drawn):
    seen = as_("manager").post(url("map_import", company.stream), chosen(RAW))
    assert "Current state, version 1 says exactly this already" in text(seen)
    again = seen.context["content"]
    as_("manager").post(url("map_import_confirmation", company.stream), {"content": again})
    assert Map.objects.count() == 1


def test_every_fault_of_a_file_is_said_by_its_path(as_, company):
    faulty = RAW.replace(b'"days": 5', b'"days": -5').replace(b'"pack_size"', b'"packsize"')
    seen = as_("manager").post(url("map_import", company.stream), chosen(faulty))
    assert seen.status_code == 422
    assert "paths[0].elements[0].days: must be 0 or more, got -5" in text(seen)
    assert "customer.packsize: unknown key" in text(seen)
    assert "2 things in the file are wrong" in text(seen)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"{", b"[]", b"<script>alert(1)</script>", b"[" * 100_000]
)
def test_what_is_no_map_file_is_refused_in_words(as_, company, content):
    seen = as_("manager").post(url("map_import", company.stream), chosen(content))
    assert (seen.status_code, Map.objects.count()) == (422, 0)
    assert "<script>alert" not in text(seen)


def test_a_file_that_is_too_large_is_refused(as_, company, settings):
    settings.MAP_MAX_BYTES = 100
    seen = as_("manager").post(url("map_import", company.stream), chosen(RAW))
    assert (seen.status_code, "MB can be read" in text(seen)) == (422, True)


def test_a_preview_that_was_tampered_with_is_not_taken(as_, company):
    confirmation = url("map_import_confirmation", company.stream)
    for content in ("", "nonsense", json.dumps({"format": 1})):
        assert as_("manager").post(confirmation, {"content": content}).status_code == 422
    seen = as_("manager").post(url("map_import", company.stream), chosen(RAW))
    other = url("map_import_confirmation", company.other_stream)
    answer = as_("executive").post(other, {"content": seen.context["content"]})
    assert (answer.status_code, Map.objects.count()) == (422, 0)


# The photo


def photo(size=(40, 30), place=True, kind="JPEG"):
    """A picture that tells where it was taken, and is to be turned."""
    picture = Image.new("RGB", size, "grey")
    hidden = Image.Exif()
    if place:
        hidden[0x0112] = 6
        hidden[0x010F] = "Camera of the plant"
        hidden.get_ifd(0x8825)[2] = (41.0, 35.0, 0.0)
    content = io.BytesIO()
    picture.save(content, kind, exif=hidden)
    return {"photo": SimpleUploadedFile("walk.jpg", content.getvalue())}


def kept():
    with MapPhoto.objects.get().file.open("rb") as file:
        return file.read()


def test_a_photo_is_kept_upright_without_place_and_camera(as_, drawn, media):
    answer = as_("manager").post(url("map_photo_create", drawn), photo())
    assert answer.url == url("map_detail", drawn)
    again = Image.open(io.BytesIO(kept()))
    assert (again.size, dict(again.getexif())) == ((30, 40), {})
    assert b"Camera" not in kept()
    seen = as_("adviser").get(url("map_photo", drawn))
    assert (seen["Content-Type"], b"".join(seen.streaming_content)) == ("image/jpeg", kept())
    assert "sandbox" in seen["Content-Security-Policy"]
    assert as_("outsider").get(url("map_photo", drawn)).status_code == 404


def test_a_large_photo_is_made_smaller(as_, drawn, media):
    as_("manager").post(url("map_photo_create", drawn), photo((4000, 2000), place=False))
    assert Image.open(io.BytesIO(kept())).size == (3000, 1500)


def test_another_photo_takes_the_place_of_the_first_and_its_file_goes(
    as_, drawn, media, django_capture_on_commit_callbacks
):
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            as_("manager").post(url("map_photo_create", drawn), photo())
    assert len(list(media.rglob("*.jpg"))) == MapPhoto.objects.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        as_("executive").post(url("map_photo_removal", drawn))
    assert len(list(media.rglob("*.jpg"))) == MapPhoto.objects.count() == 0


@pytest.mark.parametrize(
    "content", [b"", b"<svg onload=alert(1)>", b"\xff\xd8\xff but nothing more", b"GIF89a"]
)
def test_what_is_no_photo_is_refused(as_, drawn, media, content):
    sent = {"photo": SimpleUploadedFile("walk.jpg", content)}
    answer = as_("manager").post(url("map_photo_create", drawn), sent)
    assert (answer.status_code, MapPhoto.objects.count()) == (422, 0)


def test_a_photo_that_is_too_large_is_refused(as_, drawn, media, settings):
    settings.PHOTO_MAX_BYTES = 10
    answer = as_("manager").post(url("map_photo_create", drawn), photo())
    assert (answer.status_code, MapPhoto.objects.count()) == (422, 0)


def drawn_as(kind, picture, **more):
    content = io.BytesIO()
    picture.save(content, kind, **more)
    return content.getvalue()


@pytest.mark.parametrize("error", [ValueError, TypeError, OverflowError, EOFError, struct.error])
def test_a_damage_of_whatever_kind_is_said_in_words(as_, drawn, media, monkeypatch, error):
    def damaged(picture):
        raise error("broken")

    monkeypatch.setattr(photo_file.ImageOps, "exif_transpose", damaged)
    answer = as_("manager").post(url("map_photo_create", drawn), photo())
    assert (answer.status_code, "This picture is damaged." in text(answer)) == (422, True)


def test_a_picture_is_refused_before_it_fills_the_memory():
    flat = drawn_as("PNG", Image.new("1", (7000, 6000)))
    with pytest.raises(photo_file.NotAPhoto, match="more than 40 million pixels"):
        photo_file.check_photo(flat)
    held = []
    photograph = drawn_as("JPEG", Image.new("L", (7000, 6000)))
    redrawn = photo_file._redrawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(photo_file, "_redrawn", lambda one: held.append(one.size) or redrawn(one))
        assert photo_file.check_photo(photograph).width == 3000
    assert held == [(3500, 3000)]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_picture_of_any_mode_keeps_its_greys_and_stands_on_white(mode):
    bright = 255 * 256 if mode == "I;16" else 255
    picture = Image.new("L", (40, 30), 255).convert(mode) if mode != "I;16" else None
    picture = picture or Image.new(mode, (40, 30), bright)
    black = {"RGB": (0, 0, 0), "RGBA": (0, 0, 0, 255), "LA": (0, 255)}.get(mode, 0)
    picture.paste(black, (0, 0, 20, 30))
    if mode in ("RGBA", "LA"):
        picture.putalpha(Image.new("L", (40, 30), 255))
        picture.paste((0,) * len(picture.getbands()), (30, 0, 40, 30))
    again = Image.open(io.BytesIO(photo_file.check_photo(drawn_as("PNG", picture)).content))
    greys = [again.convert("L").getpixel((x, 15)) for x in (5, 25, 37)]
    assert greys[0] < 20
    assert min(greys[1:]) > 235


def test_of_two_first_photos_one_is_kept_and_no_file_is_left_over(
    as_, company, drawn, media, monkeypatch
):
    as_("manager").post(url("map_photo_create", drawn), photo())
    monkeypatch.setattr(MapPhoto, "_forget", lambda drawn: False)
    answer = as_("executive").post(url("map_photo_create", drawn), photo())
    assert (answer.status_code, "Yours was not kept" in text(answer)) == (409, True)
    assert len(list(media.rglob("*.jpg"))) == MapPhoto.objects.count() == 1


def test_who_only_reads_attaches_and_removes_nothing(as_, company, drawn, media):
    as_("manager").post(url("map_photo_create", drawn), photo())
    assert as_("hr").post(url("map_photo_create", drawn), photo()).status_code == 403
    assert as_("hr").post(url("map_photo_removal", drawn)).status_code == 403
    assert MapPhoto.objects.get().by == company.manager


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
